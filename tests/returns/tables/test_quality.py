"""How complete records are, in counts that leave."""

from __future__ import annotations

from typing import Any

from tests.returns.planners import (
    TEMPLATE,
    a_session,
    a_source,
    a_term,
    came,
    counted,
    facts_of,
    in_print,
)

from amie_planner.returns.disclosure import exact, shareable
from amie_planner.returns.facts import Facts, Source
from amie_planner.returns.table import People, Withheld
from amie_planner.returns.tables.characteristics import characteristics
from amie_planner.returns.tables.people import people as people_counts
from amie_planner.returns.tables.quality import quality
from amie_planner.returns.tables.totals import totals


def figures(facts: Facts) -> dict[str, tuple[Any, ...]]:
    """What was looked at, with how many, of how many, and in per cent."""
    rows = counted(quality(facts, TEMPLATE, detailed=True), "What was looked at", "How many", "Of", "Per cent")
    return {str(what): tuple(said) for what, *said in rows}


def test_sessions_without_a_register_a_length_or_a_date_are_counted_and_estimates_too():
    found = figures(facts_of(a_term()))
    assert found["Sessions without a register"] == (1, 3, 33)
    assert found["Sessions without a length"] == (1, 3, 33)
    assert found["Sessions without a date"] == (1, None, None)
    assert found["Headcounts"] == (1, 3, 33)
    assert found["Estimated headcounts"] == (1, 1, 100)


def test_people_of_whom_something_is_missing_are_counted_and_so_is_who_answered():
    found = figures(facts_of(a_term()))
    assert found["People without a Key Stage"] == (1, 3, 33)
    assert found["People without an agreed code"] == (2, 3, 67)
    assert found["Gender: answered"] == (1, 3, 33)


def test_people_matched_are_those_of_several_programmes_with_one_code():
    again = a_source("u2", people=[{"id": "x", "code": "a1"}], sessions=[a_session("s1", register=came(x="late"))])
    assert figures(facts_of(a_term(), again))["People matched"] == (1, 3, 33)
    assert "People matched" not in figures(facts_of(a_term()))


def of_codes(uid: str, *codes: str) -> Source:
    """A group in which everybody has a code, and who came once."""
    group = [{"id": f"p{code}", "code": code, "school_year": "Y4"} for code in codes]
    register = came(**{person["id"]: "present" for person in group})
    return a_source(uid, people=group, sessions=[a_session("s1", register=register)])


def test_people_matched_of_two_programmes_are_the_further_places_of_all_tables():
    facts = facts_of(of_codes("1", "A", "B", "C"), of_codes("2", "B", "C"))
    drafts = [table(facts, TEMPLATE, detailed=True) for table in (quality, totals, people_counts)]
    assert ("People matched", People("further places", 2)) in [row[:2] for row in drafts[0].rows]
    exact(drafts)


def test_people_matched_of_more_programmes_are_a_part_of_the_further_places():
    facts = facts_of(of_codes("1", "A", "B"), of_codes("2", "A", "B"), of_codes("3", "A"))
    drafts = [table(facts, TEMPLATE, detailed=True) for table in (quality, totals, people_counts)]
    [further] = [each for each in drafts[0].sums if each.total == "further places"]
    assert {people.key: people.count for people in further.unseen} == {"further places": 3, "still further places": 1}
    assert further.parts == ("all|programmes=several", "still further places")
    exact(drafts)


def test_one_person_matched_is_not_told_and_hides_neither_places_nor_unique_people():
    first, second = [str(n) for n in range(17)], [str(n) for n in range(16, 28)]
    facts = facts_of(of_codes("1", *first), of_codes("2", *second))
    drafts = [table(facts, TEMPLATE, detailed=False) for table in (quality, totals, people_counts)]
    said = shareable(drafts).say
    assert [said(people) for people in (People("places", 29), People("all", 28))] == [30, 30]
    assert "People matched" not in [row[0] for row in drafts[0].rows]


def test_nothing_is_said_of_a_period_without_sessions():
    assert counted(quality(facts_of(a_source()), TEMPLATE)) == []


def test_what_it_counts_of_people_has_the_keys_that_other_tables_give_it():
    facts = facts_of(a_term())
    drafts = [table(facts, TEMPLATE) for table in (quality, totals, people_counts, characteristics)]
    assert {"all", "all|code=no", "all|stage=not known", "all|gender=answered"} <= in_print(drafts).keys()
    exact(drafts)


def test_what_is_shared_of_few_people_has_no_per_cent():
    draft = quality(facts_of(a_term()), TEMPLATE)
    table = draft.decided(shareable([draft]).say)
    [row] = [row for row in table.rows if row[0] == "Gender: answered"]
    assert row[1:4] == (Withheld.CONFIDENTIAL, "fewer than 10", Withheld.CONFIDENTIAL)


def test_where_to_mend_something_stands_in_no_row():
    ids = {"u1", "s1", "s2", "s4", "p1", "p2", "p3"}
    rows = counted(quality(facts_of(a_term()), TEMPLATE, detailed=True))
    assert ids.isdisjoint(value for row in rows for value in row)

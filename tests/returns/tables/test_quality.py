"""How complete records are, in counts that leave; and what is missing one by one, which never does."""

from __future__ import annotations

from typing import Any

from tests.plans import a_series
from tests.returns.planners import TEMPLATE, a_session, a_source, came, counted, facts_of, in_print

from amie_planner.returns.disclosure import exact, shareable
from amie_planner.returns.facts import Facts, Source
from amie_planner.returns.table import People, Withheld
from amie_planner.returns.tables.characteristics import characteristics
from amie_planner.returns.tables.people import people as people_counts
from amie_planner.returns.tables.quality import Missing, missing, quality
from amie_planner.returns.tables.totals import totals

PEOPLE = [
    {"id": "p1", "school_year": "Y4", "code": "A1"},
    {"id": "p2", "alias": "Sky"},
    {"id": "p3", "born": "2015-05"},
]
PEOPLE_MATCHED = People("further places", 1)
ANSWERS = {"p1": {"gender": {"codes": ["girl"]}}, "p2": {"gender": {"non_answer": "prefer not to say"}}}


def a_term(**fields: Any) -> Source:
    """Three people and sessions of every kind, of which much is missing."""
    sessions = [
        a_session("s1", register=came(p1="present", p2="present", p3="present")),
        a_session("s2", status="delivered", minutes=None, title="Sounds"),
        a_session("s3", register={"mode": "headcount", "headcount": 4, "estimated": True}),
        a_session("s4", None, title="Some day"),
        a_session("s5", None, status="cancelled"),
    ]
    return a_source(people=PEOPLE, sessions=sessions, answers=ANSWERS, asked=["gender"], **fields)


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
    drafts = [table(facts, TEMPLATE) for table in (quality, totals, people_counts)]
    assert ("People matched", People("further places", 2)) in [row[:2] for row in drafts[0].rows]
    exact(drafts)


def test_people_matched_of_more_programmes_are_a_part_of_the_further_places():
    facts = facts_of(of_codes("1", "A", "B"), of_codes("2", "A", "B"), of_codes("3", "A"))
    drafts = [table(facts, TEMPLATE) for table in (quality, totals, people_counts)]
    [further] = [each for each in drafts[0].sums if each.total == "further places"]
    assert {people.key: people.count for people in further.unseen} == {"further places": 3, "still further places": 1}
    assert further.parts == ("all|programmes=several", "still further places")
    exact(drafts)


def test_one_person_matched_cannot_be_worked_out_from_places_and_people():
    first, second = [str(n) for n in range(17)], [str(n) for n in range(16, 28)]
    facts = facts_of(of_codes("1", *first), of_codes("2", *second))
    drafts = [table(facts, TEMPLATE, detailed=False) for table in (quality, totals, people_counts)]
    said = shareable(drafts).say
    places, everybody, matched = (said(people) for people in (People("places", 29), People("all", 28), PEOPLE_MATCHED))
    assert matched is Withheld.CONFIDENTIAL
    assert isinstance(places, Withheld) or isinstance(everybody, Withheld)


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


def found_missing(*sources: Source) -> list[Missing]:
    return list(missing(facts_of(*sources)))


def test_what_is_missing_of_sessions_is_told_one_by_one_with_where_to_mend_it():
    where = {m.words: (m.programme, m.session) for m in found_missing(a_term()) if m.session}
    assert where == {
        "“Sounds” of Tuesday 8 September 2026 has no register.": ("u1", "s2"),
        "“Sounds” of Tuesday 8 September 2026 has no length.": ("u1", "s2"),
        "“Some day” has no date, so it is in no period.": ("u1", "s4"),
    }


def test_a_session_that_a_later_one_followed_is_asked_whether_it_took_place():
    sessions = [
        a_session("s1", status="planned"),
        a_session("s2", "2026-09-15", register=came(p1="present")),
        a_session("s3", "2026-09-22"),
    ]
    found = [m for m in found_missing(a_source(people=PEOPLE, sessions=sessions)) if m.session]
    assert [m.session for m in found] == ["s1"]
    assert found[0].words == "“Week” of Tuesday 8 September 2026 does not say whether it took place."


def test_people_are_named_as_plans_name_them():
    of_people = [(m.words, m.person) for m in found_missing(a_term()) if m.person]
    assert of_people == [("Sky: neither school year nor month of birth tells the Key Stage.", "p2")]


def test_codes_are_missed_by_programme_and_only_where_there_is_another():
    assert not [m for m in found_missing(a_term()) if "code" in m.words]
    [found] = [m for m in found_missing(a_term(), a_source("u2")) if "code" in m.words]
    assert found == Missing("“Sound makers”: 2 of 3 have no agreed code to be matched by.", "u1")


def test_answers_are_missed_by_question_and_never_by_person():
    [found] = [m for m in found_missing(a_term()) if "answer" in m.words]
    assert found == Missing("Gender, “Sound makers”: 2 of 3 have no answer.", "u1")


def test_a_programme_is_asked_for_its_kind_and_a_whole_class_for_its_school():
    assert any("what kind of provision" in m.words for m in found_missing(a_term()))
    named = [{"id": "school1", "name": "Hill"}]
    whole = [m.words for m in found_missing(a_term(provision={"delivery": "whole class"}, schools=named))]
    assert "Hill of “Sound makers” has no URN." in whole
    assert "“Sound makers” teaches a whole class and does not say of which school." in whole
    assert not any("kind of provision" in words for words in whole)


def test_an_agreed_story_that_stays_because_of_a_name_is_told():
    story = {"id": "story1", "kind": "quote", "words": "Sky sang.", "agreed_on": "2026-10-01"}
    found = found_missing(Source(a_series(people=[{"id": "p1", "alias": "Sky"}], stories=[story])))
    words = "A story of “Sound makers” that may leave holds what may be a name, so it stays."
    assert Missing(words, "u1") in found


def test_where_to_mend_something_stands_in_no_row():
    ids = {"u1", "s1", "s2", "s4", "p1", "p2", "p3"}
    rows = counted(quality(facts_of(a_term()), TEMPLATE, detailed=True))
    assert ids.isdisjoint(value for row in rows for value in row)


def test_two_people_with_one_code_are_named_to_the_leader_without_their_code():
    people = [{"id": "p1", "alias": "Sky", "code": "K1"}, {"id": "p2", "alias": "Bo", "code": "k1 "}]
    [found] = [m for m in found_missing(a_source(people=people)) if "code" in m.words]
    assert found.words == "“Sound makers”: Sky and Bo have the same agreed code, so it matches nobody."
    assert (found.programme, found.person) == ("u1", "p1")


def test_a_session_counted_by_age_alone_is_told_of_whether_it_is_called_delivered_or_not():
    heads = {"mode": "headcount", "bands": {"5-11": 6}}
    sessions = [
        a_session("s1", register=heads, status="delivered"),
        a_session("s2", register=heads),
        a_session("s3", register=heads, status="cancelled"),
        a_session("s4", register=heads | {"headcount": 6}),
    ]
    found = [m for m in found_missing(a_source(sessions=sessions)) if m.session and "whether it took" not in m.words]
    assert [m.session for m in found] == ["s1", "s2"]
    assert all("counted by age and has no headcount" in m.words for m in found)

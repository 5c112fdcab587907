"""Who may be missing, from the counts of a return: shares and words follow from what is printed and say no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from tests.returns.kept_apart import Kept, after, agreed, turned_on, with_answers
from tests.returns.planners import TEMPLATE, a_session, a_source, came, counted, facts_of, planners

from amie_planner.domain.monitoring import LocalBaseline
from amie_planner.returns.disclosure import exact, shareable
from amie_planner.returns.facts import Facts, Source
from amie_planner.returns.monitored_baselines import offered
from amie_planner.returns.monitoring import answer, compare
from amie_planner.returns.monitoring_questions import asked
from amie_planner.returns.table import Draft, Value, Withheld
from amie_planner.returns.tables.characteristics import characteristics
from amie_planner.returns.tables.people import people
from amie_planner.returns.tables.representation import representation
from amie_planner.returns.templates import ReturnTemplate

PROGRAMME = "u1"


def a_group(people: int, kept: Kept, *more: Any) -> Facts:
    """So many people who all came once, and what they answered."""
    ids = [f"p{n}" for n in range(1, people + 1)]
    session = a_session("s1", register=came(**{id: "present" for id in ids}))
    series = a_source(PROGRAMME, people=[{"id": id} for id in ids], sessions=[session]).series
    return facts_of(Source(series, (*kept, *more)))


def meals(yes: int, no: int) -> Kept:
    """The first people can have free school meals, those after them cannot."""
    given = {f"p{n}": "yes" if n <= yes else "no" for n in range(1, yes + no + 1)}
    return with_answers(turned_on("free-meals"), "free-meals", given)


def exactly(facts: Facts, *columns: str) -> list[tuple[Value, ...]]:
    """The rows under these headings as the exact profile has them."""
    return counted(representation(facts, TEMPLATE, detailed=True), *columns)


def shared(facts: Facts, *more: Callable[[Facts, ReturnTemplate], Draft]) -> list[Mapping[str, Value]]:
    """The rows by heading as they are shared, beside the characteristics and more tables of the same release."""
    drafts = [draft(facts, TEMPLATE) for draft in (representation, characteristics, *more)]
    table = drafts[0].decided(shareable(drafts).say)
    return [dict(zip((column.name for column in table.columns), row, strict=True)) for row in table.rows]


def test_a_group_says_its_people_share_interval_and_how_many_would_be_expected():
    facts = a_group(30, meals(3, 27))
    [first, second] = exactly(
        facts, "People", "Answered", "Share (%)", "Share, from (%)", "Share, to (%)", "Expected people", "Baseline (%)"
    )
    assert first == (3, 30, 10, 3, 26, 8, 25.7)
    assert second[:3] == (27, 30, 90)


def test_a_baseline_says_of_whom_it_is_whence_and_when():
    [first, _] = exactly(a_group(30, meals(3, 27)), "Baseline of", "Source", "Date", "Licence")
    assert first[0] == "pupils in state-funded schools in England"
    assert "Department for Education" in str(first[1])
    assert first[2:] == ("January 2025", "Open Government Licence v3.0")


@pytest.mark.parametrize(
    ("yes", "no", "says"),
    [
        (1, 29, "may be missing: about 8 would be expected"),
        (7, 23, "could be chance"),
        (30, 0, "reached"),
        (5, 4, "not said: fewer than 10 people answered"),
        (4, 16, "not said: more than 30% of the answers are not there"),
    ],
)
def test_words_say_who_may_be_missing_and_refuse_where_too_little_is_known(yes: int, no: int, says: str):
    [(said,), (of_the_rest,)] = exactly(a_group(30, meals(yes, no)), "In words")
    assert (said, of_the_rest) == (says, Withheld.NOT_APPLICABLE)


def test_nobody_is_ever_too_many():
    for yes in range(31):
        assert "too many" not in repr(exactly(a_group(30, meals(yes, 30 - yes)), "In words"))


def test_those_without_an_answer_stand_beside_every_group_and_the_not_applicable_apart():
    kept = meals(3, 27)
    for person, why in {"p31": "prefer not to say", "p32": "not known", "p33": "not applicable"}.items():
        kept = agreed(kept, person)
        kept = after(kept, answer(kept, PROGRAMME, person, "free-meals", non_answer=why))
    assert exactly(a_group(34, kept), "Without an answer", "Answered") == [(3, 30), (3, 30)]


def test_what_is_shared_gives_shares_of_rounded_counts_on_25_answers_or_more():
    [first, second] = shared(a_group(52, meals(13, 39)))
    assert (first["People"], first["Answered"], first["Share (%)"]) == (15, 50, 30)
    assert first["In words"] == "could be chance"
    assert (second["People"], second["Share (%)"]) == (40, 80)
    [first, _] = shared(a_group(22, meals(10, 12)))
    assert (first["People"], first["Answered"], first["Share (%)"]) == (10, 20, Withheld.NOT_AVAILABLE)
    assert first["In words"] == "not said: fewer than 25 people answered"


def test_nothing_follows_from_a_count_that_is_withheld():
    for row in shared(a_group(32, meals(3, 27))):
        assert row["People"] == Withheld.CONFIDENTIAL
        follows = ("Share (%)", "Share, from (%)", "Share, to (%)", "Expected people")
        assert {row[name] for name in follows} == {Withheld.CONFIDENTIAL}
        assert row["In words"] in ("not said: a figure is withheld", Withheld.NOT_APPLICABLE)


def test_groups_have_the_keys_of_the_boxes_that_are_the_same_people():
    kept = with_answers(turned_on("ethnic-group"), "ethnic-group", {"p1": "asian-indian", "p2": "white"})
    draft = representation(a_group(12, kept), TEMPLATE)
    keys = {row[1]: row[3].key for row in draft.rows}
    assert keys["Asian or Asian British"] == "all|ethnic-group=asian"
    assert keys["Mixed or Multiple ethnic groups"] == "all|ethnic-group=mixed"
    assert {row[4].key for row in draft.rows} == {"all|ethnic-group=answered"}


CENSUS = next(each for each in offered(asked(("ethnic-group",))[0], ()) if len(each.baseline.groups) > 5)


def test_what_is_shared_has_five_ethnic_groups_though_the_leader_compares_nineteen():
    kept = with_answers(turned_on("ethnic-group"), "ethnic-group", {"p1": "asian-indian"})
    kept = after(kept, compare(kept, "ethnic-group", CENSUS.id))
    facts = a_group(12, kept)
    assert len(representation(facts, TEMPLATE).rows) == 5
    assert len(representation(facts, TEMPLATE, detailed=True).rows) == 19


def test_an_answer_that_fits_no_group_is_among_those_without_one():
    kept = with_answers(turned_on("ethnic-group"), "ethnic-group", {"p1": "asian", "p2": "asian-indian"})
    kept = after(kept, compare(kept, "ethnic-group", CENSUS.id))
    facts = a_group(2, kept)
    assert set(exactly(facts, "Without an answer", "Answered")) == {(1, 1)}
    exact((representation(facts, TEMPLATE, detailed=True), characteristics(facts, TEMPLATE, detailed=True)))


def test_a_table_that_the_leader_loaded_is_what_it_is_held_beside():
    local = LocalBaseline.made(
        id="local1",
        question="disabled",
        area="York",
        people="residents",
        published="2021",
        amounts={"yes": 1, "no": 3},
    )
    kept = with_answers(turned_on("disabled"), "disabled", {"p1": "yes-a-lot", "p2": "no-condition", "p3": "no-none"})
    facts = a_group(3, kept, local)
    found = exactly(facts, "People", "Answered", "Baseline (%)", "Baseline of", "Licence")
    assert sorted(found, key=repr) == [
        (1, 3, 25.0, "residents in York", None),
        (2, 3, 75.0, "residents in York", None),
    ]
    exact((representation(facts, TEMPLATE), characteristics(facts, TEMPLATE)))


def test_nothing_is_said_where_nothing_was_asked_or_nobody_came():
    assert exactly(a_group(12, ())) == []
    assert exactly(a_group(0, meals(0, 0))) == []


@pytest.mark.parametrize(
    "in_table", [exactly, lambda facts, *names: [tuple(map(row.get, names)) for row in shared(facts)]]
)
def test_each_question_that_is_asked_has_its_row_and_one_without_a_baseline_says_why(in_table: Any):
    facts = a_group(12, turned_on("low-income", "disabled", "free-meals", "gender"))
    found = dict(in_table(facts, "Question", "In words"))
    assert set(found) == {question.label for question in facts.questions}
    said = {question.id: found[question.label] for question in facts.questions}
    assert said["gender"] == said["low-income"]
    assert said["low-income"] == "not said: no figures are published that this can be held beside"
    assert "no local table is loaded" in said["disabled"]
    assert (facts.questions[0].label, Withheld.NOT_APPLICABLE) in in_table(facts, "Question", "People")


def test_where_no_row_can_name_a_question_a_note_says_why_it_is_held_beside_nothing():
    table = {"table": "representation", "title": "T", "columns": {"group": "Group", "said": "Words"}}
    without_questions = ReturnTemplate.made(id="a", version="1", label="a", about="a", source="a", tables=[table])
    draft = representation(a_group(12, turned_on("low-income", "free-meals")), without_questions)
    assert len(draft.rows) == 2
    said = "Money at home: not said: no figures are published that this can be held beside."
    assert said in draft.notes
    assert said not in representation(a_group(12, turned_on("low-income")), TEMPLATE).notes


def test_of_fewer_than_ten_people_it_says_that_they_are_too_few_where_the_return_says_so():
    facts = a_group(9, meals(9, 0))
    says = "not said: fewer than 10 people: a group so small is never broken down"
    assert exactly(facts, "In words")[0] == (says,)
    assert shared(facts, people)[0]["In words"] == says
    assert shared(facts)[0]["In words"] == "not said: a figure is withheld"


def test_programmes_that_hold_a_question_beside_different_figures_are_told_apart_in_a_note():
    local = LocalBaseline.made(
        id="york", question="free-meals", area="York", people="pupils", amounts={"yes": 1, "no": 3}
    )
    other = a_source("u2", asked=["free-meals"])
    [asked_there] = other.kept_apart or ()
    there = asked_there.revised(beside={"free-meals": "york"})
    both = facts_of(*a_group(30, meals(3, 27)).sources, Source(other.series, (there, local)))
    note = "Free school meals: programmes hold this beside different figures; here it is held beside those of England."
    assert note in representation(both, TEMPLATE).notes
    assert note not in representation(a_group(30, meals(3, 27)), TEMPLATE).notes


def test_a_template_that_asks_for_words_alone_gets_no_share_of_what_is_not_printed():
    table = {"table": "representation", "title": "T", "columns": {"group": "Group", "share": "Share", "said": "Words"}}
    words_only = ReturnTemplate.made(id="a", version="1", label="a", about="a", source="a", tables=[table])
    draft = representation(a_group(30, meals(3, 27)), words_only)
    assert [row[1:] for row in draft.decided(shareable([draft]).say).rows] == [
        (None, "not said: a figure is withheld"),
        (None, Withheld.NOT_APPLICABLE),
    ]


@settings(max_examples=60, deadline=None)
@given(planners())
def test_counts_add_up_and_agree_with_characteristics_whoever_came(sources: list[Source]):
    facts = facts_of(*sources)
    for detailed in (False, True):
        tables = (representation, characteristics)
        exact([table(facts, TEMPLATE, detailed=detailed) for table in tables])


def test_where_every_answer_there_can_be_fits_a_group_nobody_may_be_thought_to_fit_none():
    told = {each.total: each.parts for each in representation(a_group(30, meals(3, 27)), TEMPLATE).sums}
    why = ("prefer not to say", "not known", "not asked")
    assert told["all|free-meals-beside=without"] == tuple(f"all|free-meals={each}" for each in why)
    kept = with_answers(turned_on("ethnic-group"), "ethnic-group", {"p1": "white"})
    told = {each.total: each.parts for each in representation(a_group(2, kept), TEMPLATE).sums}
    assert told["all|ethnic-group-beside=without"][-1] == "all|ethnic-group-beside=no group"

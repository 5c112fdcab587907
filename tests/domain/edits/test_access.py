"""Answering cells of the grid: what was asked is answered, and nothing else is."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plans import a_series

from amie_planner.domain.access import Answered
from amie_planner.domain.access_grid import GridCell, rows
from amie_planner.domain.edits.access import answer, meet_by_design, take_answer_away
from amie_planner.domain.edits.parts import Changes
from amie_planner.domain.plan import Plan, Series
from amie_planner.domain.records import Adaptation, LibraryAdaptation

ENTRY = LibraryAdaptation.made(
    id="A08", title="Wait five breaths", reach="everyone", kit=["lamp"], setup_minutes=2, fallback="Count", lead_days=1
)
PEOPLE: list[dict[str, Any]] = [
    {"id": "p1", "requirements": [{"id": "r1", "owner": "t1"}, {"id": "r2", "where": ["play"]}]},
    {"id": "p2", "requirements": [{"id": "r3"}]},
]
DAY = [{"id": "a1", "kind": "sing"}, {"id": "a2", "kind": "play"}, {"id": "a3", "kind": "play"}]
TEAM = [{"id": "t1", "name": "Music leader"}, {"id": "t2", "name": "Class support"}]


def planned(**session: Any) -> Series:
    return a_series(people=PEOPLE, team=TEAM, sessions=[{"id": "s1", "title": "T", "activities": DAY, **session}])


def cells(plan: Plan) -> dict[tuple[str, str], GridCell]:
    return {(cell.need.id, cell.activity.id): cell for row in rows(plan) for cell in row.cells}


def chosen(plan: Plan, *places: tuple[str, str]) -> list[GridCell]:
    return [cells(plan)[place] for place in places]


def after(series: Series, changes: Changes) -> Plan:
    return series.after(changes).plan("s1")


def adapted(plan: Plan) -> set[tuple[str, str]]:
    return {place for place, cell in cells(plan).items() if cell.answer is Answered.ADAPTED}


def test_an_entry_of_the_library_becomes_a_change_with_all_that_it_needs() -> None:
    series = planned()
    plan = after(series, answer(series.plan("s1"), chosen(series.plan("s1"), ("r1", "a1"), ("r1", "a2")), ENTRY))
    (made,) = plan.adaptations
    assert (made.what, made.library, made.reach, made.activities) == (
        "Wait five breaths",
        "A08",
        "everyone",
        ("a1", "a2"),
    )
    assert (made.requirements, made.kit, made.setup_minutes, made.fallback) == (("r1",), ("lamp",), 2, "Count")
    assert (made.lead_days, made.who) == (1, "t1")


def test_who_does_it_is_left_open_where_the_plan_does_not_say() -> None:
    series = planned()
    (change,) = answer(series.plan("s1"), chosen(series.plan("s1"), ("r3", "a1")), ENTRY)
    assert isinstance(change.after, Adaptation)
    assert change.after.who is None


def test_a_change_that_was_taken_already_is_widened() -> None:
    series = planned()
    first = series.after(answer(series.plan("s1"), chosen(series.plan("s1"), ("r1", "a1")), ENTRY))
    second = first.after(answer(first.plan("s1"), chosen(first.plan("s1"), ("r1", "a2")), ENTRY))
    (made,) = second.plan("s1").adaptations
    assert made.activities == ("a1", "a2")
    third = second.after(answer(second.plan("s1"), chosen(second.plan("s1"), ("r3", "a1"), ("r3", "a2")), made))
    (made,) = third.plan("s1").adaptations
    assert (made.requirements, made.activities) == (("r1", "r3"), ("a1", "a2"))


def test_a_change_is_not_widened_where_it_would_claim_more_than_was_asked() -> None:
    series = planned(
        adaptations=[
            {"id": "d1", "activities": ["a1"], "requirements": ["r1"], "library": "A08", "what": "Wait five breaths"}
        ]
    )
    plan = series.plan("s1")
    assert adapted(after(series, answer(plan, chosen(plan, ("r3", "a2")), ENTRY))) == {("r1", "a1"), ("r3", "a2")}


def test_a_change_that_was_planned_for_a_barrier_is_linked_to_whoever_comes_with_it() -> None:
    held = {"id": "d1", "activities": ["a1", "a2"], "barriers": ["feeling-safe"], "reach": "everyone", "what": "Soft"}
    series = planned(adaptations=[held])
    plan = series.plan("s1")
    (made,) = after(series, answer(plan, chosen(plan, ("r1", "a1"), ("r1", "a2")), plan.adaptations[0])).adaptations
    assert (made.requirements, made.barriers, made.activities) == (("r1",), ("feeling-safe",), ("a1", "a2"))


def test_a_reworded_change_stays_as_it_was_worded() -> None:
    held = {"id": "d1", "activities": ["a1"], "requirements": ["r1"], "library": "A08", "what": "Wait for the lamp"}
    series = planned(adaptations=[held])
    plan = after(series, answer(series.plan("s1"), chosen(series.plan("s1"), ("r1", "a2")), ENTRY))
    assert [d.what for d in plan.adaptations] == ["Wait for the lamp", "Wait five breaths"]


def test_own_words_answer_too() -> None:
    series = planned()
    plan = after(
        series, answer(series.plan("s1"), chosen(series.plan("s1"), ("r2", "a3")), "A card that says loud soon")
    )
    (made,) = plan.adaptations
    assert (made.what, made.library, made.requirements, made.activities) == (
        "A card that says loud soon",
        None,
        ("r2",),
        ("a3",),
    )


def test_barriers_are_answered_where_nobody_is_listed() -> None:
    series = a_series(
        sessions=[{"id": "s1", "title": "T", "activities": DAY, "expects": ["feeling-safe", "repertoire"]}]
    )
    plan = series.plan("s1")
    there = after(
        series, answer(plan, chosen(plan, ("barrier/repertoire", "a1"), ("barrier/feeling-safe", "a1")), ENTRY)
    )
    (made,) = there.adaptations
    assert set(made.barriers) == {"repertoire", "feeling-safe"}
    met = after(series, meet_by_design(plan, cells(plan)["barrier/repertoire", "a2"]))
    assert cells(met)["barrier/repertoire", "a2"].answer is Answered.BY_DESIGN
    assert cells(met)["barrier/feeling-safe", "a2"].answer is Answered.NOT_YET


def test_met_by_design_twice_is_once() -> None:
    series = planned()
    cell = cells(series.plan("s1"))["r1", "a1"]
    plan = after(series, meet_by_design(series.plan("s1"), cell))
    assert meet_by_design(plan, cells(plan)["r1", "a1"]) == ()


@pytest.mark.parametrize(
    ("requirements", "activities", "left"),
    [
        (["r1"], ["a1"], set()),
        (["r1"], ["a1", "a2"], {("r1", "a2")}),
        (["r1", "r3"], ["a1"], {("r3", "a1")}),
        (["r1", "r3"], ["a1", "a2"], {("r1", "a2"), ("r3", "a1"), ("r3", "a2")}),
        (["r1"], "all", {("r1", "a2"), ("r1", "a3")}),
    ],
)
def test_taking_an_answer_away_leaves_every_other_answer(
    requirements: list[str], activities: Any, left: set[tuple[str, str]]
) -> None:
    series = planned(adaptations=[{"id": "d1", "requirements": requirements, "activities": activities, "what": "x"}])
    plan = series.plan("s1")
    assert adapted(after(series, take_answer_away(series, plan, cells(plan)["r1", "a1"]))) == left


def test_taking_a_by_design_answer_away_opens_the_cell() -> None:
    series = planned(by_design=[{"requirement": "r1", "activity": "a1"}])
    plan = series.plan("s1")
    there = after(series, take_answer_away(series, plan, cells(plan)["r1", "a1"]))
    assert cells(there)["r1", "a1"].answer is Answered.NOT_YET


def test_a_change_that_is_split_says_once_how_it_went_and_how_long_it_takes_to_set_up() -> None:
    said = {"verdict": "worked", "then": "keep", "verdict_note": "n", "carried": "parked", "setup_minutes": 5}
    both = {"requirements": ["r1", "r3"], "activities": ["a1", "a2"], "barriers": ["feeling-safe"], "kit": ["lamp"]}
    series = planned(adaptations=[{"id": "d1", "what": "x", **both, **said}])
    plan = series.plan("s1")
    kept, split = after(series, take_answer_away(series, plan, cells(plan)["r1", "a1"])).adaptations
    assert (kept.verdict, kept.setup_minutes, kept.requirements) == ("worked", 5, ("r3",))
    assert (split.verdict, split.then, split.verdict_note, split.carried) == (None, None, None, None)
    assert (split.setup_minutes, split.requirements, split.barriers, split.kit) == (0, ("r1",), (), ("lamp",))


def test_two_changes_that_one_reply_names_are_taken_away_together() -> None:
    held = [{"id": id, "requirements": ["r1"], "activities": ["a1"], "what": id} for id in ("d1", "d2")]
    session = {"id": "s1", "title": "T", "activities": DAY, "adaptations": held}
    replies = [{"check": "E02", "session": "s1", "lines": ["d1", "d2"], "reply": "acted on"}]
    series = a_series(people=PEOPLE, team=TEAM, sessions=[session], replies=replies)
    plan = series.plan("s1")
    changes = take_answer_away(series, plan, cells(plan)["r1", "a1"])
    assert len({change.key for change in changes}) == len(changes)
    assert not series.after(changes).replies


def test_a_change_for_one_person_stays_theirs() -> None:
    own = LibraryAdaptation.made(id="A67", title="One switch", reach="one")
    series = planned()
    first = series.after(answer(series.plan("s1"), chosen(series.plan("s1"), ("r1", "a1")), own))
    plan = after(first, answer(first.plan("s1"), chosen(first.plan("s1"), ("r3", "a1")), own))
    assert [d.requirements for d in plan.adaptations] == [("r1",), ("r3",)]


_PLACES = [
    ("r1", "a1"),
    ("r1", "a2"),
    ("r1", "a3"),
    ("r2", "a2"),
    ("r2", "a3"),
    ("r3", "a1"),
    ("r3", "a2"),
    ("r3", "a3"),
]
_ADAPTATIONS = st.lists(
    st.fixed_dictionaries(
        {
            "requirements": st.lists(st.sampled_from(["r1", "r2", "r3"]), unique=True),
            "activities": st.just("all") | st.lists(st.sampled_from(["a1", "a2", "a3"]), unique=True),
            "library": st.sampled_from(["A08", None]),
            "what": st.sampled_from(["Wait five breaths", "Own words"]),
        }
    ),
    max_size=3,
)


@settings(deadline=None)
@given(
    held=_ADAPTATIONS,
    wanted=st.lists(st.sampled_from(_PLACES), min_size=1, unique=True),
    source=st.sampled_from([ENTRY, "Own words", 0]),
)
def test_answering_answers_exactly_what_was_asked(
    held: list[dict[str, Any]], wanted: list[tuple[str, str]], source: Any
) -> None:
    series = planned(adaptations=[{"id": f"d{n}", **fields} for n, fields in enumerate(held)])
    plan = series.plan("s1")
    if source == 0:
        source = plan.adaptations[0] if plan.adaptations else ENTRY
    there = after(series, answer(plan, chosen(plan, *wanted), source))
    assert adapted(there) == adapted(plan) | set(wanted)


@settings(deadline=None)
@given(held=_ADAPTATIONS, place=st.sampled_from(_PLACES))
def test_taking_away_takes_exactly_one_cell(held: list[dict[str, Any]], place: tuple[str, str]) -> None:
    series = planned(adaptations=[{"id": f"d{n}", **fields} for n, fields in enumerate(held)])
    plan = series.plan("s1")
    there = after(series, take_answer_away(series, plan, cells(plan)[place]))
    assert adapted(there) == adapted(plan) - {place}

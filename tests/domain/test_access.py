"""The grid: where a requirement bites, and whether it is by design, adapted or not yet."""

from __future__ import annotations

from typing import Any

import pytest
from tests.plans import a_plan

from amie_planner.domain.access import Answered, adapts, bites, grid, requirements
from amie_planner.domain.plan import Plan

SKY: dict[str, Any] = {"id": "p1", "requirements": [{"id": "r1"}, {"id": "r2", "where": ["play", "perform"]}]}
MOSS: dict[str, Any] = {"id": "p2", "requirements": [{"id": "r3", "active": False}, {"id": "r4", "where": ["sing"]}]}
DAY = [
    {"id": "a1", "kind": "sing"},
    {"id": "a2", "kind": "play"},
    {"id": "a3", "kind": "break"},
    {"id": "a4", "kind": "play", "skip": True},
    {"id": "a5"},
]


def planned(**session: Any) -> Plan:
    return a_plan(parts={"people": [SKY, MOSS]}, activities=DAY, **session)


def answers(**session: Any) -> dict[str, Answered]:
    return {cell.id: cell.answer for cell in grid(planned(**session))}


def test_only_active_requirements_of_people_who_are_expected_are_read() -> None:
    assert [r.id for r in requirements(planned())] == ["r1", "r2", "r4"]
    assert [r.id for r in requirements(planned(not_expected=["p1"]))] == ["r4"]


def test_there_is_a_cell_wherever_a_requirement_bites_in_a_counted_activity() -> None:
    assert list(answers()) == ["r1/a1", "r1/a2", "r1/a5", "r2/a2", "r4/a1"]
    assert set(answers().values()) == {Answered.NOT_YET}


@pytest.mark.parametrize(
    ("requirement", "activity", "holds"), [("r1", "a5", True), ("r2", "a2", True), ("r2", "a5", False)]
)
def test_a_requirement_bites_in_the_kinds_it_names_or_everywhere(requirement: str, activity: str, holds: bool) -> None:
    plan = planned()
    need = next(r for r in plan.requirements if r.id == requirement)
    assert bites(need, next(a for a in plan.activities if a.id == activity)) is holds


@pytest.mark.parametrize(
    ("adaptation", "adapted"),
    [
        ({"activities": "all", "requirements": ["r1"]}, ["r1/a1", "r1/a2", "r1/a5"]),
        ({"activities": ["a2", "a3"], "requirements": ["r1", "r2"]}, ["r1/a2", "r2/a2"]),
        ({"activities": [], "requirements": ["r1"]}, []),
        ({"activities": "all", "barriers": ["feeling-safe"]}, []),
        ({"activities": ["a4"], "requirements": ["r1", "r2"]}, []),
    ],
)
def test_an_adaptation_answers_the_requirements_and_activities_that_it_names(
    adaptation: dict[str, Any], adapted: list[str]
) -> None:
    found = answers(adaptations=[{"id": "d1", **adaptation}])
    assert [id for id, answer in found.items() if answer is Answered.ADAPTED] == adapted


def test_by_design_comes_before_adapted_and_both_say_what_answers() -> None:
    adaptations = [
        {"id": "d1", "activities": "all", "requirements": ["r1"]},
        {"id": "d2", "activities": ["a1"], "requirements": ["r1"]},
    ]
    by_design = [
        {"requirement": "r1", "activity": "a2", "how": "first"},
        {"requirement": "r1", "activity": "a2", "how": "second"},
        {"requirement": "r2", "activity": "a1"},
    ]
    cells = {cell.id: cell for cell in grid(planned(adaptations=adaptations, by_design=by_design))}
    assert cells["r1/a2"].answer is Answered.BY_DESIGN
    assert [getattr(met, "how", None) for met in cells["r1/a2"].by] == ["first"]
    assert [record.id for record in cells["r1/a1"].by] == ["d1", "d2"]
    assert cells["r2/a2"].by == ()


def test_an_adaptation_is_asked_about_one_pair() -> None:
    plan = planned(adaptations=[{"id": "d1", "activities": ["a1"], "requirements": ["r1"]}])
    song, drums = plan.activities[:2]
    one, other = plan.requirements[:2]
    assert adapts(plan.adaptations[0], one, song)
    assert not adapts(plan.adaptations[0], one, drums)
    assert not adapts(plan.adaptations[0], other, song)

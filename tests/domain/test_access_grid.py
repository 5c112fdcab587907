"""The access grid as rows and cells: people with what is in their way, or the barriers that are expected."""

from __future__ import annotations

from typing import Any

from tests.plans import a_plan

from amie_planner.domain.access import Answered, grid
from amie_planner.domain.access_grid import open_cells, rows
from amie_planner.domain.plan import Plan
from amie_planner.domain.vocabulary import Barrier

SKY: dict[str, Any] = {
    "id": "p1",
    "requirements": [{"id": "r1", "barrier": "repertoire"}, {"id": "r2", "where": ["play"]}],
}
RIVER: dict[str, Any] = {"id": "p2", "asked_about_access": True}
DAY = [{"id": "a1", "kind": "sing"}, {"id": "a2", "kind": "play"}, {"id": "a3", "kind": "break"}]


def planned(**session: Any) -> Plan:
    return a_plan(parts={"people": [SKY, RIVER]}, activities=DAY, **session)


def said(plan: Plan) -> dict[tuple[str, str], Answered | None]:
    return {(cell.need.id, cell.activity.id): cell.answer for row in rows(plan) for cell in row.cells}


def test_a_row_is_a_requirement_and_a_person_with_none_has_a_row_that_asks_nothing() -> None:
    needs = [row.need for row in rows(planned())]
    assert [need.id for need in needs] == ["r1", "r2", "person/p2"]
    assert [need.asks for need in needs] == [True, True, False]
    assert [need.barrier for need in needs] == [Barrier.REPERTOIRE, None, None]


def test_a_cell_says_nothing_where_it_is_not_in_the_way() -> None:
    assert said(planned()) == {
        ("r1", "a1"): Answered.NOT_YET,
        ("r1", "a2"): Answered.NOT_YET,
        ("r2", "a1"): None,
        ("r2", "a2"): Answered.NOT_YET,
        ("person/p2", "a1"): None,
        ("person/p2", "a2"): None,
    }
    assert [(c.need.id, c.activity.id) for c in open_cells(rows(planned()))] == [
        ("r1", "a1"),
        ("r1", "a2"),
        ("r2", "a2"),
    ]


def test_the_rows_and_the_grid_that_is_checked_agree() -> None:
    plan = planned(
        adaptations=[{"id": "d1", "activities": "all", "requirements": ["r2"]}],
        by_design=[{"requirement": "r1", "activity": "a2"}],
    )
    here = {f"{need}/{activity}": answer for (need, activity), answer in said(plan).items() if answer}
    assert here == {cell.id: cell.answer for cell in grid(plan)}


def test_where_nobody_is_listed_rows_are_the_barriers_that_are_expected_or_answered() -> None:
    plan = a_plan(
        activities=DAY,
        expects=["feeling-safe"],
        adaptations=[{"id": "d1", "activities": ["a1"], "barriers": ["repertoire"], "what": "Ask for songs"}],
        by_design=[{"barrier": "feeling-safe", "activity": "a2"}],
    )
    assert said(plan) == {
        ("barrier/feeling-safe", "a1"): Answered.NOT_YET,
        ("barrier/feeling-safe", "a2"): Answered.BY_DESIGN,
        ("barrier/repertoire", "a1"): Answered.ADAPTED,
        ("barrier/repertoire", "a2"): Answered.NOT_YET,
    }


def test_expected_barriers_do_not_stand_beside_people() -> None:
    assert [row.need.id for row in rows(planned(expects=["feeling-safe"]))] == ["r1", "r2", "person/p2"]

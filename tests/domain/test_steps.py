"""Steps: where each activity stands in the room, whichever day, night or clock it was begun by."""

from __future__ import annotations

from typing import Any

import pytest
from tests.plans import a_plan

from amie_planner.domain.steps import State, Step, began_at, blocks, near, times_in_the_room

ACTIVITIES = [
    {"id": "a1", "minutes": 10},
    {"id": "a2", "minutes": 10, "strand": "Strings"},
    {"id": "a3", "minutes": 5, "strand": "Drums"},
    {"id": "b1", "minutes": 5, "skip": True},
    {"id": "a4", "minutes": 5, "strand": "Drums"},
    {"id": "a5", "minutes": 5},
]


def steps(at: int = 610, activities: list[dict[str, Any]] = ACTIVITIES, **session: Any) -> dict[str, Step]:
    plan = a_plan(activities=activities, **({"date": "2026-09-08", "start": "10:00"} | session))
    times = times_in_the_room(plan)
    found = blocks(times, plan.session, began_at(plan.session, times, at))
    return {step.activity.id: step for block in found for lane in block for step in lane}


def test_groups_stand_side_by_side_and_plan_b_nowhere():
    plan = a_plan(activities=ACTIVITIES)
    found = blocks(times_in_the_room(plan), plan.session, None)
    assert [[[s.activity.id for s in lane] for lane in block] for block in found] == [
        [["a1"]],
        [["a2"], ["a3", "a4"]],
        [["a5"]],
    ]


def test_what_is_recorded_says_where_an_activity_stands():
    actual = {
        "a1": {"start": "10:02", "minutes": 9},
        "a2": {"start": "10:11", "added": 5},
        "a3": {"skipped": True},
        "a4": {"minutes": 4},
    }
    found = steps(actual=actual)
    assert {id: step.state for id, step in found.items()} == {
        "a1": State.DONE,
        "a2": State.UNDER_WAY,
        "a3": State.SKIPPED,
        "a4": State.DONE,
        "a5": State.TO_COME,
    }
    assert (found["a1"].start, found["a1"].end) == (602, 611)
    assert (found["a2"].length, found["a2"].end) == (15, None)
    assert found["a4"].end is None


def test_plan_b_that_was_begun_all_the_same_has_its_place():
    assert steps(actual={"b1": {"start": "10:15"}})["b1"].state is State.UNDER_WAY


@pytest.mark.parametrize(
    ("minutes", "added", "length"), [(None, None, None), (None, 5, 5), (10, None, 10), (10, 3, 13)]
)
def test_what_was_given_in_the_room_belongs_to_the_length(minutes: int | None, added: int | None, length: int | None):
    given = {"id": "a1", "minutes": minutes}
    found = steps(activities=[given], actual={"a1": {"start": "10:00", "added": added}})
    assert found["a1"].length == length


def test_a_session_without_a_start_is_planned_from_when_it_began():
    assert [step.planned for step in steps(start=None).values()] == [None] * 5
    begun = steps(start=None, actual={"a1": {"start": "10:03"}})
    assert [step.planned for step in begun.values()] == [603, 613, 613, 618, 623]


def test_across_midnight_minutes_go_on():
    late = {"a1": {"start": "23:58", "minutes": 10}, "a2": {"start": "00:08"}}
    found = steps(at=1450, start="23:55", actual=late)
    assert (found["a1"].start, found["a2"].start) == (1438, 1448)


def test_begun_after_midnight_it_is_the_night_of_its_day():
    assert steps(at=1450, start="23:30", actual={"a1": {"start": "00:05"}})["a1"].start == 1445


def test_before_midnight_for_one_planned_after_it():
    assert steps(at=-5, start="00:10", actual={"a1": {"start": "23:50"}})["a1"].start == -10


def test_without_a_date_it_began_in_the_last_day():
    assert steps(at=5, date=None, actual={"a1": {"start": "23:50"}})["a1"].start == -10
    assert steps(at=600, date=None, actual={"a1": {"start": "10:30"}})["a1"].start == 630


def test_a_date_that_is_yet_to_come_does_not_put_what_was_begun_into_the_future():
    assert steps(at=610 - 1440, actual={"a1": {"start": "10:02"}})["a1"].start == 602 - 1440


@pytest.mark.parametrize(("minute", "other", "found"), [(5, 1435, 1445), (1435, 5, -5), (600, 610, 600), (0, 720, 0)])
def test_the_nearest_minute_is_less_than_half_a_day_away(minute: int, other: int, found: int):
    assert near(minute, other) == found

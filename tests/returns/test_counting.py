"""Counts of sessions: which are in a period, in which order, and what each figure means."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain.plan import Plan, Series
from amie_planner.errors import AmieError
from amie_planner.returns.counting import SessionCount, sessions

FIRST, LAST = date(2026, 9, 1), date(2026, 9, 30)


def counted(**session: Any) -> SessionCount:
    series = a_series(
        people=[{"id": "p1"}, {"id": "p2"}],
        sessions=[{"id": "s1", "title": "One", "date": "2026-09-08", **session}],
    )
    return sessions([series], FIRST, LAST)[0]


def test_both_days_of_the_period_are_in_it_and_undated_sessions_are_in_none() -> None:
    days = ["2026-08-31", "2026-09-01", "2026-09-30", "2026-10-01", None]
    series = a_series(sessions=[{"id": f"s{n}", "title": str(n), "date": day} for n, day in enumerate(days)])
    assert [held.session for held in sessions([series], FIRST, LAST)] == ["1", "2"]
    assert [held.session for held in sessions([series], FIRST, FIRST)] == ["1"]


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(AmieError, match="ends before it begins"):
        sessions([], LAST, FIRST)


def test_sessions_come_by_date_start_programme_and_number() -> None:
    day = "2026-09-08"
    b = a_series(
        programme={"uid": "2", "title": "B"},
        sessions=[
            {"id": "s1", "title": "B late", "date": day, "start": "14:00"},
            {"id": "s2", "title": "B no start", "date": day},
            {"id": "s3", "title": "B two", "date": day, "start": "10:00", "number": 2},
            {"id": "s4", "title": "B one", "date": day, "start": "10:00", "number": 1},
            {"id": "s5", "title": "B no number", "date": day, "start": "10:00"},
            {"id": "s6", "title": "B before", "date": "2026-09-07", "start": "20:00"},
        ],
    )
    a = a_series(
        programme={"uid": "1", "title": "A"},
        sessions=[{"id": "s1", "title": "A", "date": day, "start": "10:00", "number": 9}],
    )
    order = ["B before", "A", "B one", "B two", "B no number", "B late", "B no start"]
    assert [held.session for held in sessions([b, a], FIRST, LAST)] == order
    assert sessions([a, b], FIRST, LAST) == sessions([b, a], FIRST, LAST)


def test_two_programmes_of_one_title_stay_apart() -> None:
    def programme(uid: str) -> Series:
        both = [{"id": f"s{n}", "title": f"{uid} {n}", "date": "2026-09-08", "number": n} for n in (1, 2)]
        return a_series(programme={"uid": uid, "title": "A"}, sessions=both)

    found = sessions([programme("2"), programme("1")], FIRST, LAST)
    assert [held.session for held in found] == ["1 1", "1 2", "2 1", "2 2"]


def test_a_session_without_a_status_is_planned() -> None:
    assert counted().status == "planned"
    assert counted(status="cancelled").status == "cancelled"


ACTIVITIES = [
    {"id": "a1", "minutes": 5},
    {"id": "a2", "minutes": 10, "kind": "break"},
    {"id": "a3", "minutes": 20, "skip": True},
    {"id": "a4"},
]


PINNED = {"id": "a2", "minutes": 10, "pinned_start": "10:10"}


@pytest.mark.parametrize(
    ("session", "minutes"),
    [
        ({"minutes": 45, "activities": ACTIVITIES}, 45),
        ({"minutes": 0, "activities": ACTIVITIES}, 0),
        ({"activities": ACTIVITIES}, 15),
        ({"activities": [{"id": "a1", "minutes": 30, "strand": "x"}, {"id": "a2", "minutes": 20, "strand": "y"}]}, 30),
        ({"activities": [{"id": "a1", "minutes": 30, "pinned_start": "10:00"}]}, 30),
        ({"activities": [{"id": "a1", "minutes": 0}]}, 0),
        ({"activities": [{"id": "a1", "minutes": 35}, PINNED]}, 45),
        ({"activities": [{"id": "a0"}, PINNED | {"skip": True}, {"id": "a1", "minutes": 35}]}, 35),
        ({"activities": [{"id": "a1", "minutes": 5}, PINNED, PINNED | {"id": "a3", "pinned_start": "10:30"}]}, 35),
        ({"start": "10:00", "activities": [{"id": "a1", "minutes": 5}, PINNED]}, 20),
        ({"start": "00:00", "activities": [{"id": "a1", "minutes": 5}, PINNED]}, 620),
        ({"activities": [{"id": "a1", "minutes": 20}, PINNED | {"pinned_start": "00:10"}]}, 20),
        (
            {
                "activities": [
                    {"id": "a1", "minutes": 20, "strand": "x"},
                    PINNED | {"strand": "y"},
                    {"id": "a3", "minutes": 5},
                ]
            },
            25,
        ),
        ({"activities": [{"id": "a1"}, {"id": "a2", "minutes": 9, "skip": True}]}, None),
        ({}, None),
    ],
)
def test_planned_minutes_are_the_sessions_length_or_its_running_orders(session: dict[str, Any], minutes: int) -> None:
    assert counted(**session).minutes_planned == minutes


@pytest.mark.parametrize(
    ("actual", "minutes"),
    [
        ({"a1": {"minutes": 7}, "a2": {"minutes": 11}}, 18),
        ({"a3": {"minutes": 4, "start": "10:02"}}, 4),
        ({"a1": {"minutes": 0}}, 0),
        ({"a1": {"start": "10:02"}}, None),
        ({}, None),
    ],
)
def test_actual_minutes_are_those_recorded_and_blank_when_none_is(actual: dict[str, Any], minutes: int | None) -> None:
    pinned = [a | {"pinned_start": "11:00"} for a in ACTIVITIES]
    assert counted(minutes=45, start="10:00", activities=pinned, actual=actual).minutes_actual == minutes


def test_actual_minutes_side_by_side_count_once() -> None:
    activities = [{"id": "a1", "strand": "x"}, {"id": "a2", "strand": "y"}, {"id": "a3"}]
    actual = {"a1": {"minutes": 20}, "a2": {"minutes": 15}, "a3": {"minutes": 5}}
    assert counted(activities=activities, actual=actual).minutes_actual == 25


def test_strands_that_were_apart_stay_apart_when_nothing_is_recorded_of_what_was_between() -> None:
    activities = [{"id": "a1", "strand": "x"}, {"id": "a2", "minutes": 9}, {"id": "a3", "strand": "y"}]
    actual = {"a1": {"minutes": 10}, "a3": {"minutes": 10}}
    assert counted(activities=activities, actual=actual).minutes_actual == 20
    activities[1]["skip"] = True
    assert counted(activities=activities, actual=actual).minutes_actual == 10


def test_activities_leave_out_plan_b_and_breaks_and_adaptations_those_for_them_alone() -> None:
    adaptations = [
        {"id": "d1", "activities": "all"},
        {"id": "d2"},
        {"id": "d3", "activities": ["a3", "a1"]},
        {"id": "d4", "activities": ["a2", "a3"]},
    ]
    found = counted(activities=ACTIVITIES, adaptations=adaptations)
    assert (found.activities, found.adaptations_planned) == (2, 3)


@pytest.mark.parametrize(
    ("register", "came"),
    [
        ({"mode": "people", "people": {"p1": "present", "p2": "late"}, "walk_ins": 1, "headcount": 9}, 3),
        ({"mode": "headcount", "headcount": 9, "walk_ins": 1}, 9),
        ({"mode": "people", "people": {"p1": "not taken"}}, None),
        ({"mode": "people", "people": {"p1": "absent", "p2": "absent"}}, 0),
        ({"mode": "people", "people": {"p1": "absent"}}, None),
        ({"mode": "people", "people": {"p1": "absent", "p2": "not taken"}}, None),
        ({"mode": "people", "people": {"p1": "present", "p2": "not taken"}}, 1),
        ({"people": {"p1": "absent"}}, None),
        (None, None),
    ],
)
def test_attendance_is_blank_when_the_register_was_not_taken(register: Any, came: int | None) -> None:
    assert counted(register=register).attendance == came


def test_who_is_expected_is_known_without_a_plan_of_each_session() -> None:
    class Whole(Series):
        def plan(self, session: str) -> Plan:
            raise AssertionError("a plan of each session reads all before it")

    held = a_series(people=[{"id": "p1"}], sessions=[{"id": "s1", "title": "One", "date": "2026-09-08"}])
    whole = Whole(programme=held.programme, people=held.people, sessions=held.sessions)
    assert len(sessions([whole], FIRST, LAST)) == 1

"""Setting up: what is before the start and what is in place, the minutes there are for it, and what is lacking."""

from __future__ import annotations

from typing import Any

import pytest
from tests.plans import a_plan

from amie_planner.domain.plan import Plan
from amie_planner.domain.setting_up import SettingUp, SetUps, setting_up

PLAY = {"id": "a1", "kind": "play", "minutes": 10}


def found(*adaptations: dict[str, Any], activities: Any = (PLAY,), **session: Any) -> SettingUp:
    return setting_up(planned(*adaptations, activities=activities, **session))


def planned(*adaptations: dict[str, Any], activities: Any = (PLAY,), **session: Any) -> Plan:
    named = [{"id": f"d{n}", "activities": "all"} | fields for n, fields in enumerate(adaptations, 1)]
    return a_plan(activities=list(activities), adaptations=named, **session)


def before(*adaptations: dict[str, Any], **rest: Any) -> SetUps:
    result = found(*adaptations, **rest).before
    assert result is not None
    return result


def in_place(*kinds: Any, minutes: int = 4) -> SetUps:
    """What is set up in place for the last of these activities, each a kind and its minutes or all its fields."""
    activities = [
        {"id": f"a{n}"} | (kind if isinstance(kind, dict) else {"kind": kind, "minutes": 3})
        for n, kind in enumerate(kinds, 1)
    ]
    change = {"activities": [activities[-1]["id"]], "set_up": "in place", "setup_minutes": minutes}
    [result] = found(change, activities=activities).in_place
    return result


def test_nothing_to_set_up_asks_for_nothing():
    assert found({}, {"setup_minutes": 0}, {"setup_minutes": 0, "set_up": "in place"}) == SettingUp(None, ())


@pytest.mark.parametrize("when", [{}, {"set_up": "before the start"}])
def test_before_the_start_is_the_default_and_the_minutes_add_up(when: dict[str, str]):
    both = before({"setup_minutes": 5} | when, {"setup_minutes": 2}, {}, ready_minutes=15)
    assert (both.minutes, both.room, both.short, both.activity) == (7, 15, 0, None)
    assert [d.id for d in both.adaptations] == ["d1", "d2"]


@pytest.mark.parametrize(("ready", "short"), [(5, 0), (4, 1), (0, 5)])
def test_what_is_more_than_the_minutes_to_get_ready_is_lacking(ready: int, short: int):
    assert before({"setup_minutes": 5}, ready_minutes=ready).short == short


def test_where_the_minutes_to_get_ready_are_not_recorded_nothing_is_known_to_be_lacking():
    opening = [{"id": "a0", "kind": "set-up", "minutes": 30}, PLAY]
    asked = before({"setup_minutes": 5}, activities=opening)
    assert (asked.room, asked.short) == (None, 0)


def test_set_up_and_arriving_that_open_the_session_are_time_to_get_ready():
    opening = [
        {"id": "a2", "kind": "set-up", "minutes": 3},
        {"id": "a3", "kind": "play", "minutes": 20, "skip": True},
        {"id": "a4", "kind": "set-up", "minutes": 40, "skip": True},
        {"id": "a5", "kind": "arrive", "minutes": 4},
        {"id": "a6", "kind": "arrive"},
        PLAY,
        {"id": "a7", "kind": "set-up", "minutes": 9},
    ]
    assert before({"setup_minutes": 5}, activities=opening, ready_minutes=10).room == 17


def test_a_break_at_the_beginning_is_no_time_to_get_ready():
    opening = [{"id": "a2", "kind": "break", "minutes": 3}, {"id": "a3", "kind": "arrive", "minutes": 4}, PLAY]
    assert before({"setup_minutes": 5}, activities=opening, ready_minutes=10).room == 10


@pytest.mark.parametrize("kind", ["set-up", "arrive", "break"])
def test_in_place_has_the_minutes_directly_before_its_activity(kind: str):
    asked = in_place("play", kind, "play")
    assert (asked.minutes, asked.room, asked.short) == (4, 3, 1)
    assert asked.activity is not None and asked.activity.id == "a3"


def test_the_minutes_before_are_unbroken_and_plan_b_neither_adds_nor_breaks():
    skipped = {"kind": "play", "minutes": 9, "skip": True}
    late_break = {"kind": "break", "minutes": 9, "skip": True}
    assert in_place("break", "play", "break", skipped, late_break, "arrive", "play").room == 6
    assert in_place("break", "play", {"kind": "play"}).room == 0


def test_in_place_counts_once_before_its_first_counted_activity():
    activities = [
        {"id": "a1", "kind": "play", "minutes": 5, "skip": True},
        {"id": "a2", "kind": "break", "minutes": 5},
        {"id": "a3", "kind": "play", "minutes": 5},
        {"id": "a4", "kind": "play", "minutes": 5},
    ]
    asked = found(
        {"activities": ["a4", "a3", "a1", "a2"], "set_up": "in place", "setup_minutes": 4},
        {"activities": "all", "set_up": "in place", "setup_minutes": 3},
        {"activities": ["a4"], "set_up": "in place", "setup_minutes": 1},
        activities=activities,
    )
    assert asked.before is None
    assert [(s.activity and s.activity.id, s.minutes, s.room, s.short) for s in asked.in_place] == [
        ("a3", 7, 5, 2),
        ("a4", 1, 0, 1),
    ]


def test_what_belongs_to_plan_b_or_a_break_alone_is_not_asked_for():
    activities = [{"id": "a1", "skip": True}, {"id": "a2", "kind": "break"}, {"id": "a3"}]
    for when in ("in place", "before the start"):
        change = {"activities": ["a1", "a2"], "set_up": when, "setup_minutes": 4}
        assert found(change, activities=activities) == SettingUp(None, ())


def test_what_names_no_activity_is_set_up_before_the_start_unless_it_is_in_place():
    assert before({"activities": [], "setup_minutes": 4}).minutes == 4
    assert found({"activities": [], "setup_minutes": 4, "set_up": "in place"}) == SettingUp(None, ())

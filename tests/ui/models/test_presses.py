"""What may be pressed in the room: nothing that would do nothing, and nothing unusual without the leader's word."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from tests.plans import a_plan

from amie_planner.domain.plan import Plan
from amie_planner.domain.running import running
from amie_planner.ui.models.presses import may_begin, may_press, to_agree, to_begin, unusual

BACK = "Back undoes all of that until the window is closed; later it takes back only the new minutes."
MOVED = "It is planned for Tuesday 8 September 2026."
ACTIVITIES: list[dict[str, Any]] = [
    {"id": "a1", "minutes": 10},
    {"id": "s1", "minutes": 20, "strand": "Strings"},
    {"id": "d1", "minutes": 5, "strand": "Drums"},
    {"id": "a2", "minutes": 5},
]
FIRST = {"a1": {"start": "10:00"}}
GROUPS = {"a1": {"start": "10:00", "minutes": 10}, "s1": {"start": "10:10"}, "d1": {"start": "10:10"}}
DRUMS_WAIT = GROUPS | {"d1": {"start": "10:10", "minutes": 5}}
LAST = {id: {"start": "10:10", "minutes": 5} for id in ("a1", "s1", "d1")} | {"a2": {"start": "10:30"}}


def planned(**session: Any) -> Plan:
    return a_plan(**({"activities": ACTIVITIES, "date": "2026-09-08", "start": "10:00", "minutes": 40} | session))


def pressable(clock: str, strand: str = "", **session: Any) -> set[str]:
    plan, now = planned(**session), datetime.fromisoformat(f"2026-09-08T{clock}")
    return {does for does, may in may_press(running(plan, now), plan, now, strand).items() if may}


ALL = {"go", "back", "one", "five", "skip"}


@pytest.mark.parametrize(
    ("actual", "strand", "may"),
    [
        ({}, "", {"go"}),
        (FIRST, "", ALL - {"skip"}),
        (GROUPS, "Drums", ALL - {"skip"}),
        (DRUMS_WAIT, "Drums", {"back"}),
        (DRUMS_WAIT, "Strings", ALL - {"back"}),
        (LAST, "", ALL - {"skip"}),
    ],
)
def test_what_would_change_nothing_is_not_pressed(actual: dict[str, Any], strand: str, may: set[str]):
    assert pressable("10:31", strand, actual=actual) == may


def test_once_it_is_over_it_is_only_opened_again():
    assert pressable("10:50", actual=LAST, ended="10:40", status="delivered") == {"back"}


@pytest.mark.parametrize("given", [{"activities": []}, {"activities": [{"id": "b1", "skip": True}]}])
def test_without_an_activity_nothing_is_pressed(given: dict[str, Any]):
    assert pressable("10:00", **given) == set()


def test_one_that_was_held_on_another_day_is_not_begun_again():
    there, then = datetime(2026, 9, 8, 11), datetime(2027, 1, 11, 9)
    held = {"status": "delivered"}, {"actual": FIRST, "ended": "10:30"}, {"reflection": {"went_well": "Drums"}}
    for plan in (planned(**written) for written in held):
        assert [may_begin(running(plan, now), plan, now) for now in (there, then)] == [True, False]


@pytest.mark.parametrize(
    ("given", "when", "said", "does", "agree"),
    [
        ({}, "2026-09-08T09:50", "", "", "Begin it"),
        ({"date": None}, "2026-09-08T09:50", "", "", "Begin it"),
        ({}, "2026-09-11T09:50", MOVED, "moves it to today", "Begin it today"),
        ({"status": "cancelled"}, "2026-09-08T09:50", "It is cancelled.", "makes it planned again", "Begin it"),
        (
            {"status": "cancelled"},
            "2026-09-11T09:50",
            f"{MOVED} It is cancelled.",
            "moves it to today and makes it planned again",
            "Begin it today",
        ),
        (
            {"status": "delivered"},
            "2026-09-08T09:50",
            "It is marked as delivered.",
            "makes it planned again",
            "Begin it",
        ),
    ],
)
def test_what_is_unusual_has_to_be_agreed_to(given: dict[str, Any], when: str, said: str, does: str, agree: str):
    plan, now = planned(**given), datetime.fromisoformat(when)
    assert " ".join(fact for fact, _ in unusual(plan, now)) == said
    assert (to_agree(plan, now), to_begin(plan, now)) == (f"{said} Beginning it {does}. {BACK}" if does else "", agree)


def test_that_minutes_go_has_to_be_agreed_to():
    plan = planned(actual={"a1": {"minutes": 8}}, status="delivered")
    said = "Its minutes are written down. Beginning it forgets them. " + BACK
    assert to_agree(plan, datetime(2026, 9, 8, 9)) == said
    plan = planned(actual={"a1": {"minutes": 8}})
    assert to_agree(plan, datetime(2026, 9, 9, 9)) == (
        f"{MOVED} Its minutes are written down. Beginning it moves it to today and forgets them. {BACK}"
    )

"""What is of a period: its sessions in their order, and what was said before, in and after it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.checks.example import a_term

from amie_planner.checks.period import Period, period


def a_period(*sessions: dict[str, Any], first: date | None = None, last: date | None = None, **parts: Any) -> Period:
    return period(a_term(*sessions, **parts), first, last)


def ids(held: Period) -> list[str]:
    return [plan.session.id for plan in held.plans]


def test_sessions_come_by_day_start_number_and_place_and_undated_ones_are_in_none() -> None:
    day = {"date": "2026-09-08"}
    sessions = (
        day | {"number": 3},
        day | {"number": 2},
        day,
        day | {"start": "10:00"},
        day | {"start": "09:30"},
        {"date": None},
        {"date": "2026-09-07"},
        day,
    )
    assert ids(a_period(*sessions)) == ["s7", "s5", "s4", "s2", "s1", "s3", "s8"]


@pytest.mark.parametrize(
    ("first", "last", "held"),
    [
        (None, None, ["s1", "s2", "s3", "s4"]),
        (date(2026, 9, 8), None, ["s2", "s3", "s4"]),
        (None, date(2026, 9, 14), ["s1", "s2"]),
        (date(2026, 9, 9), date(2026, 9, 15), ["s3"]),
        (date(2026, 9, 23), None, []),
    ],
)
def test_both_days_are_in_it_and_it_is_open_where_none_is_given(
    first: date | None, last: date | None, held: list[str]
) -> None:
    assert ids(a_period({}, {}, {}, {}, first=first, last=last)) == held


def test_drafts_and_cancelled_ones_are_left_out_and_only_delivered_ones_took_place() -> None:
    statuses = (None, "planned", "draft", "cancelled", "delivered")
    held = a_period(*({"status": status} for status in statuses))
    assert ids(held) == ["s1", "s2", "s5"]
    assert [plan.session.id for plan in held.delivered] == ["s5"]


def test_one_session_is_earlier_than_another_by_their_order_and_never_than_itself() -> None:
    held = a_period({"date": "2026-09-22"}, {"status": "draft"}, {"date": None})
    assert held.is_earlier("s2", "s1")
    assert held.is_earlier("s1", "s3")
    assert not held.is_earlier("s1", "s2")
    assert not held.is_earlier("s1", "s1")
    assert not held.is_earlier("s9", "s1")


def test_sessions_since_are_counted_from_the_session_or_the_day_it_was_said() -> None:
    voice = [
        {"id": "v1", "session": "s1"},
        {"id": "v2", "session": "s2", "date": "2026-01-01"},
        {"id": "v3", "date": "2026-09-08"},
        {"id": "v4", "date": "2026-08-31"},
        {"id": "v5"},
        {"id": "v6", "session": "s5"},
    ]
    held = a_period({}, {}, {"status": "cancelled"}, {}, {"date": None, "status": "draft"}, voice=voice)
    assert {v.id: held.sessions_since(v) for v in held.series.voice} == {
        "v1": 2,
        "v2": 1,
        "v3": 1,
        "v4": 3,
        "v5": 0,
        "v6": 0,
    }

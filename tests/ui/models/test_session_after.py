"""A new session comes after the last: its number, its day in the rhythm, and the time at which it starts."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain.plan import Series
from amie_planner.ui.models.session_after import after_the_last

HALF_TERM = {"from": "2026-10-26", "to": "2026-10-30"}


def held(*sessions: dict[str, Any], **programme: Any) -> Series:
    told = [{"id": f"s{n}", "title": f"Week {n}", **session} for n, session in enumerate(sessions, 1)]
    return a_series(programme={"uid": "u1", "title": "Sound makers", **programme}, sessions=told)


def test_the_first_of_a_programme_has_neither_day_nor_time():
    assert after_the_last(held()) == {"number": 1}


def test_it_goes_on_in_the_rhythm_at_the_same_time_and_leaves_the_holidays_free():
    two = ({"date": "2026-10-13", "start": "10:00"}, {"date": "2026-10-20", "start": "14:30"})
    after = {"number": 3, "date": date(2026, 10, 27), "start": time(14, 30)}
    assert after_the_last(held(*two)) == after
    assert after_the_last(held(*two, holidays=[HALF_TERM])) == after | {"date": date(2026, 11, 3)}


@pytest.mark.parametrize(
    ("numbers", "number"), [((None, None), 3), ((7, 8), 9), ((1, 1), 3)], ids=["none", "higher", "twice the same"]
)
def test_its_number_is_above_every_other_and_their_count(numbers: tuple[int | None, ...], number: int):
    assert after_the_last(held(*({"number": n} if n else {} for n in numbers)))["number"] == number


def test_no_day_is_made_up_where_none_is_free_or_the_last_has_none():
    for_good = [{"from": "2026-10-21", "to": "9999-12-31"}]
    assert after_the_last(held({"date": "2026-10-20"}, holidays=for_good))["date"] is None
    assert after_the_last(held({"date": "2026-10-20"}, {}))["date"] is None

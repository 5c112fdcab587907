"""Days are said with no more than one needs to know which is meant."""

from __future__ import annotations

from datetime import date

import pytest

from amie_planner.domain.days import ahead, near

TODAY = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("beside", "said"),
    [(date(2026, 1, 1), "8 September"), (date(2027, 1, 1), "8 September 2026"), (None, "8 September 2026")],
)
def test_the_year_is_said_where_it_is_another_or_none_is_known(beside: date | None, said: str):
    assert near(date(2026, 9, 8), beside) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 12, 31), "Today"),
        (date(2027, 1, 1), "Tomorrow"),
        (date(2027, 1, 2), "Saturday 2 January 2027"),
        (date(2026, 12, 30), "Wednesday 30 December"),
    ],
)
def test_today_and_tomorrow_go_by_their_names(day: date, said: str):
    assert ahead(day, TODAY) == said

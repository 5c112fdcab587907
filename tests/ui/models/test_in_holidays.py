"""Sessions over which a holiday was laid say so; those that are still to come are told, and no others."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain.plan import Series
from amie_planner.ui.models.in_holidays import in_holidays, lying, lying_said

HALF_TERM = {"label": "Half term", "from": "2026-10-26", "to": "2026-10-30"}
BEFORE, WITHIN, ALSO, AFTER = "2026-10-20", "2026-10-27", "2026-10-29", "2026-11-03"
TODAY = date(2026, 9, 1)


def held(*days: str, holiday: dict[str, str] = HALF_TERM, **session: Any) -> Series:
    sessions = [{"id": f"s{n}", "title": f"Week {n}", "date": day, **session} for n, day in enumerate(days, 1)]
    return a_series(programme={"uid": "u1", "title": "Sound makers", "holidays": [holiday]}, sessions=sessions)


def first(series: Series) -> str:
    return in_holidays(series, series.sessions[0])


def test_a_session_says_which_holiday_it_lies_in():
    assert first(held(WITHIN)) == "in the holidays: Half term"
    assert first(held(WITHIN, holiday={"from": WITHIN})) == "in the holidays"


@pytest.mark.parametrize(
    "session",
    [
        {"date": BEFORE},
        {"date": None},
        {"status": "cancelled"},
        {"status": "delivered"},
        {"register": {"headcount": 3}},
        {"reflection": {"went_well": "Drums"}},
    ],
    ids=["another day", "no day", "cancelled", "delivered", "a register was taken", "looked back"],
)
def test_what_lies_in_none_or_is_over_says_nothing(session: dict[str, Any]):
    series = held(WITHIN, **session)
    assert (first(series), lying(series, TODAY), lying_said(series, TODAY)) == ("", (), "")


def test_those_of_a_programme_are_told_in_order():
    series = held(ALSO, BEFORE, WITHIN, AFTER)
    assert [session.title for session in lying(series, TODAY)] == ["Week 3", "Week 1"]
    assert lying_said(series, TODAY) == "2 sessions lie in the holidays."
    assert lying_said(held(BEFORE, WITHIN), TODAY) == "‘Week 2’ lies in the holidays: Half term."


def test_a_day_that_is_over_is_told_no_more_and_still_says_where_it_lay():
    series, day = held(WITHIN, ALSO), date(2026, 10, 28)
    assert [session.title for session in lying(series, day)] == ["Week 2"]
    assert lying_said(series, day) == "‘Week 2’ lies in the holidays: Half term."
    assert lying(series, date(2026, 10, 30)) == () and lying_said(series, date(2026, 10, 30)) == ""
    assert first(series) == "in the holidays: Half term"
    assert [session.title for session in lying(series, date(2026, 10, 29))] == ["Week 2"]

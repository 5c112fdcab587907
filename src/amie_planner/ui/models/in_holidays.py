"""The sessions over which a holiday was laid, in words. None moves of itself: of those to come the leader is told."""

from __future__ import annotations

from datetime import date

from amie_planner.domain import words
from amie_planner.domain.moving import can_move, holiday_on
from amie_planner.domain.plan import Lines, Series
from amie_planner.domain.records import Session
from amie_planner.ui.workspace import shortened


def in_holidays(series: Series, lines: Lines) -> str:
    """in the holidays: Half term; nothing for a session that lies in none, or that was held or cancelled."""
    day = lines.session.date
    holiday = holiday_on(series.programme, day) if day else None
    if holiday is None or not can_move(lines, series):
        return ""
    return f"in the holidays: {shortened(holiday.label)}" if holiday.label else "in the holidays"


def lying(series: Series, today: date) -> tuple[Session, ...]:
    """The sessions that are still to come on a day and lie in the holidays, in order."""
    return tuple(lines.session for lines in _lying(series, today))


def lying_said(series: Series, today: date) -> str:
    """‘Week 8’ lies in the holidays: Half term. Nothing where none that is still to come does."""
    found = _lying(series, today)
    if len(found) == 1:
        return f"‘{shortened(found[0].session.title)}’ lies {in_holidays(series, found[0])}."
    return f"{words.sessions(len(found))} lie in the holidays." if found else ""


def _lying(series: Series, today: date) -> list[Lines]:
    ahead = (lines for lines in series.in_order() if lines.session.date and lines.session.date >= today)
    return [lines for lines in ahead if in_holidays(series, lines)]

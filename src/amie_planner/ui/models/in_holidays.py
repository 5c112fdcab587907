"""The sessions still to come over which a holiday was laid, in words. None moves of itself: the leader is told."""

from __future__ import annotations

from amie_planner.domain import words
from amie_planner.domain.moving import can_move, holiday_on
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Programme, Session
from amie_planner.ui.workspace import shortened


def in_holidays(programme: Programme, session: Session) -> str:
    """in the holidays: Half term; nothing for a session that lies in none, or that was held or cancelled."""
    holiday = holiday_on(programme, session.date) if session.date else None
    if holiday is None or not can_move(session):
        return ""
    return f"in the holidays: {shortened(holiday.label)}" if holiday.label else "in the holidays"


def lying(series: Series) -> tuple[Session, ...]:
    """The sessions that are still to come and lie in the holidays, in order."""
    ordered = (lines.session for lines in series.in_order())
    return tuple(session for session in ordered if in_holidays(series.programme, session))


def lying_said(series: Series) -> str:
    """‘Week 8’ lies in the holidays: Half term. Nothing where none does."""
    found = lying(series)
    if len(found) == 1:
        return f"‘{shortened(found[0].title)}’ lies {in_holidays(series.programme, found[0])}."
    return f"{words.sessions(len(found))} lie in the holidays." if found else ""

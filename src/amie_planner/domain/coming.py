"""What comes next: the sessions of the coming days, over all programmes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from amie_planner.domain.records import Programme, Session
from amie_planner.domain.vocabulary import Status

SOON = timedelta(days=7)
_OVER = (Status.CANCELLED, Status.DELIVERED)


@dataclass(frozen=True, slots=True)
class Coming:
    """A session that lies ahead, and its programme."""

    programme: Programme
    session: Session
    day: date


def coming(sessions: Iterable[tuple[Programme, Session]], today: date) -> tuple[Coming, ...]:
    """Of sessions with their programmes those of today and the seven days after, in order; if there is none, the first
    one later; else none."""
    ahead = sorted(
        (
            Coming(programme, session, session.date)
            for programme, session in sessions
            if session.date and session.date >= today and session.status not in _OVER
        ),
        key=lambda one: (one.day, one.session.start or time.max, one.programme.position, one.session.position),
    )
    soon = tuple(one for one in ahead if one.day <= today + SOON)
    return soon or tuple(ahead[:1])

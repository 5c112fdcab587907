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

    @property
    def since(self) -> time | None:
        """When it was begun, if it is under way: a laptop may have been shut in the middle of it."""
        began = [actual.start for actual in self.session.actual.values() if actual.start is not None]
        going = any(actual.start and actual.minutes is None for actual in self.session.actual.values())
        return min(began) if going and self.session.ended is None else None


def coming(sessions: Iterable[tuple[Programme, Session]], today: date) -> tuple[Coming, ...]:
    """Of sessions with their programmes those of today and the seven days after, in order, one that is under way first;
    if there is none, the first one later; else none."""
    ahead = sorted(
        (
            Coming(programme, session, session.date)
            for programme, session in sessions
            if session.date and session.date >= today and session.status not in _OVER
        ),
        key=_in_turn,
    )
    soon = tuple(one for one in ahead if one.day <= today + SOON)
    return soon or tuple(ahead[:1])


def _in_turn(one: Coming) -> tuple[bool, date, time, int, int]:
    session = one.session
    return one.since is None, one.day, session.start or time.max, one.programme.position, session.position

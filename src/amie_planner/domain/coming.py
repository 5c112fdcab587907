"""What comes next: the sessions of the coming days, over all programmes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from amie_planner.domain.plan import Series
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


def coming(programmes: Iterable[Series], today: date) -> tuple[Coming, ...]:
    """The sessions of today and the seven days after, in order; if there is none, the first one later; else none."""
    ahead = sorted(
        (
            Coming(series.programme, lines.session, lines.session.date)
            for series in programmes
            for lines in series.sessions
            if lines.session.date and lines.session.date >= today and lines.session.status not in _OVER
        ),
        key=lambda one: (one.day, one.session.start or time.max, one.programme.position, one.session.position),
    )
    soon = tuple(one for one in ahead if one.day <= today + SOON)
    return soon or tuple(ahead[:1])

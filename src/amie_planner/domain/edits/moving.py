"""A session is cancelled or moves to another day; terms and holidays come and go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from amie_planner.domain.changes import revise
from amie_planner.domain.edits.parts import Changes, if_different, lines_of
from amie_planner.domain.moving import Move, noted_absent
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Programme, Register, Session, Term
from amie_planner.domain.vocabulary import Status
from amie_planner.errors import AmieError

Stretches = Literal["terms", "holidays"]


def move(moves: Iterable[Move]) -> Changes:
    """Every session gets its new day. Absences noted for the old one belong to it and go; nothing else changes."""
    return tuple(revise(one.session, date=one.to, attendance=_of_any_day(one.session)) for one in moves)


def _of_any_day(session: Session) -> Register | None:
    if session.attendance is None or not noted_absent(session):
        return session.attendance
    left = session.attendance.revised(people={}, late={}, reasons={})
    return left if left != Register() else None


def cancel(series: Series, session: str) -> Changes:
    """A session stays where it is and counts as cancelled."""
    return if_different(lines_of(series, session).session, status=Status.CANCELLED)


def add_stretch(programme: Programme, which: Stretches) -> Changes:
    """A term or a holiday with nothing said of it yet, after the others."""
    return (revise(programme, **{which: (*getattr(programme, which), Term())}),)


def alter_stretch(programme: Programme, which: Stretches, at: int, fields: dict[str, Any]) -> Changes:
    """What is said of one of them, by its place. Raises AmieError where it would end before it begins."""
    held = list(getattr(programme, which))
    held[at] = now = held[at].revised(**fields)
    if now.starts and now.ends and now.ends < now.starts:
        raise AmieError("Its last day is before its first.", "Change one of the two days.")
    return if_different(programme, **{which: tuple(held)})


def remove_stretch(programme: Programme, which: Stretches, at: int) -> Changes:
    """One of them goes, by its place."""
    held = getattr(programme, which)
    return (revise(programme, **{which: (*held[:at], *held[at + 1 :])}),)


def keep_terms(programme: Programme, terms: Sequence[Term]) -> Changes:
    """These are the terms."""
    return if_different(programme, terms=tuple(terms))

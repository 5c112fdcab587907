"""What a leader does in the register: marks, late minutes and reasons, headcounts, walk-ins, long absences.

Each edit says which figures count from now on, and leaves those that do not count as they are. With the first mark
everybody who is expected has a line, and who is not marked is “not taken” in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from amie_planner.domain import days
from amie_planner.domain.attendance import attendance, mode_said
from amie_planner.domain.changes import Change, revise
from amie_planner.domain.edits.parts import Changes, if_different
from amie_planner.domain.edits.people import add_person
from amie_planner.domain.plan import Plan, Series, expected
from amie_planner.domain.records import Person, Register, Session
from amie_planner.domain.register import away_from, counts_by, mark_of, with_everyone, written
from amie_planner.domain.vocabulary import Mark, RegisterMode, Status
from amie_planner.errors import AmieError


def mark(plan: Plan, person: str, mark: Mark) -> Changes:
    """Marks somebody. Minutes late stay only with who is late, a reason only with who is absent."""
    return _by_person(plan, _marked(written(plan.session), person, mark))


def _marked(register: Register, person: str, mark: Mark, reason: str | None = None) -> Register:
    late = register.late if mark is Mark.LATE else _with(register.late, person, None)
    why = reason or register.reasons.get(person)
    reasons = _with(register.reasons, person, why if mark is Mark.ABSENT else None)
    return register.revised(people=_with(register.people, person, mark), late=late, reasons=reasons)


def late_by(plan: Plan, person: str, minutes: int | None) -> Changes:
    """Somebody came late, by so many minutes if that is known. Raises InvalidRecord for more than a day."""
    register = _marked(written(plan.session), person, Mark.LATE)
    return _by_person(plan, register.revised(late=_with(register.late, person, minutes)))


def because(plan: Plan, person: str, reason: str | None) -> Changes:
    """Somebody is absent, for a reason if one is given."""
    register = _marked(written(plan.session), person, Mark.ABSENT)
    return _by_person(plan, register.revised(reasons=_with(register.reasons, person, reason)))


def everyone_here(plan: Plan) -> Changes:
    """Everybody who is expected and not marked yet is present; no other mark changes."""
    register = written(plan.session)
    for person in plan.expected:
        if mark_of(register, person.id) is Mark.NOT_TAKEN:
            register = _marked(register, person.id, Mark.PRESENT)
    return _by_person(plan, register)


def count_by(session: Session, mode: RegisterMode) -> Changes:
    """Which figures count; those that do not stay as they are."""
    return if_different(session, attendance=written(session).revised(mode=mode))


def count_heads(session: Session, **fields: Any) -> Changes:
    """The headcount, and how many of it are of which age. Raises InvalidRecord."""
    return _with_register(session, written(session).revised(mode=RegisterMode.HEADCOUNT, **fields))


def band(session: Session, key: str, many: int | None) -> Changes:
    """How many of a broad age came; the headcount stays as it is. Raises InvalidRecord."""
    return count_heads(session, bands=_with(written(session).bands, key, many))


def walked_in(plan: Plan, many: int | None) -> Changes:
    """How many came who are not in the group. Raises InvalidRecord."""
    return _as_counted(plan, written(plan.session).revised(walk_ins=many))


def name_walk_in(plan: Plan, name: str) -> Changes:
    """What to call one of those who walked in. The number as it was counted stays."""
    register = written(plan.session)
    return _as_counted(plan, register.revised(guests=(*register.guests, name.strip())))


def forget_walk_in(session: Session, at: int) -> Changes:
    """A name of one who walked in goes, by its place; the number as it was counted stays."""
    register = written(session)
    return (revise(session, attendance=register.revised(guests=_but_at(register.guests, at))),)


def add_to_group(series: Series, session: str, at: int) -> tuple[str, Changes]:
    """Who walked in joins the group on the day of the session: present, and no longer a walk-in."""
    plan = series.plan(session)
    register = written(plan.session)
    id, changes = add_person(series, alias=register.guests[at], joined=plan.session.date)
    left = max(register.walk_ins - 1, 0) if register.walk_ins is not None else None
    marked = with_everyone(_marked(register, id, Mark.PRESENT), plan.expected)
    kept = mode_said(register) or RegisterMode.PEOPLE
    made = marked.revised(mode=kept, guests=_but_at(register.guests, at), walk_ins=left)
    return id, (*changes, revise(plan.session, attendance=made))


def away(series: Series, person: str, first: date, last: date, reason: str | None) -> Changes:
    """Somebody is absent from the first to the last day, wherever they are expected and nothing is marked yet.

    Raises AmieError where that is no session.
    """
    if last < first:
        raise AmieError("The last day is before the first.", "Change one of the two days.")
    held = (lines.session for lines in series.in_order())
    open_ = [s for s in held if s.date and first <= s.date <= last and _is_open(series, s, person)]
    if not open_:
        until = days.near(last, first)
        raise AmieError(
            f"No session from {days.near(first, last)} to {until} is without a mark for them.",
            "Choose other days, or change a mark in its session.",
        )
    return tuple(_away(series, s, person, (reason or "").strip()) for s in open_)


def _is_open(series: Series, session: Session, person: str) -> bool:
    if session.status is Status.CANCELLED or mark_of(written(session), person) is not Mark.NOT_TAKEN:
        return False
    return any(p.id == person for p in expected(series.people, session))


def _away(series: Series, session: Session, person: str, reason: str) -> Change:
    """A mark that is made from afar changes no figures that count, and takes no register: where it would be the last
    that was open, the register no longer says how it is taken, nor what was counted and did not count."""
    before, here = written(session), expected(series.people, session)
    made = with_everyone(_marked(before, person, Mark.ABSENT, reason), here)
    taken = attendance(before, here) is None and attendance(made, here) is not None
    return revise(session, attendance=made.revised(mode=None, headcount=None, bands={}) if taken else made)


def back_again(series: Series, session: str, person: str) -> Changes:
    """Somebody who is away comes back with this session: it and those after it that they were away from in a row are
    not taken for them."""
    held = away_from(series, session, person)
    return tuple(revise(s, attendance=_marked(written(s), person, Mark.NOT_TAKEN)) for s in held)


def _with_register(session: Session, register: Register, expected: Sequence[Person] = ()) -> Changes:
    """A draft at which somebody was counted is a draft no more."""
    drafted = session.status is Status.DRAFT and attendance(register, expected) is not None
    return if_different(session, attendance=register, status=Status.PLANNED if drafted else session.status)


def _by_person(plan: Plan, register: Register) -> Changes:
    made = with_everyone(register, plan.expected).revised(mode=RegisterMode.PEOPLE)
    return _with_register(plan.session, made, plan.expected)


def _as_counted(plan: Plan, register: Register) -> Changes:
    if counts_by(plan) is RegisterMode.PEOPLE:
        return _by_person(plan, register)
    return _with_register(plan.session, register.revised(mode=RegisterMode.HEADCOUNT))


def _with(said: Mapping[str, Any], key: str, value: Any) -> dict[str, Any]:
    """What is said by id, with one of them changed in its place; nothing takes it away."""
    return {id: held for id, held in {**said, key: value}.items() if held is not None}


def _but_at(words: tuple[str, ...], at: int) -> tuple[str, ...]:
    return words[:at] + words[at + 1 :]

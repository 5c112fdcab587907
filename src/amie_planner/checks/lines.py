"""Lines of a plan for findings to point at, in an order that does not hang on the order of the file.

A label may name a person, by alias; the texts made here for sentences never do.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from amie_planner.checks.check import Line, LineKind
from amie_planner.checks.reading import Row
from amie_planner.domain import words
from amie_planner.domain.plan import Shared
from amie_planner.domain.records import (
    Activity,
    Adaptation,
    Intention,
    NextTime,
    Person,
    Record,
    Requirement,
    Session,
    TeamMember,
    VoiceEntry,
)
from amie_planner.domain.vocabulary import label

R = TypeVar("R", bound=Record)

_LONGEST = 90
_UNSEEN = ("Cf", "Cc", "Cs")
_NAMED = 3
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def by_id(records: Iterable[R]) -> list[R]:
    """Records in the order of their ids: r2 before r10."""
    return sorted(records, key=lambda record: (len(record.id), record.id))


def intention(record: Intention) -> Line:
    """An intention, in its own words."""
    return Line(LineKind.INTENTION, record.id, short(record.text) or "An intention without words")


def activity(record: Activity) -> Line:
    """An activity, by its title."""
    return Line(LineKind.ACTIVITY, record.id, short(words.activity_title(record)))


def adaptation(record: Adaptation) -> Line:
    """An adaptation, by what changes."""
    return Line(LineKind.ADAPTATION, record.id, short(record.what) or "An adaptation without words")


def voice(record: VoiceEntry) -> Line:
    """What young people said or showed."""
    return Line(LineKind.VOICE, record.id, short(record.text) or "Something without words")


def note(record: NextTime) -> Line:
    """A note for next time."""
    return Line(LineKind.NOTE, record.id, short(record.text) or "A note without words")


def session(record: Session) -> Line:
    """A session, by its title and day."""
    return Line(LineKind.SESSION, record.id, short(words.session_name(record)))


def person(record: Person, shared: Shared) -> Line:
    """A person, by alias or number."""
    return Line(LineKind.PERSON, record.id, words.person_name(record, shared))


def member(record: TeamMember, shared: Shared) -> Line:
    """Somebody of the team, by name or role."""
    return Line(LineKind.MEMBER, record.id, short(words.member_name(record.id, shared)))


def requirement(record: Requirement, shared: Shared) -> Line:
    """An access requirement: whose it is, and what is in the way."""
    return Line(LineKind.REQUIREMENT, record.id, f"{_owner(record, shared)}: {barrier(record)}")


def cells(rows: Iterable[Row], shared: Shared) -> tuple[Line, ...]:
    """The cells of some rows that are “not yet”: whose they are, what is in the way, and where."""
    return tuple(line for row in rows if row.waiting for line in _cells(row, requirement(row.requirement, shared)))


def _cells(row: Row, whose: Line) -> Iterable[Line]:
    for here in row.waiting:
        place = short(words.activity_title(here))
        yield Line(LineKind.CELL, f"{row.requirement.id}/{here.id}", f"{whose.label}, in {place}")


def in_session(line: Line, of: Session) -> Line:
    """A line that belongs to one session, as it is named outside of that session."""
    return replace(line, id=f"{of.id}/{line.id}", label=f"{line.label}, {short(words.session_name(of))}")


def barrier(record: Requirement) -> str:
    """What is in the way, to stand inside a sentence."""
    said = label("barrier", record.barrier)
    return said[:1].lower() + said[1:] if said else "an access requirement"


def where(rows: Iterable[Row]) -> str:
    """What is “not yet”, as barriers and activities: whose it is stays out."""
    return named([_place(row) for row in rows if row.waiting])


def _place(row: Row) -> str:
    many = len(row.waiting)
    at = short(words.activity_title(row.waiting[0])) if many == 1 else few(many, "activity", "activities")
    return f"{barrier(row.requirement)}, in {at}"


def _owner(record: Requirement, shared: Shared) -> str:
    return next(words.person_name(p, shared) for p in shared.people if p.id == record.person)


def short(text: str | None) -> str:
    """A text on one line, cut between words where it is long; signs that nobody sees do not count."""
    whole = " ".join((text or "").split())
    seen = [at for at, sign in enumerate(whole) if unicodedata.category(sign) not in _UNSEEN]
    if len(seen) <= _LONGEST:
        return whole
    return whole[: seen[_LONGEST]].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def some(number: int, one: str, many: str = "") -> str:
    """One intention, Two intentions, 12 intentions."""
    said = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{said} {one if number == 1 else many or f'{one}s'}"


def few(number: int, one: str, many: str = "") -> str:
    """The same inside a sentence: one intention, two intentions."""
    said = some(number, one, many)
    return said[:1].lower() + said[1:]


def named(things: Sequence[str]) -> str:
    """The first three by name, and how many more there are."""
    more = len(things) - _NAMED
    return "; ".join(things[:_NAMED]) + (f"; and {more} more" if more > 0 else "")


def quoted(lines: Sequence[Line]) -> str:
    """The first three lines in quotation marks, and how many more there are."""
    return named([f"“{line.label}”" for line in lines])

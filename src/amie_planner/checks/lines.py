"""Lines of a plan for findings to point at, in an order that does not hang on the order of the file.

A label may name a person, by alias; the texts made here for sentences never do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from amie_planner.checks.check import Line, LineKind
from amie_planner.domain import words
from amie_planner.domain.access import Cell
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity, Adaptation, Intention, Person, Record, Requirement, VoiceEntry
from amie_planner.domain.vocabulary import label

R = TypeVar("R", bound=Record)

_LONGEST = 90
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


def person(record: Person, plan: Plan) -> Line:
    """A person, by alias or number."""
    return Line(LineKind.PERSON, record.id, words.person_name(record, plan))


def requirement(record: Requirement, plan: Plan) -> Line:
    """An access requirement: whose it is, and what is in the way."""
    return Line(LineKind.REQUIREMENT, record.id, f"{_owner(record, plan)}: {barrier(record)}")


def cells(row: Sequence[Cell], plan: Plan) -> tuple[Line, ...]:
    """Cells of the grid, all of one requirement: whose it is, what is in the way, and where."""
    whose = requirement(row[0].requirement, plan).label
    return tuple(
        Line(LineKind.CELL, found.id, f"{whose}, in {short(words.activity_title(found.activity))}") for found in row
    )


def barrier(record: Requirement) -> str:
    """What is in the way, to stand inside a sentence."""
    said = label("barrier", record.barrier)
    return said[:1].lower() + said[1:] if said else "an access requirement"


def _owner(record: Requirement, plan: Plan) -> str:
    return next(words.person_name(p, plan) for p in plan.people if p.id == record.person)


def short(text: str | None) -> str:
    """A text on one line, cut between words where it is long."""
    whole = " ".join((text or "").split())
    if len(whole) <= _LONGEST:
        return whole
    return whole[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def some(number: int, one: str, many: str = "") -> str:
    """One intention, Two intentions, 12 intentions."""
    said = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{said} {one if number == 1 else many or f'{one}s'}"


def named(things: Sequence[str]) -> str:
    """The first three by name, and how many more there are."""
    more = len(things) - _NAMED
    return "; ".join(things[:_NAMED]) + (f"; and {more} more" if more > 0 else "")


def quoted(lines: Sequence[Line]) -> str:
    """The first three lines in quotation marks, and how many more there are."""
    return named([f"“{line.label}”" for line in lines])

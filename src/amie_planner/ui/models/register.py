"""The rows of the register: one a person, the others of the group folded away, in words that are seen and spoken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from amie_planner.domain import days, words
from amie_planner.domain.register import NOT_TO_BE_RECORDED, Entry
from amie_planner.domain.vocabulary import Mark, label

OTHERS = "/others"
"""The id of the row that folds the others of the group; it has no mark."""


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """Who, how they are marked, and what has to be known in the room. `flags` are the words that stand out."""

    id: str
    text: str
    mark: Mark | None
    said: str
    about: str = ""
    flags: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        return f"{self.text}: {', '.join(part for part in (self.said, *self.flags, self.about) if part)}"


def mark_said(entry: Entry, beside: date | None) -> str:
    """Late, 10 minutes; Absent: Transport, away until 4 October."""
    said = label("mark", entry.mark)
    if entry.mark is Mark.LATE and entry.minutes is not None:
        return f"{said}, {words.minutes(entry.minutes)}"
    if entry.mark is Mark.ABSENT:
        reason = " ".join(entry.reason.split())
        until = f"away until {days.near(entry.away_until, beside)}" if entry.away_until else ""
        return ", ".join(part for part in (f"{said}: {reason}" if reason else said, until) if part)
    return said


def rows(entries: Iterable[Entry], beside: date | None, *, unfolded: bool) -> list[RegisterRow]:
    """Those who are expected, then the others: folded, they are only those with a mark. Dates are said near a day."""
    entries = tuple(entries)
    others = [entry for entry in entries if entry.unexpected]
    found = [_row(entry, beside) for entry in entries if not entry.unexpected]
    if others:
        found.append(_fold(others, unfolded))
        found += [_row(e, beside) for e in others if unfolded or e.mark is not Mark.NOT_TAKEN]
    return found


def _fold(others: list[Entry], unfolded: bool) -> RegisterRow:
    many = f"{len(others)} other{'' if len(others) == 1 else 's'} of the group"
    return RegisterRow(OTHERS, many, None, "Enter folds them away" if unfolded else "Enter shows them")


def _row(entry: Entry, beside: date | None) -> RegisterRow:
    return RegisterRow(
        entry.person,
        " ".join(entry.name.split()),
        entry.mark,
        mark_said(entry, beside),
        ", ".join(part for part in (entry.unexpected, "" if _must_not(entry) else entry.recording) if part),
        tuple(_flags(entry)),
    )


def _flags(entry: Entry) -> Iterator[str]:
    if entry.emergency:
        yield "emergency note"
    if _must_not(entry):
        yield entry.recording


def _must_not(entry: Entry) -> bool:
    return entry.recording == NOT_TO_BE_RECORDED

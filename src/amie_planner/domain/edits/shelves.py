"""What a leader does with an entry of any shelf of the library: alter it, take it off, put it on again, as it came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar
from uuid import uuid4

from amie_planner.domain.changes import Change, add, remove, revise
from amie_planner.domain.edits.parts import Changes
from amie_planner.domain.records import LibraryActivity, LibraryAdaptation, PlanTemplate

E = TypeVar("E", bound=LibraryActivity | LibraryAdaptation | PlanTemplate)
LONGEST_TITLE = 80
"""Characters of a title that is made from other words."""


def own_id() -> str:
    """An id that no other entry has, here or at another leader's: an entry is known again by it."""
    return f"own-{uuid4().hex[:16]}"


def as_title(text: str | None, otherwise: str) -> str:
    """The first line of a text, short enough for a title; other words where there is none."""
    first = ((text or "").strip() or otherwise).split("\n")[0]
    return first if len(first) <= LONGEST_TITLE else f"{first[: LONGEST_TITLE - 1].rstrip()}…"


def same(one: E, other: E) -> bool:
    """Whether two entries say the same, wherever they stand and whether they are on the shelf or not."""
    return one.revised(position=0, hidden=False) == other.revised(position=0, hidden=False)


def is_altered(entry: E, came: E | None) -> bool:
    """Whether an entry `came` with the program and says something else now."""
    return came is not None and came is not entry and not same(came, entry)


def alter(kept: Sequence[E], entry: E, **fields: Any) -> Changes:
    """An entry with some fields changed; one that came with the program becomes a record of the leader's."""
    after = entry.revised(**fields)
    if after == entry:
        return ()
    return (Change(entry, after),) if any(each.id == entry.id for each in kept) else (add(after),)


def take_off(kept: Sequence[E], entry: E, came: E | None) -> Changes:
    """An entry leaves the shelf: the leader's own goes, one that `came` with the program is hidden."""
    return (remove(entry),) if came is None else alter(kept, entry, hidden=True)


def put_on(kept: Sequence[E], id: str, came: E | None) -> Changes:
    """An entry that was taken off the shelf is on it again, as it was."""
    off = (entry for entry in kept if entry.id == id and entry.hidden)
    return tuple(revise(e, hidden=False) if is_altered(e, came) else remove(e) for e in off)


def put_back(kept: Sequence[E], id: str, came: E | None) -> Changes:
    """An entry that `came` with the program is again as it came."""
    return tuple(remove(entry) for entry in kept if entry.id == id and came is not None)

"""What every shelf of the library has in common: whose entry stands where, and a search that folds each text once."""

from __future__ import annotations

import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import Generic, Protocol, Self, TypeVar


class OnShelf(Protocol):
    """What stands on a shelf: it has an id, and a place among the leader's own."""

    @property
    def id(self) -> str: ...

    @property
    def position(self) -> int: ...


E = TypeVar("E", bound=OnShelf)


def in_order(kept: Iterable[E], came: Sequence[E]) -> tuple[E, ...]:
    """What the leader wrote, the newest first, then what came with the program, as they altered it."""
    by_id = {entry.id: entry for entry in kept}
    starter = {entry.id for entry in came}
    own = (entry for entry in by_id.values() if entry.id not in starter)
    newest_first = sorted(own, key=lambda entry: (-entry.position, entry.id))
    return (*newest_first, *(by_id.get(entry.id, entry) for entry in came))


class Folded(ABC, Generic[E]):
    """Entries ready to be searched: what they say is folded once."""

    def __init__(self, entries: Iterable[E], before: Folded[E] | None = None) -> None:
        """Of a shelf as it was `before`, what did not change need not be folded again."""
        self.entries = tuple(entries)
        self._folded: tuple[tuple[E, str], ...]
        known = {id(entry): text for entry, text in before._folded} if before else {}
        self._folded = tuple((entry, known.get(id(entry)) or folded(self.said(entry))) for entry in self.entries)

    @staticmethod
    @abstractmethod
    def said(entry: E) -> str:
        """All that an entry says, to be searched."""

    def now(self, entries: Iterable[E]) -> Self:
        """The shelf with these entries on it."""
        return type(self)(entries, self)

    def holding(self, words: str) -> tuple[E, ...]:
        """The entries that hold every word, in the order of the shelf."""
        left: Iterable[tuple[E, str]] = self._folded
        for word in folded(words).split():
            left = [pair for pair in left if word in pair[1]]
        return tuple(entry for entry, _ in left)


def folded(text: str) -> str:
    """Text as it is compared: in one form, without case."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()

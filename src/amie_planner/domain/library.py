"""The shelf: the leader's own changes first, then those that come with the program, where they were not altered.

A starter entry that the leader alters or hides is a record of theirs with its id; the file that came stays as it is.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from amie_planner.domain.records import LibraryAdaptation
from amie_planner.domain.vocabulary import Barrier, Kind, label
from amie_planner.places import resource


@cache
def starter() -> tuple[LibraryAdaptation, ...]:
    """The adaptations that come with the program. Source: resources/library/adaptations.json."""
    entries = json.loads(resource("library", "adaptations.json").read_text(encoding="utf-8"))["adaptations"]
    return tuple(LibraryAdaptation.made(position=n, **entry) for n, entry in enumerate(entries))


@cache
def starter_ids() -> frozenset[str]:
    """The ids of the adaptations that come with the program."""
    return frozenset(entry.id for entry in starter())


def is_own(entry: LibraryAdaptation) -> bool:
    """Whether the leader wrote it: it did not come with the program."""
    return entry.id not in starter_ids()


def shelf(kept: Iterable[LibraryAdaptation]) -> tuple[LibraryAdaptation, ...]:
    """Everything on the shelf: what the leader wrote, then what came with the program as they altered it."""
    by_id = {entry.id: entry for entry in kept}
    own = sorted((entry for entry in by_id.values() if is_own(entry)), key=lambda entry: (entry.position, entry.id))
    came = (by_id.get(entry.id, entry) for entry in starter())
    return tuple(entry for entry in (*own, *came) if not entry.hidden)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a leader looks for: words, a barrier, a kind of activity. What is empty asks for nothing."""

    words: str = ""
    barrier: Barrier | None = None
    kind: Kind | None = None


def answers(entry: LibraryAdaptation, barrier: Barrier | None, kind: Kind | None) -> bool:
    """Whether an entry is for this barrier and this kind of activity; one that names no kind is for any."""
    return (barrier is None or barrier in entry.barriers) and (kind is None or not entry.kinds or kind in entry.kinds)


class Shelf:
    """Entries ready to be searched: what they say is folded once."""

    def __init__(self, entries: Iterable[LibraryAdaptation]) -> None:
        self.entries = tuple(entries)
        self._folded = tuple(_folded(entry) for entry in self.entries)

    def found(self, wanted: Wanted) -> tuple[LibraryAdaptation, ...]:
        """The entries that answer what is wanted and hold every word of it, in the order of the shelf."""
        words = folded(wanted.words).split()
        return tuple(
            entry
            for entry, text in zip(self.entries, self._folded, strict=True)
            if answers(entry, wanted.barrier, wanted.kind) and all(word in text for word in words)
        )


def folded(text: str) -> str:
    """Text as it is compared: in one form, without case."""
    return unicodedata.normalize("NFKC", text).casefold()


def _folded(entry: LibraryAdaptation) -> str:
    barriers = (label("barrier", barrier) for barrier in entry.barriers)
    kinds = (label("kind", kind) for kind in entry.kinds)
    said = (entry.title, entry.what, *entry.kit, *barriers, *kinds, entry.fallback, entry.safety, entry.ages)
    return folded("\n".join(text for text in said if text))

"""The shelf: the leader's own changes first, then those that come with the program, where they were not altered.

A starter entry that the leader alters or hides is a record of theirs with its id; the file that came stays as it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from amie_planner.domain.records import LibraryAdaptation
from amie_planner.domain.shelves import Folded, in_order
from amie_planner.domain.shelves import folded as folded
from amie_planner.domain.vocabulary import Barrier, Kind, Reach, label
from amie_planner.places import resource

_FOR_WHOM = {Reach.EVERYONE: "For everyone", Reach.SOME: "A choice for some", Reach.ONE: "For one person"}


@cache
def starter() -> tuple[LibraryAdaptation, ...]:
    """The adaptations that come with the program. Source: resources/library/adaptations.json."""
    entries = json.loads(resource("library", "adaptations.json").read_text(encoding="utf-8"))["adaptations"]
    return tuple(LibraryAdaptation.made(position=n, **entry) for n, entry in enumerate(entries))


@cache
def _came() -> Mapping[str, LibraryAdaptation]:
    return {entry.id: entry for entry in starter()}


def starter_ids() -> frozenset[str]:
    """The ids of the adaptations that come with the program."""
    return frozenset(_came())


def as_it_came(id: str) -> LibraryAdaptation | None:
    """The entry that came with the program under this id."""
    return _came().get(id)


def is_own(entry: LibraryAdaptation) -> bool:
    """Whether the leader wrote it: it did not come with the program."""
    return entry.id not in _came()


def is_altered(entry: LibraryAdaptation) -> bool:
    """Whether it came with the program and says something else now."""
    came = _came().get(entry.id)
    return came is not None and came is not entry and not same(came, entry)


def same(one: LibraryAdaptation, other: LibraryAdaptation) -> bool:
    """Whether two entries say the same, wherever they stand and whether they are on the shelf or not."""
    return one.revised(position=0, hidden=False) == other.revised(position=0, hidden=False)


def for_whom(entry: LibraryAdaptation) -> str:
    """For everyone, a choice for some, for one person; nothing where it is not said."""
    return _FOR_WHOM[entry.reach] if entry.reach else ""


def shelf(kept: Iterable[LibraryAdaptation]) -> tuple[LibraryAdaptation, ...]:
    """Everything on the shelf: what the leader wrote, the newest first, then what came, as they altered it."""
    return tuple(entry for entry in everything(kept) if not entry.hidden)


def everything(kept: Iterable[LibraryAdaptation]) -> tuple[LibraryAdaptation, ...]:
    """What is on the shelf and what was taken off it, in the order of the shelf."""
    return in_order(kept, starter())


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a leader looks for: words, a barrier, a kind of activity, what is to review. What is empty asks nothing."""

    words: str = ""
    barrier: Barrier | None = None
    kind: Kind | None = None
    to_review: bool = False


def answers(entry: LibraryAdaptation, barrier: Barrier | None, kind: Kind | None) -> bool:
    """Whether an entry is for this barrier and this kind of activity; one that names no kind is for any."""
    return (barrier is None or barrier in entry.barriers) and (kind is None or not entry.kinds or kind in entry.kinds)


class Shelf(Folded[LibraryAdaptation]):
    """Changes ready to be searched."""

    @staticmethod
    def said(entry: LibraryAdaptation) -> str:
        barriers = (label("barrier", barrier) for barrier in entry.barriers)
        kinds = (label("kind", kind) for kind in entry.kinds)
        said = (entry.title, entry.what, *entry.kit, *barriers, *kinds, for_whom(entry), entry.fallback, entry.safety)
        return "\n".join(text for text in (*said, entry.ages, entry.source) if text)

    def found(self, wanted: Wanted) -> tuple[LibraryAdaptation, ...]:
        """The entries that answer what is wanted and hold every word of it, the nearest first."""
        found = self.holding(wanted.words)
        if wanted.barrier or wanted.kind:
            found = tuple(entry for entry in found if answers(entry, wanted.barrier, wanted.kind))
        return tuple(entry for entry in found if entry.to_review) if wanted.to_review else found

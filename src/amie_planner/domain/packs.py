"""A pack of changes from another leader, held against the shelf: what each of its entries would be here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from amie_planner.domain import library
from amie_planner.domain.records import LibraryAdaptation


class How(StrEnum):
    """What an entry of a pack would be on this shelf, in words to show."""

    NEW = "New"
    SAME = "The same as yours"
    CAME = "Already came with the program"
    DIFFERS = "Differs from yours: kept beside it"


@dataclass(frozen=True, slots=True)
class Coming:
    """An entry of a pack, and what it would be here."""

    entry: LibraryAdaptation
    how: How

    @property
    def brings(self) -> bool:
        """Whether it has something that is not here yet."""
        return self.how in (How.NEW, How.DIFFERS)


def compared(kept: Iterable[LibraryAdaptation], pack: Iterable[LibraryAdaptation]) -> tuple[Coming, ...]:
    """Every entry of a pack with what it would be here, in the order of the pack.

    What it works well with is named by the id that it has here, where the same stands under another.
    """
    incoming = tuple(pack)
    held = {entry.id: entry for entry in kept}
    under: dict[tuple[Any, ...], str] = {_content(entry): entry.id for entry in held.values()}
    stands = {entry.id: id for entry in incoming if (id := under.get(_content(entry), entry.id)) != entry.id}
    known = library.starter_ids() | held.keys() | {entry.id for entry in incoming}
    renamed = (_pairing(entry, tuple(stands.get(id, id) for id in entry.works_well_with)) for entry in incoming)
    return tuple(
        Coming(entry, How.SAME if entry.id in stands else _how(entry, held.get(entry.id), known)) for entry in renamed
    )


def _how(entry: LibraryAdaptation, mine: LibraryAdaptation | None, known: frozenset[str]) -> How:
    """`mine` stands here under its id; a pairing with what is neither here nor in the pack counts for nothing."""
    came = library.as_it_came(entry.id)
    if came is not None and library.same(came, entry):
        return How.CAME
    if mine is not None and library.same(mine, _pairing(entry, tuple(i for i in entry.works_well_with if i in known))):
        return How.SAME
    return How.NEW if came is None and mine is None else How.DIFFERS


def _pairing(entry: LibraryAdaptation, ids: tuple[str, ...]) -> LibraryAdaptation:
    return entry if ids == entry.works_well_with else entry.revised(works_well_with=ids)


_OF_ITS_PLACE = {"id", "position", "hidden", "works_well_with"}


def _content(entry: LibraryAdaptation) -> tuple[Any, ...]:
    """What an entry says, under whatever id it stands here."""
    return tuple(value for name, value in entry if name not in _OF_ITS_PLACE)

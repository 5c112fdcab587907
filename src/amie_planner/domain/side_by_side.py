"""Which activities of different groups run side by side, and in which column each of them stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import dropwhile, groupby

from amie_planner.domain.timing import Slot


@dataclass(frozen=True, slots=True)
class Beside:
    """A place in the `block`th stretch that groups share: the column of one of its `strands`, by first appearance."""

    block: int
    lane: int
    strands: tuple[str, ...]

    @property
    def others(self) -> tuple[str, ...]:
        """The groups of the other columns."""
        return tuple(strand for n, strand in enumerate(self.strands) if n != self.lane)


def side_by_side(slots: Iterable[Slot]) -> dict[str, Beside]:
    """The place of each activity that runs beside another group, by id; the rest stand alone and are left out.

    Plan B in the midst of it stays with its group, else with the group above it.
    """
    found: dict[str, Beside] = {}
    for block, stretch in enumerate(_stretches(slots)):
        running = (slot.activity.strand for slot in stretch if slot.start is not None)
        strands = tuple(dict.fromkeys(strand for strand in running if strand is not None))
        lane = 0
        for slot in stretch if len(strands) > 1 else ():
            strand = slot.activity.strand
            lane = strands.index(strand) if strand in strands else lane
            found[slot.activity.id] = Beside(block, lane, strands)
    return found


def _stretches(slots: Iterable[Slot]) -> Iterator[list[Slot]]:
    """Neighbours that have a group, with what is Plan B between them: it does not part them."""
    for together, run in groupby(slots, key=lambda slot: slot.start is None or slot.activity.strand is not None):
        if together:
            yield _without_ends(_without_ends(run))


def _without_ends(slots: Iterable[Slot]) -> list[Slot]:
    """Turned round, and begun at the first one that takes time."""
    return list(dropwhile(lambda slot: slot.start is None, slots))[::-1]

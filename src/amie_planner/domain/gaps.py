"""The gap finder: what nothing answers yet, and the one change that would answer most of it.

An exact count: every entry on the shelf is laid over every open cell, and the one that covers most is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from amie_planner.domain import words
from amie_planner.domain.access_grid import GridCell
from amie_planner.domain.library import answers
from amie_planner.domain.plan import Shared
from amie_planner.domain.records import LibraryAdaptation
from amie_planner.domain.tried import UNTRIED, Tried
from amie_planner.domain.vocabulary import Barrier, Kind, Reach

_ByBarrier = dict[Barrier | None, Counter[Kind | None]]
_WIDEST_FIRST = {Reach.EVERYONE: 0, Reach.SOME: 1, Reach.ONE: 2, None: 3}


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change of the library and the open cells that it would answer."""

    entry: LibraryAdaptation
    cells: tuple[GridCell, ...]
    alone: bool = True
    """Whether no other would answer as many."""


def best_change(
    open_cells: Sequence[GridCell],
    entries: Iterable[LibraryAdaptation],
    tried: Mapping[str, Tried],
    taken: Collection[str] = (),
) -> Proposal | None:
    """The change that would answer most open cells; of those that answer as many, one that the session has `taken`
    already, then the one for most people, then the one that worked most often for this leader, then the first on the
    shelf. None where none would answer any.

    A change for one person answers that person's cells alone.
    """
    counts = _Counts(open_cells)
    found = [(most, entry) for entry in entries if (most := counts.most(entry))]
    if not found:
        return None

    def order(one: tuple[int, LibraryAdaptation]) -> tuple[int, bool, int, tuple[int, int]]:
        entry = one[1]
        return -one[0], entry.id not in taken, _WIDEST_FIRST[entry.reach], tried.get(entry.id, UNTRIED).order

    most, best = min(found, key=order)
    return Proposal(best, counts.cells(best), alone=sum(count == most for count, _ in found) == 1)


class _Counts:
    """Open cells, by the person they are of, by barrier and by kind of activity."""

    def __init__(self, cells: Sequence[GridCell]) -> None:
        self._cells = [cell for cell in cells if cell.need.barrier is not None]
        self._everyone: _ByBarrier = {}
        self._by_person: dict[str, _ByBarrier] = {}
        for cell in self._cells:
            for counted in (self._everyone, self._by_person.setdefault(_whose(cell), {})):
                counted.setdefault(cell.need.barrier, Counter())[cell.activity.kind] += 1
        self._known: dict[object, int] = {}

    def most(self, entry: LibraryAdaptation) -> int:
        """How many cells an entry would answer: of the one person it would answer most for, if it is for one."""
        alike = entry.barriers, entry.kinds, entry.reach is Reach.ONE
        if alike not in self._known:
            whose = self._by_person.values() if entry.reach is Reach.ONE else (self._everyone,)
            self._known[alike] = max((_count(entry, mine) for mine in whose), default=0)
        return self._known[alike]

    def cells(self, entry: LibraryAdaptation) -> tuple[GridCell, ...]:
        """Those cells."""
        answered = (c for c in self._cells if answers(entry, c.need.barrier, c.activity.kind))
        if entry.reach is not Reach.ONE:
            return tuple(answered)
        whose = max(self._by_person, key=lambda person: _count(entry, self._by_person[person]))
        return tuple(cell for cell in answered if _whose(cell) == whose)


def _whose(cell: GridCell) -> str:
    return cell.need.person.id if cell.need.person else cell.need.id


def _count(entry: LibraryAdaptation, cells: _ByBarrier) -> int:
    asked = (cells[barrier] for barrier in dict.fromkeys(entry.barriers) if barrier in cells)
    if not entry.kinds:
        return sum(kinds.total() for kinds in asked)
    return sum(times for kinds in asked for kind, times in kinds.items() if kind is None or kind in entry.kinds)


def in_a_sentence(open_cells: Sequence[GridCell], proposal: Proposal | None, shared: Shared) -> str:
    """What is open and what would answer most of it, in one sentence."""
    if not open_cells:
        return "Everything that is in somebody’s way is answered in every activity."
    gaps = "1 gap" if len(open_cells) == 1 else f"{len(open_cells)} gaps"
    if proposal is None:
        them = "it" if len(open_cells) == 1 else "them"
        return f"{gaps}, and no change that you have the kit, adults and days for answers {them}: choose a cell."
    where = words.listed(_places(proposal.cells))
    others = "more than any other change" if proposal.alone else "as many as any other change"
    most = f", {others} that you have the means for" if len(proposal.cells) < len(open_cells) else ""
    closes = len(proposal.cells)
    what = "it" if len(open_cells) == 1 else "them all" if closes == len(open_cells) else f"{closes} of them"
    return f"{gaps}: “{proposal.entry.title}”, {_whom(proposal, shared)} in {where}, could answer {what}{most}."


def _places(cells: Sequence[GridCell]) -> list[str]:
    titles = list(dict.fromkeys(words.activity_title(cell.activity) for cell in cells))
    return titles if len(titles) <= 3 else [*titles[:2], f"{len(titles) - 2} more activities"]


def _whom(proposal: Proposal, shared: Shared) -> str:
    if proposal.entry.reach is Reach.ONE and (person := proposal.cells[0].need.person):
        return f"for {words.person_name(person, shared)}"
    return "as a choice" if proposal.entry.reach is Reach.SOME else "for everyone"

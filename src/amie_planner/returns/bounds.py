"""The fewest and the most that each count can be, where every total is the sum of its parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from amie_planner.returns.hiding import Release


@dataclass(frozen=True)
class Sums:
    """The sums of a release, each a total and its parts by place, and by place the numbers of the sums it is in."""

    wholes: tuple[tuple[int, tuple[int, ...]], ...]
    around: tuple[tuple[int, ...], ...]

    @staticmethod
    def of(release: Release) -> Sums:
        """Those of a release, in its order."""
        around: list[list[int]] = [[] for _ in release.counts]
        for number, whole in enumerate(release.wholes):
            for place in whole.places:
                around[place].append(number)
        return Sums(tuple((whole.total, whole.parts) for whole in release.wholes), tuple(map(tuple, around)))

    def off(self, changes: Iterable[tuple[int, int]]) -> dict[int, int]:
        """By how much the parts of each sum are more than its total, if so many are added at these places."""
        found: dict[int, int] = {}
        for place, by in changes:
            for number in self.around[place]:
                found[number] = found.get(number, 0) + (-by if self.wholes[number][0] == place else by)
        return {number: off for number, off in found.items() if off}


@dataclass
class Bounds:
    """By place, the fewest and the most that can be counted there.

    `changes` says of each place at which the true count is out of bounds how many more people there must be at least.
    """

    sums: Sums
    true: Sequence[int]
    low: list[int]
    high: list[int]
    changes: dict[int, int] = field(default_factory=dict)
    _waiting: dict[int, None] = field(default_factory=dict)

    def copy(self) -> Bounds:
        """The same, to be narrowed by itself."""
        return Bounds(self.sums, self.true, self.low[:], self.high[:], self.changes.copy())

    def set(self, place: int, low: int, high: int) -> None:
        """Sets both bounds of a place."""
        self.low[place], self.high[place] = low, high
        true = self.true[place]
        if not low <= true <= high:
            self.changes[place] = low - true if true < low else high - true

    def narrow(self, places: Iterable[int]) -> bool:
        """Narrows all that follows from the bounds of these places; False if no counts can add up any more."""
        self._waiting = dict.fromkeys(number for place in places for number in self.sums.around[place])
        while self._waiting:
            number, _ = self._waiting.popitem()
            if not self._narrow_sum(number):
                return False
        return True

    def _narrow_sum(self, number: int) -> bool:
        low, high = self.low, self.high
        total, parts = self.sums.wholes[number]
        fewest, most = sum([low[part] for part in parts]), sum([high[part] for part in parts])
        if not self._squeezed(total, max(low[total], fewest), min(high[total], most), number):
            return False
        spare, missing = high[total] - fewest, most - low[total]
        return all(
            self._squeezed(part, max(low[part], high[part] - missing), min(high[part], low[part] + spare), number)
            for part in parts
        )

    def _squeezed(self, place: int, low: int, high: int, number: int) -> bool:
        if low > high:
            return False
        if (low, high) != (self.low[place], self.high[place]):
            self.set(place, low, high)
            self._waiting |= dict.fromkeys(other for other in self.sums.around[place] if other != number)
        return True

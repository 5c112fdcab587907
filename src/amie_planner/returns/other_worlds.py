"""Whether a count could be another for all that is printed: in a second world that adds up and is printed alike.

Whoever knows rules 1 to 4 cannot tell that world from the true one. A change is carried on from sum to sum until all
add up again, within the bounds that follow from what is printed, and taken back where it leads nowhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from random import Random

from amie_planner.returns.bounds import Bounds, Sums
from amie_planner.returns.hiding import FEW, HIDDEN, UNSEEN, Release, Rule, marks, not_broken_down

_FEW_TRIES, _MANY_TRIES = 9, 33
"""How often a world is looked for in which all that is hidden is hidden for the same reason, and then for any."""
_TRIES = ((60, 0.9), (240, 0.9), (120, 2.0))
"""In turn: after how many steps it begins anew, and how much chance weighs against what upsets the fewest sums."""
_NEAR = (1, -1, 2, -2, 3, -3)

Changes = Mapping[int, int]
"""By place, how many more people are counted there than in truth."""


class OtherWorlds:
    """What rules 1 to 4 print of a release, and what else that could stand for."""

    def __init__(self, release: Release, rule: Rule) -> None:
        self.release, self.rule = release, rule
        self.said = marks(release, release.counts, rule)
        self.sums = Sums.of(release)
        self._totals = {whole.total for whole in release.breakdowns}
        self._not_broken_down = not_broken_down(release, release.counts, rule)
        self._most = 2 * max(release.counts, default=0) + 2 * rule.smallest_group
        self._bounds = cache(self._worked_out)
        self._found = cache(self._looked_for)

    def changes(self, place: int, free: frozenset[int]) -> Changes:
        """What is otherwise in one other world, this place for one; nothing where no such world was found.

        What stands at the places that are `free` is withheld besides.
        """
        return self._found(place, free)

    def _looked_for(self, place: int, free: frozenset[int]) -> Changes:
        for alike, tries in ((True, _FEW_TRIES), (False, _MANY_TRIES)):
            bounds = self._bounds(free, alike)
            values, dice = self._values(place, bounds), Random(0)
            for n in range(tries if values else 0):
                value, (steps, weight) = values[n // len(_TRIES) % len(values)], _TRIES[n % len(_TRIES)]
                begun = _Step(bounds, place, value, value)
                if changes := self._carried_on(begun, free, steps, partial(dice.uniform, 0, weight)):
                    return changes
        return {}

    def _values(self, place: int, bounds: Bounds) -> list[int]:
        """Other counts to begin with: a few more or fewer, then those of the places beside it, to change places."""
        true, counts = self.release.counts[place], self.release.counts
        beside = {counts[part] for number in self.sums.around[place] for part in self.sums.wholes[number][1]}
        values = dict.fromkeys((*(true + by for by in _NEAR), *sorted(beside)))
        return [value for value in values if value != true and bounds.low[place] <= value <= bounds.high[place]]

    def _carried_on(self, begun: _Step, free: frozenset[int], most: int, chance: Callable[[], float]) -> Changes:
        """What changes in a world that begins so and is printed alike; nothing if none is found in so many steps."""
        steps = [begun]
        for _ in range(most):
            if not steps:
                break
            if (bounds := steps.pop().taken()) is None:
                continue
            if off := self.sums.off(bounds.changes.items()):
                steps += self._next_steps(bounds, off, chance)
            elif self._is_printed_alike(bounds.changes, free):
                return bounds.changes
        return {}

    def _next_steps(self, bounds: Bounds, off: Mapping[int, int], chance: Callable[[], float]) -> list[_Step]:
        """Each way to put right one sum, which has the fewest; the one that upsets the fewest others comes last."""
        ways = min((self._ways(number, bounds, off[number]) for number in off), key=len)
        cost = {place: self._upset(place, by, off) + chance() for place, by in ways}
        steps = []
        for place, by in sorted(ways, key=lambda way: -cost[way[0]]):
            now = self.release.counts[place] + bounds.changes.get(place, 0) + by
            steps.append(_Step(bounds, place, *((now, bounds.high[place]) if by > 0 else (bounds.low[place], now))))
        return steps

    def _ways(self, number: int, bounds: Bounds, off: int) -> list[tuple[int, int]]:
        """Each place of a sum that can be changed towards putting it right, and by how much."""
        total, parts = self.sums.wholes[number]
        ways = []
        for place in (total, *parts):
            wanted, now = off if place == total else -off, self.release.counts[place] + bounds.changes.get(place, 0)
            if by := max(bounds.low[place] - now, min(bounds.high[place] - now, wanted)):
                ways.append((place, by))
        return ways

    def _upset(self, place: int, by: int, off: Mapping[int, int]) -> int:
        """How many more sums would be off after a change; fewer than 0 if it puts some right."""
        more = 0
        for number in self.sums.around[place]:
            now = off.get(number, 0)
            more += bool(now + (-by if self.sums.wholes[number][0] == place else by)) - bool(now)
        return more

    def _is_printed_alike(self, changes: Changes, free: frozenset[int]) -> bool:
        world = list(self.release.counts)
        for place, by in changes.items():
            world[place] += by
        said = marks(self.release, world, self.rule)
        return all(a == b or place in free for place, (a, b) in enumerate(zip(self.said, said, strict=True)))

    def _worked_out(self, free: frozenset[int], alike: bool) -> Bounds:
        """What each count can be, for all that is printed; `alike`: hidden for the same reason."""
        places = range(len(self.release.counts))
        pairs = [self._alike(place, free) if alike else self._by_itself(place, free) for place in places]
        least = self.release.least or (0,) * len(pairs)
        low = [max(fewest, certain) for (fewest, _), certain in zip(pairs, least, strict=True)]
        bounds = Bounds(self.sums, self.release.counts, low, [high for _, high in pairs])
        bounds.narrow(places)
        return bounds

    def _by_itself(self, place: int, free: frozenset[int]) -> tuple[int, int]:
        said, smallest = self.said[place], self.rule.smallest_group
        if place in free or said in (UNSEEN, HIDDEN):
            return int(place in free and said != 0), self._most
        if said == FEW:
            return 1, smallest - 1
        behind = self.rule.behind(said)
        least = smallest if said and place in self._totals else 0
        return max(behind[0], least), behind[-1]

    def _alike(self, place: int, free: frozenset[int]) -> tuple[int, int]:
        """As by itself; and a total stays a total of nobody, of few or of many, what is hidden as small stays small."""
        low, high = self._by_itself(place, free)
        edges: set[int] = set()
        if place in self._totals:
            edges |= {1, self.rule.smallest_group}
        if self.said[place] == HIDDEN and place not in free and place not in self._not_broken_down:
            edges |= {1, self.rule.threshold}
        true = self.release.counts[place]
        passed, ahead = (edge for edge in edges if edge <= true), (edge - 1 for edge in edges if edge > true)
        return max([low, *passed]), min([high, *ahead])


@dataclass(frozen=True, slots=True)
class _Step:
    """New bounds for one place, besides those there are."""

    bounds: Bounds
    place: int
    low: int
    high: int

    def taken(self) -> Bounds | None:
        """The bounds with all that follows; None if no counts can add up any more."""
        bounds = self.bounds.copy()
        bounds.set(self.place, self.low, self.high)
        return bounds if bounds.narrow((self.place,)) else None

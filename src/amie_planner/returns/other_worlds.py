"""Whether a count could be another for all that is printed: in a second world that adds up and is printed alike.

Whoever knows rules 1 to 4 cannot tell that world from the true one. It is looked for among those in which all is hidden
for the same reasons as in truth, then because all of it is small, and at last among all that add up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from functools import cache, lru_cache

from amie_planner.returns.adding_up import Limit, Numbers
from amie_planner.returns.hiding import (
    FEW,
    HIDDEN,
    UNSEEN,
    Release,
    Rule,
    Whole,
    marked,
    marks,
    not_broken_down,
)
from amie_planner.returns.reasons import answers_alike, hidden_alike


class Why(Enum):
    """Why counts are hidden in another world, in the order in which such worlds are looked for."""

    AS_IN_TRUTH = auto()
    AS_SMALL = auto()
    SOMEHOW = auto()


Changes = Mapping[int, int]
"""By place, how many more people are counted there than in truth."""


class OtherWorlds:
    """What rules 1 to 4 print of a release, and what else that could stand for.

    `around` has, by place, the numbers of the wholes it is in.
    """

    def __init__(self, release: Release, rule: Rule) -> None:
        self.release, self.rule = release, rule
        self.said, beside = marked(release, release.counts, rule)
        self.around = _around(release)
        self._totals = {whole.total for whole in release.breakdowns}
        self._not_broken_down = not_broken_down(release, release.counts, rule)
        self._most = 2 * max(release.counts, default=0) + 2 * rule.smallest_group
        self._sums = tuple(_adds_up(whole) for whole in release.wholes)
        answers = tuple(answers_alike(release, rule))
        self._limits = {
            Why.AS_IN_TRUTH: (*hidden_alike(beside), *answers),
            Why.AS_SMALL: answers,
            Why.SOMEHOW: tuple(_how_far_off(release.counts)),
        }
        self._numbers = lru_cache(len(Why))(self._possible)
        self._found = cache(self._looked_for)

    def changes(self, place: int, free: frozenset[int]) -> Changes:
        """What is otherwise in one other world, this place for one; nothing where no such world was found.

        What stands at the places that are `free` is withheld besides.
        """
        return self._found(place, free)

    def _looked_for(self, place: int, free: frozenset[int]) -> Changes:
        for world in self._worlds(place, free):
            if self._is_printed_alike(world, free):
                pairs = enumerate(zip(world, self.release.counts, strict=True))
                return {at: now - true for at, (now, true) in pairs if now != true}
        return {}

    def _worlds(self, place: int, free: frozenset[int]) -> Iterator[Sequence[int]]:
        """Worlds that add up, with more people at a place, and with fewer; hidden somehow, the nearest to truth."""
        true = self.release.counts
        for why in Why:
            numbers, cost = self._numbers(free, why), (0,) * len(true) + (1,) * len(true) * (why is Why.SOMEHOW)
            for lowest, highest in ((true[place] + 1, self._most), (0, true[place] - 1)):
                if world := numbers.one_way(place, lowest, highest, cost):
                    yield world[: len(true)]

    def _is_printed_alike(self, world: Sequence[int], free: frozenset[int]) -> bool:
        said = marks(self.release, world, self.rule)
        return all(a == b or place in free for place, (a, b) in enumerate(zip(self.said, said, strict=True)))

    def _possible(self, free: frozenset[int], why: Why) -> Numbers:
        """What each count can be, for all that is printed."""
        true = self.release.counts
        bounds = [self._bounds(place, free, why) for place in range(len(true))]
        least = self.release.least or (0,) * len(true)
        low = [max(fewest, certain) for (fewest, _), certain in zip(bounds, least, strict=True)]
        high = [most for _, most in bounds]
        if why is Why.SOMEHOW:
            low, high = low + [0] * len(true), high + [self._most] * len(true)
        return Numbers(low, high, (*self._sums, *self._limits[why]))

    def _by_itself(self, place: int, free: frozenset[int]) -> tuple[int, int]:
        said, smallest = self.said[place], self.rule.smallest_group
        if place in free or said in (UNSEEN, HIDDEN):
            return int(place in free and said != 0), self._most
        if said == FEW:
            return 1, smallest - 1
        behind = self.rule.behind(said)
        least = smallest if said and place in self._totals else 0
        return max(behind[0], least), behind[-1]

    def _bounds(self, place: int, free: frozenset[int], why: Why) -> tuple[int, int]:
        """As by itself; and unless it is hidden somehow, a total of nobody, few or many stays one."""
        low, high = self._by_itself(place, free)
        if why is Why.SOMEHOW:
            return low, high
        true = self.release.counts[place]
        if place in self._totals:
            low, high = _narrowed(low, high, true, (1, self.rule.smallest_group))
        if self.said[place] == HIDDEN and place not in free and place not in self._not_broken_down:
            like = true if why is Why.AS_IN_TRUTH else 1
            low, high = _narrowed(low, high, like, (1, self.rule.threshold))
        return low, high


def _narrowed(low: int, high: int, number: int, edges: tuple[int, ...]) -> tuple[int, int]:
    """The bounds between those edges between which a number lies."""
    passed, ahead = (edge for edge in edges if edge <= number), (edge - 1 for edge in edges if edge > number)
    return max([low, *passed]), min([high, *ahead])


def _how_far_off(true: Sequence[int]) -> Iterator[Limit]:
    """After the places, a number for each: by how many people at least its count is another than in truth."""
    for place, count in enumerate(true):
        yield Limit({len(true) + place: 1, place: -1}, -count)
        yield Limit({len(true) + place: 1, place: 1}, count)


def _around(release: Release) -> tuple[tuple[int, ...], ...]:
    found: list[list[int]] = [[] for _ in release.counts]
    for number, whole in enumerate(release.wholes):
        for place in whole.places:
            found[place].append(number)
    return tuple(map(tuple, found))


def _adds_up(whole: Whole) -> Limit:
    return Limit({whole.total: -1, **dict.fromkeys(whole.parts, 1)}, 0, 0)

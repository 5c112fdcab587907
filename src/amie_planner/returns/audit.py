"""Rule 5 of what is shared: no count of 1 to 4 may be the only one that everything printed leaves possible.

A second world that adds up and would be printed just like the true one, but has another count there, proves that the
count cannot be worked out, even by whoever knows rules 1 to 4. Where none is found within a bound of work, the count is
taken for one that can be worked out: its breakdown is withheld, with its total unless that stands in other sums too
and the count is safe all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from amie_planner.returns.hiding import HIDDEN, UNSEEN, Release, Rule
from amie_planner.returns.other_worlds import Changes, OtherWorlds


@dataclass(frozen=True, slots=True)
class Audited:
    """What the audit withholds, by place: totals ([x]) and the parts of their breakdowns ([c])."""

    totals: frozenset[int] = frozenset()
    parts: frozenset[int] = frozenset()

    @property
    def places(self) -> frozenset[int]:
        """Both."""
        return self.totals | self.parts

    def __or__(self, other: Audited) -> Audited:
        return Audited(self.totals | other.totals, self.parts | other.parts)


def audited(release: Release, rule: Rule, go_on: Callable[[], None] = lambda: None) -> Audited:
    """Withholds breakdowns, and totals where it must, until no small count that is not printed can be worked out.

    It may take long: what `go_on`, which is called before each count, raises ends it.
    """
    audit = _Audit(release, rule)
    for place, count in enumerate(release.counts):
        if 0 < count < rule.threshold and audit.worlds.around[place]:
            go_on()
            audit.protect(place)
    return audit.withheld


_Way = dict[int, bool]
"""Breakdowns to be withheld, by their number, and whether with their total."""


class _Audit:
    """What has been withheld so far, and which counts are known to be safe.

    What is safe stays so, for the more is withheld, the more is possible.
    """

    def __init__(self, release: Release, rule: Rule) -> None:
        self.worlds, self.release = OtherWorlds(release, rule), release
        self.withheld = Audited()
        self.safe: set[int] = set()

    def protect(self, place: int) -> None:
        """Withholds nothing, or the least of what is near that makes a count safe, or as much around it as it takes."""
        if place in self.safe:
            return
        for way in self._ways(place):
            if self._changes(place, way):
                break
        way = self._all_needed(place, way)
        self.safe |= self._changes(place, way).keys()
        self.withheld |= self._withholding(way)

    def _changes(self, place: int, way: _Way) -> Changes:
        return self.worlds.changes(place, self._visibly(self.withheld | self._withholding(way)))

    def _visibly(self, withheld: Audited) -> frozenset[int]:
        """The places at which something else would stand: what is [c] already seems to be so by the other rules."""
        return frozenset(at for at in withheld.places if self.worlds.said[at] not in (HIDDEN, UNSEEN))

    def _withholding(self, way: _Way) -> Audited:
        """Beside a total that is given, a part of nobody stays a true 0."""
        wholes = [(self.release.wholes[number], with_total) for number, with_total in way.items()]
        parts = ((part, with_total) for whole, with_total in wholes for part in whole.parts)
        return Audited(
            frozenset(whole.total for whole, with_total in wholes if with_total),
            frozenset(part for part, with_total in parts if with_total or self.release.counts[part]),
        )

    def _ways(self, place: int) -> Iterator[_Way]:
        """What may be withheld to make a count safe: nothing, one breakdown, the least first, or all that is around."""
        yield {}
        around, reached = self.worlds.around, dict[int, bool]()
        near = list(around[place])
        yield from sorted(({number: self._needs_its_total(number, place)} for number in near), key=self._loss)
        yield from sorted(({number: True} for number in near), key=self._loss)
        while near:
            reached |= dict.fromkeys(near, True)
            yield dict(reached)
            beside = (at for number in near for at in self.release.wholes[number].places)
            near = [number for number in dict.fromkeys(n for at in beside for n in around[at]) if number not in reached]

    def _needs_its_total(self, number: int, place: int) -> bool:
        """Of a table by itself the total goes with its parts: beside parts that are all hidden it would tell why."""
        total = self.release.wholes[number].total
        return total == place or self.worlds.around[total] == (number,)

    def _loss(self, way: _Way) -> tuple[int, int]:
        """What is lost in print, a total once for each sum that it is in; and how much is withheld at all."""
        more, around = self._withholding(way), self.worlds.around
        return sum(len(around[at]) if at in more.totals else 1 for at in self._visibly(more)), len(more.places)

    def _all_needed(self, place: int, way: _Way) -> _Way:
        """What is left of it when all is given back that the count is safe without."""
        for number in list(way):
            less = {other: with_total for other, with_total in way.items() if other != number}
            if self._changes(place, less):
                way = less
        for number in list(way):
            less = way | {number: self._needs_its_total(number, place)}
            if less != way and self._changes(place, less):
                way = less
        return way

"""Rule 5 of what is shared: no count of 1 to 4 may be the only one that everything printed leaves possible.

A second world that adds up and would be printed just like the true one, but has another count there, proves that the
count cannot be worked out, even by whoever knows rules 1 to 4. Where none is found within a bound of work, the count is
taken for one that can be worked out: its breakdown and total are withheld.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from amie_planner.returns.hiding import FEW, HIDDEN, UNSEEN, Release, Rule, Whole, marks

_TRIES, _PATIENT_TRIES, _TRIES_IN_ALL = 100, 1_000, 20_000
"""How often another world is looked for: for one count at first, for one that seems to have none, for a release."""
_LONGEST = 60
"""In how many counts two worlds may differ."""
_MANNERS = ((2.0, 0), (1.0, 1), (0.0, 0), (1.0, 2), (2.0, 1))
"""How much a walk minds the risk of another mark in print, and how many of its first steps are left to chance."""


@dataclass(frozen=True, slots=True)
class Audited:
    """What the audit withholds, by place: totals ([x]) and the parts of their breakdowns ([c])."""

    totals: frozenset[int]
    parts: frozenset[int]


def audited(release: Release, rule: Rule) -> Audited:
    """Withholds breakdowns and their totals until no small count that is not printed can be worked out."""
    audit = _Audit(release, rule)
    small = [at for at, count in enumerate(release.counts) if 0 < count < rule.threshold and audit.around[at]]
    for place in [at for at in small if not audit.is_safe(at)]:
        audit.protect(place)
    withheld = [release.wholes[at] for at in audit.withheld]
    return Audited(
        frozenset(whole.total for whole in withheld), frozenset(part for whole in withheld for part in whole.parts)
    )


class _Audit:
    """What is printed, what has been withheld so far, and which counts are known to be safe.

    `around` has for each place the wholes that it is in, by their number, and 1 as a part or -1 as the total.
    """

    def __init__(self, release: Release, rule: Rule) -> None:
        self.release, self.rule = release, rule
        self.said = marks(release, release.counts, rule)
        self.around: list[list[tuple[int, int]]] = [[] for _ in release.counts]
        for number, whole in enumerate(release.wholes):
            self.around[whole.total].append((number, -1))
            for part in whole.parts:
                self.around[part].append((number, 1))
        small = [whole for whole in release.wholes if 0 < release.counts[whole.total] < rule.smallest_group]
        self.not_broken_down = {part for whole in small for part in whole.parts}
        self.totals = {whole.total for whole in release.wholes}
        self.withheld: dict[int, None] = {}
        self.free: frozenset[int] = frozenset()
        self.safe: set[int] = set()
        self.tries = _TRIES_IN_ALL

    def protect(self, place: int) -> None:
        """Withholds nothing, one whole that the place is in, all of them, or ever more around them, as is needed."""
        if self.is_safe(place, tries=_PATIENT_TRIES):
            return
        near = [number for number, _ in self.around[place] if number not in self.withheld]
        for number in sorted(near, key=lambda each: self._loss(each, place)):
            if self.is_safe(place, self.release.wholes[number]):
                self._withhold(number)
                return
        while near:
            for number in sorted(near, key=lambda each: self._loss(each, place)):
                self._withhold(number)
                if self.is_safe(place):
                    return
            beside = [other for each in near for at in self.release.wholes[each].places for other, _ in self.around[at]]
            near = [number for number in dict.fromkeys(beside) if number not in self.withheld]

    def is_safe(self, place: int, besides: Whole | None = None, tries: int = _TRIES) -> bool:
        """Whether another count is possible here; `besides` is what might be withheld too.

        What has been found stays true, for the more is withheld, the more is possible.
        """
        if place in self.safe:
            return True
        free = self.free.union(besides.places) if besides else self.free
        values, dice = self._values(place, free), random.Random(0)
        for n in range(min(tries, self.tries) if values else 0):
            self.tries -= 1
            near, manner = n % 2 % len(values), n // 2 % len(_MANNERS)
            value = dice.choice(values) if n // 2 // len(_MANNERS) % 2 else values[near]
            changes = _Walk(self, free, dice, *_MANNERS[manner]).changing(place, value - self.release.counts[place])
            if changes and self._would_be_printed_alike(changes, free):
                self.safe.update(changes)
                return True
        return False

    def allows(self, place: int, count: int, free: frozenset[int]) -> bool:
        """Whether what is printed here could by itself stand for the count."""
        said, smallest = self.said[place], self.rule.smallest_group
        if place in free or said in (UNSEEN, HIDDEN):
            return count >= 0
        if said == FEW:
            return 0 < count < smallest
        return count in self.rule.behind(said) and (not count or count >= smallest or place not in self.totals)

    def risk(self, place: int, count: int) -> int:
        """How likely it is that something else would be printed with this count here: 0, 1 or 2."""
        true, threshold, smallest = self.release.counts[place], self.rule.threshold, self.rule.smallest_group
        found = int(place in self.totals and (not true, true < smallest) != (not count, count < smallest))
        if self.said[place] == HIDDEN and place not in self.not_broken_down:
            found += true >= threshold or not 0 < count < threshold
        return found

    def _values(self, place: int, free: frozenset[int]) -> list[int]:
        """Other counts to begin with: one more, one fewer, then those of the places beside it, to change places."""
        counts = self.release.counts
        beside = {counts[part] for number, _ in self.around[place] for part in self.release.wholes[number].parts}
        near = dict.fromkeys(counts[place] + by for by in (1, -1, 2, -2))
        values = dict.fromkeys((*near, *sorted(beside)))
        return [value for value in values if value != counts[place] and self.allows(place, value, free)]

    def _loss(self, number: int, place: int) -> tuple[bool, int, int]:
        """What it costs to withhold a whole, to find the least: its total may stand in other tables too."""
        whole = self.release.wholes[number]
        return whole.total == place, len(self.around[whole.total]), len(whole.parts)

    def _withhold(self, number: int) -> None:
        self.withheld[number] = None
        self.free = self.free.union(self.release.wholes[number].places)

    def _would_be_printed_alike(self, changes: dict[int, int], free: frozenset[int]) -> bool:
        world = list(self.release.counts)
        for place, by in changes.items():
            world[place] += by
        said = marks(self.release, world, self.rule)
        if not free:
            return said == self.said
        return all(a == b or place in free for place, (a, b) in enumerate(zip(self.said, said, strict=True)))


class _Walk:
    """From a changed count to a world that adds up again: what is wrong first is put right first, as cheaply as can be.

    Chance decides between ways that cost the same, so that each walk may find another world.
    """

    def __init__(self, audit: _Audit, free: frozenset[int], dice: random.Random, fear: float, at_random: int) -> None:
        self.audit, self.free, self.dice, self.fear, self.at_random = audit, free, dice, fear, at_random
        self.changes: dict[int, int] = {}
        self.wrong: dict[int, int] = {}

    def changing(self, place: int, by: int) -> dict[int, int]:
        """By how much each count changes, or nothing where the walk leads nowhere."""
        for _ in range(_LONGEST):
            self.changes[place] = by
            for number, sign in self.audit.around[place]:
                off = self.wrong.pop(number, 0) + sign * by
                if off:
                    self.wrong[number] = off
            if not self.wrong:
                return self.changes
            ways = [(self._cost(*way), *way) for way in self._ways()]
            if not ways:
                break
            _, place, by = min(ways)
        return {}

    def _ways(self) -> list[tuple[int, int]]:
        """Each place that could put right the sum that has been wrong longest, and by how much."""
        number, off = next(iter(self.wrong.items()))
        whole, counts = self.audit.release.wholes[number], self.audit.release.counts
        steps = dict.fromkeys((off, (off > 0) - (off < 0)))
        ways = [way for step in steps for way in ((whole.total, step), *((part, -step) for part in whole.parts))]
        return [
            (place, by)
            for place, by in ways
            if place not in self.changes and self.audit.allows(place, counts[place] + by, self.free)
        ]

    def _cost(self, place: int, by: int) -> float:
        if len(self.changes) <= self.at_random:
            return self.dice.random()
        left = 0
        for number, sign in self.audit.around[place]:
            off = self.wrong.get(number, 0)
            left += bool(off + sign * by) - bool(off)
        risk = self.audit.risk(place, self.audit.release.counts[place] + by)
        return left + self.fear * risk + self.dice.random()

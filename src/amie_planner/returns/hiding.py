"""Rules 1 to 4 of what is shared: from the true counts of a release to what stands for each of them.

A world is one possible set of true counts; whoever knows the rules can work out what would be printed in any world.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

HIDDEN, FEW, UNSEEN = -1, -2, -3
"""What may stand for a count that is not printed: [c], “fewer than 10”, or a count that has no place in any table."""

_ROUNDING = 1e-9
"""Of shares: 0.9 of 10 is 9."""

World = Sequence[int]
"""A count for every place of a release."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How far a count of people is protected; every figure is a number of people, but the share of known answers.

    `threshold` is the first count that is printed, to the nearest `base`; a group below `smallest_group` is not broken
    down; nor is a sensitive question of which `most_of_known` of the known answers, 0 to 1, are the same.
    """

    threshold: int = 5
    base: int = 5
    smallest_group: int = 10
    most_of_known: float = 0.9
    audit: bool = True

    @property
    def few(self) -> str:
        """What stands for the people of a group too small to break down."""
        return f"fewer than {self.smallest_group}"

    @property
    def said(self) -> tuple[str, ...]:
        """The rule in sentences, to be printed on everything that is made by it."""
        return (
            f"Counts of people are rounded to the nearest {self.base}, totals from the true totals, so rows need not "
            "add up. A 0 that is printed is a true 0.",
            f"[c] stands for a count of 1 to {self.threshold - 1}, and for others, 0 among them, from which it could "
            "be worked out.",
            f"A group of fewer than {self.smallest_group} people is not broken down: it says “{self.few}”.",
            f"A sensitive question is not broken down where {self.most_of_known:.0%} or more of those who answered "
            "gave the same answer.",
            "[x] stands for a total that is not given because it would tell what is kept back elsewhere.",
            "Counts of sessions and hours delivered are exact where they are given; contact hours are estimated from "
            "rounded attendances.",
        )

    def alone(self, count: int) -> int:
        """What stands for a count of which nothing else is known: itself if 0, HIDDEN, or its rounded figure."""
        return HIDDEN if 0 < count < self.threshold else self.rounded(count)

    def rounded(self, count: int) -> int:
        """The count to the nearest `base`, halves up."""
        return (2 * count + self.base) // (2 * self.base) * self.base

    def behind(self, printed: int) -> range:
        """The counts for which a rounded count stands."""
        first = (2 * printed - self.base + 1) // 2
        return range(max(first, self.threshold if printed else 0), first + self.base if printed else 1)


@dataclass(frozen=True, slots=True)
class Whole:
    """A total and its parts, by place; `one_thing` and `only_bounds` as a Sum has them."""

    total: int
    parts: tuple[int, ...]
    one_thing: bool = False
    only_bounds: bool = False

    @property
    def places(self) -> tuple[int, ...]:
        """The total and the parts."""
        return (self.total, *self.parts)


@dataclass(frozen=True)
class Release:
    """Every count of people that is released at once: its place is where it stands in each of these.

    `printed` says whether it stands in a table at all, `least` how many it is at least to whoever sees the tables.
    """

    keys: tuple[str, ...]
    counts: tuple[int, ...]
    printed: tuple[bool, ...]
    wholes: tuple[Whole, ...]
    least: tuple[int, ...] = ()

    @cached_property
    def unseen(self) -> tuple[int, ...]:
        """The places that stand in no table."""
        return tuple(place for place, printed in enumerate(self.printed) if not printed)

    @cached_property
    def breakdowns(self) -> tuple[Whole, ...]:
        """The wholes that rules 1 to 4 are about."""
        return tuple(whole for whole in self.wholes if not whole.only_bounds)

    @cached_property
    def all_printed(self) -> tuple[Whole, ...]:
        """The breakdowns of which every part stands in a table, and the total too."""
        return tuple(whole for whole in self.breakdowns if all(self.printed[place] for place in whole.places))

    @cached_property
    def around(self) -> tuple[tuple[int, ...], ...]:
        """By place, which of `all_printed` it is in."""
        found: list[list[int]] = [[] for _ in self.counts]
        for number, whole in enumerate(self.all_printed):
            for place in whole.places:
                found[place].append(number)
        return tuple(map(tuple, found))

    @cached_property
    def sensitive(self) -> tuple[Whole, ...]:
        """The wholes whose parts are the answers to one sensitive question."""
        return tuple(whole for whole in self.breakdowns if whole.one_thing)


@dataclass(frozen=True, slots=True)
class Beside:
    """What is hidden beside a count that stands hidden alone: the smallest that are shown; the others stay."""

    smallest: tuple[int, ...]
    others: tuple[int, ...]


def marks(release: Release, world: World, rule: Rule) -> list[int]:
    """What would be printed for each place if these were the true counts: a figure, or why there is none."""
    return marked(release, world, rule)[0]


def marked(release: Release, world: World, rule: Rule) -> tuple[list[int], tuple[Beside, ...]]:
    """The same, and what rule 4 hid.

    All that is hidden by it is found at once, round by round, so the order of tables never matters.
    """
    alone = {count: rule.alone(count) for count in set(world)}
    said = [alone[count] for count in world]
    for whole in _of_few(release, world, rule):
        said[whole.total] = FEW
    for part in not_broken_down(release, world, rule):
        said[part] = HIDDEN
    for place in release.unseen:
        said[place] = UNSEEN
    touched, hidden = release.all_printed, list[Beside]()
    while found := tuple(_beside(touched, world, said)):
        places = {place for each in found for place in each.smallest}
        for place in places:
            said[place] = HIDDEN
        hidden += found
        around = {number for place in places for number in release.around[place]}
        touched = tuple(release.all_printed[number] for number in around)
    return said, tuple(hidden)


def not_broken_down(release: Release, world: World, rule: Rule) -> set[int]:
    """The places that are hidden however many they count: parts of a small group, and answers that are all alike."""
    wholes = (*_of_few(release, world, rule), *_of_one_answer(release, world, rule))
    return {part for whole in wholes for part in whole.parts}


def _of_few(release: Release, world: World, rule: Rule) -> Iterator[Whole]:
    return (whole for whole in release.breakdowns if 0 < world[whole.total] < rule.smallest_group)


def _of_one_answer(release: Release, world: World, rule: Rule) -> Iterator[Whole]:
    for whole in release.sensitive:
        known = [world[place] for place in whole.parts]
        if any(known) and max(known) >= rule.most_of_known * sum(known) - _ROUNDING:
            yield whole


def _beside(wholes: Iterable[Whole], world: World, said: list[int]) -> Iterator[Beside]:
    """What is hidden beside a count that stands hidden alone under a printed total: the smallest, and all like it."""
    for whole in wholes:
        if said[whole.total] < 0:
            continue
        hidden = [said[part] for part in whole.parts if said[part] < 0]
        shown = [part for part in whole.parts if said[part] > 0]
        if hidden == [HIDDEN] and shown:
            least = min(world[part] for part in shown)
            smallest = tuple(part for part in shown if world[part] == least)
            yield Beside(smallest, tuple(part for part in shown if world[part] != least))

"""Somebody who has a release, knows the rules it was made by and can add up: what do they find out?

This shares nothing with the program but the symbols in print: it reads the rules and does its sums in its own way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

THRESHOLD, SMALLEST, MOST = 5, 10, 0.9
FEW, CONFIDENTIAL, NOT_AVAILABLE = "fewer than 10", "[c]", "[x]"
MANY = 120
"""More people than any table here has."""

Printed = int | str | None
World = Mapping[str, int]
Prints = dict[tuple[Printed, ...], dict[str, set[int]]]


@dataclass(frozen=True)
class Rules:
    """What is done to counts: rounded to the nearest, and hidden beside one that is hidden alone, or not."""

    nearest: int = 5
    beside: bool = True

    def rounded(self, count: int) -> int:
        """Halves up; worked out in another way than in the program."""
        above = count % self.nearest
        return count - above + (self.nearest if 2 * above >= self.nearest else 0)


AS_PROMISED = Rules()


@dataclass(frozen=True)
class Adds:
    """A total and its parts by name, as anybody can see from the tables."""

    total: str
    parts: tuple[str, ...]
    one_thing: bool = False


def in_print(world: World, sums: Sequence[Adds], rules: Rules = AS_PROMISED) -> dict[str, Printed]:
    """What rules 1 to 4 print of a world."""
    printed: dict[str, Printed] = {}
    for name, count in world.items():
        printed[name] = CONFIDENTIAL if 1 <= count < THRESHOLD else rules.rounded(count)
    broken_down = [each for each in sums if world[each.total] >= SMALLEST or world[each.total] == 0]
    for each in sums:
        if each not in broken_down:
            printed[each.total] = FEW
    for each in sums:
        known = sum(world[part] for part in each.parts)
        same = each.one_thing and known and 10 * max(world[part] for part in each.parts) >= 10 * MOST * known
        if each not in broken_down or same:
            printed.update(dict.fromkeys(each.parts, CONFIDENTIAL))
    while rules.beside:
        also = {name for each in sums for name in _beside_the_only_one(world, printed, each)}
        if not also:
            break
        printed.update(dict.fromkeys(also, CONFIDENTIAL))
    return printed


def _beside_the_only_one(world: World, printed: Mapping[str, Printed], each: Adds) -> Iterator[str]:
    hidden = [part for part in each.parts if isinstance(printed[part], str)]
    if isinstance(printed[each.total], str) or len(hidden) != 1 or printed[hidden[0]] != CONFIDENTIAL:
        return
    others = [part for part in each.parts if part not in hidden and world[part]]
    for part in others:
        if world[part] == min(world[other] for other in others):
            yield part


def pinned_by_arithmetic(
    printed: Mapping[str, Printed], sums: Sequence[Adds], truth: World, rules: Rules = AS_PROMISED
) -> list[str]:
    """Every true count of 1 to 4 for which no other is left by which the release can add up.

    The truth is only where the search for another world begins, to save time; the whole range is gone through after.
    """
    linked = {name: [each for each in sums if name in (each.total, *each.parts)] for name in printed}
    meant = {name: _meant(name, printed, sums, rules) for name in printed}
    ranges = _narrowed(meant, linked, printed)
    assert all(a <= truth[name] <= b for name, (a, b) in ranges.items()), "what is printed has to be true"
    nearby = {name: (max(a, truth[name] - 3), min(b, truth[name] + 3)) for name, (a, b) in ranges.items()}
    found, varied = [], set[str]()
    for name, count in truth.items():
        if 1 <= count < THRESHOLD and name not in varied:
            other = _another(name, count, nearby, linked, 300) or _another(name, count, ranges, linked, 20_000)
            varied |= {each for each, value in other.items() if value != truth[each]}
            found += [] if other else [name]
    return found


def what_each_would_print(worlds: Iterable[World], sums: Sequence[Adds]) -> Prints:
    """Every possible print by rules 1 to 4, with the counts that each name has in the worlds behind it."""
    prints: Prints = {}
    for world in worlds:
        values = prints.setdefault(tuple(in_print(world, sums).values()), {name: set() for name in world})
        for name, count in world.items():
            values[name].add(count)
    return prints


def pinned_by_the_rules(printed: Mapping[str, Printed], prints: Prints) -> list[str]:
    """Every count of 1 to 4 that is the same in all worlds of which rules 1 to 4 would print just this.

    What stands as [x], and each [c] that the rules alone would not make, is anybody's guess: None in `printed`.
    """
    values: dict[str, set[int]] = {name: set() for name in printed}
    for print_, counts in prints.items():
        if all(said in (None, would) for said, would in zip(printed.values(), print_, strict=True)):
            for name in printed:
                values[name] |= counts[name]
    return [name for name, seen in values.items() if len(seen) == 1 and 1 <= min(seen) < THRESHOLD]


Range = tuple[int, int]
Ranges = dict[str, Range]
Linked = Mapping[str, Sequence[Adds]]
"""The sums that each count is in."""


def _meant(name: str, printed: Mapping[str, Printed], sums: Sequence[Adds], rules: Rules) -> Range:
    """The fewest and the most people for whom this can stand by itself."""
    said = printed[name]
    if said == 0:
        return 0, 0
    if isinstance(said, int):
        least = SMALLEST if any(each.total == name for each in sums) else THRESHOLD
        behind = [count for count in range(least, said + rules.nearest) if rules.rounded(count) == said]
        return behind[0], behind[-1]
    if said == FEW:
        return 1, SMALLEST - 1
    wholly_hidden = any(
        name in each.parts and (each.one_thing or isinstance(printed[each.total], str)) for each in sums
    )
    return (1 if said == CONFIDENTIAL and not wholly_hidden else 0), MANY


def _narrowed(ranges: Ranges, linked: Linked, changed: Iterable[str]) -> Ranges:
    """What is left when every sum that a change touches has to add up; nothing if it cannot."""
    ranges = dict(ranges)
    waiting = dict.fromkeys(each for name in changed for each in linked[name])
    while waiting:
        each = next(iter(waiting))
        del waiting[each]
        for name, (a, b) in _as_it_adds_up(each, ranges).items():
            if a > b:
                return {}
            if (a, b) != ranges[name]:
                ranges[name] = a, b
                waiting |= dict.fromkeys(linked[name])
    return ranges


def _as_it_adds_up(each: Adds, ranges: Ranges) -> Ranges:
    low = sum(ranges[part][0] for part in each.parts)
    high = sum(ranges[part][1] for part in each.parts)
    a, b = ranges[each.total]
    least, most = max(a, low), min(b, high)
    found = {each.total: (least, most)}
    for part in each.parts:
        a, b = ranges[part]
        found[part] = max(a, least - (high - b)), min(b, most - (low - a))
    return found


def _another(name: str, value: int, ranges: Ranges, linked: Linked, patience: int) -> World:
    """A world in which this count has another value; nothing if there is none, or none was found in time."""
    a, b = ranges[name]
    ways = [(name, {**ranges, name: (low, high)}) for low, high in ((value + 1, b), (a, value - 1)) if low <= high]
    for _ in range(patience if ways else 0):
        changed, now = ways.pop()
        now = _narrowed(now, linked, [changed])
        unknown = [(b - a, each) for each, (a, b) in now.items() if a < b]
        if now and not unknown:
            return {each: a for each, (a, _) in now.items()}
        if unknown:
            _, each = min(unknown)
            a, b = now[each]
            ways += [(each, {**now, each: cut}) for cut in ((a, (a + b) // 2), ((a + b) // 2 + 1, b))]
        if not ways:
            break
    return {}

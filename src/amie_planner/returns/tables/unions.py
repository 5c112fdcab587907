"""How the people of several groups hang together with all of them, where somebody may be in more than one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from amie_planner.returns.facts import Member
from amie_planner.returns.table import People, Sum

Linked = tuple[list[Sum], list[People]]
"""Sums, and every count they speak of that may stand in no row."""


def are_disjoint(groups: Iterable[Sequence[Member]], everybody: Sequence[Member]) -> bool:
    """Whether nobody is in two of the groups that make up everybody."""
    return sum(map(len, groups)) == len(everybody)


def union(word: str, total: People, parts: Sequence[People], *, disjoint: bool) -> Linked:
    """That a count of all is made up of that of each group; with the further times that people are in another, if any.

    The sum of the groups is then a count of its own, under `word` in the place of the total's group; and no group is
    more than all.
    """
    within = "".join(total.key.partition("|")[1:])
    keys, hidden = [], []
    for n, part in enumerate(parts, 1):
        same_people = part.key in keys
        keys.append(f"{word}:{n}{within}" if same_people else part.key)
        hidden += [People(keys[-1], part.count)] if same_people else []
    if disjoint:
        return ([], []) if total.key in keys else ([Sum(total.key, tuple(keys))], hidden)
    every = People(f"{word}{within}", sum(part.count for part in parts))
    further = People(f"further {word}{within}", every.count - total.count)
    sums = [Sum(every.key, tuple(keys)), Sum(every.key, (total.key, further.key))]
    bounds, others = bounded(total, parts)
    return [*sums, *bounds], [*hidden, every, further, *others]


def bounded(total: People, parts: Iterable[People]) -> Linked:
    """That each part is some of all, by how many are not in it."""
    others = {part.key: People(f"{total.key} but {part.key}", total.count - part.count) for part in parts}
    others.pop(total.key, None)
    sums = [Sum(total.key, (part, rest.key), only_bounds=True) for part, rest in others.items()]
    return sums, list(others.values())

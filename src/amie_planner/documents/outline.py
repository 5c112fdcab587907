"""The outline of a PDF: its headings as a tree of places to go to, shown beside the pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from amie_planner.documents.structure import text_string


@dataclass(frozen=True)
class Heading:
    """A heading as it was drawn: its level from 0, its words, the index of its page."""

    level: int
    words: str
    page: int


def outline_objects(
    headings: Sequence[Heading], pages: Sequence[int], own: int, first: int
) -> Iterator[tuple[int, bytes]]:
    """The objects of the outline, with their numbers: `own` is the outline's, `first` that of its first heading.

    `pages` are the numbers of the pages' objects. A heading stands under the last one of a higher level.
    """
    under: dict[int, list[int]] = defaultdict(list)
    above: list[int] = []
    parents = [own]
    for number, heading in enumerate(headings, start=first):
        del parents[heading.level + 1 :]
        above.append(parents[-1])
        under[parents[-1]].append(number)
        parents.append(number)
    before = {later: sooner for row in under.values() for sooner, later in pairwise(row)}
    after = {sooner: later for later, sooner in before.items()}
    yield own, f"<< /Type /Outlines {_inside(under, own)} >>".encode()
    for number, (heading, parent) in enumerate(zip(headings, above, strict=True), start=first):
        entries = [
            f"/Title {text_string(heading.words)} /Parent {parent} 0 R /Dest [{pages[heading.page]} 0 R /Fit]",
            *([f"/Prev {before[number]} 0 R"] if number in before else []),
            *([f"/Next {after[number]} 0 R"] if number in after else []),
            _inside(under, number),
        ]
        yield number, f"<< {' '.join(entries)} >>".encode()


def _inside(under: Mapping[int, Sequence[int]], number: int) -> str:
    own = under.get(number)
    return f"/First {own[0]} 0 R /Last {own[-1]} 0 R /Count {_count(under, number)}" if own else ""


def _count(under: Mapping[int, Sequence[int]], number: int) -> int:
    """How many lines stand below it when all is unfolded."""
    return sum(1 + _count(under, child) for child in under.get(number, ()))

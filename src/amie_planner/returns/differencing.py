"""Where a few people could be told apart by holding a new return beside earlier ones.

It looks at true counts. A total is held against up to all of its parts; of a return with a great many parts only so
many ways to add them up are tried. Days on which nobody came are no days of their own, and returns in which almost the
same people were counted are held together as if they were of the same days too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from amie_planner.domain.records import Figure, ReturnRelease
from amie_planner.returns.disclosure import RULE
from amie_planner.returns.readings import (
    About,
    Cell,
    Place,
    almost_the_same_people,
    cells,
    place_of,
    question,
    same_visits,
    wholes,
)

_MOST_WAYS = 2_000
"""Ways to add parts up that are tried for one total."""

ToldApart = tuple[Figure, tuple[ReturnRelease, ...]]
"""A figure of the new return, and the earlier ones beside which it tells of few people."""


def told_apart(
    new: ReturnRelease, earlier: Sequence[ReturnRelease], go_on: Callable[[], None] = lambda: None
) -> Iterator[ToldApart]:
    """Each count of a new return that, held beside earlier ones, leaves fewer people than the threshold but some.

    It may take long: what `go_on`, which is called before each count, raises ends it.
    """
    yield from _Counts(new, earlier, go_on).told_apart()


@dataclass(frozen=True, slots=True)
class _Read:
    """A printed figure and all that it can be read as; `release` is None in the new one.

    `in_rows` says in how many rows of its column the same people are counted: two programmes may have the same people.
    """

    figure: Figure
    release: ReturnRelease | None
    cells: tuple[Cell, ...]
    in_rows: int


@dataclass(frozen=True, slots=True, eq=False)
class _Count:
    """A true count as one reading has it. `fresh`: the other side does not say it in any."""

    cell: Cell
    figure: Figure
    release: ReturnRelease | None
    fresh: bool

    @property
    def many(self) -> int:
        return self.figure.people


def _read(release: ReturnRelease, *places: Place, new: bool = False) -> Iterator[_Read]:
    """Each figure of a release that stood in a table; the others are there to tell whether the same people came."""
    in_rows = Counter((figure.table, figure.column, figure.about) for figure in release.figures)
    for figure in release.figures:
        if figure.table:
            rows = in_rows[figure.table, figure.column, figure.about]
            yield _Read(figure, None if new else release, cells(figure, release, *places), rows)


def _places(release: ReturnRelease, new: ReturnRelease) -> tuple[Place, ...]:
    """Of which programmes and days an earlier release may be taken to be, held beside the new one."""
    if same_visits(release, new):
        return (place_of(new),)
    return (place_of(release), place_of(new)) if almost_the_same_people(release, new) else (place_of(release),)


class _Counts:
    """Everything that was or will be released, each count once a side."""

    def __init__(self, new: ReturnRelease, earlier: Sequence[ReturnRelease], go_on: Callable[[], None]) -> None:
        self.go_on = go_on
        now = tuple(_read(new, place_of(new), new=True))
        before = tuple(each for release in earlier for each in _read(release, *_places(release, new)))
        here = {(cell, e.figure.people): e for e in reversed(now) for cell in e.cells}
        there = {(cell, e.figure.people): e for e in before for cell in e.cells}
        self.releases: dict[tuple[Cell, int], dict[str, ReturnRelease]] = defaultdict(dict)
        """By a count that left, each release that said it."""
        for said in before:
            if said.release is not None:
                for cell in said.cells:
                    self.releases[cell, said.figure.people][said.release.id] = said.release
        self.new = [_count(cell, e, there) for (cell, _), e in here.items()]
        self.all = self.new + [_count(cell, e, here) for (cell, _), e in there.items()]
        self.said = {(count.cell, count.many) for count in self.all}
        self.alike: dict[tuple[str, About], list[_Count]] = defaultdict(list)
        for count in self.all:
            self.alike[count.cell.what, count.cell.about].append(count)
        nearby = [read for read in before if read.release and place_of(read.release).meets(place_of(new))]
        self.rows = [
            (_count(one.cells[0], one, there), _count(other.cells[0], other, here))
            for one, other in _in_one_row(now, nearby)
        ]
        self.figures = new.figures

    def told_apart(self) -> Iterator[ToldApart]:
        found: dict[Figure, dict[str, ReturnRelease]] = defaultdict(dict)
        beside = set[Figure]()
        for pair in (*self._alike(), *self._rows(), *self._parts()):
            self._note(found, pair)
            beside.update(count.figure for count in pair if count.release is not None)
        for way in self._sums():
            if not any(count.figure in (found if count.release is None else beside) for count in way):
                self._note(found, way)
        for figure in dict.fromkeys(self.figures):
            if figure in found:
                yield figure, tuple(found[figure].values())

    def _note(self, found: dict[Figure, dict[str, ReturnRelease]], way: Sequence[_Count]) -> None:
        at = next(count.figure for count in way if count.release is None and count.fresh)
        for count in way:
            found[at].update(self.releases[count.cell, count.many] if count.release is not None else {})

    def _alike(self) -> Iterator[tuple[_Count, ...]]:
        """The same people of other programmes or days, or counted anew."""
        for one in self.new:
            for other in self.alike[one.cell.what, one.cell.about]:
                if _tells((one, other)) and one.cell.place.meets(other.cell.place) and _few(one.many - other.many):
                    yield one, other

    def _rows(self) -> Iterator[tuple[_Count, ...]]:
        """The same row and column: where two groups are the same people, one of them may be counted as the other."""
        for pair in self.rows:
            if _tells(pair) and _few(pair[0].many - pair[1].many):
                yield pair

    def _parts(self) -> Iterator[tuple[_Count, ...]]:
        """Some of the same people, so that all others are left."""
        for part in self.all:
            self.go_on()
            for whole, _ in self._wholes(part):
                if part.many and _tells((whole, part)) and _few(whole.many - part.many):
                    yield whole, part

    def _wholes(self, part: _Count) -> Iterator[tuple[_Count, str]]:
        """All counts of whom some are counted here, of the same programmes and days, and by which question."""
        for variable, category in part.cell.about:
            for about in wholes(part.cell.about, variable, category):
                for whole in self.alike.get((part.cell.what, about), ()):
                    if self._holds(whole, part):
                        yield whole, question(variable)

    def _holds(self, whole: _Count, part: _Count) -> bool:
        """Whether the part is of the same programmes and days, or of some of them of which the total is not said."""
        if not whole.cell.place.holds(part.cell.place):
            return False
        there = Cell(part.cell.place, whole.cell.what, whole.cell.about)
        return there.place == whole.cell.place or (there, whole.many) not in self.said

    def _sums(self) -> Iterator[tuple[_Count, ...]]:
        """Several parts of a total: other programmes and days, or answers to one question."""
        families: dict[tuple[_Count, str], list[_Count]] = defaultdict(list)
        for part in self.all:
            self.go_on()
            for whole in self.alike[part.cell.what, part.cell.about]:
                if (
                    whole.figure is not part.figure
                    and whole.cell != part.cell
                    and whole.cell.place.holds(part.cell.place)
                ):
                    families[whole, ""].append(part)
            for whole, asked in self._wholes(part):
                families[whole, asked].append(part)
        for (whole, _), parts in families.items():
            self.go_on()
            if len(parts) > 1 and _tells((whole, *parts)):
                yield from _adding_up(whole, parts)


def _count(cell: Cell, read: _Read, others: Container[tuple[Cell, int]]) -> _Count:
    fresh = all((each, read.figure.people) not in others for each in read.cells)
    return _Count(cell, read.figure, read.release, fresh)


def _in_one_row(now: Iterable[_Read], before: Iterable[_Read]) -> Iterator[tuple[_Read, _Read]]:
    """Figures of the same row and column that are read otherwise, and may yet be of the same people."""
    rows: dict[tuple[str | None, ...], list[_Read]] = defaultdict(list)
    for other in before:
        rows[_row(other.figure)].append(other)
    for one in now:
        for other in rows[_row(one.figure)]:
            here, there = one.cells[0], other.cells[0]
            meets = here.place.meets(there.place)
            if (here.what, here.about) != (there.what, there.about):
                if meets:
                    yield one, other
            elif not meets and max(one.in_rows, other.in_rows) > 1:
                yield one, other


def _row(figure: Figure) -> tuple[str | None, ...]:
    return figure.table, figure.row, figure.column


def _adding_up(whole: _Count, parts: Sequence[_Count]) -> Iterator[tuple[_Count, ...]]:
    """Each way in which two or more parts that have nobody in common leave few of the total, or are few more."""
    parts = sorted((part for part in parts if part.many), key=lambda part: -part.many)
    left = [*reversed(list(accumulate(part.many for part in reversed(parts)))), 0]
    ways = 0
    tried: list[tuple[int, int, tuple[_Count, ...]]] = [(0, 0, ())]
    while tried and ways < _MOST_WAYS:
        at, total, way = tried.pop()
        ways += 1
        if len(way) > 1 and _few(whole.many - total) and _tells((whole, *way)):
            yield (whole, *way)
        if at == len(parts) or total + left[at] <= whole.many - RULE.threshold:
            continue
        tried.append((at + 1, total, way))
        part = parts[at]
        if total + part.many < whole.many + RULE.threshold and all(part.cell.apart_from(one.cell) for one in way):
            tried.append((at + 1, total + part.many, (*way, part)))


def _few(difference: int) -> bool:
    return 0 < abs(difference) < RULE.threshold


def _tells(way: Iterable[_Count]) -> bool:
    """Whether it takes the new release and an earlier one: what one of them says by itself is decided there."""
    fresh = [count for count in way if count.fresh]
    return any(count.release is None for count in fresh) and any(count.release is not None for count in fresh)

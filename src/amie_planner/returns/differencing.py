"""Where a few people could be told apart by holding a new return beside earlier ones.

It looks at true counts. A total is held against up to all of its parts; of a return with a great many parts only so
many ways to add them up are tried. Days on which nobody came are no days of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

from amie_planner.domain.monitoring import NonAnswer
from amie_planner.domain.records import Figure, ReturnRelease
from amie_planner.returns.disclosure import RULE

_MOST_WAYS = 2_000
"""Ways to add parts up that are tried for one total."""
_BASES = ("asked", "answered", "known")
"""Categories of a question that hold others of it."""
_NO_ANSWER = {*(why.value for why in NonAnswer), "not-known"}
_PEOPLE = "people"
_VISITS, _EVERYBODY = "attendances", "all"
"""Keys of what is counted of a whole return."""

ToldApart = tuple[Figure, tuple[ReturnRelease, ...]]
"""A figure of the new return, and the earlier ones beside which it tells of few people."""


def told_apart(new: ReturnRelease, earlier: Sequence[ReturnRelease]) -> Iterator[ToldApart]:
    """Each count of a new return that, held beside earlier ones, leaves fewer people than the threshold but some."""
    yield from _Counts(new, earlier).told_apart()


def same_visits(one: ReturnRelease, other: ReturnRelease) -> bool:
    """Whether both rest on the same visits: the days and programmes of one hold the other's, and as many came."""
    nested = any(_place(large).holds(_place(small)) for large, small in ((one, other), (other, one)))
    here, there = _totals(one), _totals(other)
    return (
        nested
        and _VISITS in here.keys() & there.keys()
        and all(here[key] == there[key] for key in here if key in there)
    )


def _totals(release: ReturnRelease) -> dict[str, int]:
    return {each.about: each.people for each in release.figures if each.about in (_VISITS, _EVERYBODY)}


_About = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Place:
    """Of which programmes and days something is counted."""

    programmes: frozenset[str]
    first: date
    last: date

    def meets(self, other: _Place) -> bool:
        return bool(self.programmes & other.programmes) and self.first <= other.last and other.first <= self.last

    def holds(self, other: _Place) -> bool:
        return other.programmes <= self.programmes and self.first <= other.first and other.last <= self.last


def _place(release: ReturnRelease) -> _Place:
    return _Place(frozenset(release.programmes), release.first, release.last)


@dataclass(frozen=True, slots=True)
class _Cell:
    """Which people, or visits, are counted: where, and what is true of them."""

    place: _Place
    what: str
    about: _About

    def apart_from(self, other: _Cell) -> bool:
        """Whether nobody is in both for their programme, their days, or their one answer to a question."""
        if not self.place.meets(other.place):
            return True
        mine, theirs = self.about - other.about, other.about - self.about
        if len(mine) != 1 or len(theirs) != 1:
            return False
        [(variable, one)], [(another, two)] = mine, theirs
        return variable == another and _exclude_each_other(one, two)


@dataclass(frozen=True, slots=True, eq=False)
class _Count:
    """A true count, where it stood; `release` is None in the new one. `fresh`: the other side does not say it."""

    cell: _Cell
    figure: Figure
    release: ReturnRelease | None
    fresh: bool

    @property
    def many(self) -> int:
        return self.figure.people


class _Counts:
    """Everything that was or will be released, each count once a side."""

    def __init__(self, new: ReturnRelease, earlier: Sequence[ReturnRelease]) -> None:
        here: dict[_Cell, Figure] = {}
        for figure in new.figures:
            here.setdefault(_cell(figure, new, _place(new)), figure)
        there = {
            (_cell(figure, release, place), figure.people): (figure, release)
            for release, place in ((each, _place(new if same_visits(each, new) else each)) for each in earlier)
            for figure in release.figures
        }
        self.new = [_Count(cell, each, None, (cell, each.people) not in there) for cell, each in here.items()]
        self.all = list(self.new)
        for (cell, many), (figure, release) in there.items():
            same = here.get(cell)
            self.all.append(_Count(cell, figure, release, same is None or same.people != many))
        self.alike: dict[tuple[str, _About], list[_Count]] = defaultdict(list)
        for count in self.all:
            self.alike[count.cell.what, count.cell.about].append(count)

    def told_apart(self) -> Iterator[ToldApart]:
        found: dict[_Cell, dict[str, ReturnRelease]] = defaultdict(dict)
        for pair in (*self._alike(), *self._parts()):
            self._note(found, pair)
        for way in self._sums():
            if not any(count.release is None and count.cell in found for count in way):
                self._note(found, way)
        for count in self.new:
            if count.cell in found:
                yield count.figure, tuple(found[count.cell].values())

    def _note(self, found: dict[_Cell, dict[str, ReturnRelease]], way: Sequence[_Count]) -> None:
        at = next(count.cell for count in way if count.release is None and count.fresh)
        found[at].update({count.release.id: count.release for count in way if count.release is not None})

    def _alike(self) -> Iterator[tuple[_Count, ...]]:
        """The same people of other programmes or days, or counted anew."""
        for one in self.new:
            for other in self.alike[one.cell.what, one.cell.about]:
                if _tells((one, other)) and one.cell.place.meets(other.cell.place) and _few(one.many - other.many):
                    yield one, other

    def _parts(self) -> Iterator[tuple[_Count, ...]]:
        """Some of the same people, so that all others are left."""
        for part in self.all:
            for whole in self._wholes(part):
                if _tells((whole, part)) and _few(whole.many - part.many):
                    yield whole, part

    def _wholes(self, part: _Count) -> Iterator[_Count]:
        """All counts of whom some are counted here, of the same programmes and days."""
        for one in part.cell.about:
            rest = part.cell.about - {one}
            for about in (rest, *(rest | {(one[0], base)} for base in _bases(one[1]))):
                for whole in self.alike.get((part.cell.what, about), ()):
                    if whole.cell.place == part.cell.place:
                        yield whole

    def _sums(self) -> Iterator[tuple[_Count, ...]]:
        """Several parts of a total: other programmes and days, or answers to one question."""
        families: dict[tuple[_Count, str], list[_Count]] = defaultdict(list)
        for part in self.all:
            for whole in self.alike[part.cell.what, part.cell.about]:
                if whole.cell != part.cell and whole.cell.place.holds(part.cell.place):
                    families[whole, ""].append(part)
            for variable, _ in part.cell.about:
                for whole in self._wholes(part):
                    if variable in dict(part.cell.about - whole.cell.about):
                        families[whole, variable].append(part)
        for (whole, _), parts in families.items():
            if len(parts) > 1 and _tells((whole, *parts)):
                yield from _adding_up(whole, parts)


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


def _cell(figure: Figure, release: ReturnRelease, place: _Place) -> _Cell:
    """What a figure counts, whatever number a programme or a school has in its return, which is one of that place."""
    word, *said = (figure.about or "").split("|")
    about = set[tuple[str, str]]()
    group, _, kind = word.partition(":")
    if group == "delivery":
        about.add(("delivery", kind))
    if group == "programme":
        place = _of(release, kind, place)
    for variable, _, category in (each.partition("=") for each in said):
        if variable == "programme":
            place = _of(release, category, place)
        elif variable == "school":
            about.add((variable, figure.row or category))
        else:
            about.add((variable.partition(" in ")[0] if variable.startswith("core in ") else variable, category))
    what = _PEOPLE if group in ("all", "programme", "delivery") else group
    if ("schools", "any") in about:
        what = "schools"
    return _Cell(place, what, frozenset(about))


def _of(release: ReturnRelease, number: str, whole: _Place) -> _Place:
    """The programme with that number in the return, from 1."""
    at = int(number) - 1 if number.isascii() and number.isdigit() else -1
    return replace(whole, programmes=frozenset(release.programmes[at : at + 1])) if at >= 0 else whole


def _exclude_each_other(one: str, two: str) -> bool:
    if one in _BASES or two in _BASES:
        return (one in _NO_ANSWER or two in _NO_ANSWER) and not (one in _BASES and two in _BASES)
    return one != two


def _bases(category: str) -> tuple[str, ...]:
    """The categories of a question that hold this one."""
    if category in _BASES or category in (NonAnswer.PREFER_NOT_TO_SAY, NonAnswer.NOT_KNOWN):
        return () if category == "asked" else ("asked",)
    return () if category in _NO_ANSWER else _BASES

"""The ledger of returns that left, and what could be worked out by subtracting a new one from those before it.

It looks at true counts, and says where a few people could be told apart, never how many. A total is held against up to
all of its parts; of a return with a great many parts only so many ways to add them up are tried.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import accumulate

from amie_planner.domain.days import near
from amie_planner.domain.edits.parts import next_id, next_position
from amie_planner.domain.monitoring import NonAnswer
from amie_planner.domain.records import Figure, ReturnRelease
from amie_planner.domain.vocabulary import Profile
from amie_planner.domain.words import listed
from amie_planner.returns.disclosure import RULE
from amie_planner.returns.making import MadeReturn

_MOST_WAYS = 2_000
"""Ways to add parts up that are tried for one total."""
_BASES = ("asked", "answered", "known")
"""Categories of a question that hold others of it."""
_NO_ANSWER = {*(why.value for why in NonAnswer), "not-known"}
_PEOPLE = "people"


def released(
    made: MadeReturn, programmes: Sequence[str], now: datetime, earlier: Sequence[ReturnRelease]
) -> ReturnRelease:
    """What the ledger notes of a return over these programmes, by id and in its order, that leaves at a local time."""
    alike = [each for each in earlier if _is_same_return(each, made)]
    return ReturnRelease.made(
        id=next_id("release", (each.id for each in earlier)),
        position=next_position(earlier),
        made_on=now.date(),
        made_at=now.time().replace(second=0, microsecond=0),
        template=made.template.id,
        profile=made.profile,
        recipient=made.recipient or None,
        reason=made.reason or None,
        first=made.first,
        last=made.last,
        programmes=tuple(programmes),
        version=max((each.version for each in alike), default=0) + 1,
        figures=made.figures,
    )


def held_already(new: ReturnRelease, earlier: Iterable[ReturnRelease]) -> tuple[ReturnRelease, ...]:
    """Exact returns that the recipient of a new exact one has: with exact counts of both, nothing is left to tell."""
    exact = new.profile is Profile.EXACT
    return tuple(
        each
        for each in earlier
        if exact and each.profile is Profile.EXACT and _plain(each.recipient) == _plain(new.recipient)
    )


@dataclass(frozen=True, slots=True)
class LedgerWarning:
    """One count of a new return that tells of few people, beside what was released earlier; `table` is its id."""

    table: str
    row: str
    column: str
    earlier: tuple[ReturnRelease, ...]

    def words(self, called: Mapping[str, str]) -> str:
        """Which count, and beside which releases; `called` has the label of a return by its id."""
        place = ", ".join(part for part in (self.row, self.column) if part)
        beside = listed(dict.fromkeys(release_words(each, called) for each in self.earlier))
        return f"{place}: beside {beside}, this count would tell of fewer than {RULE.threshold} people."


def release_words(release: ReturnRelease, called: Mapping[str, str]) -> str:
    """“General hub return” for 1 September to 31 December 2026, made on 4 January 2027 for the hub."""
    label = called.get(release.template or "", release.template or "a return")
    whom = f" for {release.recipient}" if release.recipient else ", with nobody named as its recipient"
    period = f"{near(release.first, None)} to {near(release.last, None)}"
    return f"“{label}” of {period}, made on {near(release.made_on, None)}{whom}"


def warnings(new: ReturnRelease, earlier: Iterable[ReturnRelease]) -> tuple[LedgerWarning, ...]:
    """Each count of a return that is about to leave from which, with earlier ones, a few people could be told apart.

    A total is held against the same people of other days or programmes, and against its parts. What can be said from
    one release alone has been decided there; an exact one to whom has the other exactly is not held against it.
    """
    earlier = tuple(earlier)
    known = held_already(new, earlier)
    counts = _Counts(new, [each for each in earlier if each not in known])
    return tuple(counts.warnings())


_About = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Cell:
    """Which people, or visits, are counted: of which programmes and days, and what is true of them."""

    programmes: frozenset[str]
    first: date
    last: date
    what: str
    about: _About

    def meets(self, other: _Cell) -> bool:
        return bool(self.programmes & other.programmes) and self.first <= other.last and other.first <= self.last

    def holds(self, other: _Cell) -> bool:
        return other.programmes <= self.programmes and self.first <= other.first and other.last <= self.last

    def same_place(self, other: _Cell) -> bool:
        return (self.programmes, self.first, self.last) == (other.programmes, other.first, other.last)

    def apart_from(self, other: _Cell) -> bool:
        """Whether nobody is in both for their programme, their days, or their one answer to a question."""
        if not self.meets(other):
            return True
        mine, theirs = self.about - other.about, other.about - self.about
        if len(mine) != 1 or len(theirs) != 1:
            return False
        [(variable, one)], [(another, two)] = mine, theirs
        return variable == another and _exclude_each_other(one, two)


@dataclass(frozen=True, slots=True)
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
            here.setdefault(_cell(figure, new), figure)
        there = {
            (_cell(figure, release), figure.people): (figure, release)
            for release in earlier
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

    def warnings(self) -> Iterator[LedgerWarning]:
        found: dict[_Cell, dict[str, ReturnRelease]] = defaultdict(dict)
        for pair in (*self._alike(), *self._parts()):
            self._note(found, pair)
        for way in self._sums():
            if not any(count.release is None and count.cell in found for count in way):
                self._note(found, way)
        for count in self.new:
            if count.cell in found:
                said = count.figure
                yield LedgerWarning(
                    said.table or "", said.row or "", said.column or "", tuple(found[count.cell].values())
                )

    def _note(self, found: dict[_Cell, dict[str, ReturnRelease]], way: Sequence[_Count]) -> None:
        at = next(count.cell for count in way if count.release is None and count.fresh)
        found[at].update({count.release.id: count.release for count in way if count.release is not None})

    def _alike(self) -> Iterator[tuple[_Count, ...]]:
        """The same people of other programmes or days, or counted anew."""
        for one in self.new:
            for other in self.alike[one.cell.what, one.cell.about]:
                if _tells((one, other)) and one.cell.meets(other.cell) and _few(one.many - other.many):
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
                    if whole.cell.same_place(part.cell):
                        yield whole

    def _sums(self) -> Iterator[tuple[_Count, ...]]:
        """Several parts of a total: other programmes and days, or answers to one question."""
        families: dict[tuple[_Count, str], list[_Count]] = defaultdict(list)
        for part in self.all:
            for whole in self.alike[part.cell.what, part.cell.about]:
                if whole.cell != part.cell and whole.cell.holds(part.cell):
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


def _cell(figure: Figure, release: ReturnRelease) -> _Cell:
    """What a figure counts, whatever place a programme or a school has in its return."""
    word, *said = (figure.about or "").split("|")
    of, about = frozenset(release.programmes), set[tuple[str, str]]()
    group, _, kind = word.partition(":")
    if group == "delivery":
        about.add(("delivery", kind))
    if group == "programme":
        of = _of(release, kind)
    for variable, _, category in (each.partition("=") for each in said):
        if variable == "programme":
            of = _of(release, category)
        elif variable == "school":
            about.add((variable, figure.row or category))
        else:
            about.add((variable.partition(" in ")[0] if variable.startswith("core in ") else variable, category))
    what = _PEOPLE if group in ("all", "programme", "delivery") else group
    if ("schools", "any") in about:
        what = "schools"
    return _Cell(of, release.first, release.last, what, frozenset(about))


def _of(release: ReturnRelease, place: str) -> frozenset[str]:
    """The programme at a place of the return, from 1."""
    at = int(place) - 1 if place.isascii() and place.isdigit() else -1
    return frozenset(release.programmes[at : at + 1] if at >= 0 else release.programmes)


def _exclude_each_other(one: str, two: str) -> bool:
    if one in _BASES or two in _BASES:
        return (one in _NO_ANSWER or two in _NO_ANSWER) and not (one in _BASES and two in _BASES)
    return one != two


def _bases(category: str) -> tuple[str, ...]:
    """The categories of a question that hold this one."""
    if category in _BASES or category in (NonAnswer.PREFER_NOT_TO_SAY, NonAnswer.NOT_KNOWN):
        return () if category == "asked" else ("asked",)
    return () if category in _NO_ANSWER else _BASES


def _is_same_return(release: ReturnRelease, made: MadeReturn) -> bool:
    asked = (made.template.id, made.first, made.last, _plain(made.recipient))
    return (release.template, release.first, release.last, _plain(release.recipient)) == asked


def _plain(name: str | None) -> str:
    return " ".join((name or "").casefold().split())

"""What a figure of a release counts: in which programmes and days, and what is true of whom.

A count may be read in more ways than one: all of one kind of provision may be those of one programme.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from amie_planner.domain.monitoring import NonAnswer
from amie_planner.domain.records import Figure, ReturnRelease
from amie_planner.domain.vocabulary import labels
from amie_planner.returns.disclosure import RULE
from amie_planner.returns.tables.lessons import ALONE, GENDER, NO_KIND

_BASES = ("asked", "answered", "known")
"""Categories of a question that hold others of it."""
_NO_ANSWER = {*(why.value for why in NonAnswer), "not-known"}
_ONE_BOX = ("girl", "boy")
"""Answers that the grid of lessons counts where they were the only one."""
_PEOPLE = "people"
_VISITS, _EVERYBODY = "attendances", "all"
"""Keys of what is counted of a whole return."""
_KINDS = {NO_KIND: "", **{label: kind for kind, label in labels()["delivery_type"].items()}}
"""Kinds of provision as a row of the grid of lessons says them."""

_OFTEN, _ANOTHER_AGE = "|core", "|age=another"
"""In keys that mean other people where a template has another number of sessions, or other bands of age."""

About = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Place:
    """Of which programmes and days something is counted."""

    programmes: frozenset[str]
    first: date
    last: date

    def meets(self, other: Place) -> bool:
        """Whether they have a programme and a day in common."""
        return bool(self.programmes & other.programmes) and self.first <= other.last and other.first <= self.last

    def holds(self, other: Place) -> bool:
        """Whether the programmes and days of the other are all in this one."""
        return other.programmes <= self.programmes and self.first <= other.first and other.last <= self.last


@dataclass(frozen=True, slots=True)
class Cell:
    """Which people, or visits, are counted: where, and what is true of them."""

    place: Place
    what: str
    about: About

    def apart_from(self, other: Cell) -> bool:
        """Whether nobody is in both for their programme, their days, or their one answer to a question."""
        if not self.place.meets(other.place):
            return True
        mine, theirs = self.about - other.about, other.about - self.about
        if len(mine) != 1 or len(theirs) != 1:
            return False
        [(variable, one)], [(another, two)] = mine, theirs
        return question(variable) == question(another) and _exclude_each_other(one, two)


def place_of(release: ReturnRelease) -> Place:
    """The programmes and days of a release."""
    return Place(frozenset(release.programmes), release.first, release.last)


def same_visits(one: ReturnRelease, other: ReturnRelease) -> bool:
    """Whether both rest on the same visits: their days and programmes meet, and as many people came as often."""
    here, there = _totals(one), _totals(other)
    return (
        place_of(one).meets(place_of(other))
        and _VISITS in here.keys() & there.keys()
        and all(here[key] == there[key] for key in here if key in there)
    )


def counts_other_groups(one: ReturnRelease, other: ReturnRelease) -> bool:
    """Whether two returns of the same visits count other people in their groups, as versions of one template may.

    Where what means the same in both has another count, the records changed; so they did where no more than a few came
    often in one alone. Groups that stand in one alone tell less: they may be withheld in the other.
    """
    changed = _changed(one, other)
    often = [by for key, by in changed if _OFTEN in key]
    if any(_OFTEN not in key and _ANOTHER_AGE not in key for key, _ in changed):
        return False
    if often and max(often) < RULE.threshold:
        return False
    return bool(changed) or _groups(one) != _groups(other)


def _changed(one: ReturnRelease, other: ReturnRelease) -> list[tuple[str, int]]:
    """Each count that both have in a row and that differs: its key, and by how many."""
    here, there = ({(each.row, each.about or ""): each.people for each in of.figures} for of in (one, other))
    by = [(row, key, abs(here[row, key] - there[row, key])) for row, key in here.keys() & there.keys()]
    return [(key, many) for _, key, many in by if many]


def _groups(release: ReturnRelease) -> set[tuple[str | None, ...]]:
    return {(each.table, each.column, each.about) for each in release.figures}


def almost_the_same_people(one: ReturnRelease, other: ReturnRelease) -> bool:
    """Whether few more or fewer came in one, the days of both meet, and the programmes of one are among the other's."""
    here, there = (_totals(each).get(_EVERYBODY) for each in (one, other))
    few = here is not None and there is not None and abs(here - there) < RULE.threshold
    mine, theirs = set(one.programmes), set(other.programmes)
    return few and (mine <= theirs or theirs <= mine) and place_of(one).meets(place_of(other))


def _totals(release: ReturnRelease) -> dict[str, int]:
    return {each.about: each.people for each in release.figures if each.about in (_VISITS, _EVERYBODY)}


def cells(figure: Figure, release: ReturnRelease, *places: Place) -> tuple[Cell, ...]:
    """What a figure counts, in each way in which it can be read, if its release is one of each of these places."""
    return tuple(dict.fromkeys(cell for place in places for cell in _cells(figure, release, place)))


def _cells(figure: Figure, release: ReturnRelease, place: Place) -> Iterator[Cell]:
    cell = _cell(figure, release, place)
    yield cell
    kind = _kind(figure) if figure.table == "lessons" else None
    if kind is not None:
        yield replace(cell, place=place, about=cell.about | {("delivery", kind)})


def _kind(figure: Figure) -> str | None:
    row = f", {figure.row or ''}, "
    return next((kind for label, kind in _KINDS.items() if f", {label}, " in row), None)


def _cell(figure: Figure, release: ReturnRelease, place: Place) -> Cell:
    """By its key, whatever number a programme or a school has in its return, which is one of that place."""
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
    return Cell(place, what, frozenset(about))


def _of(release: ReturnRelease, number: str, whole: Place) -> Place:
    """The programme with that number in the return, from 1."""
    at = int(number) - 1 if number.isascii() and number.isdigit() else -1
    return replace(whole, programmes=frozenset(release.programmes[at : at + 1])) if at >= 0 else whole


def question(variable: str) -> str:
    """The question to which a variable holds an answer: gender, counted by one box or by each, is one question."""
    return GENDER if variable == ALONE else variable


def wholes(about: About, variable: str, category: str) -> Iterator[About]:
    """What is true of all of whom those with one category are some: without it, or with one that holds it."""
    rest = about - {(variable, category)}
    yield rest
    yield from (rest | {(variable, base)} for base in _bases(category))
    if variable == ALONE and category not in _NO_ANSWER:
        own = (category,) if category in _ONE_BOX else ()
        yield from (rest | {(GENDER, base)} for base in (*own, *_bases(category)))
    if variable == GENDER and category not in (*_BASES, *_ONE_BOX):
        yield rest | {(ALONE, "not-known" if category in _NO_ANSWER else "another")}


def _bases(category: str) -> tuple[str, ...]:
    """The categories of a question that hold this one."""
    if category in _BASES or category in (NonAnswer.PREFER_NOT_TO_SAY, NonAnswer.NOT_KNOWN):
        return () if category == "asked" else ("asked",)
    return () if category in _NO_ANSWER else _BASES


def _exclude_each_other(one: str, two: str) -> bool:
    if one in _BASES or two in _BASES:
        return (one in _NO_ANSWER or two in _NO_ANSWER) and not (one in _BASES and two in _BASES)
    return one != two

"""The people of a class list join the group: by which alias, who may be there already, and the one step that adds them.

An alias is a first name. Where two would share one, as little of the rest of the name as tells them apart follows it.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from amie_planner.domain.changes import add
from amie_planner.domain.edits.parts import Changes, new_id, next_position
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Membership, Person

_MOST_LETTERS = 20
"""Of the rest of a name, before numbers tell two people apart."""

_MOST_MATCHES = 5
"""People proposed for one name."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One person of a class list; `row` counts from 1.

    `first` is what they go by, and `rest` what of their `name` may tell them apart from another.
    """

    row: int
    first: str
    rest: str
    name: str
    group: str = ""
    school_year: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """The person of a row may be somebody who is in the group already."""

    row: int
    person: str


def possible_matches(series: Series, people: Iterable[Listed]) -> tuple[Match, ...]:
    """Who of a list may be in the group: the same full name, or the same first name and school year."""
    known: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for person in series.people:
        keys: list[tuple[str, ...]] = [(_folded(person.name),)] if person.name else []
        keys += [(_folded(person.alias), _folded(person.school_year or ""))] if person.alias else []
        for key in keys:
            known[key] += [person.id] * (len(known[key]) < _MOST_MATCHES)
    found = []
    for listed in people:
        keys = [(_folded(listed.name),), (_folded(f"{listed.first} {listed.rest}"),)]
        keys += [(_folded(listed.first), _folded(listed.school_year))]
        found += [Match(listed.row, id) for id in dict.fromkeys(id for key in keys for id in known.get(key, ()))]
    return tuple(found)


def family(called: str) -> str:
    """The first word of an alias or first name. No two from different families can come to the same alias."""
    return _folded(called).partition(" ")[0]


def aliases(people: Sequence[Listed], taken: Iterable[str] = ()) -> tuple[str, ...]:
    """The alias of each, in order: no two the same, and none that is `taken`.

    A whole family, by itself, gets the aliases that it gets among all others.
    """
    sharing: dict[str, list[int]] = defaultdict(list)
    for n, listed in enumerate(people):
        sharing[_folded(listed.first)].append(n)
    used = set(map(_folded, taken))
    alone = {first for first, who in sharing.items() if len(who) == 1 and first not in used}
    used |= alone
    given = {sharing[first][0]: people[sharing[first][0]].first for first in alone}
    for first, who in sharing.items():
        if first not in alone:
            _tell_apart(people, who, used, given)
    return tuple(given[n] for n in range(len(people)))


def bring_in_people(series: Series, people: Sequence[Listed]) -> Changes:
    """The changes that add everyone on a list to the group, in its order. Raises InvalidRecord."""
    id = new_id("p", series.people, series.replies)
    first, position = int(id.removeprefix("p")), next_position(series.people)
    called = aliases(people, (person.alias for person in series.people if person.alias))
    groups = {group: (Membership.made(group=group),) for group in {listed.group for listed in people} if group}
    return tuple(
        add(
            Person.made(
                id=f"p{first + n}",
                programme=series.programme.id,
                position=position + n,
                alias=alias,
                name=listed.name,
                school_year=listed.school_year or None,
                groups=groups.get(listed.group, ()),
            )
        )
        for n, (listed, alias) in enumerate(zip(people, called, strict=True))
    )


def _tell_apart(people: Sequence[Listed], who: Sequence[int], used: set[str], given: dict[int, str]) -> None:
    """Gives each an alias that nobody has: a letter of the rest of the name, then more letters, then a number."""
    for length in range(1, _MOST_LETTERS + 1):
        by_start: dict[str, list[int]] = defaultdict(list)
        for n in who:
            by_start[_folded(_start(people[n], length))].append(n)
        for start, same in by_start.items():
            if len(same) == 1 and same[0] not in given and start not in used:
                given[same[0]] = _start(people[same[0]], length)
                used.add(start)
        if all(n in given for n in who):
            return
    last: dict[str, int] = {}
    for n in who:
        if n not in given:
            given[n] = _numbered(_start(people[n], 1), used, last)


def _numbered(alias: str, used: set[str], last: dict[str, int]) -> str:
    """The alias and the next number that is free; somebody who has it without one counts as the first."""
    folded = _folded(alias)
    number = last.get(folded, int(folded in used)) + 1
    while f"{folded} {number}" in used:
        number += 1
    last[folded] = number
    used.add(f"{folded} {number}")
    return f"{alias} {number}"


def _start(listed: Listed, length: int) -> str:
    return f"{listed.first} {_letters(listed.rest)[:length]}".rstrip()


def _letters(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFC", text) if sign.isalnum())


def _folded(text: str) -> str:
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(folded.split())

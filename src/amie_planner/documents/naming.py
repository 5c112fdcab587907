"""One rule for names on paper. It is applied to the plan before a word is set, so no document can forget it."""

from __future__ import annotations

import re
import secrets
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import count
from typing import TypeVar

from amie_planner.documents.cleaning import clean, plain
from amie_planner.domain.plan import Shared
from amie_planner.domain.records import Person, TeamMember
from amie_planner.domain.words import person_name

S = TypeVar("S", bound=Shared)


class Names(StrEnum):
    """How people are called on paper."""

    FULL = "full"
    ALIAS = "alias"
    INITIALS = "initials"
    CODE = "code"
    NONE = "none"


NAMELESS = frozenset({Names.CODE, Names.NONE})
"""The rules under which no name and no alias may be read anywhere."""

A_YOUNG_PERSON = "a young person"
_SIGNS = "CDFHJKMNPRTWXY34679"  # no two are confused in print or in writing, and no vowel makes a word of them
_CODE_LENGTH = 5


_KEPT_APART = {"name": None, "name_at_home": None}
"""Names that no plan or paper shows but where full names are asked for."""


def fresh_codes(people: Iterable[Person]) -> dict[str, str]:
    """A random code for each person's id, of signs that cannot be confused. Never the same twice: keep none."""
    codes: dict[str, str] = {}
    for person in people:
        while (code := "".join(secrets.choice(_SIGNS) for _ in range(_CODE_LENGTH))) in codes.values():
            pass
        codes[person.id] = code
    return codes


def as_shown(plan: S, names: Names, codes: Mapping[str, str]) -> S:
    """The plan (or series) with everybody's alias as the rule calls them, and no other name left.

    A full name falls back to the alias, an alias to “Person 2”. Those who would be called the same are told apart.
    The team goes by name under full and alias, but for young leaders by alias; else by role. Raises ValueError where
    somebody has no code.
    """
    called = [_called(person, plan, names, codes) for person in plan.people]
    if names is not Names.NONE:
        called = _told_apart(called)
    people = (p.model_copy(update={"alias": text, **_KEPT_APART}) for p, text in zip(plan.people, called, strict=True))
    return replace(plan, people=tuple(people), team=tuple(_team(plan.team, names)))


def names_beside_contact(names: Names) -> str:
    """What a footer says of the rule on a paper that says whom to turn to, for adults are named there in any case."""
    return f"Young people’s names: {names}" if names in NAMELESS else f"Names shown: {names}"


def role_of(member: TeamMember) -> str:
    """What somebody of the team does, who is not called by name."""
    return member.role or ("Young leader" if member.young_leader else "Team member")


def _called(person: Person, plan: Shared, names: Names, codes: Mapping[str, str]) -> str:
    match names:
        case Names.FULL:
            return person.name or person_name(person, plan)
        case Names.ALIAS:
            return person_name(person, plan)
        case Names.INITIALS:
            return _initials(person.alias or person.name or "") or person_name(person, plan)
        case Names.CODE:
            if person.id not in codes:
                raise ValueError("everybody in the plan needs a code")
            return codes[person.id]
        case Names.NONE:
            return A_YOUNG_PERSON


def _initials(name: str) -> str:
    return "".join(part[0] for part in re.split(r"[\s\-]+", plain(name)) if part)


def _told_apart(texts: Sequence[str]) -> list[str]:
    """The texts as they are; those that would print alike with a number behind that makes them like no other."""
    alike = [_as_printed(text) for text in texts]
    times = Counter(alike)
    taken = {text for text in alike if times[text] == 1}
    numbers: dict[str, Iterator[int]] = {}
    apart = []
    for text, same in zip(texts, alike, strict=True):
        if times[same] > 1:
            number = numbers.setdefault(same, count(1))
            text = next(told for n in number if _as_printed(told := f"{text} ({n})") not in taken)
        apart.append(text)
    return apart


def _as_printed(text: str) -> str:
    return clean(text).casefold()


def _team(team: Sequence[TeamMember], names: Names) -> Iterator[TeamMember]:
    named = [m.name if names is Names.FULL or (names is Names.ALIAS and not m.young_leader) else None for m in team]
    called = _told_apart([name or role_of(m) for m, name in zip(team, named, strict=True)])
    for member, name, text in zip(team, named, called, strict=True):
        yield member.model_copy(update={"name": text} if name else {"name": None, "role": text})

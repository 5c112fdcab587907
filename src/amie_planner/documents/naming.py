"""One rule for names on paper. It is applied to the plan before a word is set, so no document can forget it.

Where no name may show, what is left is read once more for whole words that are somebody's name or alias.
"""

from __future__ import annotations

import re
import secrets
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from amie_planner.documents.cleaning import clean, plain
from amie_planner.domain.names import Hit, known_names, named
from amie_planner.domain.names import Names as KnownNames
from amie_planner.domain.plan import Shared
from amie_planner.domain.records import Person, Reply, TeamMember
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


def as_shown(plan: S, names: Names, codes: Mapping[str, str], not_names: frozenset[str]) -> S:
    """The plan (or series) with everybody's alias as the rule calls them, and no other name left.

    A full name falls back to the alias, an alias to “Person 2”. Those who would be called the same are told apart.
    Under any rule but full and alias the team goes by role. Without names, a reply keeps its reason only if that
    names nobody. Raises ValueError where somebody has no code.
    """
    called = [_called(person, plan, names, codes) for person in plan.people]
    if names is not Names.NONE:
        called = _told_apart(called)
    people = (p.model_copy(update={"alias": text, **_KEPT_APART}) for p, text in zip(plan.people, called, strict=True))
    team = plan.team if names in (Names.FULL, Names.ALIAS) else _by_role(plan.team)
    known = known_names(plan)
    silent = names in NAMELESS
    replies = (_without_names(r, known, not_names) if silent else r for r in plan.replies)
    return replace(plan, people=tuple(people), team=team, replies=tuple(replies))


def found(plan: Shared, texts: Iterable[tuple[str, str]], not_names: frozenset[str]) -> tuple[Hit, ...]:
    """Names of young people in texts given as (heading, text), but for the words that are not the person."""
    people = (
        p.model_copy(update={name: plain(getattr(p, name) or "") for name in ("alias", *_KEPT_APART)})
        for p in plan.people
    )
    team = (m.model_copy(update={"name": plain(m.name or "")}) for m in plan.team)
    known = known_names(replace(plan, people=tuple(people), team=tuple(team)))
    return tuple(
        Hit(word, _on_one_line(place)) for place, text in texts for word in named(plain(text), known, not_names)
    )


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
    """The texts as they are; those that would print alike with a number behind."""
    alike = [clean(text).casefold() for text in texts]
    times = Counter(alike)
    return [
        f"{text} ({alike[: at + 1].count(same)})" if times[same] > 1 else text
        for at, (text, same) in enumerate(zip(texts, alike, strict=True))
    ]


def _by_role(team: Sequence[TeamMember]) -> tuple[TeamMember, ...]:
    roles = _told_apart([m.role or ("Young leader" if m.young_leader else "Team member") for m in team])
    return tuple(m.model_copy(update={"name": None, "role": role}) for m, role in zip(team, roles, strict=True))


def _without_names(reply: Reply, known: KnownNames, not_names: frozenset[str]) -> Reply:
    return reply.revised(because=None) if named(reply.because or "", known, not_names) else reply


def _on_one_line(place: str) -> str:
    words = " ".join(place.split())
    return words if len(words) <= 60 else f"{words[:60].rstrip()}…"

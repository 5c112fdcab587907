"""Which family a genre or a loved word stands for. A word in no family matches the same words only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from amie_planner.checks.same_words import folded
from amie_planner.checks.wording import genre_families
from amie_planner.domain.records import Activity, Person
from amie_planner.domain.vocabulary import labels


def family(word: str) -> str:
    """The key of its family, else its own words, folded; nothing for a word without words."""
    words = folded(word)
    return _families().get(words, words)


def is_in_a_family(word: str) -> bool:
    """Whether some family contains it."""
    return folded(word) in _families()


def practice(word: str) -> str:
    """The key of a practice, whether it is said by key or label; else its own words, folded."""
    words = folded(word)
    return _practices().get(words, words)


def families(activities: Iterable[Activity]) -> frozenset[str]:
    """The families of all music in some activities."""
    return frozenset(filter(None, (family(g) for a in activities for m in a.music for g in m.genres)))


def loved(people: Sequence[Person]) -> frozenset[str]:
    """The families of the music that people say they love."""
    return frozenset(map(family, loved_words(people)))


def loved_words(people: Iterable[Person]) -> Iterator[str]:
    """The words in which they say it; nothing for a word without words."""
    return (word for person in people for word in person.music_loved if folded(word))


@cache
def _families() -> dict[str, str]:
    own = {folded(said): key for key, name in labels()["genre"].items() for said in (key, name)}
    return {folded(name): key for key, names in genre_families().items() for name in names} | own


@cache
def _practices() -> dict[str, str]:
    return {folded(said): key for key, name in labels()["practice"].items() for said in (key, name)}

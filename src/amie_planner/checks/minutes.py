"""How the minutes of music fall on genre families and practices: an activity's are shared equally among its items, and
an item's among its genres (or practices)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from amie_planner.checks import genres
from amie_planner.domain import words
from amie_planner.domain.records import Activity, Music
from amie_planner.domain.vocabulary import labels


@dataclass(frozen=True, slots=True)
class Sort:
    """A way to tell music apart, named as its vocabulary. `said` gives the leader's words, `kind` what a word means."""

    vocabulary: str
    said: Callable[[Music], Iterable[str]]
    kind: Callable[[str], str]


GENRES = Sort("genre", lambda music: music.genres, genres.family)
PRACTICES = Sort("practice", lambda music: music.practices, genres.practice)


@dataclass(frozen=True, slots=True)
class Spread:
    """Minutes by kind, most first, and those whose kind is not known. Exact: no sum hangs on its order.

    `names` are the labels of the kinds; a kind of no vocabulary has the leader's own word.
    """

    by_kind: dict[str, Fraction]
    unknown: Fraction
    names: dict[str, str]

    @property
    def known(self) -> Fraction:
        """All minutes whose kind is known."""
        return sum(self.by_kind.values(), Fraction(0))

    @property
    def in_equal_parts(self) -> Fraction:
        """The effective number of kinds, 1/Σp²: as many with the same minutes each are spread alike. 0 if none is."""
        squares = sum((minutes**2 for minutes in self.by_kind.values()), Fraction(0))
        return self.known**2 / squares if squares else Fraction(0)

    def over(self, share: Fraction) -> str:
        """The first kind with more than a share of the known minutes, else nothing."""
        return next((kind for kind, minutes in self.by_kind.items() if minutes > share * self.known), "")


def spread(activities: Iterable[Activity], sort: Sort) -> Spread:
    """The minutes of all music in some activities, told apart in one way."""
    shared: dict[tuple[str, int], int] = {}
    names: dict[str, str] = {}
    for activity in activities:
        for music in activity.music if activity.minutes else ():
            found = list(_kinds(music, sort)) or [("", "")]
            for kind, word in found:
                names.setdefault(kind, labels()[sort.vocabulary].get(kind, word))
                among = kind, len(activity.music) * len(found)
                shared[among] = shared.get(among, 0) + (activity.minutes or 0)
    by_kind: dict[str, Fraction] = {}
    for (kind, parts), minutes in shared.items():
        by_kind[kind] = by_kind.get(kind, Fraction(0)) + Fraction(minutes, parts)
    unknown = by_kind.pop("", Fraction(0))
    return Spread(dict(sorted(by_kind.items(), key=lambda held: (-held[1], held[0]))), unknown, names)


def in_minutes(time: Fraction) -> str:
    """Minutes in words, to the nearest, halves up."""
    whole = int(time + Fraction(1, 2))
    return words.minutes(whole) if whole or not time else "under a minute"


def _kinds(music: Music, sort: Sort) -> Iterator[tuple[str, str]]:
    return ((kind, word) for word in sort.said(music) if (kind := sort.kind(word)))

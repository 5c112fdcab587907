"""Who is one person in several programmes: whoever has the same agreed code there, unless it is somebody else's too."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from amie_planner.domain.names import known_names, named
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Person
from amie_planner.domain.words import listed, person_name

Place = tuple[int, str]
"""The place of a programme in a return, from 0, and the id of somebody there."""


@dataclass(frozen=True, slots=True)
class Matching:
    """The code of everybody who has one, as codes are compared; `twice` are those that two of one programme have."""

    codes: Mapping[Place, str]
    twice: frozenset[str]

    def is_matched(self, place: Place) -> bool:
        """Whether a code tells that somebody is one person or nobody else."""
        code = self.codes.get(place)
        return code is not None and code not in self.twice

    def key(self, place: Place) -> str:
        """The same for whoever is one person."""
        n, id = place
        return f"code:{self.codes[place]}" if self.is_matched(place) else f"{n}:{id}"

    def may_be(self, places: Iterable[Place]) -> frozenset[Place | str]:
        """What tells of somebody: the places where they are, and their codes, even those that others have too."""
        places = frozenset(places)
        return places | {self.codes[place] for place in places if place in self.codes}


def matching(serieses: Sequence[Series]) -> Matching:
    """The codes of the programmes of a return, in its order."""
    codes = {
        (n, person.id): code for n, series in enumerate(serieses) for person in series.people if (code := _code(person))
    }
    return Matching(codes, frozenset(code for series in serieses for code in codes_twice(series)))


def codes_twice(series: Series) -> Mapping[str, tuple[Person, ...]]:
    """Whoever has a code that somebody else in their programme has too, by that code."""
    many = Counter(_code(person) for person in series.people)
    return {
        code: tuple(person for person in series.people if _code(person) == code)
        for code, times in many.items()
        if code and times > 1
    }


def twice_in_short(series: Series) -> Iterator[str]:
    """For the one who has the plan file: which codes tell nobody, as they are typed; not one that may be a name."""
    names = known_names(series, adults=True)
    for people in codes_twice(series).values():
        code = (people[0].code or "").strip()
        which = "one agreed code" if named(code, names) else f"the code {code}"
        yield f"“{series.programme.title}”: {len(people):,} people have {which}, so it matches nobody."


def who_else(series: Series, person: str) -> str:
    """Who of a programme has somebody's code too, and what follows, in a sentence; or nothing."""
    for people in codes_twice(series).values():
        if person in {each.id for each in people}:
            names = [person_name(each, series) for each in people if each.id != person]
            return f"{listed(names)} {'has' if len(names) == 1 else 'have'} this code too, so it matches nobody."
    return ""


def has_code(person: Person) -> bool:
    """Whether somebody has an agreed code, be it somebody else's too."""
    return bool(_code(person))


def _code(person: Person) -> str:
    """As codes are compared: without spaces, and without punctuation at the ends: BL 17 and bl17. are one."""
    signs = [(sign, unicodedata.category(sign)[0]) for sign in (person.code or "").casefold()]
    written = [(sign, kind) for sign, kind in signs if kind not in "ZC"]
    matters = [n for n, (_, kind) in enumerate(written) if kind != "P"]
    return "".join(sign for sign, _ in written[matters[0] : matters[-1] + 1]) if matters else ""

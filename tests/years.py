"""Years of somebody's work, made up from a seed: what a planner holds after one year, after ten, after a hundred.

A year is 200 sessions of five groups, 50 people, 2,000 changes and 6,000 marks in registers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from amie_planner.domain import library
from amie_planner.domain.records import (
    Activity,
    Adaptation,
    Intention,
    NextTime,
    Person,
    Programme,
    Record,
    Requirement,
    Session,
    VoiceEntry,
)
from amie_planner.domain.vocabulary import Barrier, Kind, Verdict

GROUPS, WEEKS, PEOPLE, MARKED = 5, 40, 10, 30
ACTIVITIES, CHANGES = 6, 10
"""A session. A group is 10 people with a profile, and its register 30 marks."""
FIRST_DAY = date(2016, 9, 6)
_STRANGE = 4_000
"""Names and words that no list holds."""


def years(count: int, seed: int = 1) -> Iterator[tuple[Record, ...]]:
    """The records of so many years, a programme at a time: each is a group for a year."""
    said = _Words(Random(seed))
    for year in range(count):
        for group in range(GROUPS):
            yield tuple(_programme(said, f"y{year}g{group}", FIRST_DAY + timedelta(weeks=52 * year)))


class _Words:
    """Sentences as leaders write them: what the library says, with some words that are rare."""

    def __init__(self, random: Random) -> None:
        self.random = random
        texts = (text for entry in library.starter() for text in (entry.title, entry.what, entry.fallback) if text)
        self._common = re.findall(r"[\w’]+", " ".join(texts))
        letters = "abcdefghijklmnopqrstuvwxyz"
        self._rare = ["".join(random.choices(letters, k=random.randint(3, 9))) for _ in range(_STRANGE)]

    def rare(self) -> str:
        """A word that few texts hold, some of them more than others."""
        return self._rare[min(int(self.random.paretovariate(0.7)), _STRANGE) - 1]

    def some(self, most: int) -> str:
        """A few words in a row."""
        length = self.random.randint(3, most)
        start = self.random.randrange(len(self._common) - length)
        words = self._common[start : start + length]
        words[self.random.randrange(length)] = self.rare()
        return " ".join(words)


def _programme(said: _Words, id: str, first: date) -> Iterator[Record]:
    yield Programme.made(id=id, programme=id, title=said.some(4), aims=said.some(30))
    for n in range(PEOPLE):
        person, barrier = f"p{n}", said.random.choice(list(Barrier))
        yield Person.made(id=person, programme=id, position=n, alias=said.rare(), what_helps=said.some(20))
        need = {"id": f"r{n}", "person": person, "position": n}
        yield Requirement.made(programme=id, barrier=barrier, words=said.some(12), **need)
    for week in range(WEEKS):
        yield from _session(said, id, f"s{week}", first + timedelta(weeks=week), week)


def _session(said: _Words, programme: str, id: str, day: date, number: int) -> Iterator[Record]:
    random = said.random
    marks = {f"p{n}": random.choice(("present", "present", "absent", "late")) for n in range(MARKED)}
    session = {"id": id, "programme": programme, "position": number, "number": number + 1, "date": day}
    register = {"mode": "people", "people": marks}
    yield Session.made(title=said.some(4), minutes=60, notes=said.some(30), register=register, **session)
    inside = {"programme": programme, "session": id}
    yield Intention.made(id="i0", text=said.some(15), **inside)
    yield NextTime.made(id="n0", text=said.some(15), **inside)
    for n in range(ACTIVITIES):
        what = {"title": said.some(4), "instructions": said.some(40), "kit": [said.rare()]}
        yield Activity.made(id=f"a{n}", position=n, kind=random.choice(list(Kind)), minutes=10, **what, **inside)
    for n in range(CHANGES):
        answers = {"requirements": [f"r{n}"], "activities": [f"a{n % ACTIVITIES}"]}
        came = {"what": said.some(15), "verdict": random.choice(list(Verdict))}
        yield Adaptation.made(id=f"d{n}", position=n, **answers, **came, **inside)
    heard = {"id": f"v{number}", "position": number, "session": id, "date": day}
    yield VoiceEntry.made(programme=programme, text=said.some(15), **heard)

"""A planner as a leader keeps it for years, made up from a seed: every programme whole, and the last year under way.

A year is five groups of 30 who meet 40 times. Each year ten young people are new in each group and stay for three
years: ten years are 50 programmes, 2,000 sessions, 600 people, 20,000 changes and nearly 60,000 marks in registers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from random import Random
from typing import Any

from tests.years import FIRST_DAY, GROUPS, PEOPLE, WEEKS, years

from amie_planner.domain.changes import add
from amie_planner.domain.plan import Series
from amie_planner.domain.records import (
    Adaptation,
    InProgramme,
    InSession,
    NextTime,
    Person,
    Programme,
    Record,
    Requirement,
    Session,
    VoiceEntry,
)
from amie_planner.domain.reflection import prompts
from amie_planner.domain.vocabulary import Outcome, Status, Taken, Then, Verdict
from amie_planner.store.store import Store

STAY = 3
"""Years."""
WEEKS_GONE = 30
"""Of the last year."""
_THEN = {Verdict.WORKED: Then.KEEP, Verdict.PARTLY: Then.CHANGE, Verdict.NOT: Then.STOP, Verdict.NOT_USED: None}
_LEFT_OPEN = 0.05
"""Of all that waits for an answer, what a leader never came to."""


def today(count: int) -> date:
    """The day on which so many years are looked at: a week of the last one in which groups meet."""
    return _monday(count - 1) + timedelta(weeks=WEEKS_GONE)


def planner(count: int, seed: int = 1) -> Iterator[Series]:
    """The programmes of so many years, the oldest first. The same seed makes the same planner."""
    names, whole = _Names(Random(seed)), _Whole(Random(seed), today(count))
    for n, records in enumerate(years(count, seed)):
        year, group = divmod(n, GROUPS)
        made = [whole.made(record, year, group) for record in records]
        yield Series.of([*(_named(r, names.of(year, group)) for r in made), *_who_stayed(names.of, year, group)])


def one_group(count: int, seed: int = 1) -> Series:
    """One group that went on for so many years in one programme; its people are those of the last year."""
    years_of_it = list(planner(count, seed))[::GROUPS]
    of_the_last = [r for r in years_of_it[-1].records() if isinstance(r, Programme | Person | Requirement)]
    id = of_the_last[0].programme
    went_on = [
        _in_year(record, year, id)
        for year, series in enumerate(years_of_it)
        for record in series.records()
        if not isinstance(record, Programme | Person | Requirement)
    ]
    return Series.of([*of_the_last, *went_on])


def _in_year(record: InProgramme, year: int, programme: str) -> InProgramme:
    """A session, or what belongs to one, with an id unlike those of other years."""
    fields: dict[str, Any] = {"programme": programme}
    if isinstance(record, Session | VoiceEntry):
        fields |= {"id": f"y{year}{record.id}", "position": year * WEEKS + record.position}
    if isinstance(record, InSession | VoiceEntry) and record.session:
        fields["session"] = f"y{year}{record.session}"
    return record.revised(**fields)


def fill(store: Store, count: int, seed: int = 1) -> None:
    """Brings so many years into a planner file, a programme at a time."""
    for series in planner(count, seed):
        store.apply(map(add, series.records()))


def _monday(year: int) -> date:
    first = FIRST_DAY + timedelta(weeks=52 * year)
    return first - timedelta(days=first.weekday())


class _Names:
    """Ten who are new in a group each year, by what they are called."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._known: dict[tuple[int, int], tuple[str, ...]] = {}
        self._taken: set[str] = set()

    def of(self, year: int, group: int) -> tuple[str, ...]:
        if (year, group) not in self._known:
            self._known[year, group] = tuple(self._new() for _ in range(PEOPLE))
        return self._known[year, group]

    def _new(self) -> str:
        name = ""
        while not name or name in self._taken:
            name = "".join(self._random.choice(letters) for letters in 3 * ("bdfgklmnprstvz", "aeiou"))
        self._taken.add(name)
        return name.capitalize()


def _named(record: InProgramme, names: tuple[str, ...]) -> InProgramme:
    return record.revised(alias=names[record.position]) if isinstance(record, Person) else record


def _who_stayed(names: Callable[[int, int], tuple[str, ...]], year: int, group: int) -> Iterator[InProgramme]:
    """Those who came a year ago and two years ago, whom the registers mark too."""
    for ago in range(1, STAY):
        for n, alias in enumerate(names(year - ago, group), ago * PEOPLE):
            of = {"programme": f"y{year}g{group}", "joined": _monday(year - ago)}
            yield Person.made(id=f"p{n}", position=n, alias=alias, **of)


class _Whole:
    """Fills in what became of things: all that is over was held, and most of it has its answer."""

    def __init__(self, random: Random, day: date) -> None:
        self._random = random
        self._today = day

    def made(self, record: Record, year: int, group: int) -> Any:
        fields: dict[str, Any] = {}
        if isinstance(record, Programme):
            fields = {"position": year * GROUPS + group, "place": f"Room {group + 1}", "starts": _monday(year)}
            fields["ends"] = _monday(year) + timedelta(weeks=WEEKS, days=-1)
        elif isinstance(record, Session):
            fields = self._session(record, group)
        elif isinstance(record, Adaptation):
            fields = self._change(record, year)
        elif isinstance(record, NextTime) and self._is_over(record.session, year):
            fields = {"answer": Taken.TAKEN}
        elif isinstance(record, VoiceEntry):
            fields = self._voice(record, year)
        return record.revised(**fields) if fields else record

    def _is_over(self, session: str, year: int) -> bool:
        """By its week; each session is called by that."""
        return _monday(year) + timedelta(weeks=int(session[1:])) < self._today

    def _session(self, session: Session, group: int) -> dict[str, Any]:
        assert session.date
        day = session.date - timedelta(days=session.date.weekday() - group)
        held = {"date": day, "start": time(10 + group, 0), "ready_minutes": 15}
        if day >= self._today:
            return held | {"status": Status.PLANNED, "attendance": None}
        took = {f"a{n}": {"start": f"{10 + group}:{10 * n:02}", "minutes": 8 + n} for n in range(6)}
        looked_back = {prompt.key: session.notes for prompt in prompts()[:2]}
        return held | {"status": Status.DELIVERED, "actual": took, "reflection": looked_back}

    def _change(self, change: Adaptation, year: int) -> dict[str, Any]:
        if not self._is_over(change.session, year):
            return {"verdict": None}
        answered = self._random.random() > _LEFT_OPEN
        return {"then": _THEN[change.verdict] if change.verdict else None, "carried": Taken.TAKEN if answered else None}

    def _voice(self, entry: VoiceEntry, year: int) -> dict[str, Any]:
        if not self._is_over(str(entry.session), year):
            return {"session": None, "date": None}
        assert entry.date
        told = entry.date + timedelta(days=7) if self._random.random() > _LEFT_OPEN else None
        return {"outcome": Outcome.ADOPTED, "told_on": told}

"""What a return is made from: the sessions and the people of a period, gathered once and counted by every table.

A person is whoever has an agreed code, wherever they take part; without a code, somebody in one programme. What is
here says who somebody is only by a key that never leaves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from functools import cached_property

from amie_planner.domain.attendance import mode_said
from amie_planner.domain.monitoring import Answered
from amie_planner.domain.names import Names, known_names, named, whole_names
from amie_planner.domain.plan import Lines, Series
from amie_planner.domain.records import Organisation, Person, Record, Session
from amie_planner.domain.timing import minutes_with_planned
from amie_planner.domain.vocabulary import Mark, RegisterMode, Status
from amie_planner.errors import AmieError
from amie_planner.returns.answers import Answers, asked_in
from amie_planner.returns.counting import SessionCount, sessions
from amie_planner.returns.matching import matching
from amie_planner.returns.monitoring_questions import MonitoringQuestion, asked
from amie_planner.returns.stages import stage

_CAME = (Mark.PRESENT, Mark.LATE)


@dataclass(frozen=True, slots=True)
class Held:
    """A session of the period. `delivered` as the return defines it; `hours` are those that were delivered.

    `contact_hours` are hours × attendance; both are None where the length, or who came, is not recorded.
    """

    series: Series
    lines: Lines
    count: SessionCount
    delivered: bool
    hours: float | None
    contact_hours: float | None


@dataclass(frozen=True, slots=True)
class Member:
    """One person who came at least once in the period, in however many programmes.

    `came` is how often in each programme, by its id. `known` is what each of these says of them, with the day on which
    they last came there, the latest first; `person` is that in one: what the latest says, else what another does.
    `matched` says that an agreed code told that they are one person or nobody else. `new` is who never came before the
    period; `stage` is the Key Stage by school year, "" where it is not known; `since` is the day on which they first
    came in the period. `school` is a programme and the id of one of its schools, both "" where none says it.
    """

    key: str
    person: Person
    school: tuple[str, str]
    came: Mapping[str, int]
    known: tuple[tuple[date, Person], ...]
    matched: bool
    new: bool
    stage: str
    answers: Mapping[str, Answered]
    since: date

    @property
    def attendances(self) -> int:
        """How often they came."""
        return sum(self.came.values())


@dataclass(frozen=True, slots=True)
class Source:
    """A programme as it is handed to a return. A plan file holds nothing that is kept apart: then that is None."""

    series: Series
    kept_apart: Sequence[Record] | None = None


@dataclass(frozen=True)
class Facts:
    """Everything a table counts. Days are the first and the last of the period, both included."""

    first: date
    last: date
    sources: tuple[Source, ...]
    organisation: Organisation | None
    sessions: tuple[Held, ...]
    members: tuple[Member, ...]

    @cached_property
    def organisations(self) -> tuple[str, ...]:
        """What organisations the programmes say that they are of, each once; "" for one that says none."""
        said = (source.series.programme.organisation or "" for source in self.sources)
        return tuple(dict.fromkeys(" ".join(name.split()) for name in said))

    @cached_property
    def delivered(self) -> tuple[Held, ...]:
        """The sessions that were delivered."""
        return tuple(held for held in self.sessions if held.delivered)

    @cached_property
    def groups(self) -> tuple[tuple[Member, ...], ...]:
        """Who came to each programme, in the order of the sources."""
        ids = (source.series.programme.id for source in self.sources)
        return tuple(tuple(member for member in self.members if id in member.came) for id in ids)

    @cached_property
    def words(self) -> Mapping[frozenset[str], str]:
        """One word for each set of people that returns count by: all, programme:1, delivery:small group."""
        named: dict[frozenset[str], str] = {frozenset(member.key for member in self.members): "all"}
        for n, group in enumerate(self.groups, 1):
            named.setdefault(frozenset(member.key for member in group), f"programme:{n}")
        for kind, group in self.deliveries.items():
            named.setdefault(frozenset(member.key for member in group), f"delivery:{kind}")
        return named

    @cached_property
    def deliveries(self) -> Mapping[str, tuple[Member, ...]]:
        """Who came to each kind of provision that there is, each once; under "" where the kind is not recorded."""
        found: dict[str, dict[str, Member]] = {}
        for source, group in zip(self.sources, self.groups, strict=True):
            provision = source.series.programme.provision
            kind = provision.delivery.value if provision and provision.delivery else ""
            found.setdefault(kind, {}).update({member.key: member for member in group})
        return {kind: tuple(members.values()) for kind, members in found.items()}

    @cached_property
    def questions(self) -> tuple[MonitoringQuestion, ...]:
        """The equality-monitoring questions that are asked in any programme, in the order to ask them."""
        return asked(question.id for source in self.sources for question in asked_in(source.kept_apart))

    @property
    def unmatched(self) -> int:
        """How many have no code, so that whoever takes part in two programmes would be two of them."""
        return sum(not member.matched for member in self.members)

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """What each programme is called: its title, with its place where two are alike; “Programme 2” for a name."""
        called = [source.series.programme.title for source in self.sources]
        many = Counter(called)
        apart = (title if many[title] == 1 else f"{title} (programme {n})" for n, title in enumerate(called, 1))
        return tuple(self.without_names(title, f"Programme {n}") for n, title in enumerate(apart, 1))

    def without_names(self, title: str, otherwise: str) -> str:
        """A title as it may leave: another in its place if it holds what may be anybody's name, or a code."""
        return otherwise if self.names_in(title) else title

    def names_in(self, text: str) -> tuple[str, ...]:
        """The words of a text that may be anybody's name, or a code, as they stand there, each once: never to leave."""
        return tuple(dict.fromkeys(word for names in self._names for word in named(text, names)))

    @cached_property
    def _names(self) -> tuple[Names, ...]:
        of_people = (known_names(source.series, adults=True) for source in self.sources)
        return (
            *of_people,
            whole_names(person.code or "" for source in self.sources for person in source.series.people),
        )


def gather(sources: Iterable[Source], organisation: Organisation | None, first: date, last: date) -> Facts:
    """The sessions from the first day to the last, both included, and the people of them, each once.

    Raises AmieError if the last day is before the first, or a programme is there twice.
    """
    sources = tuple(sources)
    if last < first:
        raise AmieError("The period ends before it begins.", "Give the earlier date first.")
    if len({source.series.programme.id for source in sources}) < len(sources):
        raise AmieError("The same programme is here twice.", "Name it once, so that nothing counts twice.")
    held = [found for n, source in enumerate(sources) for found in _sessions(n, source.series, first, last)]
    in_order = tuple(session for _, session in sorted(held, key=lambda found: found[0]))
    facts = Facts(first, last, sources, organisation, in_order, tuple(_members(sources, first, last)))
    return replace(facts, organisation=_with_its_name(organisation, facts))


def _with_its_name(kept: Organisation | None, facts: Facts) -> Organisation | None:
    """What is kept of who hands it in; where that is no name, the one that all programmes say, if it is nobody's."""
    name, *others = facts.organisations or ("",)
    if others or not facts.without_names(name, "") or (kept and kept.name):
        return kept
    return (kept or Organisation(id="organisation")).revised(name=name)


_Order = tuple[date, bool, time, int, int]


def _sessions(n: int, series: Series, first: date, last: date) -> Iterator[tuple[_Order, Held]]:
    for place, lines in enumerate(series.in_order()):
        start = lines.session.start
        for count in sessions((replace(series, sessions=(lines,)),), first, last):
            yield (count.date, start is None, start or time.min, n, place), _held(series, lines, count)


def _held(series: Series, lines: Lines, count: SessionCount) -> Held:
    cancelled, taken = count.status is Status.CANCELLED, count.attendance is not None
    delivered = not cancelled and (taken or count.status is Status.DELIVERED)
    took = minutes_with_planned(lines)
    minutes = count.minutes_planned if took is None else took
    hours = minutes / 60 if delivered and minutes is not None else None
    contact = None if hours is None or count.attendance is None else hours * count.attendance
    return Held(series, lines, count, delivered, hours, contact)


@dataclass
class _Met:
    """What becomes known of somebody, programme by programme."""

    matched: bool
    came: Counter[str] = field(default_factory=Counter)
    before: bool = False
    known: dict[int, tuple[date, Person]] = field(default_factory=dict)
    since: date = date.max


def _members(sources: tuple[Source, ...], first: date, last: date) -> Iterator[Member]:
    everybody: dict[str, _Met] = {}
    codes = matching([source.series for source in sources])
    for n, source in enumerate(sources):
        for day, person in _visits(source.series, last):
            place = n, person.id
            held = everybody.setdefault(codes.key(place), _Met(codes.is_matched(place)))
            if day < first:
                held.before = True
                continue
            held.came[source.series.programme.id] += 1
            held.known[n] = (day, person)
            held.since = min(held.since, day)
    answers = Answers([source.kept_apart for source in sources], codes)
    for key, held in everybody.items():
        if held.came:
            latest = sorted(held.known.items(), key=lambda known: (known[1][0], known[0]), reverse=True)
            people = [(n, person) for n, (_, person) in latest]
            person = _in_one([person for _, person in people])
            schools = (school_of(sources[n].series, person) for n, person in people)
            yield Member(
                key=key,
                person=person,
                school=next((school for school in schools if school[1]), ("", "")),
                came=held.came,
                known=tuple(known for _, known in latest),
                matched=held.matched,
                new=not held.before,
                stage=stage(person.school_year, person.born, held.since),
                answers=answers.of(people),
                since=held.since,
            )


def school_of(series: Series, person: Person) -> tuple[str, str]:
    """A programme and which of its schools somebody goes to: their own, else that of the whole class or group."""
    provision = series.programme.provision
    return series.programme.id, person.school or (provision.school if provision else None) or ""


def _visits(series: Series, last: date) -> Iterator[tuple[date, Person]]:
    """Each time that somebody came, up to the last day. Of whom only a register knows, nothing is known."""
    people = {person.id: person for person in series.people}
    for lines in series.in_order():
        day = lines.session.date
        if day is None or day > last:
            continue
        for id in who_came(lines.session):
            if id not in people:
                people[id] = Person.made(id=id, programme=series.programme.id)
            yield day, people[id]


def who_came(session: Session) -> Iterator[str]:
    """The ids of who was present or late, by its register."""
    register = session.attendance
    if register and session.status is not Status.CANCELLED and mode_said(register) is RegisterMode.PEOPLE:
        yield from (id for id, mark in register.people.items() if mark in _CAME)


def _in_one(people: Sequence[Person]) -> Person:
    """What the latest says, and where it is silent, what the others do; new to music is who once was."""
    latest, *others = people
    if not others:
        return latest
    year, born = (next(filter(None, (getattr(p, name) for p in people)), None) for name in ("school_year", "born"))
    new = True if any(person.new_to_music for person in people) else latest.new_to_music
    return latest.revised(school_year=year, born=born, new_to_music=new)

"""Where two programmes say of one person, by one agreed code, what cannot both be; a return counts what one says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from amie_planner.domain import months
from amie_planner.domain.monitoring import Answered, MonitoringAnswers
from amie_planner.domain.records import Person, School
from amie_planner.domain.terms import school_year
from amie_planner.returns.answers import asked_in
from amie_planner.returns.facts import Facts, Member, school_of
from amie_planner.returns.monitoring_questions import MonitoringQuestion
from amie_planner.returns.stages import years
from amie_planner.returns.tables.characteristics import why_not
from amie_planner.returns.which_school import URN, folded, name, places_of_schools, urn


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What two programmes say in a field of one person: `counts` is the one that is counted, each with what it says."""

    field: str
    counts: tuple[Person, str]
    other: tuple[Person, str]


TWO = {"born": "months of birth", "school_year": "school years", "school": "schools"}
"""What there is two of, by field."""
_Known = tuple[date, Person]


@dataclass(frozen=True, slots=True)
class TwoAnswers:
    """How many people of two programmes, by id, have an answer to a question in each, and not the same.

    `first` is the id of the first of them, in the order of the programme that counts.
    """

    question: MonitoringQuestion
    counts: str
    other: str
    people: int
    first: str


def contradictions(facts: Facts) -> Iterator[Contradiction]:
    """Each month of birth, school year and school that another contradicts, person by person."""
    schools = _schools(facts)
    for member in facts.members:
        yield from _differing(member, "born", _born, _always)
        yield from _differing(member, "school_year", lambda known: known[1].school_year or "", _not_both)
        yield from _of_schools(schools, member)


def between_programmes(facts: Facts) -> Iterator[str]:
    """The same as sentences that name nobody, one for each field and two programmes."""
    titles = {source.series.programme.id: source.series.programme.title for source in facts.sources}
    found = contradictions(facts)
    many = Counter((each.field, each.counts[0].programme, each.other[0].programme) for each in found)
    for (field, counts, other), people in many.items():
        who = f"{people:,} {'person' if people == 1 else 'people'}"
        yield (
            f"“{titles[counts]}” and “{titles[other]}” say two {TWO[field]} of {who} under one agreed code. "
            f"What “{titles[counts]}” says counts."
        )


def two_answers(facts: Facts) -> Iterator[TwoAnswers]:
    """By question, and of which programmes; who it is stands in no sentence, but in equality monitoring alone.

    What somebody told later may be another answer: only what counts, and was not told after the other, is here.
    """
    found: dict[tuple[str, str, str], set[str]] = {}
    for id, counts, other, person in _two_answers(facts):
        found.setdefault((id, counts, other), set()).add(person)
    listed = {source.series.programme.id: [person.id for person in source.series.people] for source in facts.sources}
    for question in facts.questions:
        for (id, counts, other), people in found.items():
            if id == question.id:
                first = next((person for person in listed[counts] if person in people), min(people))
                yield TwoAnswers(question, counts, other, len(people), first)


def _differing(
    member: Member, field: str, said: Callable[[_Known], str], contradicts: Callable[[_Known, _Known], bool]
) -> Iterator[Contradiction]:
    saying = [known for known in member.known if said(known)]
    for other in saying[1:]:
        if said(other) != said(saying[0]) and contradicts(saying[0], other):
            yield Contradiction(field, (saying[0][1], said(saying[0])), (other[1], said(other)))


def _born(known: _Known) -> str:
    return months.said(known[1].born) if known[1].born else ""


def _always(one: _Known, other: _Known) -> bool:
    return True


def _not_both(one: _Known, other: _Known) -> bool:
    """Whether no school year is in both, as they stand or as somebody moves up in September; a text may say none."""
    (day, person), (another, elsewhere) = one, other
    here, there = years(person.school_year or ""), years(elsewhere.school_year or "")
    up = school_year(day) - school_year(another)
    return bool(here and there) and not here & (there | {year + up for year in there})


def _schools(facts: Facts) -> dict[tuple[str, str], School]:
    """The school of everybody known, by their programme and id, as the table of schools tells them apart."""
    which, held = places_of_schools(facts)
    places = ((person, school_of(source.series, person)) for source in facts.sources for person in source.series.people)
    return {(place[0], person.id): held[which[place] - 1][0] for person, place in places if place in which}


def _of_schools(schools: dict[tuple[str, str], School], member: Member) -> Iterator[Contradiction]:
    saying = [(person, school) for _, person in member.known if (school := schools.get((person.programme, person.id)))]
    for person, school in saying[1:]:
        first, counts = saying[0]
        if school is not counts and not _may_be_one(school, counts):
            yield Contradiction("school", (first, _name(counts)), (person, _name(school)))


def _may_be_one(school: School, other: School) -> bool:
    """Whether two are called the same, and one has no URN, or one that is none: that is told of the school itself."""
    return folded(name(school)) == folded(name(other)) and not (
        URN.fullmatch(urn(school)) and URN.fullmatch(urn(other))
    )


def _name(school: School) -> str:
    return name(school) or "a school without a name"


def _two_answers(facts: Facts) -> Iterator[tuple[str, str, str, str]]:
    held = {
        (record.programme, record.person): record
        for source in facts.sources
        for record in source.kept_apart or ()
        if isinstance(record, MonitoringAnswers)
    }
    asked = {source.series.programme.id: asked_in(source.kept_apart) for source in facts.sources}
    for member in facts.members:
        kept = [
            (person.programme, record)
            for _, person in member.known
            if (record := held.get((person.programme, person.id)))
        ]
        for question in member.answers:
            asking = [each for each in kept if question in {one.id for one in asked[each[0]]}]
            yield from _answered_twice(question, asking)


def _answered_twice(
    question: str, kept: Sequence[tuple[str, MonitoringAnswers]]
) -> Iterator[tuple[str, str, str, str]]:
    saying = [each for each in kept if why_not(each[1].answers.get(question)) is None]
    for programme, record in saying[1:]:
        counts, first = saying[0]
        is_newer = first.told_on and record.told_on and first.told_on > record.told_on
        if not is_newer and _boxes(first.answers[question]) != _boxes(record.answers[question]):
            yield question, counts, programme, first.person


def _boxes(answer: Answered) -> frozenset[str]:
    """What an answer is counted by: own words alone are always the same."""
    return frozenset(answer.codes)

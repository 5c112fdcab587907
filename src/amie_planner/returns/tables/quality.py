"""How complete the records behind a return are, in counts; and what is missing one by one, for the leader alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from amie_planner.domain.attendance import mode_said
from amie_planner.domain.records import InProgramme, Provision
from amie_planner.domain.vocabulary import DeliveryType, RegisterMode, Status
from amie_planner.domain.words import day, listed, person_name
from amie_planner.returns.facts import Facts, Held, Member, Source
from amie_planner.returns.matching import codes_twice
from amie_planner.returns.monitored import questions_asked
from amie_planner.returns.table import Column, Draft, People, Sum, Value
from amie_planner.returns.tables import attended, keys
from amie_planner.returns.tables.characteristics import why_not
from amie_planner.returns.tables.drafting import Row, drafted
from amie_planner.returns.tables.keys import key
from amie_planner.returns.tables.people import FURTHER, in_stage
from amie_planner.returns.tables.stories import agreed_to, says_a_name
from amie_planner.returns.tables.totals import unmatched
from amie_planner.returns.tables.unions import Linked
from amie_planner.returns.tables.worked_out import WorkedOut, fewest_of, per_cent

if TYPE_CHECKING:
    from amie_planner.returns.templates import ReturnTemplate

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "quality": {
        "what": Column("What was looked at", "One figure a row"),
        "count": Column("How many", "Sessions or people of whom it holds"),
        "of": Column("Of", "How many were looked at"),
        "percent": Column("Per cent", "In whole per cent, of figures as they are given here"),
        "means": Column("What it means", "The definition of the figure"),
    },
}
_NO_STAGE = "not known"


def quality(facts: Facts, template: ReturnTemplate, *, detailed: bool = False) -> Draft:
    """One figure a row; nothing where no session is in the period. `detailed` gives a per cent of few people too."""
    of_people = tuple(_of_people(facts)) if facts.members else ()
    sums, hidden = _further(facts)
    rows = [*_of_sessions(facts), *(_people_row(*each, detailed) for each in of_people)]
    draft = drafted(
        template,
        "quality",
        "Data quality",
        COLUMNS["quality"],
        rows if facts.sessions else (),
        title="How complete the records are",
        sums=[*(Sum(keys.ALL, (people.key, rest.key)) for _, people, rest, _ in of_people), *sums],
        hidden=(People(keys.ALL, len(facts.members)), *(rest for _, _, rest, _ in of_people), *hidden),
    )
    return WorkedOut.of(draft)


_OfPeople = tuple[str, People, People, str]
"""What was looked at, of whom it holds, all others, and what it means."""


def _of_sessions(facts: Facts) -> Iterator[Row]:
    delivered, heads = facts.delivered, attended.headcounts(facts)
    undated = [found for source in facts.sources for found in _undated(source)]
    without = sum(held.count.attendance is None for held in delivered)
    no_length = sum(held.hours is None for held in delivered)
    yield _row("Sessions without a register", without, len(delivered), "Delivered, and nobody was counted")
    yield _row("Sessions without a length", no_length, len(delivered), "Delivered, and no minutes are recorded")
    yield _row("Sessions without a date", len(undated), None, "Neither draft nor cancelled; they are in no period")
    yield _row("Headcounts", len(heads), len(delivered), "Delivered sessions in which heads were counted, and no names")
    yield _row("Estimated headcounts", attended.estimated(heads), len(heads), "About so many, not counted exactly")


def _row(what: str, count: int, of: int | None, means: str) -> Row:
    percent: Value = round(100 * count / of) if of else None
    return {"what": what, "count": count, "of": of, "percent": percent, "means": means}


def _people_row(what: str, people: People, rest: People, means: str, detailed: bool) -> Row:
    everybody = People(keys.ALL, people.count + rest.count)
    percent = per_cent(people, everybody, fewest_of(detailed))
    return {"what": what, "count": people, "of": everybody, "percent": percent, "means": means}


def _of_people(facts: Facts) -> Iterator[_OfPeople]:
    members = facts.members
    unknown = len(in_stage(members, _NO_STAGE))
    yield _split(
        facts, "People without a Key Stage", "stage", _NO_STAGE, unknown, "Neither school year nor month of birth tells"
    )
    code = unmatched(facts)
    with_one = People(key(keys.ALL, code="yes"), len(members) - code.count)
    yield "People without an agreed code", code, with_one, "They cannot be matched from one programme to another"
    if len(facts.sources) > 1:
        matched = _matched(facts)
        one = People(key(keys.ALL, programmes="one"), len(members) - matched.count)
        yield "People matched", matched, one, "In several programmes, and counted once"
    for question in facts.questions:
        many = sum(_answered(member, question.id) for member in members)
        yield _split(facts, f"{question.label}: answered", question.id, "answered", many, "Gave an answer")


def _matched(facts: Facts) -> People:
    """Those in several programmes: of two programmes, they are just the further places that there are."""
    many = sum(len(member.came) > 1 for member in facts.members)
    return People(FURTHER if len(facts.sources) == 2 else key(keys.ALL, programmes="several"), many)


def _further(facts: Facts) -> Linked:
    """How further places are made up of the second one of everybody matched, and of their others."""
    if len(facts.sources) < 3 or not facts.members:
        return [], []
    matched = _matched(facts)
    further = People(FURTHER, sum(len(member.came) - 1 for member in facts.members))
    still = People(f"still {FURTHER}", further.count - matched.count)
    return [Sum(FURTHER, (matched.key, still.key))], [further, still]


def _split(facts: Facts, what: str, variable: str, category: str, many: int, means: str) -> _OfPeople:
    people, rest = key(keys.ALL, **{variable: category}), key(keys.ALL, **{variable: f"any but {category}"})
    return what, People(people, many), People(rest, len(facts.members) - many), means


def _answered(member: Member, question: str) -> bool:
    return why_not(member.answers.get(question)) is None


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to mend, in a sentence, and where: in a programme, and in a session or with a person of it by id."""

    words: str
    programme: str
    session: str | None = None
    person: str | None = None


def missing(facts: Facts) -> tuple[Missing, ...]:
    """Everything that is missing: of programmes, sessions in order of days, people, codes, answers and stories."""
    of_programmes = (found for source in facts.sources for found in _of_programme(source))
    latest = {held.series.programme.id: held.count.date for held in facts.delivered}
    of_sessions = (found for held in facts.sessions for found in _of_session(held, latest))
    undated = (found for source in facts.sources for found in _undated(source))
    answers = (found for n, source in enumerate(facts.sources) for found in _answers(facts, n, source))
    return (
        *of_programmes,
        *of_sessions,
        *undated,
        *_people_to_mend(facts),
        *_codes(facts),
        *_codes_twice(facts),
        *answers,
        *_of_stories(facts),
    )


def _of_programme(source: Source) -> Iterator[Missing]:
    programme = source.series.programme
    provision = programme.provision or Provision()
    if provision.delivery is None:
        yield Missing(f"“{programme.title}” does not say what kind of provision it is.", programme.id)
    if provision.delivery is DeliveryType.WHOLE_CLASS and provision.school is None:
        yield Missing(f"“{programme.title}” teaches a whole class and does not say of which school.", programme.id)
    for school in programme.schools:
        if not school.urn:
            yield Missing(f"{school.name or 'A school'} of “{programme.title}” has no URN.", programme.id)


def _of_session(held: Held, latest: Mapping[str, date]) -> Iterator[Missing]:
    """Of a session that another one of its programme followed, it is known that its day has gone by."""
    programme, session = held.series.programme, held.lines.session
    said = f"“{session.title}” of {day(session.date)}"
    if _by_age_alone(held):
        yield Missing(f"{said} was counted by age and has no headcount, so nobody counts.", programme.id, session.id)
    elif held.delivered and held.count.attendance is None:
        yield Missing(f"{said} has no register.", programme.id, session.id)
    if held.delivered and held.hours is None:
        yield Missing(f"{said} has no length.", programme.id, session.id)
    is_open = held.count.status is Status.PLANNED and not held.delivered
    if is_open and held.count.date < latest.get(programme.id, held.count.date):
        yield Missing(f"{said} does not say whether it took place.", programme.id, session.id)


def _by_age_alone(held: Held) -> bool:
    """Whether there are figures by age, which are never added up to a headcount: they need not be of everybody."""
    register = held.lines.session.attendance
    if register is None or held.count.status is Status.CANCELLED or held.count.attendance is not None:
        return False
    return mode_said(register) is RegisterMode.HEADCOUNT and any(register.bands.values())


def _undated(source: Source) -> Iterator[Missing]:
    for lines in source.series.sessions:
        session = lines.session
        if session.date is None and session.status not in (Status.DRAFT, Status.CANCELLED):
            yield Missing(f"“{session.title}” has no date, so it is in no period.", session.programme, session.id)


def _people_to_mend(facts: Facts) -> Iterator[Missing]:
    shared = {source.series.programme.id: source.series for source in facts.sources}
    known = {person.key for series in shared.values() for person in series.people}
    for person in (member.person for member in facts.members if not member.stage):
        if person.key in known:
            name = person_name(person, shared[person.programme])
            words = f"{name}: neither school year nor month of birth tells the Key Stage."
            yield Missing(words, person.programme, person=person.id)


def _codes(facts: Facts) -> Iterator[Missing]:
    """Of each programme as a whole, and only where there is another to match: a code is agreed for all at once."""
    for source, members in zip(facts.sources, facts.groups, strict=True):
        programme, without = source.series.programme, sum(not member.matched for member in members)
        if without and len(facts.sources) > 1:
            words = f"“{programme.title}”: {without} of {len(members)} have no agreed code to be matched by."
            yield Missing(words, programme.id)


def _codes_twice(facts: Facts) -> Iterator[Missing]:
    for source in facts.sources:
        programme = source.series.programme
        for people in codes_twice(source.series).values():
            names = listed([person_name(person, source.series) for person in people])
            words = f"“{programme.title}”: {names} have the same agreed code, so it matches nobody."
            yield Missing(words, programme.id, person=people[0].id)


def _answers(facts: Facts, n: int, source: Source) -> Iterator[Missing]:
    """Question by question and without a name: who answered what is looked at in one place alone."""
    programme, members = source.series.programme, facts.groups[n]
    for question in questions_asked([record for record in source.kept_apart or () if isinstance(record, InProgramme)]):
        without = sum(why_not(member.answers.get(question.id)) is not None for member in members)
        if without:
            words = f"{question.label}, “{programme.title}”: {without} of {len(members)} have no answer."
            yield Missing(words, programme.id)


def _of_stories(facts: Facts) -> Iterator[Missing]:
    for series, story in agreed_to(facts):
        if says_a_name(facts, story):
            words = f"A story of “{series.programme.title}” that may leave holds what may be a name, so it stays."
            yield Missing(words, series.programme.id)

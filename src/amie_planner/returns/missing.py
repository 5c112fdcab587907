"""What is missing from the records behind a return, one by one and by name, for the leader alone: it never leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amie_planner.domain import months
from amie_planner.domain.attendance import mode_said
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Person, Provision
from amie_planner.domain.vocabulary import DeliveryType, RegisterMode, Status
from amie_planner.domain.words import day, listed, person_name
from amie_planner.returns.births import wrong_births
from amie_planner.returns.contradictions import TWO, contradictions, two_answers
from amie_planner.returns.facts import Facts, Held, Member, Source, who_came
from amie_planner.returns.matching import codes_twice, has_code
from amie_planner.returns.schools_to_mend import BY_SCHOOL, without_urn, wrong_urns
from amie_planner.returns.tables.organisation import is_told
from amie_planner.returns.tables.period import undated
from amie_planner.returns.tables.stories import kept_here
from amie_planner.returns.templates import ReturnTemplate
from amie_planner.returns.unanswered import unanswered
from amie_planner.returns.unknown_words import unknown_words

_MOST_NAMED = 6
"""People in one line."""


class Form(StrEnum):
    """Where something is mended: the form of a session or person, what a programme has for returns, and the like."""

    SESSION = "session"
    PERSON = "person"
    FOR_RETURNS = "for returns"
    PROGRAMME = "programme"
    TEAM = "team"
    MONITORING = "monitoring"
    STORIES = "stories"
    ORGANISATION = "organisation"


_TYPED_IN = {
    "setting": (Form.PROGRAMME, "setting"),
    "ensemble": (Form.FOR_RETURNS, "ensemble"),
    "when": (Form.FOR_RETURNS, "when"),
    "instruments": (Form.FOR_RETURNS, "instruments"),
    "school_year": (Form.FOR_RETURNS, "school_year"),
    "phase": (Form.FOR_RETURNS, "phase"),
    "role": (Form.TEAM, "role"),
    "genre": (Form.SESSION, "genres"),
}
"""By what a word was typed for, the form and its field."""

_OF_STAGES = ("people", "lessons", "quality")
_OF_ANSWERS = ("characteristics", "lessons", "whole-class", "representation", "quality")
"""Tables that ask which Key Stage people are of, and what they answered."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to mend, in a sentence, and in which form: that of a programme, or of a session or person of it by id.

    `programme` is "" where it is of the whole planner, as the organisation is. `entry` is the id of a school, story,
    activity, team member or question, and `field` what is to be filled in there, by its name; "" where it is no single
    one.
    """

    words: str
    form: Form
    programme: str = ""
    session: str | None = None
    person: str | None = None
    entry: str | None = None
    field: str = ""


def missing(facts: Facts, template: ReturnTemplate) -> tuple[Missing, ...]:
    """What is missing for a return: of programmes, sessions in order of days, people, codes, answers and stories."""
    of_programmes = (found for source in facts.sources for found in _of_provision(source))
    latest = {held.series.programme.id: held.count.date for held in facts.delivered}
    of_sessions = (found for held in facts.sessions for found in _of_session(held, latest))
    no_day = (found for source in facts.sources for found in _undated(source))
    return (
        *of_programmes,
        *(_of_schools(facts) if _asks(template, BY_SCHOOL) else ()),
        *of_sessions,
        *no_day,
        *(_people_to_mend(facts) if _asks(template, _OF_STAGES) else ()),
        *(found for source in facts.sources for found in _of_group(facts, source, template)),
        *_codes_twice(facts),
        *_of_births(facts),
        *_contradicting(facts),
        *(_answers(facts) if _asks(template, _OF_ANSWERS) else ()),
        *(_two_answers(facts) if _asks(template, _OF_ANSWERS) else ()),
        *_of_stories(facts),
        *_of_words(facts, template),
        *_of_organisation(facts, template),
    )


def _of_organisation(facts: Facts, template: ReturnTemplate) -> Iterator[Missing]:
    if not template.asked("organisation") or (facts.organisation and facts.organisation.name):
        return
    named = [f"“{name}”" for name in facts.organisations if name]
    if named and len(facts.organisations) > 1:
        no_other = "" if len(named) > 1 else ", and others none"
        said = f"The programmes name {'several organisations' if len(named) > 1 else 'one organisation'}"
        words = f"{said}: {listed(named)}{no_other}. So the return names none until you write down yours."
        yield Missing(words, Form.ORGANISATION, field="name")
    elif not is_told(facts.organisation):
        words = "The return asks who hands it in, and nothing is noted of your organisation."
        yield Missing(words, Form.ORGANISATION, field="name")


def _asks(template: ReturnTemplate, tables: Iterable[str]) -> bool:
    return any(template.asked(table) for table in tables)


def _of_provision(source: Source) -> Iterator[Missing]:
    programme = source.series.programme
    provision = programme.provision or Provision()
    if provision.delivery is None:
        words = f"“{programme.title}” does not say what kind of provision it is."
        yield Missing(words, Form.FOR_RETURNS, programme.id, field="delivery")
    if provision.delivery is DeliveryType.WHOLE_CLASS and provision.school is None:
        words = f"“{programme.title}” teaches a whole class and does not say of which school."
        yield Missing(words, Form.FOR_RETURNS, programme.id, field="school")


def _of_schools(facts: Facts) -> Iterator[Missing]:
    for each in (*wrong_urns(facts), *without_urn(facts)):
        yield Missing(each.words, Form.FOR_RETURNS, each.programme, entry=each.school, field="urn")


def _of_session(held: Held, latest: Mapping[str, date]) -> Iterator[Missing]:
    """Of a session that another one of its programme followed, it is known that its day has gone by."""
    programme, session = held.series.programme, held.lines.session
    said = {}
    if _by_age_alone(held):
        said["register"] = "was counted by age and has no headcount, so nobody counts"
    elif held.delivered and held.count.attendance is None:
        said["register"] = "has no register"
    if held.delivered and held.hours is None:
        said["minutes"] = "has no length"
    is_open = held.count.status is Status.PLANNED and not held.delivered
    if is_open and held.count.date < latest.get(programme.id, held.count.date):
        said["status"] = "does not say whether it took place"
    for field, what in said.items():
        words = f"“{session.title}” of {day(session.date)} {what}."
        yield Missing(words, Form.SESSION, programme.id, session.id, field=field)


def _by_age_alone(held: Held) -> bool:
    """Whether there are figures by age, which are never added up to a headcount: they need not be of everybody."""
    register = held.lines.session.attendance
    if register is None or held.count.status is Status.CANCELLED or held.count.attendance is not None:
        return False
    return mode_said(register) is RegisterMode.HEADCOUNT and any(register.bands.values())


def _undated(source: Source) -> Iterator[Missing]:
    for session in undated(source.series):
        words = f"“{session.title}” has no date, so it is in no period."
        yield Missing(words, Form.SESSION, session.programme, session.id, field="date")


def _people_to_mend(facts: Facts) -> Iterator[Missing]:
    shared = {source.series.programme.id: source.series for source in facts.sources}
    known = {person.key for series in shared.values() for person in series.people}
    for person in (member.person for member in facts.members if not member.stage):
        if person.key in known:
            name = person_name(person, shared[person.programme])
            words = f"{name}: neither school year nor month of birth tells the Key Stage."
            yield Missing(words, Form.PERSON, person.programme, person=person.id, field="school_year")


def _of_group(facts: Facts, source: Source, template: ReturnTemplate) -> Iterator[Missing]:
    """Of a programme as a whole, what somebody in it lacks, with some of them by name."""
    programme = source.series.programme
    listed_there = {person.id for person in source.series.people}
    known = ((member, person) for member in facts.members for _, person in member.known)
    came = [(member, person) for member, person in known if person.programme == programme.id]
    for field, lack, lacking in _lacks(facts, source, template):
        without = [person for member, person in came if lacking(member, person)]
        if without:
            named = [person for person in without if person.id in listed_there]
            names = _few(named, len(without), source.series)
            words = f"“{programme.title}”: {_have(len(without), len(came))} {lack}: {names}."
            if named:
                yield Missing(words, Form.PERSON, programme.id, person=named[0].id, field=field)
            else:
                session = _with_mark(facts, source.series, without[0].id)
                yield Missing(words, Form.SESSION, programme.id, session, field="register")


def _with_mark(facts: Facts, series: Series, person: str) -> str | None:
    """The first session of the period whose register has somebody: all there is of whom it alone knows."""
    held = (each.lines.session for each in facts.sessions if each.series is series)
    return next((session.id for session in held if person in who_came(session)), None)


def _lacks(
    facts: Facts, source: Source, template: ReturnTemplate
) -> Iterator[tuple[str, str, Callable[[Member, Person], bool]]]:
    """What everybody of a programme is to have: the field, words for lacking it, and who does."""
    if len(facts.sources) > 1:
        yield "code", "no agreed code", lambda member, person: not has_code(person)
    if template.bands and template.asked("totals"):
        yield "born", "no month of birth, by which ages are counted", lambda member, person: not member.person.born
    if source.series.programme.schools and _asks(template, BY_SCHOOL):
        yield "school", "no school", lambda member, person: not member.school[1]


def _have(some: int, every: int) -> str:
    return f"{some:,} of {every:,} {'has' if some == 1 else 'have'}"


def _few(people: Sequence[Person], many: int, series: Series) -> str:
    """Some of so many people by name, and how many more there are; whom a register alone knows has no name."""
    names = [person_name(person, series) for person in people[:_MOST_NAMED]]
    more = many - len(names)
    return listed([*names, f"{more} more" if names else f"{more} whom only the register knows"] if more else names)


def _codes_twice(facts: Facts) -> Iterator[Missing]:
    for source in facts.sources:
        programme = source.series.programme
        for people in codes_twice(source.series).values():
            names = listed([person_name(person, source.series) for person in people])
            words = f"“{programme.title}”: {names} have the same agreed code, so it matches nobody."
            yield Missing(words, Form.PERSON, programme.id, person=people[0].id, field="code")


def _of_births(facts: Facts) -> Iterator[Missing]:
    by_id = {source.series.programme.id: source.series for source in facts.sources}
    for person, why in ((each.person, each.why) for each in wrong_births(facts)):
        name = person_name(person, by_id[person.programme])
        words = f"{name}: the month of birth, {months.said(person.born or '')}, {why}."
        yield Missing(words, Form.PERSON, person.programme, person=person.id, field="born")


def _contradicting(facts: Facts) -> Iterator[Missing]:
    by_id = {source.series.programme.id: source.series for source in facts.sources}
    for each in contradictions(facts):
        places = [(person, by_id[person.programme], said) for person, said in (each.counts, each.other)]
        names = listed(dict.fromkeys(person_name(person, series) for person, series, _ in places), "or")
        said = listed(f"{words} in “{series.programme.title}”" for _, series, words in places)
        counts = by_id[each.counts[0].programme].programme.title
        words = f"{names} has two {TWO[each.field]} under one agreed code: {said}. What “{counts}” says counts."
        yield Missing(words, Form.PERSON, each.counts[0].programme, person=each.counts[0].id, field=each.field)


def _two_answers(facts: Facts) -> Iterator[Missing]:
    titles = {source.series.programme.id: source.series.programme.title for source in facts.sources}
    for each in two_answers(facts):
        who = "1 person has" if each.people == 1 else f"{each.people:,} people have"
        words = f"{each.question.label}: {who} one answer in “{titles[each.counts]}” and another in "
        words += f"“{titles[each.other]}”, under one agreed code. What “{titles[each.counts]}” says counts."
        where = {"person": each.first, "entry": each.question.id, "field": "codes"}
        yield Missing(words, Form.MONITORING, each.counts, **where)


def _answers(facts: Facts) -> Iterator[Missing]:
    """Question by question and without a name: who answered what is looked at in one place alone."""
    for source, found in unanswered(facts):
        programme, question = source.series.programme, found.question
        words = f"{question.label}, “{programme.title}”: {_have(found.without, found.people)} no answer."
        if found.next is None and found.register_alone is not None:
            session = _with_mark(facts, source.series, found.register_alone)
            yield Missing(words, Form.SESSION, programme.id, session, field="register")
        else:
            yield Missing(words, Form.MONITORING, programme.id, person=found.next, entry=question.id, field="codes")


def _of_stories(facts: Facts) -> Iterator[Missing]:
    for series, story, words in kept_here(facts):
        yield Missing(words, Form.STORIES, series.programme.id, entry=story.id, field="words")


def _of_words(facts: Facts, template: ReturnTemplate) -> Iterator[Missing]:
    for each in unknown_words(facts, template):
        form, field = _TYPED_IN[each.what]
        yield Missing(each.words, form, each.programme, each.session, entry=each.entry, field=field)

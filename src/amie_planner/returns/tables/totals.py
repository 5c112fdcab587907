"""The single figures that small funders ask for: sessions, hours, people, visits, and how old people were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from amie_planner.domain.vocabulary import Status
from amie_planner.returns.facts import Facts, Member
from amie_planner.returns.stages import age
from amie_planner.returns.table import Column, Draft, People, Sum, Value
from amie_planner.returns.tables import attended, contact, few_sessions, keys
from amie_planner.returns.tables.drafting import Row, drafted
from amie_planner.returns.tables.keys import key
from amie_planner.returns.tables.people import FURTHER, PLACES, about_matching, about_registers, places
from amie_planner.returns.tables.provision import HOURS
from amie_planner.returns.tables.unions import Linked
from amie_planner.returns.tables.worked_out import WorkedOut

if TYPE_CHECKING:
    from amie_planner.returns.templates import ReturnTemplate

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "totals": {
        "measure": Column("What is counted", "One figure a row"),
        "figure": Column("Figure", "Blank where nothing of it is recorded, which is not 0"),
        "means": Column("What it means", "The definition of the figure", of_row=True),
    },
}
NO_CODE = (
    "They have no agreed code, or one that somebody else of their programme has too: so they cannot be matched from "
    "one programme to another"
)
"""Who is without an agreed code, wherever they are counted."""
_TITLE = "Sessions, people and hours of the period"
_NO_LENGTH = "Hours are without {} of which no length is recorded."
_NO_REGISTER = "Attendances and contact hours are without {} in which no register was taken."
_AGE = "Unique people, by age in whole years at their first session of the period"
_NOT_KNOWN, _ANOTHER = "not known", "another"
_Bands = tuple[tuple[int, int], ...]


def totals(facts: Facts, template: ReturnTemplate, *, detailed: bool = False) -> Draft:
    """One figure a row; nothing where no session is in the period.

    Unless `detailed`, contact hours are an estimate from what is printed: added up session by session, they would tell
    how many came to one of another length.
    """
    if not facts.sessions:
        return drafted(template, "totals", "Totals", COLUMNS["totals"], (), title=_TITLE)
    sums, hidden = _linked(facts, template)
    draft = drafted(
        template,
        "totals",
        "Totals",
        COLUMNS["totals"],
        (*_of_sessions(facts, template, detailed), *_of_people(facts, template)),
        title=_TITLE,
        notes=(
            *about_matching(facts),
            *about_registers(facts, template),
            *(() if detailed else few_sessions.about()),
            *_about_lengths(facts, template),
            *_about_ages(facts, template),
        ),
        sums=sums,
        hidden=hidden,
    )
    return WorkedOut.of(draft)


def unmatched(facts: Facts) -> People:
    """How many have no agreed code, and so could not be matched from one programme to another."""
    return People(key(keys.ALL, code="no"), facts.unmatched)


def _linked(facts: Facts, template: ReturnTemplate) -> Linked:
    """How all people and visits are made up: by code, by age, by place, by programme."""
    no_code, (word, every) = unmatched(facts), places(facts)
    code = People(key(keys.ALL, code="yes"), len(facts.members) - no_code.count)
    further = People(FURTHER, len(every) - len(facts.members))
    visits, all_visits = attended.linked(facts)
    sums = [Sum(keys.ALL, (no_code.key, code.key)), *_over_bands(facts, template.bands), *visits]
    hidden = [no_code, code, further, *all_visits]
    if word == PLACES:
        more, people = attended.taken(facts, People(word, len(every)))
        return [*sums, Sum(word, (keys.ALL, further.key)), *more], [*hidden, *people]
    return sums, hidden


def _row(measure: str, figure: Value | People, means: str) -> Row:
    return {"measure": measure, "figure": figure, "means": means}


def _of_people(facts: Facts, template: ReturnTemplate) -> Iterator[Row]:
    word, every = places(facts)
    heads, _, _ = attended.in_headcounts(facts)
    headcounts = few_sessions.kept(facts, template)(len(attended.headcounts(facts)))
    yield _row(
        "Unique people", People(keys.ALL, len(facts.members)), "People who came at least once, counted once each"
    )
    yield _row("Places", People(word, len(every)), "One person in one programme")
    yield _row("Attendances", attended.attendances(facts), "Every time that somebody came, headcounts and guests too")
    yield _row("Sessions with a headcount alone", headcounts, "Delivered sessions without names")
    yield _row("Attendances in those sessions", heads, "Part of all attendances; never unique people")
    yield _row("People without an agreed code", unmatched(facts), NO_CODE)
    yield from _ages(facts, template.bands)


def _of_sessions(facts: Facts, template: ReturnTemplate, detailed: bool) -> Iterator[Row]:
    kept = few_sessions.kept(facts, template)
    planned = sum(held.delivered or held.count.status is not Status.DRAFT for held in facts.sessions)
    cancelled = sum(held.count.status is Status.CANCELLED for held in facts.sessions)
    yield _row("Sessions planned", kept(planned), "All with a day in the period, cancelled ones too; no drafts")
    held = "Marked as delivered, or not cancelled and with a register"
    yield _row("Sessions delivered", kept(len(facts.delivered)), held)
    yield _row("Sessions cancelled", cancelled, "Marked as cancelled")
    hours = _added_up(held.hours for held in facts.delivered)
    yield _row("Hours delivered", kept(hours), HOURS)
    if detailed:
        every_hour = _added_up(held.contact_hours for held in facts.delivered)
        yield _row("Contact hours", every_hour, "Hours × attendance of each delivered session")
    else:
        figure, means = contact.estimated(facts, template)
        yield {"measure": "Contact hours, estimated", "figure": figure, "means": means}


def _added_up(hours: Iterable[float | None]) -> float | None:
    known = [each for each in hours if each is not None]
    return round(sum(known), 2) if known else None


def _about_lengths(facts: Facts, template: ReturnTemplate) -> Iterator[str]:
    for text, many in (
        (_NO_LENGTH, sum(held.hours is None for held in facts.delivered)),
        (_NO_REGISTER, sum(held.count.attendance is None for held in facts.delivered)),
    ):
        if many:
            yield few_sessions.sentence(facts, template, text, many)


def _about_ages(facts: Facts, template: ReturnTemplate) -> Iterator[str]:
    if template.bands and facts.members:
        yield "Ages are in whole years at somebody’s first session of the period, by month of birth."


def _ages(facts: Facts, bands: _Bands) -> Iterator[Row]:
    if not bands or not facts.members:
        return
    many = Counter(_band(member, bands) for member in facts.members)
    for band, said in _called(bands).items():
        yield _row(said, People(key(keys.ALL, age=band), many[band]), _AGE)


def _over_bands(facts: Facts, bands: _Bands) -> Iterator[Sum]:
    if bands and facts.members:
        yield Sum(keys.ALL, tuple(key(keys.ALL, age=band) for band in _called(bands)))


def _called(bands: _Bands) -> dict[str, str]:
    """Every band as keys name it, and in words."""
    called = {f"{youngest}-{oldest}": f"Aged {youngest} to {oldest}" for youngest, oldest in bands}
    return called | {_ANOTHER: "Of another age", _NOT_KNOWN: "Age not known"}


def _band(member: Member, bands: _Bands) -> str:
    years = age(member.person.born, member.since) if member.person.born else None
    if years is None:
        return _NOT_KNOWN
    fitting = (f"{youngest}-{oldest}" for youngest, oldest in bands if youngest <= years <= oldest)
    return next(fitting, _ANOTHER)

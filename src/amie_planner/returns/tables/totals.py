"""The single figures that small funders ask for: sessions, hours, people, visits, and how old people were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from amie_planner.domain.vocabulary import Status
from amie_planner.returns.facts import Facts, Member
from amie_planner.returns.stages import age
from amie_planner.returns.table import Column, Draft, People, Sum, Value
from amie_planner.returns.tables import attended, contact, keys, one_to_one
from amie_planner.returns.tables.drafting import Row, drafted
from amie_planner.returns.tables.keys import key
from amie_planner.returns.tables.people import FURTHER, PLACES, about_matching, about_registers, places
from amie_planner.returns.tables.provision import HOURS
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
_AGE = "Unique people, by age in whole years at their first session of the period"
_NOT_KNOWN, _ANOTHER = "not known", "another"
_Bands = tuple[tuple[int, int], ...]


def totals(facts: Facts, template: ReturnTemplate, *, detailed: bool = False) -> Draft:
    """One figure a row; nothing where no session is in the period.

    Unless `detailed`, contact hours are an estimate from what is printed: added up session by session, they would tell
    how many came to one of another length.
    """
    word, every = places(facts)
    by_code = [People(key(keys.ALL, code=said), many) for said, many in _by_code(facts).items()]
    heads, _, _ = attended.in_headcounts(facts)
    visits, all_visits = attended.linked(facts)
    further = People(FURTHER, len(every) - len(facts.members))
    kept = one_to_one.kept(facts, template)
    headcounts = kept(len(attended.headcounts(facts)))
    rows = [
        *_of_sessions(facts, template, kept, detailed),
        _row("Unique people", People(keys.ALL, len(facts.members)), "People who came at least once, counted once each"),
        _row("Places", People(word, len(every)), "One person in one programme"),
        _row("Attendances", attended.attendances(facts), "Every time that somebody came, headcounts and guests too"),
        _row("Sessions with a headcount alone", headcounts, "Delivered sessions without names"),
        _row("Attendances in those sessions", heads, "Part of all attendances; never unique people"),
        _row("People without an agreed code", by_code[0], NO_CODE),
        *_ages(facts, template.bands),
    ]
    sums = [Sum(keys.ALL, tuple(people.key for people in by_code)), *_over_bands(facts, template.bands), *visits]
    if word == PLACES:
        sums.append(Sum(word, (keys.ALL, further.key)))
        more, people = attended.taken(facts, People(word, len(every)))
        sums, all_visits = [*sums, *more], [*all_visits, *people]
    draft = drafted(
        template,
        "totals",
        "Totals",
        COLUMNS["totals"],
        rows if facts.sessions else (),
        title="Sessions, people and hours of the period",
        notes=(
            *about_matching(facts),
            *about_registers(facts),
            *(() if detailed else one_to_one.about(facts, template)),
            *_about_lengths(facts),
            *_about_ages(facts, template),
        ),
        sums=sums if facts.sessions else (),
        hidden=(*by_code, further, *all_visits),
    )
    return WorkedOut.of(draft)


def unmatched(facts: Facts) -> People:
    """How many have no agreed code, and so could not be matched from one programme to another."""
    return People(key(keys.ALL, code="no"), facts.unmatched)


def _by_code(facts: Facts) -> dict[str, int]:
    return {"no": facts.unmatched, "yes": len(facts.members) - facts.unmatched}


def _row(measure: str, figure: Value | People, means: str) -> Row:
    return {"measure": measure, "figure": figure, "means": means}


def _of_sessions(facts: Facts, template: ReturnTemplate, kept: one_to_one.Kept, detailed: bool) -> Iterator[Row]:
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


def _about_lengths(facts: Facts) -> Iterator[str]:
    if many := sum(held.hours is None for held in facts.delivered):
        yield f"Hours are without {one_to_one.sessions(facts, many)} of which no length is recorded."
    if many := sum(held.count.attendance is None for held in facts.delivered):
        sessions = one_to_one.sessions(facts, many)
        yield f"Attendances and contact hours are without {sessions} in which no register was taken."


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

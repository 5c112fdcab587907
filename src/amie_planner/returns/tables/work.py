"""What was worked on, and by whom: the team, changes for access, intentions, and what young people said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Set
from typing import TYPE_CHECKING

from amie_planner.domain.records import Adaptation, TeamMember
from amie_planner.domain.vocabulary import Area, Barrier, Method, Outcome, Pay, Status, Then, Verdict
from amie_planner.returns.facts import Facts
from amie_planner.returns.table import Column, Draft, People, Withheld
from amie_planner.returns.tables import attended, few_sessions, needs
from amie_planner.returns.tables.drafting import Row, drafted
from amie_planner.returns.tables.keys import key
from amie_planner.returns.tables.period import of_the_period
from amie_planner.returns.tables.wording import role, said, used
from amie_planner.returns.tables.worked_out import WorkedOut

if TYPE_CHECKING:
    from amie_planner.returns.templates import ReturnTemplate

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "workforce": {
        "role": Column("Role", "What they do in the sessions"),
        "pay": Column("Takes part as", "Paid, volunteer or trainee; whether young leaders are paid is not told apart"),
        "people": Column("People", "Members of the team; the same name counts once, as the last programme has it"),
    },
    "adaptations": {
        "barrier": Column("What was in the way", "The barrier that a change is for; one change may be for several"),
        "planned": Column("Times planned", "Changes in sessions of the period that were not cancelled; no drafts"),
        "used": Column("Times used", "Of these, those that worked, partly worked or did not work"),
        "worked": Column("Worked", "Used, and it worked"),
        "partly": Column("Partly worked", "Used, and it partly worked"),
        "not": Column("Did not work", "Used, and it did not work"),
        "not-used": Column("Not used", "Planned, and not used in the session"),
        "no-word": Column("Nothing noted", "Planned, and nothing is noted of how it went"),
        "kept": Column("Kept", "To be kept next time"),
        "changed": Column("Changed", "To be changed next time"),
        "dropped": Column("Stopped", "To be stopped"),
    },
    "outcomes": {
        "area": Column("Area", "Musical, personal or social"),
        "intentions": Column("Intentions set", "What delivered sessions of the period were for"),
        "sessions": Column("Sessions with one", "Delivered sessions with an intention of this area"),
        "noticed": Column("Times noticed", "Observations of the period that name this area"),
    },
    "voice": {
        "method": Column("How it was gathered", "Said, written, drawn, chosen by symbol and so on"),
        "outcome": Column("What became of it", "What was done with the idea"),
        "entries": Column("Ideas and views", "Entries of the period"),
        "told": Column("Told back", "Entries of which young people were told what became of them"),
    },
}
_NOT_NOTED = "Not noted"
_IN_EACH = "A change for several barriers is in each of their rows."
_NOT_SAID = f"Not said: programmes of fewer than {needs.MANY} people"
_OF_SMALL = (
    f"What was in the way is not said of programmes to which fewer than {needs.MANY} people came: all their changes "
    f"stand in one row. It is [c], and also where there are none, if fewer than {needs.MANY} came to them together."
)
_FIGURES = tuple(id for id in COLUMNS["adaptations"] if id != "barrier")
_TRAINEES = ("trainee", "apprentice")
"""Roles that say how somebody takes part."""
_COLUMN_OF = {
    Verdict.WORKED: "worked",
    Verdict.PARTLY: "partly",
    Verdict.NOT: "not",
    Verdict.NOT_USED: "not-used",
    None: "no-word",
}
_COLUMN_NEXT = {Then.KEEP: "kept", Then.CHANGE: "changed", Then.STOP: "dropped"}


def workforce(facts: Facts, template: ReturnTemplate) -> Draft:
    """A row for each role and way of taking part: nothing more is ever told of a team."""
    team = _team(facts)
    adults = Counter((role(member.role), _pay(member)) for member in team if not member.young_leader)
    rows: list[Row] = [
        {"role": what, "pay": pay or _NOT_NOTED, "people": many}
        for (what, pay), many in sorted(adults.items(), key=lambda held: (held[0][0], held[0][1] or "~"))
    ]
    if young := sum(member.young_leader for member in team):
        people = People(key("team", **{"young-leader": "yes"}), young)
        rows.append({"role": "Young leader", "pay": "Young leader, paid or not", "people": people})
    return drafted(
        template, "workforce", "Workforce", COLUMNS["workforce"], rows, title="Who leads and supports the sessions"
    )


def adaptations(facts: Facts, template: ReturnTemplate, *, detailed: bool = False) -> Draft:
    """A row for each barrier that a change was planned for: how often, and how it went.

    Unless `detailed`, those in programmes of few people are told without a barrier, and as those of many or not at all.
    """
    small = set() if detailed else _small(facts)
    found: dict[Barrier | None, Counter[str]] = {}
    known = {(r.programme, r.id): r.barrier for source in facts.sources for r in source.series.requirements}
    for change in _changes(facts, {source.series.programme.id for source in facts.sources} - small):
        for barrier in _barriers(known, change):
            found.setdefault(barrier, Counter()).update(_counted(change))
    of_small = tuple(_of_small(facts, small))
    return drafted(
        template,
        "adaptations",
        "Changes for access",
        COLUMNS["adaptations"],
        (*(_of_barrier(barrier, found[barrier]) for barrier in (*Barrier, None) if barrier in found), *of_small),
        title="What was changed so that everybody could take part",
        notes=(*([_IN_EACH] if found else []), *([_OF_SMALL] if of_small else [])),
    )


def outcomes(facts: Facts, template: ReturnTemplate, *, detailed: bool = False) -> Draft:
    """A row for each area: how often sessions were for it, and how often something of it was noticed."""
    intended: Counter[Area | None] = Counter()
    sessions: Counter[Area | None] = Counter()
    for held in facts.delivered:
        areas = [intention.area for intention in held.lines.intentions]
        intended.update(areas)
        sessions.update(set(areas))
    noticed = Counter(
        entry.area
        for source in facts.sources
        for entry in of_the_period(facts, source.series, source.series.observations)
    )
    kept = few_sessions.kept(facts, template)
    rows: list[Row] = [
        {
            "area": said("area", area) or "No area named",
            "intentions": kept(intended[area]),
            "sessions": kept(sessions[area]),
            "noticed": noticed[area],
        }
        for area in (*Area, None)
        if area or intended[area] or noticed[area]
    ]
    is_filled = bool(intended or noticed)
    visits, all_visits = attended.linked(facts)
    draft = drafted(
        template,
        "outcomes",
        "Outcomes",
        COLUMNS["outcomes"],
        rows if is_filled else (),
        title="What sessions were for, and what was noticed",
        notes=few_sessions.about() if is_filled and not detailed else (),
        sums=visits if is_filled else (),
        hidden=all_visits,
    )
    return WorkedOut.of(draft)


def voice(facts: Facts, template: ReturnTemplate) -> Draft:
    """A row for each way in which views were gathered and what became of them."""
    entries = [e for source in facts.sources for e in of_the_period(facts, source.series, source.series.voice)]
    many = Counter((entry.method, entry.outcome) for entry in entries)
    told = Counter((entry.method, entry.outcome) for entry in entries if entry.told_on or entry.told_how)
    pairs = [(method, outcome) for method in (*Method, None) for outcome in (*Outcome, None)]
    rows: list[Row] = [
        {
            "method": said("method", pair[0]) or _NOT_NOTED,
            "outcome": said("outcome", pair[1]) or _NOT_NOTED,
            "entries": many[pair],
            "told": told[pair],
        }
        for pair in pairs
        if many[pair]
    ]
    return drafted(template, "voice", "Youth voice", COLUMNS["voice"], rows, title="How young people had their say")


def _team(facts: Facts) -> tuple[TeamMember, ...]:
    """Everybody of the team of a programme with a delivered session, once; a name tells only that it is the same."""
    at_work = {held.series.programme.id for held in facts.delivered}
    found: dict[tuple[str, ...], TeamMember] = {}
    for source in facts.sources:
        if source.series.programme.id in at_work:
            for member in source.series.team:
                name = " ".join((member.name or "").split()).casefold()
                found[(name,) if name else member.key] = member
    return tuple(found.values())


def _pay(member: TeamMember) -> str | None:
    """How they take part; whoever is there as a trainee is one, where nothing else is noted."""
    is_trainee = member.pay is None and (member.role or "").strip().casefold() in _TRAINEES
    return said("pay", Pay.TRAINEE if is_trainee else member.pay)


def _small(facts: Facts) -> set[str]:
    """The programmes of few people that have a session in the period, by id."""
    few = {source.series.programme.id for n, source in enumerate(facts.sources, 1) if not needs.are_many(facts, n)}
    return few & {held.series.programme.id for held in facts.sessions}


def _changes(facts: Facts, programmes: Container[str]) -> Iterator[Adaptation]:
    """Those that were planned for sessions of these programmes in the period."""
    for held in facts.sessions:
        is_planned = held.delivered or held.count.status not in (Status.CANCELLED, Status.DRAFT)
        if is_planned and held.series.programme.id in programmes:
            yield from held.lines.read_adaptations


def _of_small(facts: Facts, small: Set[str]) -> Iterator[Row]:
    """A row of all changes in programmes of few people; where these are few together, it does not say if any."""
    counted = Counter(name for change in _changes(facts, small) for name in _counted(change))
    people = sum(not small.isdisjoint(member.came) for member in facts.members)
    if small and (counted or people < needs.MANY):
        is_told = people >= needs.MANY
        figures = {id: counted[id] if is_told else Withheld.CONFIDENTIAL for id in _FIGURES}
        yield {"barrier": _NOT_SAID, **figures}


def _barriers(known: Mapping[tuple[str, str], Barrier | None], change: Adaptation) -> tuple[Barrier | None, ...]:
    """What a change is for: what it names, and what its requirements are about; None where that is nothing."""
    required = (known.get((change.programme, id)) for id in change.requirements)
    return tuple(barrier for barrier in dict.fromkeys((*change.barriers, *required)) if barrier) or (None,)


def _counted(change: Adaptation) -> list[str]:
    columns = ["planned", _COLUMN_OF[change.verdict], *(["used"] if used(change.verdict) else [])]
    return [*columns, *([_COLUMN_NEXT[change.then]] if change.then else [])]


def _of_barrier(barrier: Barrier | None, counted: Counter[str]) -> Row:
    return {"barrier": said("barrier", barrier) or "No barrier named", **{id: counted[id] for id in _FIGURES}}

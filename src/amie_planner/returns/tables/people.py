"""How many people: of each programme and of all, by Key Stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from amie_planner.domain import words
from amie_planner.returns.disclosure import RULE
from amie_planner.returns.facts import Facts, Member
from amie_planner.returns.stages import STAGES
from amie_planner.returns.table import Column, Draft, People, Sum, Withheld
from amie_planner.returns.tables import attended, few_sessions, keys
from amie_planner.returns.tables.drafting import Row, drafted
from amie_planner.returns.tables.keys import key
from amie_planner.returns.tables.unions import are_disjoint, bounded, union
from amie_planner.returns.tables.worked_out import WorkedOut

if TYPE_CHECKING:
    from amie_planner.returns.templates import ReturnTemplate

STAGE = Column("Key Stage", "By the school year that is noted; else by the age on 31 August, from the month of birth")
COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "people": {
        "programme": Column("Programme", "The programme, or all programmes of the return together"),
        "stage": STAGE,
        "unique": Column("Unique people", "People who came at least once in the period, each counted once in a row"),
        "places": Column("Places", "One person in one programme: somebody in three programmes has three places"),
        "attendances": Column(
            "Attendances", "Every time that somebody came, headcounts included; not told by Key Stage"
        ),
        "new": Column("New in the period", "Unique people who had come to none of the programmes before the period"),
        "continued": Column("Continued", "Unique people who had come before the period too"),
        "core": Column("Core participants", "Unique people who came often; the notes say to how many sessions"),
        "new-to-music": Column("Had not made music before", "Unique people of whom it is recorded that they had not"),
    },
}
ALL_PROGRAMMES, ALL_STAGES = "All programmes", "All Key Stages"
PLACES = "places"
FURTHER = f"further {PLACES}"
"""The word for every place of somebody but their first."""
_NOT_KNOWN = "not known"
_FEW_CORE = (
    f"Core participants are [c] where there are fewer than {RULE.smallest_group} of them, and also where there are "
    "none: attendances would tell how many."
)
_NO_STAGES = (
    "Neither single programmes nor places are told by Key Stage: small counts would hide one another, and much else."
)
_ALL = ""
"""In place of a Key Stage."""


def people(facts: Facts, template: ReturnTemplate, *, detailed: bool = True) -> Draft:
    """A row for each programme and for all of them by Key Stage, if `detailed` for each programme by Key Stage too.

    Where single people must stay unseen, so many small counts would hide one another, and all else with them. There is
    nothing where no session was delivered.
    """
    counts = _Counts(facts, template.core_sessions, detailed)
    rows = tuple(counts.rows()) if facts.delivered else ()
    sums = (*counts.sums(), *counts.of_visits()) if rows else ()
    core = (
        f"A core participant came to at least {words.sessions(template.core_sessions)} in the period: of the "
        "programme, or of all together in the rows of all programmes."
    )
    few = () if detailed or not rows else (_NO_STAGES, _FEW_CORE)
    notes = (core, *few, *about_matching(facts), *about_registers(facts, template))
    title = "People who took part, by programme and Key Stage"
    draft = drafted(
        template,
        "people",
        "People counts",
        COLUMNS["people"],
        rows,
        title=title,
        notes=notes,
        sums=sums,
        hidden=counts.hidden,
    )
    return WorkedOut.of(draft)


def stages_of(members: Iterable[Member]) -> dict[str, str]:
    """The Key Stages that there are among people, in order: as keys name them, and in words."""
    there = {member.stage for member in members}
    return {stage or _NOT_KNOWN: said for stage, said in STAGES.items() if stage in there}


def in_stage(members: Iterable[Member], stage: str) -> tuple[Member, ...]:
    """Those of a Key Stage, as keys name it."""
    return tuple(member for member in members if (member.stage or _NOT_KNOWN) == stage)


def places(facts: Facts) -> tuple[str, tuple[Member, ...]]:
    """The word for all places, which is that of all people where nobody has two; and each place by its person."""
    every = tuple(member for group in facts.groups for member in group)
    return (keys.ALL if are_disjoint(facts.groups, facts.members) else PLACES), every


def about_matching(facts: Facts) -> Iterator[str]:
    """What there is to say where somebody may be in two programmes unseen."""
    if facts.unmatched and len(facts.sources) > 1:
        yield "Whoever has no agreed code, or one that another of their programme has, counts once in each programme."


def about_registers(facts: Facts, template: ReturnTemplate) -> Iterator[str]:
    """What there is to say of how people were counted."""
    heads = attended.headcounts(facts)
    if heads:
        counted = "Heads were counted in {}: these count as attendances, never as unique people."
        yield few_sessions.sentence(facts, template, counted, len(heads))
    if many := attended.estimated(heads):
        yield few_sessions.sentence(facts, template, "Estimated: the headcount of {}.", many)
    yield "Guests who are in no group count as attendances, never as unique people."


@dataclass(frozen=True, slots=True)
class _Group:
    """Whom a set of rows is about: programme `n`, from 1, or all. `core` are the keys of those who came often."""

    n: int | None
    title: str
    word: str
    members: tuple[Member, ...]
    core: frozenset[str]
    core_variable: str

    @property
    def variables(self) -> tuple[str, str, str]:
        """What is counted of everybody, each with yes or no."""
        return ("new", self.core_variable, "new-to-music")

    def key(self, stage: str, **fixed: str) -> str:
        """The key of those of a Key Stage, or of all, in these categories."""
        return _key(self.word, stage, **fixed)

    def people(self, stage: str, **fixed: str) -> People:
        """How many there are of them."""
        among = _in(self.members, stage)
        for variable, said in fixed.items():
            among = tuple(member for member in among if self._holds(variable, member) == (said == "yes"))
        has_a_row = self.word == keys.ALL and stage != _ALL and not fixed
        return People(self.key(stage, **fixed), len(among), least=int(has_a_row))

    def _holds(self, variable: str, member: Member) -> bool:
        if variable == "new":
            return member.new
        return member.key in self.core if variable == self.core_variable else bool(member.person.new_to_music)


@dataclass
class _Counts:
    """The counts of every row, and those that are needed to tell how they add up."""

    facts: Facts
    core_sessions: int
    detailed: bool
    hidden: list[People] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Sees once who is in which group, and which Key Stages there are."""
        self.stages = {_ALL: ALL_STAGES, **stages_of(self.facts.members)}
        self.everybody = self._group(None)
        self.groups = tuple(self._group(n) for n in range(1, len(self.facts.sources) + 1))
        self.places_word, self.places = places(self.facts)

    def rows(self) -> Iterator[Row]:
        for group in (self.everybody, *self.groups):
            for stage, said in self._stages(group).items():
                yield {"programme": group.title, "stage": said, **self._cells(group, stage)}

    def sums(self) -> Iterator[Sum]:
        """Key Stages make up all, yes and no make up everybody, and programmes make up all of them."""
        for group in (self.everybody, *self.groups) if self.facts.members else ():
            by_stage = tuple(stage for stage in self._stages(group) if stage != _ALL)
            for fixed in ({}, *({variable: "yes"} for variable in group.variables), {"new": "no"}) if by_stage else ():
                yield Sum(group.key(_ALL, **fixed), tuple(group.key(stage, **fixed) for stage in by_stage))
            for stage in self._stages(group):
                for variable in group.variables:
                    yield Sum(group.key(stage), tuple(group.key(stage, **{variable: said}) for said in ("yes", "no")))
        for stage in (self.stages if self.detailed else (_ALL,)) if self.facts.members else ():
            yield from self._of_programmes(stage)

    def of_visits(self) -> Iterator[Sum]:
        """That everybody came once and who came often many times, so that few visits leave room for few of these."""
        sums, hidden = attended.linked(self.facts)
        self.hidden += hidden
        yield from sums
        for group in (self.everybody, *self.groups):
            if more := attended.again(self.facts, group.n):
                often = group.people(_ALL, **{group.core_variable: "yes"})
                again = [People(f"{often.key}|visit={n}", often.count) for n in range(2, self.core_sessions + 1)]
                others = People(f"{more.key}|others", more.count - sum(people.count for people in again))
                self.hidden += [often, *again, others]
                yield Sum(more.key, (*(people.key for people in again), others.key), only_bounds=True)
                yield from (Sum(people.key, (often.key,), only_bounds=True) for people in again)

    def _stages(self, group: _Group) -> dict[str, str]:
        """The Key Stages of a group's rows, and all of them together."""
        return self.stages if self.detailed or group is self.everybody else {_ALL: ALL_STAGES}

    def _of_programmes(self, stage: str) -> Iterator[Sum]:
        new, core, first = self.everybody.variables
        told: list[dict[str, str]] = [{}, {new: "yes"}, {new: "no"}, {core: "yes"}, {first: "yes"}]
        for fixed in told:
            if all(fixed.keys() <= set(group.variables) for group in self.groups):
                parts = [group.people(stage, **fixed) for group in self.groups if group.members]
                disjoint = self.places_word == keys.ALL
                sums, hidden = union(PLACES, self.everybody.people(stage, **fixed), parts, disjoint=disjoint)
                self.hidden += hidden
                yield from sums
        often = [(group, group.core_variable) for group in self.groups if group.core_variable != core]
        parts = [group.people(stage, **{variable: "yes"}) for group, variable in often]
        sums, hidden = bounded(self.everybody.people(stage, **{core: "yes"}), parts)
        self.hidden += [*hidden, *parts]
        yield from sums

    def _group(self, n: int | None) -> _Group:
        members = self.facts.members if n is None else self.facts.groups[n - 1]
        id = "" if n is None else self.facts.sources[n - 1].series.programme.id
        came = {member.key: member.attendances if n is None else member.came[id] for member in members}
        as_in_all = all(member.attendances == came[member.key] for member in members)
        return _Group(
            n,
            ALL_PROGRAMMES if n is None else self.facts.titles[n - 1],
            keys.group(self.facts, members, keys.ALL if n is None else keys.programme(n)),
            members,
            frozenset(key for key, often in came.items() if often >= self.core_sessions),
            "core" if as_in_all else f"core in {n}",
        )

    def _cells(self, group: _Group, stage: str) -> Row:
        new, core, first = group.variables
        self.hidden += [group.people(stage, **{variable: "no"}) for variable in (core, first)]
        unique = group.people(stage)
        return {
            "unique": unique,
            "places": self._places_of(group, stage),
            "attendances": attended.attendances(self.facts, group.n) if stage == _ALL else Withheld.NOT_APPLICABLE,
            "new": group.people(stage, **{new: "yes"}),
            "continued": group.people(stage, **{new: "no"}),
            "core": self._often(group, stage),
            "new-to-music": group.people(stage, **{first: "yes"}),
        }

    def _often(self, group: _Group, stage: str) -> People | Withheld:
        """Who came often; where single people must stay unseen, few of them or none are never told apart.

        Attendances say how many there can be at most, so that 1 would be known wherever it is known not to be 0.
        """
        often = group.people(stage, **{group.core_variable: "yes"})
        self.hidden.append(often)
        few = group.people(_ALL, **{group.core_variable: "yes"}).count < RULE.smallest_group
        return Withheld.CONFIDENTIAL if few and group.people(stage).count and not self.detailed else often

    def _places_of(self, group: _Group, stage: str) -> People | Withheld:
        """Those of a Key Stage only beside programmes by Key Stage: nothing else would tie them to who they are of."""
        if stage != _ALL and not self.detailed:
            return Withheld.NOT_AVAILABLE
        if group.n:
            return group.people(stage)
        return People(_key(self.places_word, stage), len(_in(self.places, stage)))


def _in(members: tuple[Member, ...], stage: str) -> tuple[Member, ...]:
    return members if stage == _ALL else in_stage(members, stage)


def _key(word: str, stage: str, **fixed: str) -> str:
    return key(word, **fixed) if stage == _ALL else key(word, stage=stage, **fixed)

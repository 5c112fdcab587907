"""Record and its kinds: what a leader writes down, frozen and validated.

A record is the same thing in the plan file, in memory and in the database: each field is declared
here, once. `placed` names the fields that the plan file says by where an entry stands and not by a key.
"""

from __future__ import annotations

from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from amie_planner.domain.values import Clock, Count, Day, Flag, Id, Ids, Minutes, Text, Title, Words, problem, where
from amie_planner.domain.vocabulary import (
    Area,
    Barrier,
    Consent,
    Kind,
    Mark,
    Method,
    Outcome,
    Pay,
    Reach,
    RegisterMode,
    ReplyFor,
    ReplyKind,
    SetUp,
    Started,
    Status,
    Taken,
    Then,
    Verdict,
    Weight,
)
from amie_planner.errors import InvalidRecord

Key = tuple[str, str, str, str]
"""Kind, programme, session (empty for what belongs to the whole programme), id."""


class Part(BaseModel):
    """A frozen value inside a record. Null is the same as absent."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)

    @model_validator(mode="before")
    @classmethod
    def _null_is_absent(cls, data: Any) -> Any:
        return {name: value for name, value in data.items() if value is not None} if isinstance(data, dict) else data

    @classmethod
    def made(cls, **fields: Any) -> Self:
        """A new one. Raises InvalidRecord, naming the first field that does not hold."""
        try:
            return cls.model_validate(fields)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            words = problem(first["type"], first["msg"], first.get("ctx", {}))
            raise InvalidRecord(f"{where(first['loc'])} {words}.", "Change it and try again.") from None

    def revised(self, **fields: Any) -> Self:
        """The same with some fields changed; nothing else makes a changed one. Raises InvalidRecord."""
        return self.made(**(dict(self) | fields))


class Record(Part):
    """One entry with an identity. `position` is its place among its siblings, counted from 0."""

    placed: ClassVar[frozenset[str]] = frozenset({"programme", "position"})

    programme: Id
    position: int = Field(default=0, ge=0)
    id: Id

    @property
    def key(self) -> Key:
        """What makes it the same record before and after a change."""
        return (type(self).__name__, self.programme, "", self.id)


class InSession(Record):
    """An entry that belongs to one session; its id is unique there."""

    placed: ClassVar[frozenset[str]] = Record.placed | {"session"}

    session: Id

    @property
    def key(self) -> Key:
        return (type(self).__name__, self.programme, self.session, self.id)


class OnTheDay(Part):
    """Whom to turn to while a session runs."""

    safeguarding_lead: Text = None
    first_aid: Text = None
    contact: Text = None


class Term(Part):
    """A stretch of the year, by the leader's own label."""

    label: Text = None
    starts: Day | None = Field(default=None, alias="from")
    ends: Day | None = Field(default=None, alias="to")


class Programme(Record):
    """A run of sessions with one group. Its id is the same in every file and planner."""

    placed: ClassVar[frozenset[str]] = Record.placed | {"prepared_on"}

    id: Id = Field(alias="uid")
    prepared_on: Day | None = None
    title: Title
    organisation: Text = None
    setting: Text = None
    place: Text = None
    starts: Day | None = Field(default=None, alias="from")
    ends: Day | None = Field(default=None, alias="to")
    aims: Text = None
    focus: Words = ()
    on_the_day: OnTheDay | None = None
    terms: tuple[Term, ...] = ()


class TeamMember(Record):
    """Somebody who works in the sessions, young leaders too."""

    name: Text = None
    role: Text = None
    young_leader: Flag = False
    pay: Pay | None = None


class Person(Record):
    """A young person in the group, known by an alias first."""

    alias: Text = None
    name: Text = None
    joined: Day | None = None
    left: Day | None = None
    school_year: Text = None
    asked_about_access: Flag | None = None
    recording_ok: Consent | None = None
    likes: Words = ()
    music_loved: Words = ()
    ways_to_communicate: Words = ()


class Requirement(Record):
    """An access requirement of one person: the barrier, where it bites, and what was agreed."""

    placed: ClassVar[frozenset[str]] = Record.placed | {"person"}

    person: Id
    barrier: Barrier | None = None
    where: tuple[Kind, ...] = ()
    words: Text = None
    change: Text = None
    weight: Weight | None = None
    owner: Id | None = None
    review_on: Day | None = None
    active: Flag = True
    needs_communication_route: Flag = False


class Register(Part):
    """Who came. `mode` decides which figures count; a headcount includes walk-ins."""

    mode: RegisterMode | None = None
    people: dict[Id, Mark] = {}
    headcount: Count | None = None
    walk_ins: Count | None = None


class Actual(Part):
    """When an activity really began, and its minutes."""

    start: Clock | None = None
    minutes: Minutes | None = None


class Session(Record):
    """One meeting of the group, in local date and time. Minutes are its whole length."""

    number: Count | None = None
    title: Title
    date: Day | None = None
    start: Clock | None = None
    minutes: Minutes | None = None
    ready_minutes: Minutes | None = None
    status: Status | None = None
    notes: Text = None
    not_expected: Ids = ()
    attendance: Register | None = Field(default=None, alias="register")
    reflection: dict[Id, Text] = {}
    actual: dict[Id, Actual] = {}


class Intention(InSession):
    """What a session is for, and how it would be noticed."""

    area: Area | None = None
    text: Text = None
    notice: Text = None


class Decision(Part):
    """A real choice inside an activity, and the ways to answer it."""

    question: Text = None
    options: Words = ()
    open: Flag = False
    ways: Words = ()


class Music(Part):
    """A piece or sound, how it is made, who chose it and whose it is."""

    title: Text = None
    genres: Words = ()
    practices: Words = ()
    chosen_by: Started | None = None
    credit: Text = None


class Activity(InSession):
    """One line of the running order. Skipped ones are Plan B: kept, and taking no time."""

    title: Text = None
    kind: Kind | None = None
    minutes: Minutes | None = None
    pinned_start: Clock | None = None
    skip: Flag = False
    strand: Text = None
    aim: Text = None
    instructions: Text = None
    kit: Words = ()
    leads: Ids = ()
    young_lead: Flag = False
    serves: Ids = ()
    started_by: Started | None = None
    decision: Decision | None = None
    music: tuple[Music, ...] = ()


class Follows(Part):
    """An adaptation of an earlier session that this one continues."""

    session: Id
    adaptation: Id


class Adaptation(InSession):
    """What changes, for whom, inside which activities, and how it went."""

    activities: Ids | Literal["all"] = ()
    requirements: Ids = ()
    barriers: tuple[Barrier, ...] = ()
    reach: Reach | None = None
    library: Text = None
    lead_days: Count | None = None
    set_up: SetUp | None = None
    follows: Follows | None = None
    what: Text = None
    who: Id | None = None
    kit: Words = ()
    nothing_needed: Flag = False
    setup_minutes: Minutes | None = None
    fallback: Text = None
    verdict: Verdict | None = None
    then: Then | None = None
    verdict_note: Text = None


class ByDesign(InSession):
    """A requirement that an activity meets as it is, with no adaptation."""

    placed: ClassVar[frozenset[str]] = InSession.placed | {"id"}

    requirement: Id | None = None
    activity: Id | None = None
    how: Text = None


class NextTime(InSession):
    """A note for next time, and what was done with it."""

    text: Text = None
    answer: Taken | None = None


class Touch(Part):
    """Where a voice entry made, or might make, a difference."""

    session: Id
    activity: Id | None = None


class VoiceEntry(Record):
    """What young people said or showed, what became of it, and whether they were told."""

    date: Day | None = None
    session: Id | None = None
    method: Method | None = None
    from_whom: Ids | Literal["group"] = Field(default=(), alias="from")
    text: Text = None
    touches: tuple[Touch, ...] = ()
    outcome: Outcome | None = None
    because: Text = None
    told_on: Day | None = None
    told_how: Text = None


class Observation(Record):
    """Something noticed about one person."""

    date: Day | None = None
    session: Id | None = None
    person: Id | None = None
    area: Area | None = None
    text: Text = None
    framework: Text = None


class Reply(Record):
    """A leader's reply to a finding, kept with the check and the lines it spoke of."""

    placed: ClassVar[frozenset[str]] = Record.placed | {"id"}

    check: Text = None
    session: Id | None = None
    lines: Words = ()
    reach: ReplyFor | None = Field(default=None, alias="for")
    reply: ReplyKind | None = None
    because: Text = None
    until: Day | None = None


RECORDS: tuple[type[Record], ...] = (
    Programme,
    TeamMember,
    Person,
    Requirement,
    Session,
    Intention,
    Activity,
    Adaptation,
    ByDesign,
    NextTime,
    VoiceEntry,
    Observation,
    Reply,
)
"""Every kind, parents first."""

"""One meeting of the group: what it is for, its running order, who came."""

from __future__ import annotations

from pydantic import Field

from amie_planner.domain.records.record import InProgramme, InSession, Part
from amie_planner.domain.values import ById, Clock, Count, Day, Flag, Id, Ids, Minutes, Text, Title, Words
from amie_planner.domain.vocabulary import Area, Barrier, Kind, Mark, RegisterMode, Started, Status, Taken


class Register(Part):
    """Who came. `mode` decides which figures count; a headcount includes walk-ins.

    By person: `late` by how many minutes, `reasons` for not being there. `guests` is what the leader calls those of the
    walk-ins who have a name; `bands` is the headcount by broad age. An `estimated` headcount was not counted exactly.
    """

    mode: RegisterMode | None = None
    people: ById[Mark] = Field(default_factory=dict)
    late: ById[Minutes] = Field(default_factory=dict)
    reasons: ById[Text] = Field(default_factory=dict)
    headcount: Count | None = None
    bands: ById[Count] = Field(default_factory=dict)
    walk_ins: Count | None = None
    guests: Words = ()
    estimated: Flag = False


class Actual(Part):
    """When an activity really began, and its minutes; one that has begun and has none is under way.

    `added` are minutes given to it in the room; one that was `skipped` in the room stays in the plan.
    """

    start: Clock | None = None
    minutes: Minutes | None = None
    added: Minutes | None = None
    skipped: Flag = False


class Session(InProgramme):
    """One meeting of the group, in local date and time. Minutes are its whole length.

    `expects` are the barriers that are planned for where nobody is listed; `adults` counts those in the room; `focus`
    are the one or two questions of HEARD to look at this time, by id; `ended` is when it really ended. A performance is
    a session that had an `audience`, about so many.
    """

    number: Count | None = None
    title: Title
    date: Day | None = None
    start: Clock | None = None
    minutes: Minutes | None = None
    ready_minutes: Minutes | None = None
    status: Status | None = None
    notes: Text = None
    not_expected: Ids = ()
    expects: tuple[Barrier, ...] = ()
    adults: Count | None = None
    focus: Words = ()
    attendance: Register | None = Field(default=None, alias="register")
    reflection: ById[Text] = Field(default_factory=dict)
    actual: ById[Actual] = Field(default_factory=dict)
    ended: Clock | None = None
    audience: Count | None = None


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


class Card(Part):
    """An activity as young people see it on the strip: a word, one in a second language, and what is shown with them.

    `symbol` is the key of one that comes with the program; `picture` is one of the programme's own.
    """

    word: Text = None
    second: Text = None
    symbol: Text = None
    picture: Id | None = None


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
    card: Card | None = None


class NextTime(InSession):
    """A note for next time, and what was done with it."""

    text: Text = None
    answer: Taken | None = None

"""What a return asks that a plan does not: the kind of provision, schools, targets, stories, and what was released."""

from __future__ import annotations

from typing import ClassVar

from amie_planner.domain.records.record import InProgramme, Part, Record
from amie_planner.domain.values import Clock, Count, Day, Flag, Id, Ids, Text, Words
from amie_planner.domain.vocabulary import Cost, DeliveryType, OpenTo, OrganisedBy, Profile, StoryKind


class Provision(Part):
    """How a programme stands in a return: each an answer that hubs ask for, and none that a plan needs.

    `ensemble`, `when` and `school_year` are words of a list or the leader's own. `school` is one of the programme's, of
    a whole class or a school's own group.
    """

    delivery: DeliveryType | None = None
    ensemble: Text = None
    organised_by: OrganisedBy | None = None
    when: Text = None
    open_to: OpenTo | None = None
    cost: Cost | None = None
    instruments: Words = ()
    school: Id | None = None
    school_year: Text = None


class Targets(Part):
    """What was agreed for the whole programme: sessions delivered, unique people, contact hours."""

    sessions: Count | None = None
    people: Count | None = None
    contact_hours: Count | None = None


class School(Part):
    """A school that young people of the programme go to. `urn` and `laestab` keep their leading zeros."""

    id: Id
    name: Text = None
    urn: Text = None
    laestab: Text = None
    phase: Text = None
    state_funded: Flag | None = None


class Story(InProgramme):
    """A quote or a case study under a made-up name, agreed to one by one. Nothing of it leaves before `agreed_on`.

    `agreed_by` says who agreed, in words that name nobody, such as "her and her mother"; `voice` is the entry it is
    taken from.
    """

    kind: StoryKind = StoryKind.QUOTE
    made_up_name: Text = None
    words: Text = None
    voice: Id | None = None
    agreed_by: Text = None
    agreed_on: Day | None = None


class Organisation(Record):
    """Who hands in the return. There is one, with the id "organisation"."""

    name: Text = None
    contact: Text = None
    hub_area: Text = None
    role: Text = None
    data_controller: Text = None
    funder_reference: Text = None
    agreement_reference: Text = None


class OwnReturn(Record):
    """A return that a hub wrote, as its file had it (TOML)."""

    placed: ClassVar[frozenset[str]] = Record.placed | {"text"}

    text: Text = None


class Figure(Part):
    """A true count of people that a release rested on. `about` says of whom, so that releases can be held together."""

    table: Text = None
    about: Text = None
    row: Text = None
    column: Text = None
    people: Count


class ReturnRelease(Record):
    """One return that left: what, for whom, why, and the counts in it; kept so that two cannot be subtracted unnoticed.

    `version` counts the returns of the same template, period and recipient, from 1.
    """

    made_on: Day
    made_at: Clock | None = None
    template: Text = None
    profile: Profile
    recipient: Text = None
    reason: Text = None
    first: Day
    last: Day
    programmes: Ids = ()
    version: Count = 1
    figures: tuple[Figure, ...] = ()

"""The young people of a group, what helps them, and what is in their way."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from amie_planner.domain.records.record import InProgramme, Part
from amie_planner.domain.values import Day, Flag, Id, Month, Text, Words
from amie_planner.domain.vocabulary import Barrier, Consent, Kind, Weight


class Shows(Part):
    """How somebody shows yes, no, stop and more, in their own way."""

    yes: Text = None
    no: Text = None
    stop: Text = None
    more: Text = None


class Membership(Part):
    """Belonging to a group, such as a class or a band, for a time."""

    group: Text = None
    joined: Day | None = Field(default=None, alias="from")
    left: Day | None = Field(default=None, alias="to")


class Person(InProgramme):
    """A young person in the group, known by an alias first: their profile and access rider, in their words.

    `name` is the full name and `name_at_home` the one that is safe to use with family; both are kept apart from
    the alias, which is what plans and papers show. `emergency` says what to do and whom to call. `code` is agreed with
    the hub and the same wherever they take part; it says nothing about them. `school` is one of the programme's.
    """

    alias: Text = None
    name: Text = None
    name_at_home: Text = None
    pronouns: Text = None
    joined: Day | None = None
    left: Day | None = None
    archived: Flag = False
    groups: tuple[Membership, ...] = ()
    school_year: Text = None
    asked_about_access: Flag | None = None
    recording_ok: Consent | None = None
    strengths: Text = None
    likes: Words = ()
    music_loved: Words = ()
    ways_to_communicate: Words = ()
    shows: Shows | None = None
    what_helps: Text = None
    in_the_way: Text = None
    kit: Words = ()
    working_towards: Text = None
    who_may_see: Text = None
    review_on: Day | None = None
    emergency: Text = None
    code: Text = None
    school: Id | None = None
    born: Month | None = None
    new_to_music: Flag | None = None


class Requirement(InProgramme):
    """An access requirement of one person: the barrier, where it bites, and what was agreed."""

    placed: ClassVar[frozenset[str]] = InProgramme.placed | {"person"}

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

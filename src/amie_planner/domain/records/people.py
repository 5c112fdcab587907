"""The young people of a group, and what is in their way."""

from __future__ import annotations

from typing import ClassVar

from amie_planner.domain.records.record import Record
from amie_planner.domain.values import Day, Flag, Id, Text, Words
from amie_planner.domain.vocabulary import Barrier, Consent, Kind, Weight


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

"""A programme, and who works in it."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from amie_planner.domain.records.record import InProgramme, Part
from amie_planner.domain.records.reporting import Provision, School, Targets
from amie_planner.domain.values import Day, Flag, Id, Image, Text, Title, Words
from amie_planner.domain.vocabulary import Pay


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


class Programme(InProgramme):
    """A run of sessions with one group. Its id is the same in every file and planner.

    `holidays` are the stretches, a single day too, in which no session is held.
    """

    placed: ClassVar[frozenset[str]] = InProgramme.placed | {"prepared_on"}

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
    kit: Words = ()
    on_the_day: OnTheDay | None = None
    terms: tuple[Term, ...] = ()
    holidays: tuple[Term, ...] = ()
    provision: Provision | None = None
    targets: Targets | None = None
    schools: tuple[School, ...] = ()


class Picture(InProgramme):
    """A photo or symbol of the leader's own, scaled and without what a camera writes into it.

    `credit` is what has to stand beside it on paper.
    """

    title: Text = None
    credit: Text = None
    image: Image


class TeamMember(InProgramme):
    """Somebody who works in the sessions, young leaders too, and what they themselves need to do so."""

    name: Text = None
    role: Text = None
    young_leader: Flag = False
    pay: Pay | None = None
    access_needs: Text = None
    access_agreed: Text = None
    access_review_on: Day | None = None

"""What young people said or showed, what was noticed, and replies to findings."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from amie_planner.domain.records.record import InProgramme, Part
from amie_planner.domain.values import Day, Id, Ids, Text, Words, ids_or
from amie_planner.domain.vocabulary import Area, Method, Outcome, ReplyFor, ReplyKind


class Touch(Part):
    """Where a voice entry made, or might make, a difference."""

    session: Id
    activity: Id | None = None


class VoiceEntry(InProgramme):
    """What young people said or showed, what became of it, and whether they were told."""

    date: Day | None = None
    session: Id | None = None
    method: Method | None = None
    from_whom: Annotated[Ids | Literal["group"], ids_or("group")] = Field(default=(), alias="from")
    text: Text = None
    touches: tuple[Touch, ...] = ()
    outcome: Outcome | None = None
    because: Text = None
    told_on: Day | None = None
    told_how: Text = None


class Observation(InProgramme):
    """Something noticed about one person."""

    date: Day | None = None
    session: Id | None = None
    person: Id | None = None
    area: Area | None = None
    text: Text = None
    framework: Text = None


class Reply(InProgramme):
    """A leader's reply to a finding, kept with the check, the answer that the check gave, and the lines it spoke of."""

    placed: ClassVar[frozenset[str]] = InProgramme.placed | {"id"}

    check: Text = None
    answer: Text = None
    session: Id | None = None
    lines: Words = ()
    reach: ReplyFor | None = Field(default=None, alias="for")
    reply: ReplyKind | None = None
    because: Text = None
    until: Day | None = None

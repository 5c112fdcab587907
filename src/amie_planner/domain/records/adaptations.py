"""What changes for a person or for everyone, inside which activities."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from amie_planner.domain.records.record import InSession, Part
from amie_planner.domain.values import Count, Flag, Id, Ids, Minutes, Text, Words, ids_or
from amie_planner.domain.vocabulary import Barrier, Reach, SetUp, Taken, Then, Verdict


class Follows(Part):
    """An adaptation of an earlier session that this one continues."""

    session: Id
    adaptation: Id


class Adaptation(InSession):
    """What changes, for whom, inside which activities, and how it went.

    `carried` is what was done with it the next time, where it was not taken: one that was taken is followed.
    """

    activities: Annotated[Ids | Literal["all"], ids_or("all")] = ()
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
    carried: Taken | None = None


class ByDesign(InSession):
    """A requirement that an activity meets as it is, with no adaptation; a barrier, where nobody is listed."""

    placed: ClassVar[frozenset[str]] = InSession.placed | {"id"}

    requirement: Id | None = None
    barrier: Barrier | None = None
    activity: Id | None = None
    how: Text = None

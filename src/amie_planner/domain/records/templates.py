"""Plans without a day, a place or people, to begin a session from."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from amie_planner.domain.records.library import DesignedOut
from amie_planner.domain.records.record import Part, Record
from amie_planner.domain.records.session import Card, Decision, Music
from amie_planner.domain.values import Count, Flag, Id, Ids, Minutes, Text, Title, Words, ids_or
from amie_planner.domain.vocabulary import Area, Barrier, Kind, Reach, SetUp


class TemplateIntention(Part):
    """What a session is for, and how it would be noticed."""

    id: Id
    area: Area | None = None
    text: Text = None
    notice: Text = None


class TemplateActivity(Part):
    """A line of the running order: one of the library that came with the program, and what is otherwise here."""

    id: Id
    library: Id | None = None
    title: Text = None
    kind: Kind | None = None
    minutes: Minutes | None = None
    skip: Flag = False
    strand: Text = None
    aim: Text = None
    instructions: Text = None
    kit: Words = ()
    serves: Ids = ()
    decision: Decision | None = None
    music: tuple[Music, ...] = ()
    card: Card | None = None
    by_design: tuple[DesignedOut, ...] = ()


class TemplateAdaptation(Part):
    """What changes for a barrier that is expected: one of the library that came with the program, or in full."""

    id: Id
    activities: Annotated[Ids | Literal["all"], ids_or("all")] = ()
    barriers: tuple[Barrier, ...] = ()
    library: Id | None = None
    what: Text = None
    reach: Reach | None = None
    kit: Words = ()
    nothing_needed: Flag = False
    setup_minutes: Minutes | None = None
    set_up: SetUp | None = None
    lead_days: Count | None = None
    fallback: Text = None


class PlanTemplate(Record):
    """A plan without a day, a place or people. Its ids are those that its lines have in the session begun from it.

    Minutes are the whole length. `expects` are the barriers planned for while nobody is listed.
    """

    placed: ClassVar[frozenset[str]] = Record.placed | {"hidden"}

    title: Title
    setting: Text = None
    minutes: Minutes | None = None
    ready_minutes: Minutes | None = None
    adults: Count | None = None
    expects: tuple[Barrier, ...] = ()
    intentions: tuple[TemplateIntention, ...] = ()
    activities: tuple[TemplateActivity, ...] = ()
    adaptations: tuple[TemplateAdaptation, ...] = ()
    notes: Text = None
    source: Text = None
    hidden: Flag = False

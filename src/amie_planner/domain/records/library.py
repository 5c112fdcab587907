"""What the leader keeps on the shelf for any programme."""

from __future__ import annotations

from typing import ClassVar

from amie_planner.domain.records.record import Part, Record
from amie_planner.domain.records.session import Card, Decision, Music
from amie_planner.domain.values import Count, Flag, Ids, Minutes, Text, Title, Words
from amie_planner.domain.vocabulary import Barrier, Kind, Reach, SetUp


class LibraryAdaptation(Record):
    """A change worth having at hand: what it answers, what to do, and what it takes.

    `lead_days` is how long it takes to prepare, `adults` how many it needs beside the leader. No kinds means any
    kind of activity. One that bears the id of a starter entry stands in its place; `hidden` takes it off the shelf.
    """

    placed: ClassVar[frozenset[str]] = Record.placed | {"hidden"}

    title: Title
    barriers: tuple[Barrier, ...] = ()
    reach: Reach | None = None
    kinds: tuple[Kind, ...] = ()
    what: Text = None
    kit: Words = ()
    nothing_needed: Flag = False
    setup_minutes: Minutes | None = None
    set_up: SetUp | None = None
    lead_days: Count | None = None
    adults: Count | None = None
    fallback: Text = None
    safety: Text = None
    ages: Text = None
    works_well_with: Ids = ()
    source: Text = None
    to_review: Flag = False
    hidden: Flag = False


class DesignedOut(Part):
    """A barrier that an activity does not put up, and what about it keeps it away."""

    barrier: Barrier
    how: Text = None


class LibraryActivity(Record):
    """An activity worth having at hand, complete enough to lead it cold.

    `settings` are those that it suits; none means any. `ages` says what to change for whom. One that bears the id of a
    starter entry stands in its place; `hidden` takes it off the shelf.
    """

    placed: ClassVar[frozenset[str]] = Record.placed | {"hidden"}

    title: Title
    kind: Kind | None = None
    minutes: Minutes | None = None
    settings: Words = ()
    aim: Text = None
    instructions: Text = None
    kit: Words = ()
    decision: Decision | None = None
    music: tuple[Music, ...] = ()
    card: Card | None = None
    by_design: tuple[DesignedOut, ...] = ()
    ages: Text = None
    source: Text = None
    to_review: Flag = False
    hidden: Flag = False

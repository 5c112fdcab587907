"""What comes back from earlier sessions as rows, each with what taking, parking and declining it would change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from amie_planner.checks.conversation import Turn
from amie_planner.checks.parked import come_back
from amie_planner.domain import carrying_on, last_time, voicing
from amie_planner.domain.carrying_on import Offer
from amie_planner.domain.edits import carrying_on as with_changes
from amie_planner.domain.edits import last_time as edits
from amie_planner.domain.edits.parts import Changes
from amie_planner.domain.edits.replies import Answered
from amie_planner.domain.last_time import Awaits, NoteOffer, WouldChange
from amie_planner.domain.plan import Plan, Series
from amie_planner.domain.records import VoiceEntry
from amie_planner.ui.workspace import OpenSession, shortened

_LETTERS = 240
"""Of what is offered and of how it went, in a row."""


@dataclass(frozen=True, slots=True)
class OfferRow:
    """What kind it is, what it says, where it comes from and how it went, whom and what it is about, if it waited."""

    id: str
    kind: str
    text: str
    went: str
    about: str = ""
    also: str = ""

    @property
    def spoken(self) -> str:
        """All of it, in words."""
        parts = (self.kind, self.text, self.went, self.about, self.also)
        return ". ".join(part.rstrip(".") for part in parts if part)


@dataclass(frozen=True, slots=True)
class Offered:
    """One thing that comes back. `taken` says where it went, once it was; `change` is the change of an earlier session,
    if it is one."""

    row: OfferRow
    take: Callable[[], Changes]
    park: Callable[[], Changes]
    decline: Callable[[], Changes]
    taken: str = ""
    change: Offer | None = None

    @property
    def id(self) -> str:
        """Unlike that of anything else that comes back."""
        return self.row.id

    @property
    def name(self) -> str:
        """What it is called in undo."""
        return shortened(self.row.text)


def what_comes_back(desk: OpenSession) -> tuple[Offered, ...]:
    """Notes, changes, ideas, what HEARD was to ask again, then what would be changed."""
    series, plan = desk.series, desk.plan
    day = plan.session.date
    checks = desk.workspace.heard().plan_checks
    asked = frozenset(held.id for held in checks)
    return (
        *(_of_note(series, plan, offer, day) for offer in last_time.notes(series, desk.session)),
        *(_of_change(series, plan, offer, day) for offer in carrying_on.offered(series, desk.session)),
        *(_of_idea(series, plan, entry, waits, day) for entry, waits in last_time.ideas(series, desk.session)),
        *_of_heard(series, plan, come_back(plan, checks), asked),
        *(_of_reflection(series, plan, offer, day) for offer in last_time.would_change(series, desk.session)),
    )


def _of_note(series: Series, plan: Plan, offer: NoteOffer, day: date | None) -> Offered:
    row = OfferRow(
        f"note/{offer.id}",
        "Note for next time",
        shortened(offer.note.text or "", _LETTERS),
        shortened(f"{last_time.whence(offer.session, day)}.", _LETTERS),
        also="Parked before." if offer.parked else "",
    )
    return Offered(
        row,
        partial(edits.take_note, series, plan.session.id, offer),
        partial(edits.park_note, series, plan.session.id, offer),
        partial(edits.decline_note, series, offer),
        taken="into the notes of this session",
    )


def _of_change(series: Series, plan: Plan, offer: Offer, day: date | None) -> Offered:
    row = OfferRow(
        f"change/{offer.id}",
        "Change",
        shortened(carrying_on.what(offer.adaptation), _LETTERS),
        shortened(carrying_on.said_of(offer, day), _LETTERS),
        shortened(carrying_on.for_whom_and_where(series, offer), _LETTERS),
        carrying_on.also_said_of(offer),
    )
    return Offered(
        row,
        lambda: with_changes.take(series, plan.session.id, offer)[1],
        partial(with_changes.park, series, plan.session.id, offer),
        partial(with_changes.decline, series, offer),
        change=offer,
    )


def _of_reflection(series: Series, plan: Plan, offer: WouldChange, day: date | None) -> Offered:
    row = OfferRow(
        f"reflection/{offer.line}",
        "What you would change",
        shortened(offer.text, _LETTERS),
        shortened(f"{last_time.whence(offer.session, day)}.", _LETTERS),
        also="Parked before." if offer.parked else "",
    )
    here = (series, plan.session.id, offer)
    return Offered(
        row,
        partial(edits.take_would_change, *here),
        partial(edits.park_would_change, *here),
        partial(edits.decline_would_change, *here),
        taken="into the notes of this session",
    )


def _of_idea(series: Series, plan: Plan, entry: VoiceEntry, waits: Awaits, day: date | None) -> Offered:
    told = voicing.about(entry, series, day or entry.date or date.min)
    row = OfferRow(
        f"idea/{entry.id}",
        "Idea",
        shortened(voicing.title(entry), _LETTERS),
        shortened(told, _LETTERS),
        also=waits.value,
    )
    here = (series, plan.session.id, entry)
    return Offered(
        row,
        partial(edits.take_idea, *here),
        partial(edits.park_idea, *here),
        partial(edits.decline_idea, *here),
        taken="into this session, with the voices",
    )


def _of_heard(series: Series, plan: Plan, turns: tuple[Turn, ...], asked: frozenset[str]) -> Iterator[Offered]:
    for turn in turns:
        if turn.replied is None:
            continue
        finding, reply, here = turn.finding, turn.replied.reply, plan.session.id
        to = Answered(finding.check, finding.answer.value, tuple(line.id for line in finding.lines), here)
        row = OfferRow(
            f"heard/{finding.check}",
            f"HEARD, {finding.principle.name}",
            shortened(finding.question, _LETTERS),
            shortened(finding.text, _LETTERS),
            also=shortened(turn.replied.in_words(), _LETTERS),
        )
        yield Offered(
            row,
            partial(edits.look_first, series, here, finding.check, asked),
            partial(edits.park_again, series, to, reply),
            partial(edits.decline_parked, series, to, reply),
            taken="to be looked at first in HEARD",
        )

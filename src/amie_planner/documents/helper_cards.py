"""Helper cards: for each of the team what they lead, what they see to and for whom, their kit, and whom to turn to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from amie_planner.checks.check import Finding
from amie_planner.documents.answers import Open, by_design
from amie_planner.documents.arrangement import Stack
from amie_planner.documents.blocks import Block, Gap, Rule
from amie_planner.documents.card_lines import about_activity, titles
from amie_planner.documents.cards_on_pages import on_pages
from amie_planner.documents.document import Document, Sheet
from amie_planner.documents.easy_read import plainer
from amie_planner.documents.house_style import (
    CLEAR,
    PrintStyle,
    adaptation,
    bullets,
    check_list,
    entry,
    heading,
    paragraph,
    section,
    strong,
)
from amie_planner.documents.kit_holders import holders
from amie_planner.documents.naming import Names, names_beside_contact
from amie_planner.documents.on_the_day import members, on_the_day
from amie_planner.documents.person_page import panel, said_lines
from amie_planner.documents.running_order import about_its_time, clock, length, place, sign, two_places, when
from amie_planner.documents.wording import (
    agreed,
    cancelled,
    capitalised,
    carried_out,
    for_whom,
    recording,
    sentence,
    to_go_on,
    turn_to,
    with_label,
)
from amie_planner.domain import words
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity, Adaptation, TeamMember
from amie_planner.domain.setting_up import setting_up
from amie_planner.domain.timing import Slot, Timing, shown, timing
from amie_planner.domain.vocabulary import SetUp

_SMALLER = (13, 12)
_CLOSER = replace(CLEAR, body=12, heads=(20, 14, 13), clock=15, pitch=1.15, air=0.4)
"""For a card that would go on to another page."""


def _compose(plan: Plan, _: tuple[Finding, ...], names: Names, style: PrintStyle) -> Sheet:
    plan, times = on_the_day(plan), timing(plan)
    twice = {member.id: places for member, places in two_places(plan, times)}
    return _HelperCards(plan, times, by_design(plan), Open.of(plan, times, style), twice, names, style).sheet()


HELPER_CARDS = Document(
    id="helper-cards",
    label="Helper cards",
    audience="For each member of the team: what they lead and what they see to.",
    names=(Names.ALIAS, Names.FULL, Names.INITIALS, Names.CODE, Names.NONE),
    compose=_compose,
)


@dataclass(frozen=True)
class _HelperCards:
    """The cards in one print style. `brief` puts more on a line and points back to what was told before."""

    plan: Plan
    times: Timing
    met: Mapping[str, Sequence[tuple[str, str]]]
    open: Open
    twice: Mapping[str, str]
    names: Names
    style: PrintStyle
    brief: bool = False

    def sheet(self) -> Sheet:
        """Every card, as many on a page as it holds whole."""
        return self._sheet(on_pages(tuple(self._top()), map(self._ways, self._whose()), self._sheet))

    def _whose(self) -> tuple[TeamMember | None, ...]:
        """Each of the team, and nobody where nobody sees to a change."""
        return (*self.plan.team, None) if list(self._nobodys()) else self.plan.team

    def _ways(self, who: TeamMember | None) -> Iterator[Block]:
        """A card in letters for reading, then in fewer words; in clear print first in smaller letters."""
        small = [replace(self, style=replace(CLEAR, body=size)) for size in _SMALLER]
        closer = [replace(self, style=style, brief=True) for style in (small[-1].style, _CLOSER)]
        for cards in (self, *small, *closer) if self.style == CLEAR else (self, replace(self, brief=True)):
            yield cards._card(who) if who else Stack(tuple(cards._nobodys()))

    def _sheet(self, blocks: tuple[Block, ...]) -> Sheet:
        title = f"Helper cards: {self.plan.session.title}"
        return Sheet(blocks, self.style, title, f"{names_beside_contact(self.names)} · private, keep with you")

    def _top(self) -> Iterator[Block]:
        """What the cards are of; it stays with the first of them."""
        yield heading(self.style, 1, f"Helper cards: {self.plan.session.title}")
        if not self.plan.team:
            yield paragraph(self.style, "Nobody is in the team yet.")

    def _card(self, member: TeamMember) -> Block:
        """All that one of the team needs; on a page of its own only where it would be divided."""
        mine = [d for d in self.plan.adaptations if d.who == member.id]
        leading = [a for a in self.plan.activities if member.id in a.leads]
        waiting = self.open.among(leading)
        name, role = words.member_name(member.id, self.plan), member.role or ""
        blocks = (
            *self._before_the_start(mine),
            *self._kit(member),
            *self._all_through(member, mine, waiting),
        )
        theirs = bool(blocks or leading or any(self._made_in(a, member) for a in self.plan.activities))
        nothing = () if theirs else (Gap(6), paragraph(self.style, "Nothing is down for you yet."))
        return section(
            self.style,
            capitalised(name),
            *self._session(role if role.casefold() != name.casefold() else ""),
            *said_lines(self.style, {"You are down for two places at once": self.twice.get(member.id)}),
            *nothing,
            *blocks,
            *self._agreed(member),
            *self._entries(member, waiting),
        )

    def _agreed(self, member: TeamMember) -> Iterator[Block]:
        """What was agreed for each of the team and is for the others to do."""
        lines = [
            adaptation(self.style, "You" if one == member else words.member_name(one.id, self.plan), sentence(text))
            for one, text in agreed(self.plan)
        ]
        if lines:
            yield from self._part("Agreed in the team", *(b for line in lines for b in (Gap(4), line)))

    def _session(self, role: str) -> tuple[Block, ...]:
        recorded = recording(self.plan) if any(person.recording_ok for person in members(self.plan)) else {}
        return (
            paragraph(self.style, capitalised(role)),
            *cancelled(self.style, self.plan),
            paragraph(self.style, f"{self.plan.session.title} · {when(self.plan, self.times)}"),
            *(() if self._joined else panel(self.style, turn_to(self.plan))),
            *self._said({**(turn_to(self.plan) if self._joined else {}), **recorded}),
        )

    @property
    def _joined(self) -> bool:
        """Whether what is brief goes on in one paragraph: not where lines are short."""
        return self.brief and not self.style.is_narrow

    def _said(self, said: Mapping[str, str]) -> Iterator[Block]:
        """Each text behind its label: a line each, or in brief all on one."""
        if self._joined:
            yield paragraph(self.style, *(part for name, text in said.items() for part in with_label(name, text)))
        else:
            yield from said_lines(self.style, said)

    def _part(self, title: str, *blocks: Block) -> Iterator[Block]:
        yield Gap(self.style.body * 0.8 * self.style.air)
        yield heading(self.style, 3, title)
        yield Gap(2)
        yield from blocks

    def _before_the_start(self, mine: Sequence[Adaptation]) -> Iterator[Block]:
        before = setting_up(self.plan).before
        changes = [d for d in mine if before and d in before.adaptations]
        if changes:
            ready = self.plan.session.ready_minutes
            start = f"from {shown(self.times.start - ready)}" if self.times.clock and ready else ""
            title = " · ".join(filter(None, ("Set up before the start", start)))
            yield from self._part(title, check_list(self.style, [_to_set_up(d) for d in changes]))

    def _kit(self, member: TeamMember) -> Iterator[Block]:
        """What is theirs alone to bring, then what others need too."""
        held = [(name, who) for name, who in holders(self.plan).values() if member.id in who]
        own = [name for name, who in held if len(who) == 1]
        shared = [f"Shared: {name}" for name, who in held if len(who) > 1]
        if held:
            yield from self._part("Your kit", check_list(self.style, [*own, *shared]))

    def _all_through(self, member: TeamMember, mine: Sequence[Adaptation], waiting: Open) -> Iterator[Block]:
        here = {a.id for a in self.plan.activities}
        leading = any(member.id in a.leads for a in self.plan.activities)
        always = [d for d in self.plan.adaptations if d.activities == "all" and (leading or d in mine)]
        nowhere = [d for d in mine if d.activities != "all" and here.isdisjoint(d.activities)]
        open_ = waiting.said_once()
        if always or open_:
            not_yet = paragraph(self.style, *open_)
            yield from self._part("All through", *self._changes(member, always), Gap(4), not_yet)
        if nowhere:
            yield from self._part("Not in an activity yet", *self._changes(member, nowhere))

    def _changes(self, member: TeamMember, changes: Sequence[Adaptation]) -> Iterator[Block]:
        for change in changes:
            yield Gap(4)
            yield self._change(member, change)

    def _change(self, member: TeamMember, change: Adaptation) -> Block:
        """What changes, and who sees to it where that is somebody else."""
        mine = change.who == member.id
        told = change.model_copy(update={"who": None}) if mine else change
        later = change.set_up is SetUp.IN_PLACE or change not in self.plan.read_adaptations
        what, who, *rest = carried_out(self.style, told, self.plan, setting_up=later)
        who = who or ("" if mine else " Nobody sees to it yet.")
        return adaptation(self.style, for_whom(change, self.plan), what, who, *rest)

    def _entries(self, member: TeamMember, waiting: Open) -> Iterator[Block]:
        """What they lead, and where they see to something, told in full the first time; all else by its title."""
        slots = sorted(self.times.slots, key=lambda slot: slot.start is None)
        told: dict[str, Slot] = {}
        if slots:
            yield Gap(self.style.body * 0.8)
            yield Rule(0.7)
        for theirs, stretch in groupby(slots, key=lambda slot: self._is_theirs(slot, member)):
            if not theirs:
                yield titles(self.style, stretch, self.plan, self.times, brief=self._joined)
                continue
            for slot in stretch:
                yield self._entry(member, slot, told, waiting)
                told = {d.id: slot for d in self._made_in(slot.activity, member)} | told

    def _is_theirs(self, slot: Slot, member: TeamMember) -> bool:
        return member.id in slot.activity.leads or bool(self._made_in(slot.activity, member))

    def _made_in(self, activity: Activity, member: TeamMember) -> list[Adaptation]:
        """The changes in an activity: all of them for who leads it, for anyone else what they see to."""
        changes = (d for d in self.plan.adaptations if d.activities != "all" and activity.id in d.activities)
        return [d for d in changes if member.id in (d.who, *activity.leads)]

    def _entry(self, member: TeamMember, slot: Slot, told: Mapping[str, Slot], waiting: Open) -> Block:
        activity = slot.activity
        leading = member.id in activity.leads
        who, *more = about_activity(activity, member, self.plan, brief=self.brief)
        lines = (who, *((about,) for about in about_its_time(slot, self.times)), *more)
        blocks = (
            *(paragraph(self.style, *parts) for parts in lines),
            *self._told(member, activity, told),
            *(self._as_it_is(activity) if leading else ()),
            paragraph(self.style, *waiting.said_in(activity, brief=self.brief)),
        )
        title = words.activity_title(activity)
        return entry(self.style, clock(slot, self.times), length(slot), title, *blocks, sign=sign(slot))

    def _told(self, member: TeamMember, activity: Activity, told: Mapping[str, Slot]) -> Iterator[Block]:
        """The changes here: in full, or in short where they were told before."""
        here = self._made_in(activity, member)
        for change in here:
            if change.id not in told:
                yield self._change(member, change)
            elif not self.brief:
                yield self._again(member, change, told[change.id])
        again = [d for d in here if d.id in told] if self.brief else []
        said = "; ".join(f"{to_go_on(for_whom(d, self.plan))} as at {place(told[d.id], self.times)}" for d in again)
        if said:
            yield adaptation(self.style, "Again", sentence(said))

    def _again(self, member: TeamMember, change: Adaptation, before: Slot) -> Block:
        """What changes, in short: the rest stands where it was told first."""
        rest = change.kit or change.fallback or change.who != member.id
        more = f" As at {place(before, self.times)}." if rest else ""
        return adaptation(self.style, for_whom(change, self.plan), sentence(change.what), more)

    def _as_it_is(self, activity: Activity) -> Iterator[Block]:
        """What the activity answers by design, so that whoever leads it keeps it so."""
        for whose, how in self.met.get(activity.id, ()):
            yield adaptation(self.style, f"{whose}, {plainer(self.style, 'by design')}", sentence(how))

    def _nobodys(self) -> Iterator[Block]:
        """What changes and has nobody who sees to it."""
        team = {member.id for member in self.plan.team}
        open_ = [d for d in self.plan.adaptations if d.who not in team]
        lines = [(strong(f"{for_whom(d, self.plan)}:"), f" {sentence(d.what) or 'to be described.'}") for d in open_]
        if lines:
            yield section(self.style, "Nobody sees to this yet", Gap(4), bullets(self.style, lines))


def _to_set_up(change: Adaptation) -> str:
    what = (change.what or "").strip().rstrip(".") or ", ".join(change.kit) or "Setting up"
    return f"{what} ({words.minutes(change.setup_minutes, short=True)})"

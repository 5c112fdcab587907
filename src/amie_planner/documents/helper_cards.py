"""Helper cards: for each of the team what they lead, what they see to and for whom, their kit, and whom to turn to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from amie_planner.checks.check import Finding
from amie_planner.documents.arrangement import Row
from amie_planner.documents.blocks import Block, Gap, Rule
from amie_planner.documents.cut_line import CutLine
from amie_planner.documents.document import Document, Sheet
from amie_planner.documents.house_style import (
    CLEAR,
    Part,
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
from amie_planner.documents.naming import A_YOUNG_PERSON, Names
from amie_planner.documents.person_page import panel, said_lines
from amie_planner.documents.running_order import about_its_time, clock, length, sign, when
from amie_planner.documents.wording import (
    capitalised,
    carried_out,
    for_whom,
    leads,
    recording,
    sentence,
    turn_to,
    unsaid_music,
    with_label,
)
from amie_planner.domain import words
from amie_planner.domain.access import requirements
from amie_planner.domain.library import folded
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity, Adaptation, TeamMember
from amie_planner.domain.timing import Slot, Timing, shown, timing
from amie_planner.domain.vocabulary import SetUp, label

_SMALLER = (13, 12)
"""Points, for cards that would go on to another page."""


def _compose(plan: Plan, _: tuple[Finding, ...], names: Names, style: PrintStyle) -> Sheet:
    """In clear print the largest letters that leave each card on one page; else letters for reading."""
    usual = _HelperCards(plan, timing(plan), names, style)
    smaller = (replace(usual, style=replace(CLEAR, body=size)) for size in _SMALLER if style == CLEAR)
    return next((made for made in (usual, *smaller) if made.is_whole()), usual).sheet()


HELPER_CARDS = Document(
    id="helper-cards",
    label="Helper cards",
    audience="For each member of the team: what they lead and what they see to.",
    names=(Names.ALIAS, Names.FULL, Names.INITIALS, Names.CODE, Names.NONE),
    compose=_compose,
)


@dataclass(frozen=True)
class _HelperCards:
    plan: Plan
    times: Timing
    names: Names
    style: PrintStyle

    def sheet(self) -> Sheet:
        """Every card, with a line to cut along between them."""
        between = (block for card in self._cards() for block in (CutLine(), _whole(card)))
        return self._sheet((*self._top(), *islice(between, 1, None)))

    def is_whole(self) -> bool:
        """Whether no card has to be divided between pages."""
        first, *others = self._cards() or [Gap(0)]
        stories = ((*self._top(), first), *((card,) for card in others))
        return all(self._sheet(story).is_one_page() for story in stories)

    def _sheet(self, blocks: tuple[Block, ...]) -> Sheet:
        title = f"Helper cards: {self.plan.session.title}"
        return Sheet(blocks, self.style, title, f"Names shown: {self.names} · private, keep with you")

    def _cards(self) -> list[Block]:
        """A card for each of the team and one for what nobody sees to."""
        return [*(self._card(member) for member in self.plan.team), *self._nobodys()]

    def _top(self) -> Iterator[Block]:
        """What the cards are of; it stays with the first of them."""
        yield heading(self.style, 1, f"Helper cards: {self.plan.session.title}")
        if not self.plan.team:
            yield paragraph(self.style, "Nobody is in the team yet.")

    def _card(self, member: TeamMember) -> Block:
        """All that one of the team needs; on a page of its own only where it would be divided."""
        mine = [d for d in self.plan.adaptations if d.who == member.id]
        name, role = words.member_name(member.id, self.plan), member.role or ""
        head = self._session(role if role.casefold() != name.casefold() else "")
        blocks = (
            *self._before_the_start(mine),
            *self._kit(member),
            *self._all_through(member, mine),
            *self._entries(member),
        )
        nothing = (Gap(6), paragraph(self.style, "Nothing is down for you yet."))
        return section(self.style, capitalised(name), *head, *(blocks or nothing))

    def _session(self, role: str) -> tuple[Block, ...]:
        anybody_asked = any(person.recording_ok for person in self.plan.expected)
        return (
            paragraph(self.style, capitalised(role)),
            paragraph(self.style, f"{self.plan.session.title} · {when(self.plan, self.times)}"),
            *panel(self.style, turn_to(self.plan)),
            *said_lines(self.style, recording(self.plan) if anybody_asked else {}),
        )

    def _part(self, title: str, *blocks: Block) -> Iterator[Block]:
        yield Gap(self.style.body * 0.8 * self.style.air)
        yield heading(self.style, 3, title)
        yield Gap(2)
        yield from blocks

    def _before_the_start(self, mine: Sequence[Adaptation]) -> Iterator[Block]:
        changes = [d for d in mine if d.setup_minutes and d.set_up is not SetUp.IN_PLACE]
        if changes:
            ready = self.plan.session.ready_minutes
            start = f"from {shown(self.times.start - ready)}" if self.times.clock and ready else ""
            title = " · ".join(filter(None, ("Set up before the start", start)))
            yield from self._part(title, check_list(self.style, [_to_set_up(d) for d in changes]))

    def _kit(self, member: TeamMember) -> Iterator[Block]:
        """What is theirs alone to bring, then what others need too."""
        held = [(name, who) for name, who in _holders(self.plan).values() if member.id in who]
        own = [name for name, who in held if len(who) == 1]
        shared = [f"Shared: {name}" for name, who in held if len(who) > 1]
        if held:
            yield from self._part("Your kit", check_list(self.style, [*own, *shared]))

    def _all_through(self, member: TeamMember, mine: Sequence[Adaptation]) -> Iterator[Block]:
        here = {a.id for a in self.plan.activities}
        leading = any(member.id in a.leads for a in self.plan.activities)
        always = [d for d in self.plan.adaptations if d.activities == "all" and (leading or d in mine)]
        nowhere = [d for d in mine if d.activities != "all" and here.isdisjoint(d.activities)]
        if always:
            yield from self._part("All through", *self._changes(member, always))
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
        what, who, *rest = carried_out(told, self.plan, setting_up=change.set_up is SetUp.IN_PLACE)
        who = who or ("" if mine else " Nobody sees to it yet.")
        return adaptation(self.style, for_whom(change, self.plan), what, who, *rest)

    def _entries(self, member: TeamMember) -> Iterator[Block]:
        """What they lead, and where they see to something; told in full the first time."""
        slots = sorted(self.times.slots, key=lambda slot: slot.start is None)
        made = {slot.activity.id: self._made_in(slot.activity, member) for slot in slots}
        theirs = [slot for slot in slots if member.id in slot.activity.leads or made[slot.activity.id]]
        if theirs:
            yield Gap(self.style.body * 0.8)
            yield Rule(0.7)
        told: dict[str, Slot] = {}
        for slot in theirs:
            here = made[slot.activity.id]
            changes = [self._again(member, d, told[d.id]) if d.id in told else self._change(member, d) for d in here]
            yield self._entry(member, slot, changes)
            told = {d.id: slot for d in here} | told

    def _made_in(self, activity: Activity, member: TeamMember) -> list[Adaptation]:
        """The changes in an activity: all of them for who leads it, for anyone else what they see to."""
        changes = (d for d in self.plan.adaptations if d.activities != "all" and activity.id in d.activities)
        return [d for d in changes if member.id in (d.who, *activity.leads)]

    def _again(self, member: TeamMember, change: Adaptation, before: Slot) -> Block:
        """What changes, in short: the rest stands where it was told first."""
        rest = change.kit or change.fallback or change.who != member.id
        more = f" As at {_place(before)}." if rest else ""
        return adaptation(self.style, for_whom(change, self.plan), sentence(change.what), more)

    def _entry(self, member: TeamMember, slot: Slot, changes: Iterable[Block]) -> Block:
        activity = slot.activity
        leading = member.id in activity.leads
        lines = (
            (_you_lead(member, activity, self.plan) if leading else leads(activity, self.plan),),
            *((about,) for about in about_its_time(slot)),
            *(_what_is_led(activity) if leading else (_choice(activity),)),
        )
        said = (paragraph(self.style, *parts) for parts in lines)
        by_design = self._by_design(activity) if leading else ()
        title = words.activity_title(activity)
        blocks = (*said, *changes, *by_design)
        return entry(self.style, clock(slot), length(slot), title, *blocks, sign=sign(slot))

    def _by_design(self, activity: Activity) -> Iterator[Block]:
        """What the activity answers as it is, so that whoever leads it keeps it so."""
        people = {p.id: words.person_name(p, self.plan) for p in self.plan.people}
        owners = {r.id: people[r.person] for r in requirements(self.plan)}
        for met in self.plan.by_design:
            whose = owners.get(met.requirement or "") or label("barrier", met.barrier)
            if met.activity == activity.id and whose and met.how:
                yield adaptation(
                    self.style,
                    f"{capitalised(whose) if whose == A_YOUNG_PERSON else whose}, by design",
                    sentence(met.how),
                )

    def _nobodys(self) -> Iterator[Block]:
        """What changes and has nobody who sees to it."""
        team = {member.id for member in self.plan.team}
        open_ = [d for d in self.plan.adaptations if d.who not in team]
        lines = [(strong(f"{for_whom(d, self.plan)}:"), f" {sentence(d.what) or 'to be described.'}") for d in open_]
        if lines:
            yield section(self.style, "Nobody sees to this yet", Gap(4), bullets(self.style, lines))


_HOWEVER_TALL = 1_000_000.0


def _whole(card: Block) -> Block:
    return Row((card,), (0.0,), whole_below=_HOWEVER_TALL)


def _to_set_up(change: Adaptation) -> str:
    what = (change.what or "").strip().rstrip(".") or ", ".join(change.kit) or "Setting up"
    return f"{what} ({words.minutes(change.setup_minutes, short=True)})"


def _holders(plan: Plan) -> dict[str, tuple[str, set[str]]]:
    """Each thing by its folded name: as it is written first, and who brings it.

    That is who sees to the change that needs it, else who leads the activity.
    """
    team = {member.id for member in plan.team}
    found: dict[str, tuple[str, set[str]]] = {}

    def bring(items: Iterable[str], who: Iterable[str | None]) -> None:
        for item in items:
            found.setdefault(folded(item), (item, set()))[1].update(team.intersection(who))

    for activity in plan.activities:
        here = [d for d in plan.adaptations if d.activities == "all" or activity.id in d.activities]
        seen_to = {folded(item) for d in here if d.who in team for item in d.kit}
        needed = (*activity.kit, *(item for d in here for item in d.kit))
        for item in needed:
            bring([item], () if folded(item) in seen_to else activity.leads)
    for change in plan.adaptations:
        bring(change.kit, [change.who])
    return found


def _place(slot: Slot) -> str:
    return clock(slot) if slot.start is not None else words.activity_title(slot.activity)


def _what_is_led(activity: Activity) -> Iterator[tuple[Part, ...]]:
    music = words.listed(words.music_name(m) for m in unsaid_music(activity))
    yield with_label("Aim", activity.aim)
    yield (activity.instructions or "",)
    yield with_label("Music", music)
    yield _choice(activity)
    yield with_label("Kit", ", ".join(activity.kit))


def _choice(activity: Activity) -> tuple[Part, ...]:
    """For whoever leads, and for whoever helps somebody answer."""
    return with_label("They choose", words.choice(activity))


def _you_lead(member: TeamMember, activity: Activity, plan: Plan) -> str:
    """You lead, with Class support and a young person."""
    others = [words.member_name(id, plan) for id in activity.leads if id != member.id]
    beside = words.listed((*others, "a young person" if activity.young_lead else ""))
    return f"You lead, with {beside}." if beside else "You lead."

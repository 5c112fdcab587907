"""Run sheet: one session on paper for the leader in the room, on one A4 page where it fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import starmap

from amie_planner.checks.check import Finding
from amie_planner.documents.answers import Open, by_design
from amie_planner.documents.arrangement import Row
from amie_planner.documents.blocks import Block, Gap
from amie_planner.documents.document import Document, Sheet
from amie_planner.documents.easy_read import plainer
from amie_planner.documents.house_style import (
    CLEAR,
    Part,
    PrintStyle,
    adaptation,
    beside,
    check_list,
    entry,
    heading,
    paragraph,
    scribble,
    section,
)
from amie_planner.documents.naming import Names, names_beside_contact
from amie_planner.documents.on_the_day import on_the_day
from amie_planner.documents.page_count import count, is_long
from amie_planner.documents.running_order import (
    about_its_time,
    bar,
    clock,
    length,
    parts_of_day,
    place,
    sign,
    two_places,
    when,
)
from amie_planner.documents.wording import (
    agreed,
    cancelled,
    carried_out,
    for_whom,
    leads,
    opening,
    people,
    recording,
    sentence,
    sentences,
    to_go_on,
    turn_to,
    unsaid_music,
    with_label,
)
from amie_planner.domain import voicing, words
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity, Adaptation, Intention, TeamMember
from amie_planner.domain.setting_up import setting_up
from amie_planner.domain.timing import Slot, Timing, shown, timing
from amie_planner.domain.vocabulary import SetUp, label

_A_BOX = 200.0  # points: lower than this, a box to write in is never divided
_CLOSER = replace(CLEAR, pitch=1.18, air=0.7)
_TIGHT = replace(CLEAR, heads=(20, 13, 13), clock=15, pitch=1.15, air=0.4, left=34, right=34, top=22, bottom=16)


def _compose(plan: Plan, _: tuple[Finding, ...], names: Names, style: PrintStyle) -> Sheet:
    """In clear print the largest letters that make one page; else small ones and few words, on as many as it takes."""
    plan, times = on_the_day(plan), timing(plan)
    roomy = replace(style, small=style.body)
    usual = _RunSheet(plan, names, times, by_design(plan), Open.of(plan, times, style).among(plan.counted), roomy)
    if style != CLEAR:
        whole = usual.sheet()
        return whole if whole.is_one_page() else replace(usual, once=True).sheet()
    brief = replace(usual, style=CLEAR, brief=True, once=True)
    tight = replace(brief, style=_TIGHT)
    if not tight.sheet().is_one_page():
        return _flowing(replace(brief, writing_room=0))
    ways = (usual, replace(brief, brief=False, once=False), brief, tight)
    return next(sheet for way in ways if (sheet := way.sheet()).is_one_page())


def _flowing(usual: _RunSheet) -> Sheet:
    """On several pages: no closer than the fewest of them ask for, and with a box to write in if that adds none."""
    sheet, tight = usual.sheet(), replace(usual, style=_TIGHT)
    if is_long(sheet) or count(sheet) == 2:
        return sheet
    closer = (replace(usual, style=_CLOSER), tight, replace(tight, writing_room=None))
    return min((sheet, *(way.sheet() for way in closer)), key=count)


RUN_SHEET = Document(
    id="run-sheet",
    label="Run sheet",
    audience="For the leader, in the room.",
    names=(Names.ALIAS, Names.FULL, Names.INITIALS, Names.CODE, Names.NONE),
    compose=_compose,
)


@dataclass(frozen=True)
class _RunSheet:
    """The sheet in one print style. `brief` puts more on a line.

    `once` says in full only once what is done in several activities.
    `writing_room` is how wide a box to write in stands beside each activity, in points; 0 for one at the end.
    """

    plan: Plan
    names: Names
    times: Timing
    met: Mapping[str, Sequence[tuple[str, str]]]
    open: Open
    style: PrintStyle
    brief: bool = False
    once: bool = False
    writing_room: int | None = 118

    def sheet(self) -> Sheet:
        blocks = (
            *self._top(),
            *self._before_the_start(),
            *self._all_through(),
            *self._running_order(),
            *self._hopes(),
            *self._notes(),
        )
        title = f"Run sheet: {self.plan.session.title}"
        return Sheet(blocks, self.style, title, f"{names_beside_contact(self.names)} · private, keep with you")

    def _section(self, title: str, *blocks: Block) -> Block:
        return section(self.style, title, *blocks)

    def _line(self, *parts: Part) -> Block:
        return paragraph(self.style, *parts, size=self.style.small)

    def _top(self) -> Iterator[Block]:
        session, programme = self.plan.session, self.plan.programme
        number = f"Session {session.number}" if session.number is not None else ""
        yield heading(self.style, 1, session.title)
        yield beside(self.style, when(self.plan, self.times), number, size=self.style.small)
        yield from cancelled(self.style, self.plan)
        facts = " · ".join(filter(None, (programme.title, programme.place)))
        recorded = _labelled(recording(self.plan))
        yield self._line(*((sentence(facts), *recorded) if self.brief else (facts,)))
        yield from bar(self.style, self.times)
        yield Gap(self.style.small * 0.4)
        yield self._line(*_labelled(turn_to(self.plan)))
        yield self._line(*(() if self.brief else recorded))
        yield self._line(*_labelled(self._to_know()))

    def _to_know(self) -> dict[str, str]:
        """Who has a note for an emergency, which others are not to see here, and who is to be in two places."""
        noted = [words.person_name(p, self.plan) for p in self.plan.expected if (p.emergency or "").strip()]
        twice = [f"{words.member_name(m.id, self.plan)}: {places}" for m, places in two_places(self.plan, self.times)]
        note = "Emergency note on the access sheet"
        return {note: opening(people(noted)), "In two places at once": sentences(*twice)}

    def _before_the_start(self) -> Iterator[Block]:
        changes = [d for d in self.plan.adaptations if d.kit or d.setup_minutes]
        packed = {item.casefold() for d in changes for item in d.kit}
        kit = dict.fromkeys(item for a in self.plan.activities for item in a.kit if item.casefold() not in packed)
        items = (*map(self._to_set_up, changes), *kit)
        if items:
            yield self._section(self._ready(), check_list(self.style, list(items), size=self.style.small))

    def _ready(self) -> str:
        ready = self.plan.session.ready_minutes
        before = setting_up(self.plan).before
        takes = f"set-up {words.minutes(before.minutes)}" if before else ""
        start = f"from {shown(self.times.start - ready)}" if self.times.clock and ready else ""
        return " · ".join(filter(None, ("Before we start", start, takes)))

    def _to_set_up(self, change: Adaptation) -> str:
        what = ", ".join(change.kit) or (change.what or "").strip().rstrip(".") or "Setting up"
        takes = words.minutes(change.setup_minutes, short=True) if change.setup_minutes else ""
        place_ = "in place" if change.set_up is SetUp.IN_PLACE else ""
        only = "" if change in self.plan.read_adaptations else "for Plan B"
        about = ", ".join(filter(None, (takes, place_, only, words.member_name(change.who, self.plan))))
        return f"{what} ({about})" if about else what

    def _all_through(self) -> Iterator[Block]:
        here = {a.id for a in self.plan.activities}
        always = [d for d in self.plan.adaptations if d.activities == "all"]
        nowhere = [d for d in self.plan.adaptations if d.activities != "all" and here.isdisjoint(d.activities)]
        told = (*map(self._change, always), *starmap(self._agreed, agreed(self.plan)))
        waiting = self.open.said_once()
        if told or waiting:
            yield self._section("All through", *self._spaced(told), Gap(2), self._line(*waiting))
        if nowhere:
            yield self._section("Not in an activity yet", *self._spaced(map(self._change, nowhere)))

    def _agreed(self, member: TeamMember, text: str) -> Block:
        name = words.member_name(member.id, self.plan)
        return adaptation(self.style, f"Agreed for {name}", sentence(text), size=self.style.small)

    def _spaced(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            yield Gap(4)
            yield block

    def _running_order(self) -> Iterator[Block]:
        for part in parts_of_day(self.times):
            nothing = () if part.slots else (self._line("No activity is written down yet."),)
            yield self._section(part.title, *map(self._entry, part.slots), *nothing)

    def _entry(self, slot: Slot) -> Block:
        title = words.activity_title(slot.activity)
        at, lasts, inside = clock(slot, self.times), length(slot), self._inside(slot)
        room = min(self.writing_room or 0, 80 if self.style is _TIGHT else 118)
        return entry(self.style, at, lasts, title, *inside, writing_room=room, sign=sign(slot))

    def _inside(self, slot: Slot) -> Iterator[Block]:
        activity = slot.activity
        choice = with_label("They choose", words.choice(activity))
        who = (leads(activity, self.plan), *self._music(activity), *self._kit(activity))
        aim = with_label("Aim", activity.aim)
        yield self._line(*who, *((*choice, *aim) if self.brief else ()))
        for about in about_its_time(slot, self.times):
            yield self._line(about)
        yield self._line(*(() if self.brief else aim))
        yield self._line(activity.instructions or "")
        if not self.brief:
            yield self._line(*choice)
        yield from self._changes(activity)
        yield from self._as_it_is(self.met.get(activity.id, ()))
        yield self._line(*self.open.said_in(activity, brief=self.brief))

    def _as_it_is(self, met: Sequence[tuple[str, str]]) -> Iterator[Block]:
        """What is met by design, each for itself; in the brief form, several in one."""
        if self.brief and len(met) > 1:
            parts = tuple(part for whose, how in met for part in with_label(whose, how))
            yield adaptation(self.style, "By design", *parts[1:], size=self.style.small)
            return
        for whose, how in met:
            name = f"{whose}, {plainer(self.style, 'by design')}"
            yield adaptation(self.style, name, sentence(how), size=self.style.small)

    def _music(self, activity: Activity) -> tuple[Part, ...]:
        return with_label("Music", words.listed(words.music_name(m) for m in unsaid_music(activity)))

    def _kit(self, activity: Activity) -> tuple[Part, ...]:
        """Kit of its own; in the brief form without what a change brings that is told in full here."""
        here = self._made_in(activity) if self.brief else []
        said = {item for change in here if not self._told_before(change, activity) for item in change.kit}
        return with_label("Kit", ", ".join(item for item in activity.kit if item not in said))

    def _made_in(self, activity: Activity) -> list[Adaptation]:
        return [d for d in self.plan.adaptations if d.activities != "all" and activity.id in d.activities]

    def _changes(self, activity: Activity) -> Iterator[Block]:
        again = [d for d in self._made_in(activity) if self.once and self._told_before(d, activity)]
        yield from (self._change(d) for d in self._made_in(activity) if d not in again)
        if again:
            said = (f"{to_go_on(for_whom(d, self.plan))} as at {self._place(d)}" for d in again)
            yield adaptation(self.style, "Again", sentence("; ".join(said)), size=self.style.small)

    def _told_before(self, change: Adaptation, activity: Activity) -> bool:
        """Whether an earlier activity has told it, and whom it is for is enough to find it there."""
        first = self._first(change).activity
        whom = [for_whom(d, self.plan) for d in self._made_in(first)]
        return first.id != activity.id and whom.count(for_whom(change, self.plan)) == 1

    def _first(self, change: Adaptation) -> Slot:
        """Where an adaptation first stands on the sheet; Plan B comes last."""
        stands = (slot for slot in self.times.slots if slot.activity.id in change.activities)
        return min(stands, key=lambda slot: slot.start is None)

    def _place(self, change: Adaptation) -> str:
        return place(self._first(change), self.times)

    def _change(self, change: Adaptation) -> Block:
        in_place = change.set_up is SetUp.IN_PLACE
        parts = carried_out(self.style, change, self.plan, setting_up=in_place)
        return adaptation(self.style, for_whom(change, self.plan), *parts, size=self.style.small)

    def _hopes(self) -> Iterator[Block]:
        hopes = [self._hope(i) for i in self.plan.intentions if i.text or i.notice]
        together = tuple(part for parts in hopes for part in parts)
        lines = [self._line(*parts) for parts in ([together] if self.brief else hopes)]
        if hopes:
            yield self._section("Today we hope for", *lines)

    def _hope(self, intention: Intention) -> tuple[Part, ...]:
        area = label("area", intention.area) or "Intention"
        return (*with_label(area, intention.text or "–"), *with_label("We would notice", intention.notice))

    def _notes(self) -> Iterator[Block]:
        box = () if self.writing_room != 0 else (Gap(4), Row((scribble(self.style),), (0.0,), whole_below=_A_BOX))
        ideas = [with_label("An idea to try", voicing.title(idea)) for idea in voicing.to_try(self.plan)]
        if self.plan.session.notes or ideas or box:
            yield self._section("Notes", self._line(self.plan.session.notes or ""), *starmap(self._line, ideas), *box)


def _labelled(said: Mapping[str, str]) -> tuple[Part, ...]:
    return tuple(part for name, text in said.items() for part in with_label(name, text))

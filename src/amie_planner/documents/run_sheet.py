"""Run sheet: one session on paper for the leader in the room, on one A4 page where it fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from amie_planner.checks.check import Finding
from amie_planner.checks.lines import barrier
from amie_planner.documents.blocks import Block, Gap
from amie_planner.documents.document import Document, Sheet
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
    section,
)
from amie_planner.documents.naming import Names
from amie_planner.documents.running_order import about_its_time, bar, clock, length, parts_of_day, sign, when
from amie_planner.documents.wording import (
    capitalised,
    carried_out,
    for_whom,
    leads,
    recording,
    sentence,
    sentences,
    turn_to,
    unsaid_music,
    with_label,
)
from amie_planner.domain import words
from amie_planner.domain.access import Answered, Cell, grid, requirements
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity, Adaptation, ByDesign, Intention, Requirement
from amie_planner.domain.timing import Slot, Timing, shown, timing
from amie_planner.domain.vocabulary import SetUp, label

_TIGHT = replace(CLEAR, heads=(20, 13, 13), clock=15, pitch=1.15, air=0.4, left=34, right=34, top=22, bottom=16)


def _compose(plan: Plan, _: tuple[Finding, ...], names: Names, style: PrintStyle) -> Sheet:
    """In clear print the largest letters that make one page; else letters for reading, on as many as it takes."""
    cells = grid(plan)
    roomy = replace(style, small=style.body)
    usual = _RunSheet(plan, names, timing(plan), cells, _open_all_through(plan, cells), roomy)
    if style != CLEAR:
        return usual.sheet()
    clear = replace(usual, style=CLEAR)
    brief = replace(clear, brief=True)
    sheets = (way.sheet() for way in (usual, clear, brief, replace(brief, style=_TIGHT)))
    return next((sheet for sheet in sheets if sheet.is_one_page()), None) or usual.sheet()


def _open_all_through(plan: Plan, cells: tuple[Cell, ...]) -> tuple[Requirement, ...]:
    """Requirements that are in the way in every counted activity, with no answer in any."""
    waiting = Counter(cell.requirement.id for cell in cells if cell.answer is Answered.NOT_YET)
    always = {id for id, times in waiting.items() if times == len(plan.counted) > 1}
    return tuple(r for r in requirements(plan) if r.id in always)


RUN_SHEET = Document(
    id="run-sheet",
    label="Run sheet",
    audience="For the leader, in the room.",
    names=(Names.ALIAS, Names.FULL, Names.INITIALS, Names.CODE, Names.NONE),
    compose=_compose,
)


@dataclass(frozen=True)
class _RunSheet:
    """The sheet in one print style. `brief` says in full only once what is done in several activities."""

    plan: Plan
    names: Names
    times: Timing
    cells: tuple[Cell, ...]
    open_all_through: tuple[Requirement, ...]
    style: PrintStyle
    brief: bool = False

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
        return Sheet(blocks, self.style, title, f"Names shown: {self.names} · private, keep with you")

    def _section(self, title: str, *blocks: Block) -> Block:
        return section(self.style, title, *blocks)

    def _line(self, *parts: Part) -> Block:
        return paragraph(self.style, *parts, size=self.style.small)

    def _top(self) -> Iterator[Block]:
        session, programme = self.plan.session, self.plan.programme
        number = f"Session {session.number}" if session.number is not None else ""
        yield heading(self.style, 1, session.title)
        yield beside(self.style, when(self.plan, self.times), number, size=self.style.small)
        facts = " · ".join(filter(None, (programme.title, programme.place)))
        recorded = _labelled(recording(self.plan))
        yield self._line(*((sentence(facts), *recorded) if self.brief else (facts,)))
        yield from bar(self.style, self.times)
        yield Gap(self.style.small * 0.4)
        yield self._line(*_labelled(turn_to(self.plan)))
        yield self._line(*(() if self.brief else recorded))

    def _before_the_start(self) -> Iterator[Block]:
        changes = [d for d in self.plan.adaptations if d.kit or d.setup_minutes]
        packed = {item.casefold() for d in changes for item in d.kit}
        kit = dict.fromkeys(item for a in self.plan.activities for item in a.kit if item.casefold() not in packed)
        items = (*map(self._to_set_up, changes), *kit)
        if items:
            yield self._section(self._ready(changes), check_list(self.style, list(items), size=self.style.small))

    def _ready(self, changes: list[Adaptation]) -> str:
        ready = self.plan.session.ready_minutes
        takes = sum(d.setup_minutes or 0 for d in changes if d.set_up is not SetUp.IN_PLACE)
        start = f"from {shown(self.times.start - ready)}" if self.times.clock and ready else ""
        return " · ".join(filter(None, ("Before we start", start, f"set-up {words.minutes(takes)}" if takes else "")))

    def _to_set_up(self, change: Adaptation) -> str:
        what = ", ".join(change.kit) or (change.what or "").strip().rstrip(".") or "Setting up"
        takes = words.minutes(change.setup_minutes, short=True) if change.setup_minutes else ""
        place = "in place" if change.set_up is SetUp.IN_PLACE else ""
        about = ", ".join(filter(None, (takes, place, words.member_name(change.who, self.plan))))
        return f"{what} ({about})" if about else what

    def _all_through(self) -> Iterator[Block]:
        here = {a.id for a in self.plan.activities}
        always = [d for d in self.plan.adaptations if d.activities == "all"]
        nowhere = [d for d in self.plan.adaptations if d.activities != "all" and here.isdisjoint(d.activities)]
        waiting = self._waiting(self.open_all_through)
        if always or waiting:
            yield self._section("All through", *self._spaced(map(self._change, always)), self._line(*waiting))
        if nowhere:
            yield self._section("Not in an activity yet", *self._spaced(map(self._change, nowhere)))

    def _spaced(self, blocks: Iterator[Block]) -> Iterator[Block]:
        for block in blocks:
            yield Gap(4)
            yield block

    def _running_order(self) -> Iterator[Block]:
        for part in parts_of_day(self.times):
            nothing = () if part.slots else (self._line("No activity is written down yet."),)
            yield self._section(part.title, *map(self._entry, part.slots), *nothing)

    def _entry(self, slot: Slot) -> Block:
        title = words.activity_title(slot.activity)
        writing_room = 80 if self.style is _TIGHT else 118
        return entry(
            self.style,
            clock(slot),
            length(slot),
            title,
            *self._inside(slot),
            writing_room=writing_room,
            sign=sign(slot),
        )

    def _inside(self, slot: Slot) -> Iterator[Block]:
        activity = slot.activity
        choice = with_label("They choose", words.choice(activity))
        who = (leads(activity, self.plan), *self._music(activity), *self._kit(activity))
        yield self._line(*who, *(choice if self.brief else ()))
        for about in about_its_time(slot):
            yield self._line(about)
        yield self._line(*with_label("Aim", activity.aim))
        yield self._line(activity.instructions or "")
        if not self.brief:
            yield self._line(*choice)
        yield from self._changes(activity)
        yield from self._requirements(activity)

    def _music(self, activity: Activity) -> tuple[Part, ...]:
        return with_label("Music", words.listed(words.music_name(m) for m in unsaid_music(activity)))

    def _kit(self, activity: Activity) -> tuple[Part, ...]:
        said = {item for change in self._made_in(activity) for item in change.kit} if self.brief else set()
        return with_label("Kit", ", ".join(item for item in activity.kit if item not in said))

    def _made_in(self, activity: Activity) -> list[Adaptation]:
        return [d for d in self.plan.adaptations if d.activities != "all" and activity.id in d.activities]

    def _changes(self, activity: Activity) -> Iterator[Block]:
        again = [d for d in self._made_in(activity) if self.brief and self._told_before(d, activity)]
        yield from (self._change(d) for d in self._made_in(activity) if d not in again)
        if again:
            said = (f"{for_whom(d, self.plan)} as at {self._place(d)}" for d in again)
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
        first = self._first(change)
        return clock(first) if first.start is not None else words.activity_title(first.activity)

    def _change(self, change: Adaptation) -> Block:
        in_place = change.set_up is SetUp.IN_PLACE
        parts = carried_out(change, self.plan, setting_up=in_place)
        return adaptation(self.style, for_whom(change, self.plan), *parts, size=self.style.small)

    def _requirements(self, activity: Activity) -> Iterator[Block]:
        """What the activity answers as it is, and what nothing answers yet."""
        cells = [cell for cell in self.cells if cell.activity.id == activity.id]
        for cell in cells:
            for how in (by.how for by in cell.by if isinstance(by, ByDesign) and by.how):
                name = f"{self._owner(cell.requirement)}, by design"
                yield adaptation(self.style, name, sentence(how), size=self.style.small)
        waiting = [cell.requirement for cell in cells if cell.answer is Answered.NOT_YET]
        yield self._line(*self._waiting([r for r in waiting if r not in self.open_all_through]))

    def _waiting(self, unanswered: Sequence[Requirement]) -> tuple[Part, ...]:
        return with_label("Not yet answered", sentences(*map(self._unanswered, unanswered)))

    def _unanswered(self, requirement: Requirement) -> str:
        change = (requirement.change or "").strip().rstrip(".")
        said = f"{self._owner(requirement)}, {barrier(requirement)}"
        return f"{said} ({change})" if change else said

    def _owner(self, requirement: Requirement) -> str:
        name = next(words.person_name(p, self.plan) for p in self.plan.people if p.id == requirement.person)
        return capitalised(name) if self.names is Names.NONE else name

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
        if self.plan.session.notes:
            yield self._section("Notes", self._line(self.plan.session.notes))


def _labelled(said: Mapping[str, str]) -> tuple[Part, ...]:
    return tuple(part for name, text in said.items() for part in with_label(name, text))

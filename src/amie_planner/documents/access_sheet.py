"""Access sheet: for the staff in the room, what helps each young person, what is in the way and what changes where.

Private. Each person has a page of their own, so that nobody's words lie beside another's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from amie_planner.checks.check import Finding
from amie_planner.checks.lines import barrier
from amie_planner.documents.arrangement import Barred, Row, Stack
from amie_planner.documents.blocks import Block, Gap, NewPage
from amie_planner.documents.document import Document, Sheet
from amie_planner.documents.easy_read import plainer
from amie_planner.documents.house_style import (
    Part,
    PrintStyle,
    adaptation,
    bullets,
    labelled,
    paragraph,
    section,
    strong,
)
from amie_planner.documents.naming import Names
from amie_planner.documents.person_page import panel, said_lines, shown_by, ways
from amie_planner.documents.running_order import clock
from amie_planner.documents.wording import capitalised, carried_out, for_whom, sentence, sentences, with_label
from amie_planner.domain import words
from amie_planner.domain.access_grid import GridRow, Need, rows
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Adaptation, ByDesign, Person, Requirement
from amie_planner.domain.timing import Slot, Timing, shown, timing
from amie_planner.domain.vocabulary import Barrier, Reach, Weight, label

_PRIVATE = "Private: keep it with you, and shred it after"


def _compose(plan: Plan, _: tuple[Finding, ...], names: Names, style: PrintStyle) -> Sheet:
    pages = list(_AccessSheet(plan, timing(plan), style).pages())
    blocks = [block for page in pages for block in (NewPage(), page)]
    footer = f"Names shown: {names} · {_PRIVATE[:1].lower()}{_PRIVATE[1:]}"
    return Sheet(tuple(blocks[1:]), style, f"Access sheet: {plan.session.title}", footer)


ACCESS_SHEET = Document(
    id="access-sheet",
    label="Access sheet",
    audience="For the staff in the room. Private: keep it with you, and shred it after.",
    names=(Names.ALIAS, Names.FULL, Names.INITIALS, Names.CODE),
    compose=_compose,
)


@dataclass(frozen=True)
class _Answer:
    """What answers a need, and where: slots of the running order, or words where it is in none."""

    slots: tuple[Slot, ...]
    elsewhere: str
    word: str
    said: tuple[Part, ...]
    weight: float = 3.0

    @property
    def first(self) -> tuple[int, int]:
        """What goes all through comes first, then the order of the day, Plan B and what has no place yet."""
        starts = [slot.start for slot in self.slots if slot.start is not None]
        return (1, min(starts)) if starts else (2 if self.slots else 0 if self.elsewhere == _ALL else 3, 0)


_ALL = "All through"
_ADAPTED = {
    None: "Adapted",
    Reach.ONE: "Adapted",
    Reach.SOME: "Adapted, as a choice",
    Reach.EVERYONE: "Adapted, for everyone",
}
_NOWHERE = "Not in an activity yet"
_NO_WAYS = "How to answer is not written down."


@dataclass(frozen=True)
class _AccessSheet:
    plan: Plan
    times: Timing
    style: PrintStyle

    def pages(self) -> Iterator[Block]:
        """A page for each person of whom staff have to know something, then one for the whole group."""
        people, asked = self.plan.expected, rows(self.plan)
        needs: dict[str, list[GridRow]] = {person.id: [] for person in people}
        for row in asked:
            if row.need.requirement:
                needs[row.need.requirement.person].append(row)
        former = {person.id: list(self._former(person, asked)) for person in people}
        told = [p for p in people if needs[p.id] or former[p.id] or _has_words(p)]
        for person in told:
            blocks = self._person(person, needs[person.id], former[person.id])
            yield self._page(words.person_name(person, self.plan), *blocks)
        group = [
            *self._expected(asked),
            *self._also(asked),
            *self._nothing_recorded([p for p in people if p not in told]),
        ]
        if group:
            yield self._page("The whole group", *group)

    def _page(self, title: str, *blocks: Block) -> Block:
        session = self.plan.session
        at = f", {shown(self.times.start)}" if self.times.clock else ""
        about = paragraph(self.style, f"Access sheet · {session.title} · {words.day(session.date)}{at}")
        return section(self.style, title, about, paragraph(self.style, strong(f"{_PRIVATE}.")), *blocks, level=1)

    def _person(self, person: Person, needs: Sequence[GridRow], former: Sequence[_Answer]) -> Iterator[Block]:
        facts = {"Pronouns": person.pronouns, "Who may see this": person.who_may_see, "Communicates by": ways(person)}
        yield Gap(self.style.body * 0.5)
        if (person.emergency or "").strip():
            yield adaptation(self.style, "In an emergency", sentence(person.emergency))
            yield Gap(self.style.body * 0.4)
        yield from said_lines(self.style, facts)
        yield from panel(self.style, shown_by(person))
        yield from said_lines(self.style, _helps(person))
        if not needs:
            none = "No requirement that is active" if former else "No requirement recorded"
            yield from said_lines(self.style, {none: _asked(person)})
        for row in needs:
            if row.need.requirement:
                yield from self._requirement(row.need.requirement, row)
        if former:
            yield self._section("For requirements that are no longer active", *self._answers(former))

    def _former(self, person: Person, asked: Sequence[GridRow]) -> Iterator[_Answer]:
        """What changes for requirements of theirs that are no longer active, and for nothing else."""
        mine = {r.id for r in self.plan.requirements if r.person == person.id and not r.active}
        theirs = (d for d in self.plan.adaptations if not mine.isdisjoint(d.requirements))
        for change in theirs:
            if change.reach is not Reach.EVERYONE and not any(_speaks_of(change, row.need) for row in asked):
                yield self._adapted(change)

    def _requirement(self, requirement: Requirement, row: GridRow) -> Iterator[Block]:
        shut_out = "Without a change they cannot take part." if requirement.weight is Weight.SHUT_OUT else ""
        route = "They need a way to answer without speech." if requirement.needs_communication_route else ""
        who = capitalised(words.member_name(requirement.owner, self.plan))
        owner = f"{who} sees to it." if who else ""
        said = {
            "In their words": requirement.words,
            "What changes": " ".join(filter(None, (sentence(requirement.change), owner))),
            "Keep in mind": " ".join(filter(None, (shut_out, route))),
            **(self._choices() if _is_about_answering(requirement) else {}),
        }
        yield self._section(barrier(requirement), *said_lines(self.style, said), *self._answers(self._found(row)))

    def _choices(self) -> dict[str, str]:
        """What there is to decide, and how it can be answered."""
        return {
            f"They choose {self._when(slot)}": sentences(asked, None if decision.ways else _NO_WAYS)
            for slot in _in_order(self.times.slots)
            if (decision := slot.activity.decision) and (asked := words.choice(slot.activity))
        }

    def _when(self, slot: Slot) -> str:
        at = clock(slot, self.times)
        return f"at {at}" if at and slot.start is not None else f"in {at or _title(slot)}"

    def _section(self, title: str, *blocks: Block) -> Block:
        return Stack((Gap(self.style.small * 0.5), section(self.style, capitalised(title), *blocks)))

    def _answers(self, found: Iterable[_Answer]) -> Iterator[Block]:
        for answer in sorted(found, key=lambda answer: answer.first):
            places = (
                paragraph(self.style, strong(clock(s, self.times)), f" {_title(s)}") for s in _in_order(answer.slots)
            )
            elsewhere = paragraph(self.style, strong(answer.elsewhere))
            stands = Stack((*places, elsewhere, labelled(self.style, answer.word, *answer.said)))
            yield Gap(7)
            yield Row((Barred(stands, answer.weight, indent=9.0),), (0.0,), whole_below=self.style.page[1] / 3)

    def _found(self, row: GridRow) -> Iterator[_Answer]:
        for change in self.plan.adaptations:
            if _speaks_of(change, row.need):
                yield self._adapted(change)
        met: dict[str, list[str]] = {}
        for cell in row.cells:
            for by in cell.by:
                if isinstance(by, ByDesign):
                    met.setdefault(by.how or "", []).append(cell.activity.id)
        for how, activities in met.items():
            said = sentence(how) or "nothing has to change here."
            yield _Answer(self._slots(activities), "", plainer(self.style, "By design"), (said,))
        waiting = self._slots([cell.activity.id for cell in row.cells if cell.is_open])
        if waiting:
            yield _Answer(waiting, "", "Not yet", ("nothing is planned for this here.",), weight=1.0)

    def _adapted(self, change: Adaptation) -> _Answer:
        said = tuple(carried_out(self.style, change, self.plan, setting_up=True))
        slots, elsewhere = self._where(change)
        return _Answer(slots, elsewhere, plainer(self.style, _ADAPTED[change.reach]), said)

    def _where(self, change: Adaptation) -> tuple[tuple[Slot, ...], str]:
        if change.activities == "all":
            return (), _ALL
        slots = self._slots(change.activities)
        return slots, "" if slots else _NOWHERE

    def _slots(self, activities: Iterable[str]) -> tuple[Slot, ...]:
        wanted = set(activities)
        return tuple(slot for slot in self.times.slots if slot.activity.id in wanted)

    def _expected(self, asked: Sequence[GridRow]) -> Iterator[Block]:
        """What is planned for where nobody is listed."""
        if not self.plan.expected:
            yield Gap(self.style.body * 0.5)
            yield paragraph(self.style, "Nobody is listed for this session.")
        for row in asked:
            if row.need.expected:
                yield self._section(label("barrier", row.need.expected), *self._answers(self._found(row)))

    def _also(self, asked: Sequence[GridRow]) -> Iterator[Block]:
        """What changes and is on nobody's page: it is for whoever is here."""
        shared = (d for d in self.plan.adaptations if not d.requirements or d.reach is Reach.EVERYONE)
        free = [d for d in shared if not any(_speaks_of(d, row.need) for row in asked)]
        if free:
            yield self._section("Also changed in this session", *(b for d in free for b in (Gap(7), self._change(d))))

    def _change(self, change: Adaptation) -> Block:
        slots, elsewhere = self._where(change)
        where = (
            words.listed(f"{clock(slot, self.times)} {_title(slot)}".strip() for slot in _in_order(slots)) or elsewhere
        )
        parts = carried_out(self.style, change, self.plan, setting_up=True)
        return adaptation(self.style, for_whom(change, self.plan), *parts, *with_label("Where", where))

    def _nothing_recorded(self, people: Sequence[Person]) -> Iterator[Block]:
        lines = [self._asked(person) for person in people]
        if lines:
            yield self._section("No requirement recorded", Gap(4), bullets(self.style, lines))

    def _asked(self, person: Person) -> tuple[Part, ...]:
        name = strong(f"{words.person_name(person, self.plan)}:")
        return (name, f" {_asked(person)}", *with_label("Communicates by", ways(person)))


def _has_words(person: Person) -> bool:
    """Whether something is written down that needs a page of its own."""
    return any((person.emergency, *shown_by(person).values(), *_helps(person).values()))


def _helps(person: Person) -> dict[str, str | None]:
    return {
        "What helps": person.what_helps,
        "What gets in the way": person.in_the_way,
        "Kit and set-up": ", ".join(person.kit),
    }


def _asked(person: Person) -> str:
    return "asked, nothing needed." if person.asked_about_access else "not asked yet."


def _speaks_of(change: Adaptation, need: Need) -> bool:
    if need.requirement:
        return need.requirement.id in change.requirements
    return need.expected in change.barriers


def _is_about_answering(requirement: Requirement) -> bool:
    return requirement.needs_communication_route or requirement.barrier is Barrier.COMMUNICATION_AND_LANGUAGE


def _in_order(slots: Iterable[Slot]) -> list[Slot]:
    return sorted(slots, key=lambda slot: slot.start is None)


def _title(slot: Slot) -> str:
    return words.activity_title(slot.activity)

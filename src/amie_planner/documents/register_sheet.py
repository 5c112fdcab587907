"""Blank register and reflection, for the pen: who came, how each change went, and a page to look back on.

What is on screen already is not printed, so that a sheet that is left behind says nothing of who was there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from amie_planner.checks.check import Finding
from amie_planner.documents.arrangement import Row, Stack
from amie_planner.documents.blocks import Block, Box, Gap, NewPage, Rule
from amie_planner.documents.document import Document, Sheet
from amie_planner.documents.house_style import (
    PrintStyle,
    adaptation,
    check_list,
    heading,
    labelled,
    paragraph,
    section,
    strong,
    table,
)
from amie_planner.documents.naming import Names, names_beside_contact
from amie_planner.documents.pages import fits_one_page
from amie_planner.documents.pen import to_finish, writing_lines
from amie_planner.documents.person_page import panel
from amie_planner.documents.running_order import when
from amie_planner.documents.wording import cancelled, capitalised, for_whom, sentence, turn_to
from amie_planner.domain import words
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Adaptation, Person
from amie_planner.domain.reflection import NOTES, Prompt, prompts
from amie_planner.domain.timing import timing
from amie_planner.domain.vocabulary import Consent, Then, Verdict, label

_MARKS = ("Present", "Late, minutes", "Absent, reason", "Not taken")
_COUNTS = ("Headcount", "Of them walk-ins", "Adults in the room")
_RECORDING = {Consent.YES: "Yes", Consent.NO: "Do not record", Consent.NOT_ASKED: "Not asked yet"}
_EMERGENCY = "emergency note"
_LOOK_IT_UP = "An emergency note says what to do. It is in the planner, with the person: look before you start."
_EMPTY = "☐"
_TOLD = slice(-3, -1)  # of the boxes in a row: how late, and why not there
_LINES = ((2, 5), (2, 4), (2, 3), (1, 5), (1, 3))
"""How many lines there are for each prompt and for several notes, the first that makes one page of all prompts."""
_WALK_INS = 3  # lines beside a list of names; three times as many where nobody is listed


def _compose(asked: tuple[Prompt, ...], plan: Plan, _: tuple[Finding, ...], names: Names, style: PrintStyle) -> Sheet:
    made = _Register(plan, names, style, asked)
    back = (NewPage(), made.looking_back()) if asked else ()
    blocks = (*made.top(), *made.group(), *made.counts(), *made.changes(), *back)
    title = f"Register and reflection: {plan.session.title}"
    return Sheet(blocks, style, title, _footer(names))


def _footer(names: Names) -> str:
    return f"{names_beside_contact(names)} · private, keep with you"


@cache
def register_asking(asked: tuple[Prompt, ...]) -> Document:
    """The paper with these prompts to look back with, the leader's own words too; without any, that page is left out.

    Names in them are not looked for: that is for whoever hands them in.
    """
    return Document(
        id="register",
        label="Blank register and reflection",
        audience="For the leader and a pen: who came, how each change went, and a page to look back on.",
        names=(Names.ALIAS, Names.FULL, Names.INITIALS, Names.CODE, Names.NONE),
        compose=partial(_compose, asked),
    )


REGISTER = register_asking(prompts())


@dataclass(frozen=True)
class _Register:
    plan: Plan
    names: Names
    style: PrintStyle
    asked: tuple[Prompt, ...]

    def top(self) -> Iterator[Block]:
        yield heading(self.style, 1, self.plan.session.title)
        yield from cancelled(self.style, self.plan)
        yield paragraph(self.style, f"Register and reflection · {self.plan.programme.title}")
        yield paragraph(self.style, when(self.plan, timing(self.plan)))
        if self.plan.session.date is None:
            yield to_finish(self.style, "Date:")
        yield from panel(self.style, turn_to(self.plan))

    def group(self) -> Iterator[Block]:
        """Everybody who is expected, then who else belongs to the group."""
        expected, others = self.plan.expected, _others(self.plan)
        if not expected:
            yield from self._section("Who came", paragraph(self.style, "Nobody is listed for this session."))
        else:
            noted = any(person.emergency for person in self.plan.people)
            say = (paragraph(self.style, _LOOK_IT_UP),) if noted else ()
            yield from self._section("Who came", *say, *self._list(expected))
        if others:
            yield from self._section("Not expected, and welcome", *self._list(others))

    def _section(self, title: str, *blocks: Block) -> Iterator[Block]:
        yield Gap(self.style.small * 0.6)
        yield section(self.style, title, *blocks)

    def _list(self, people: Sequence[Person]) -> Iterator[Block]:
        recording = any(person.recording_ok for person in people)
        if self.names is Names.NONE:
            yield from self._counted(people)
        elif self.style.is_narrow:
            for person in people:
                yield from self._under_name(person, recording)
        else:
            yield Gap(self.style.small * 0.6)
            yield self._table(people, recording)

    def _counted(self, people: Sequence[Person]) -> Iterator[Block]:
        """How many they are, where a row for each would be a row for nobody."""
        yield paragraph(self.style, f"{_young_people(len(people))}, without names here.")
        for consent in (Consent.NO, Consent.NOT_ASKED):
            many = sum(_consent(person) is consent for person in people)
            if many and any(person.recording_ok for person in people):
                yield labelled(self.style, _RECORDING[consent], f"{_young_people(many)}.")
        if noted := sum(bool(person.emergency) for person in people):
            yield labelled(self.style, capitalised(_EMERGENCY), f"{_young_people(noted)}.")

    def _table(self, people: Sequence[Person], recording: bool) -> Block:
        """Rows that are high enough for a pen, with the letters as large as those for reading."""
        style = replace(self.style, small=self.style.body)
        asked = ("Recording",) if recording else ()
        rows = [
            (self._name(p), *([_RECORDING[_consent(p)]] if recording else ()), *(_EMPTY for _ in _MARKS))
            for p in people
        ]
        shares = (3.3, *(2.9 for _ in asked), 2.3, 3.0, 4.6, 1.9)
        held = table(style, ("Name", *asked, *_MARKS), rows, shares)
        return replace(held, blocks=tuple(map(_with_room, held.blocks)))

    def _under_name(self, person: Person, recording: bool) -> Iterator[Block]:
        """One person where lines are short: the boxes under the name, and a line to write on."""
        asked = (labelled(self.style, "Recording", _RECORDING[_consent(person)]),) if recording else ()
        name = replace(paragraph(self.style, strong(self._name(person))), keeps_with_next=True)
        yield Gap(self.style.small * 0.6)
        yield self._whole(name, *asked, check_list(self.style, _MARKS), writing_lines(self.style, 1))

    def _name(self, person: Person) -> str:
        """That there is a note is said beside the name; the note itself stays where it is kept."""
        name = words.person_name(person, self.plan)
        return f"{name} ({_EMERGENCY})" if person.emergency else name

    def _whole(self, *blocks: Block) -> Block:
        return Row((Stack(blocks),), (0.0,), whole_below=self.style.page[1] / 2)

    def counts(self) -> Iterator[Block]:
        """Who else came, and how many they all were."""
        lines = _WALK_INS if self.plan.expected else 3 * _WALK_INS
        say = paragraph(self.style, "What they like to be called is enough.")
        boxes = tuple(self._count(name) for name in _COUNTS)
        counted: tuple[Block, ...] = (Row(boxes, (0.0,) * len(boxes), between=self.style.body),)
        if self.style.is_narrow:
            counted = tuple(one for box in boxes for one in (box, Gap(self.style.small * 0.6)))
        room = (writing_lines(self.style, lines), Gap(self.style.body), *counted)
        yield from self._section("Walk-ins and headcount", say, *room)

    def _count(self, name: str) -> Block:
        words_, box = paragraph(self.style, strong(f"{name}:")), Box(self.style.body * 2.2)
        if self.style.is_narrow:
            return Row((words_, box), (0.0, self.style.body * 6), whole_below=self.style.page[1] / 3)
        return Row((Stack((words_, Gap(3), box)),), (0.0,), whole_below=self.style.page[1] / 3)

    def changes(self) -> Iterator[Block]:
        """Each change that was planned, with boxes for how it went and what becomes of it."""
        blocks = [block for change in self.plan.adaptations for block in self._change(change)]
        if blocks:
            yield from self._section("What was changed, and how it went", *blocks)

    def _change(self, change: Adaptation) -> Iterator[Block]:
        what = sentence(change.what) or "To be described."
        told = adaptation(self.style, for_whom(change, self.plan), what)
        went = self._boxes("How it went", [label("verdict", verdict) for verdict in Verdict])
        then = self._boxes("Next time", [label("then", then) for then in Then])
        yield Gap(self.style.small * 0.6)
        yield self._whole(told, Gap(self.style.small * 0.4), went, Gap(self.style.small * 0.3), then)
        yield Gap(self.style.small * 0.5)
        yield Rule(0.7)

    def _boxes(self, name: str, choices: Sequence[str]) -> Block:
        """What is asked with its boxes beside it; below, where lines are short."""
        asked = replace(paragraph(self.style, strong(f"{name}:")), keeps_with_next=True)
        boxes = check_list(self.style, choices)
        if self.style.is_narrow:
            return Stack((asked, boxes))
        return Row((asked, boxes), (self.style.body * 6.6, 0.0), between=self.style.small)

    def looking_back(self) -> Block:
        """The short prompts on a page of their own, which names nobody."""
        tries = (self._asking(*lines) for lines in _LINES)
        return next((page for page in tries if self._is_a_page(page)), self._asking(*_LINES[0]))

    def _is_a_page(self, page: Block) -> bool:
        return fits_one_page([page], self.style, _footer(self.names))

    def _asking(self, few: int, many: int) -> Block:
        session = self.plan.session
        about = paragraph(self.style, f"{session.title} · {words.day(session.date)}")
        blocks = (block for prompt in self.asked for block in self._prompt(prompt, few, many))
        return section(self.style, "Looking back", about, *blocks)

    def _prompt(self, prompt: Prompt, few: int, many: int) -> Iterator[Block]:
        notes = prompt.key == NOTES
        say = (paragraph(self.style, "One note a line.", size=self.style.small),) if notes else ()
        yield Gap(self.style.small * 0.9)
        lines = writing_lines(self.style, many if notes else few)
        yield self._whole(heading(self.style, 3, prompt.words), *say, lines)


def _with_room(row: Block) -> Block:
    """A row of boxes with a line to write on beside those that more is said of; anything else as it is."""
    if not isinstance(row, Row) or row.cells[-1].words() != _EMPTY:
        return row
    first, told, last = row.cells[: _TOLD.start], row.cells[_TOLD], row.cells[_TOLD.stop :]
    return replace(row, cells=(*first, *map(_with_line, told), *last))


def _with_line(box: Block) -> Row:
    wide, tall = box.natural_width() + 0.01, box.height(box.natural_width() + 0.01)
    return Row((box, Stack((Gap(tall + 2), Rule(0.4), Gap(1)))), (wide, 0.0), between=wide * 0.4)


def _others(plan: Plan) -> tuple[Person, ...]:
    """Who belongs to the group and is not expected; nobody who has left it."""
    day, expected = plan.session.date, {person.id for person in plan.expected}
    return tuple(
        person
        for person in plan.people
        if person.id not in expected and not person.archived and not (day and person.left and person.left < day)
    )


def _consent(person: Person) -> Consent:
    return person.recording_ok or Consent.NOT_ASKED


def _young_people(many: int) -> str:
    return capitalised(f"{many} young {'person' if many == 1 else 'people'}")

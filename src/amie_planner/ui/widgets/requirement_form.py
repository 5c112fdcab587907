"""The access requirements of one person, as a list with its form: the one place where they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from amie_planner.domain import edits, words
from amie_planner.domain.records import Person, Requirement
from amie_planner.domain.vocabulary import label
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.detail import Asked, Entry, Kept, Stack, held_now
from amie_planner.ui.widgets.fields import ChoiceField, DateField, FlagField, LongTextField
from amie_planner.ui.widgets.ticks import ManyField
from amie_planner.ui.workspace import OpenProgramme, shortened


def requirements_of(desk: OpenProgramme, person: Callable[[], Person | None]) -> Kept:
    """The access requirements of the person that is shown, if there is one."""

    def do(what: str, changes: edits.Changes) -> None:
        held = person()
        whose = f" of ‘{shortened(words.person_name(held, desk.series))}’" if held else ""
        desk.do(f"{what} an access requirement{whose}", changes)

    def read() -> list[Entry]:
        held = person()
        return [Entry(r.id, _line(r)) for r in _held(desk) if held and r.person == held.id]

    def add() -> str:
        if (held := person()) is None:
            return ""
        id, changes = edits.add_requirement(desk.series, held.id)
        do("Add", changes)
        return id

    def remove(id: str) -> None:
        do("Remove", edits.remove_requirement(desk.series, id))

    empty = "No access requirement is written down."
    return Kept("access requirement", empty, read, add, remove, lambda id: _form(desk, id))


def _held(desk: OpenProgramme) -> Iterable[Requirement]:
    return () if desk.gone else desk.series.requirements


def _line(requirement: Requirement) -> str:
    said = requirement.words or requirement.change or ""
    barrier = label("barrier", requirement.barrier)
    line = ": ".join(part for part in (barrier, said) if part) or "To be described"
    return line if requirement.active else f"{line} (no longer in the way)"


def _form(desk: OpenProgramme, id: str) -> Stack:
    team = options.team(desk.series)
    owner = (Asked("owner", "Who sees to it", lambda: ChoiceField(team)),) if team else ()
    read, stack = held_now(lambda: _held(desk), id), Stack()
    keep = desk.keeping(read)
    stack.form((_BARRIER,), read, keep)
    stack.columns(_WORDS, read, keep)
    stack.form((*_HOW, *owner, *_NOW), read, keep)
    return stack


_BARRIER = Asked("barrier", "What is in the way", lambda: ChoiceField(options.of("barrier")))
_WORDS = (
    Asked("words", "In their words", LongTextField),
    Asked("change", "What was agreed", LongTextField),
)
_HOW = (
    Asked("weight", "How much it is in the way", lambda: ChoiceField(options.of("weight"))),
    Asked("where", "Where it is in the way", lambda: ManyField(options.of("kind")), "None ticked means everywhere."),
)
_NOW = (
    Asked("review_on", "Look at it again on", DateField, "Day first, such as 8/9/2026."),
    Asked(
        "needs_communication_route", "Communication route", lambda: FlagField("Needs a way to answer without speech")
    ),
    Asked("active", "Active", lambda: FlagField("Still in the way")),
)

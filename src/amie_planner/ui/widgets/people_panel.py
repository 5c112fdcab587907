"""The young people of the group, known by an alias, and what is in their way."""

from __future__ import annotations

from amie_planner.domain import edits, words
from amie_planner.domain.records import Requirement
from amie_planner.domain.vocabulary import label
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.detail import Asked, Entry, Kept, Stack, form_of, held_now
from amie_planner.ui.widgets.fields import (
    ChoiceField,
    DateField,
    FlagField,
    LongTextField,
    ManyField,
    TextField,
    WordsField,
)
from amie_planner.ui.workspace import OpenSession, shortened


class PeoplePanel(Stack):
    """The people of the programme, each with their access requirements."""

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self._desk = desk
        empty = "Nobody is listed. At a drop-in you can plan for barriers instead."
        self.people = self.entries(Kept("person", empty, self._read, self._add, self._remove, self._form))
        self.close_up()

    def _read(self) -> list[Entry]:
        series = self._desk.series
        return [Entry(p.id, words.person_name(p, series)) for p in series.people]

    def _add(self) -> str:
        id, changes = edits.add_person(self._desk.series)
        self._desk.do("Add a person", changes)
        return id

    def _remove(self, id: str) -> None:
        series = self._desk.series
        name = next(words.person_name(p, series) for p in series.people if p.id == id)
        self._desk.do(f"Remove ‘{shortened(name)}’", edits.remove_person(series, id))

    def _form(self, id: str) -> Stack:
        read, stack = held_now(lambda: self._desk.series.people, id), Stack()
        stack.form(_FIRST, read, self._desk.keeping(read))
        stack.entries(_requirements(self._desk, id), "Access requirements")
        stack.form(_MORE, read, self._desk.keeping(read), "What they like, and how they say it")
        return stack


def _requirements(desk: OpenSession, person: str) -> Kept:
    def read() -> list[Entry]:
        return [Entry(r.id, _line(r)) for r in desk.series.requirements if r.person == person]

    def add() -> str:
        id, changes = edits.add_requirement(desk.series, person)
        desk.do("Add an access requirement", changes)
        return id

    def remove(id: str) -> None:
        desk.do("Remove an access requirement", edits.remove_requirement(desk.series, id))

    empty = "No access requirement is written down."
    return Kept("access requirement", empty, read, add, remove, lambda id: _requirement_form(desk, id))


def _line(requirement: Requirement) -> str:
    said = requirement.words or requirement.change or ""
    barrier = label("barrier", requirement.barrier)
    return ": ".join(part for part in (barrier, said) if part) or "To be described"


def _requirement_form(desk: OpenSession, id: str) -> Stack:
    team = options.team(desk.plan)
    owner = (Asked("owner", "Who sees to it", lambda: ChoiceField(team)),) if team else ()
    return form_of(desk, lambda: desk.series.requirements, id, (*_REQUIREMENT, *owner))


_FIRST = (
    Asked("alias", "Alias", TextField, "The name that plans and papers show."),
    Asked("asked_about_access", "Asked about access", lambda: ChoiceField((), "Not asked yet", yes_no=True)),
    Asked("recording_ok", "May be recorded", lambda: ChoiceField(options.of("consent"))),
)
_MORE = (
    Asked("likes", "Likes", WordsField, "With commas between them."),
    Asked("music_loved", "Music they love", lambda: WordsField(options.of("genre"))),
    Asked("ways_to_communicate", "Ways to communicate", lambda: WordsField(options.of("way"))),
    Asked("joined", "Joined on", DateField),
    Asked("left", "Left on", DateField),
)
_REQUIREMENT = (
    Asked("barrier", "What is in the way", lambda: ChoiceField(options.of("barrier"))),
    Asked("words", "In their words", LongTextField),
    Asked("change", "What was agreed", LongTextField),
    Asked("weight", "How much it is in the way", lambda: ChoiceField(options.of("weight"))),
    Asked("where", "Where it is in the way", lambda: ManyField(options.of("kind")), "None ticked means everywhere."),
    Asked(
        "needs_communication_route", "Communication route", lambda: FlagField("Needs a way to answer without speech")
    ),
    Asked("active", "Active", lambda: FlagField("Still in the way")),
)

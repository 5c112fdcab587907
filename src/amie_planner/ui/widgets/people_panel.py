"""The young people of the group, known by an alias, beside the running order."""

from __future__ import annotations

from amie_planner.domain import edits, words
from amie_planner.ui.widgets.detail import Entry, Kept, Stack
from amie_planner.ui.widgets.person_form import PersonForm
from amie_planner.ui.workspace import OpenSession, shortened


class PeoplePanel(Stack):
    """The people of the programme, each with all that is written down about them."""

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self._desk = desk
        empty = "Nobody is listed. At a drop-in you can plan for barriers instead."
        self.people = self.entries(Kept("person", empty, self._read, self._add, self._remove, self._form))
        self.close_up()

    def _read(self) -> list[Entry]:
        """Everybody but the archived, of whom only those are listed who were in the group on the day."""
        plan = self._desk.plan
        return [Entry(p.id, words.person_name(p, plan)) for p in plan.people if not p.archived or p in plan.expected]

    def _add(self) -> str:
        id, changes = edits.add_person(self._desk.series)
        self._desk.do("Add a person", changes)
        return id

    def _remove(self, id: str) -> None:
        series = self._desk.series
        name = next(words.person_name(p, series) for p in series.people if p.id == id)
        self._desk.do(f"Remove ‘{shortened(name)}’", edits.remove_person(series, id))

    def _form(self, id: str) -> Stack:
        return PersonForm(self._desk, id)

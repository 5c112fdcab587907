"""The people of a programme: who they are and how they say it, before what is in their way."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from amie_planner.domain import edits, words
from amie_planner.domain.edits.people import archive_person, bring_back_person
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Person
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.basics import Button, Card
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.people_list import PeopleList, PersonRow, person_row
from amie_planner.ui.widgets.person_form import PersonForm
from amie_planner.ui.widgets.programme_screen import ProgrammeScreen
from amie_planner.ui.widgets.tick_box import TickBox
from amie_planner.ui.workspace import OpenProgramme, Workspace, shortened

_NO_PROGRAMME = "People belong to a programme. Begin one under Programmes first."
_NOBODY = "Nobody is listed yet. Add a person, or bring in a class list."
_ALL_ARCHIVED = "Everybody in this programme is archived."


class PeopleScreen(ProgrammeScreen[PersonForm]):
    """class_list_wanted(programme); said(text): something to tell the leader."""

    class_list_wanted = Signal(str)

    def __init__(self, workspace: Workspace, today: date) -> None:
        super().__init__(workspace, today, "The chosen person")
        self.add = Button("Add a person", self.add_person, "main")
        self.bring_in = Button("Bring in a class list…", lambda: self.class_list_wanted.emit(self.programme))
        self.view = PeopleList(self.rows)
        self.show_archived = TickBox("Show archived people")
        self.archive = Button("Archive", self.archive_or_bring_back)
        self.remove = Button("Remove", self.remove_person)
        self._arrange("People", self._list_card(), (4, 8), self.bring_in)
        self.view.opened.connect(self._go_to_form)
        self.view.add_wanted.connect(self.add_person)
        self.view.remove_wanted.connect(self.remove_person)
        self.show_archived.clicked.connect(lambda: self.refresh())
        self.refresh()

    def _list_card(self) -> Card:
        card = Card()
        within = QVBoxLayout(card)
        within.setContentsMargins(14, 14, 14, 14)
        within.addWidget(self.empty)
        within.addWidget(self.view, 1)
        within.addLayout(Flow(self.archive, self.remove))
        within.addWidget(self.show_archived)
        return card

    def _listed(self, series: Series) -> list[PersonRow]:
        listed = (p for p in series.people if self.show_archived.isChecked() or not p.archived)
        return [person_row(p, series, self._today) for p in listed]

    def _why_empty(self, series: Series | None) -> str:
        if series is None:
            return _NO_PROGRAMME
        return _ALL_ARCHIVED if series.people else _NOBODY

    def _look_for(self, id: str) -> None:
        person = self._held(id)
        if person is not None and person.archived:
            self.show_archived.setChecked(True)
            self.refresh()

    def refresh(self) -> None:
        """Shows the people of the chosen programme as they are now."""
        super().refresh()
        series = self._series()
        self.show_archived.setVisible(any(p.archived for p in series.people) if series else False)
        self.bring_in.setEnabled(series is not None)

    def add_person(self) -> None:
        """Adds a person and goes to their form."""
        series = self._series()
        if series is not None:
            self.save()
            id, changes = edits.add_person(series)
            self._workspace.do("Add a person", changes)
            self.refresh()
            self.choose(id)
            self._go_to_form()

    def archive_or_bring_back(self) -> None:
        """Archives the chosen person, or brings them back."""
        self.save()
        series, person = self._series(), self._held(self.chosen)
        if series is None or person is None:
            return
        name = shortened(words.person_name(person, series))
        if person.archived:
            self._workspace.do(f"Bring back ‘{name}’", bring_back_person(series, person.id))
            self.said.emit(f"‘{name}’ is in the group again.")
        else:
            self._workspace.do(f"Archive ‘{name}’", archive_person(series, person.id, self._today))
            self.said.emit(f"‘{name}’ is archived.")
        self._back_to_list()

    def remove_person(self) -> None:
        """Removes the chosen person and all that is written down about them; undo brings them back."""
        self.save()
        series, person = self._series(), self._held(self.chosen)
        if series is not None and person is not None:
            name = shortened(words.person_name(person, series))
            self._workspace.do(f"Remove ‘{name}’", edits.remove_person(series, person.id))
            self._back_to_list()

    def _held(self, person: str) -> Person | None:
        series = self._series()
        return next((p for p in series.people if p.id == person), None) if series else None

    def _go_to_form(self) -> None:
        if self.form is not None:
            self.form.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, id: str) -> None:
        series, person = self._series(), self._held(id)
        for part in (self._right, self.archive, self.remove):
            part.setVisible(person is not None)
        if series is None or person is None:
            self._close_form()
            return
        self.title.setText(words.person_name(person, series))
        self.archive.say("Bring back" if person.archived else "Archive")
        self._show_form(id, tuple(options.team(series)))

    def _made(self, desk: OpenProgramme, id: str) -> PersonForm:
        return PersonForm(desk, id)

    def _turned(self, form: PersonForm, id: str) -> bool:
        """One form goes from person to person, but for what cannot be kept of one."""
        if self.save():
            return False
        form.turn_to(id)
        return True

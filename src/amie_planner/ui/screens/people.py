"""The people of a programme: who they are and how they say it, before what is in their way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amie_planner.domain import edits, words
from amie_planner.domain.edits.people import archive_person, bring_back_person
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Person
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.basics import Button, Card, Label, Scroll
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.form import Form
from amie_planner.ui.widgets.people_list import PeopleList, PersonRow, person_row
from amie_planner.ui.widgets.person_form import PersonForm
from amie_planner.ui.widgets.programme_choice import ProgrammeChoice
from amie_planner.ui.widgets.tick_box import TickBox
from amie_planner.ui.workspace import OpenProgramme, Workspace, shortened

_LEAST_LINES = 6
"""Lines of the list and of the form that are in sight at least."""
_BESIDE_SCROLL_BAR = 10
"""Device-independent pixels."""
_NO_PROGRAMME = "People belong to a programme. Begin one under Programmes first."
_NOBODY = "Nobody is listed yet. Add a person, or bring in a class list."
_ALL_ARCHIVED = "Everybody in this programme is archived."


class PeopleScreen(QWidget):
    """class_list_wanted(programme); said(text): something to tell the leader."""

    class_list_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, workspace: Workspace, today: date) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._workspace = workspace
        self._today = today
        self.choice = ProgrammeChoice()
        self.add = Button("Add a person", self.add_person, "main")
        self.bring_in = Button("Bring in a class list…", lambda: self.class_list_wanted.emit(self.programme))
        self.people: RowList[PersonRow] = RowList(self)
        self.view = PeopleList(self.people)
        self.empty = Label("", "quiet")
        self.show_archived = TickBox("Show archived people")
        self.title = Label("", "section")
        self.archive = Button("Archive", self.archive_or_bring_back)
        self.remove = Button("Remove", self.remove_person)
        self.form: PersonForm | None = None
        self._scroll: Scroll | None = None
        self._listing = False
        self._shown = ""
        self._offered: object = None
        self._arrange()
        self._join()
        self.refresh()

    def _arrange(self) -> None:
        left, self._right = Card(), Card()
        within = QVBoxLayout(left)
        within.setContentsMargins(14, 14, 14, 14)
        within.addWidget(self.empty)
        within.addWidget(self.view, 1)
        within.addLayout(Flow(self.archive, self.remove))
        within.addWidget(self.show_archived)
        self.view.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        self._beside = QVBoxLayout(self._right)
        self._beside.setContentsMargins(18, 14, 8, 14)
        self._beside.addWidget(self.title)
        self._beside.addSpacing(4)
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(14)
        side_by_side.addWidget(left, 4)
        side_by_side.addWidget(self._right, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 12)
        layout.addWidget(Label("People", "title"))
        layout.addLayout(Flow(self.choice.label, self.choice, self.add, self.bring_in, spacing=10))
        layout.addSpacing(4)
        layout.addLayout(side_by_side, 1)

    def _join(self) -> None:
        self.choice.edited.connect(self.refresh)
        self.view.selectionModel().currentChanged.connect(lambda now, before: self._choose(self.people.at(now.row())))
        self.view.opened.connect(self._go_to_form)
        self.view.add_wanted.connect(self.add_person)
        self.view.remove_wanted.connect(self.remove_person)
        self.show_archived.clicked.connect(lambda: self.refresh())
        self._workspace.changed.connect(lambda changes: self.refresh() if self.isVisible() else None)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen is shown now."""
        super().showEvent(event)
        self.refresh()

    @property
    def programme(self) -> str:
        """The id of the chosen programme, or nothing."""
        return self.choice.value() or ""

    @property
    def chosen(self) -> str:
        """The id of the chosen person, or nothing."""
        row = self.people.at(self.view.currentIndex().row())
        return row.id if row else ""

    def choose(self, person: str) -> None:
        """Chooses a person of the list and shows their form."""
        self.view.setCurrentIndex(self.people.index(self.people.find(person)))

    def go_to(self, programme: str, person: str) -> None:
        """Shows a person of any programme, an archived one too."""
        self.save()
        self.choice.offer(self._workspace.programmes())
        self.choice.show_value(programme)
        held = self._held(person)
        if held is not None and held.archived:
            self.show_archived.setChecked(True)
        self.refresh()
        self.choose(person)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where something cannot be kept."""
        if self.form is None:
            return ""
        self.form.save()
        return next((form.problem for form in self.form.findChildren(Form) if form.problem), "")

    def refresh(self) -> None:
        """Shows the people of the chosen programme as they are now."""
        self.choice.offer(self._workspace.programmes())
        series = self._series()
        people = series.people if series else ()
        listed = [p for p in people if self.show_archived.isChecked() or not p.archived]
        self._listing = True  # whoever is chosen while rows come and go is shown once, at the end
        self.people.show([person_row(p, series, self._today) for p in listed] if series else [])
        if listed and not self.chosen:
            self.choose(listed[0].id)
        self._listing = False
        self.empty.setText(_empty(series, people))
        self.empty.setVisible(not listed)
        self.view.setVisible(bool(listed))
        self.show_archived.setVisible(any(p.archived for p in people))
        for button in (self.add, self.bring_in):
            button.setEnabled(series is not None)
        self._show(self.chosen)

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
        self._after_change()

    def remove_person(self) -> None:
        """Removes the chosen person and all that is written down about them; undo brings them back."""
        self.save()
        series, person = self._series(), self._held(self.chosen)
        if series is not None and person is not None:
            name = shortened(words.person_name(person, series))
            self._workspace.do(f"Remove ‘{name}’", edits.remove_person(series, person.id))
            self._after_change()

    def _after_change(self) -> None:
        self.refresh()
        (self.view if self.people.rowCount() else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _series(self) -> Series | None:
        return self._workspace.series(self.programme) if self.programme else None

    def _held(self, person: str) -> Person | None:
        series = self._series()
        return next((p for p in series.people if p.id == person), None) if series else None

    def _go_to_form(self) -> None:
        if self.form is not None:
            self.form.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, row: PersonRow | None) -> None:
        if not self._listing:
            self._show(row.id if row else "")

    def _show(self, id: str) -> None:
        series, person = self._series(), self._held(id)
        for part in (self._right, self.archive, self.remove):
            part.setVisible(person is not None)
        if series is None or person is None:
            self._show_form(None, None)
            return
        self.title.setText(words.person_name(person, series))
        self.archive.say("Bring back" if person.archived else "Archive")
        self._turn_to(id, (self.programme, tuple(options.team(series))))

    def _turn_to(self, id: str, offered: object) -> None:
        """The form goes from person to person, until it would hold what cannot be kept or offer what has gone."""
        if self.form is None or offered != self._offered or (id != self._shown and self.save()):
            self._show_form(PersonForm(OpenProgramme(self._workspace, self.programme), id), offered)
        elif id == self._shown:
            self.form.refresh()
        else:
            self.form.turn_to(id)
            self._scroll.verticalScrollBar().setValue(0) if self._scroll else None
        self._shown = id

    def _show_form(self, form: PersonForm | None, offered: object) -> None:
        if problem := self.save():
            self.said.emit(f"Not kept: {problem}")
        if self._scroll is not None:
            self._beside.removeWidget(self._scroll)
            self._scroll.hide()
            self._scroll.deleteLater()
        self.form, self._offered = form, offered
        self._scroll = Scroll(form, "The chosen person") if form is not None else None
        if form is not None and self._scroll is not None:
            form.setContentsMargins(0, 0, _BESIDE_SCROLL_BAR, 0)
            self._scroll.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
            self._beside.addWidget(self._scroll, 1)


def _empty(series: Series | None, people: Sequence[Person]) -> str:
    if series is None:
        return _NO_PROGRAMME
    return _ALL_ARCHIVED if people else _NOBODY

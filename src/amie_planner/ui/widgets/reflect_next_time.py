"""Notes for next time: type one, Enter, the next. Each comes back by itself in the session after."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from amie_planner.domain.changes import revise
from amie_planner.domain.edits.reflection import note_for_next_time, remove_note
from amie_planner.domain.records import NextTime
from amie_planner.domain.vocabulary import Taken
from amie_planner.errors import AmieError
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.basics import Button, Card, Label
from amie_planner.ui.widgets.entries import Entry, EntryView
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.workspace import OpenSession, shortened

_NAME = "A note for next time"
_HINT = "Enter keeps it and goes on to the next. Last time offers each one in the session after."
_LETTERS = 240
"""Of a note, in the list."""
_BECAME = {
    Taken.TAKEN: "taken",
    Taken.PARKED: "parked",
    Taken.DECLINED: "declined",
}


class NextTimeNotes(Card):
    """said(text): what was kept."""

    said = Signal(str)

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self._desk = desk
        self._editing = ""
        self.line = QLineEdit()
        self.line.setAccessibleName(_NAME)
        self.line.setAccessibleDescription(_HINT)
        self.line.returnPressed.connect(self.keep)
        self.model: RowList[Entry] = RowList(self)
        self.view = _NotesView(self.model)
        self.view.edit_wanted.connect(self._edit)
        self.view.remove_wanted.connect(self.remove)
        self.problem = Label("", "problem")
        self.add = Button("Keep this note", self.keep)
        self.reword = Button("Change the chosen note", self._edit)
        self.forget = Button("Remove the chosen note", self.remove)
        self._arrange()
        self.refresh()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(6)
        name = Label(_NAME, "strong")
        name.setBuddy(self.line)
        for part in (Label("Next time", "section"), name, self.line, self.problem, Label(_HINT, "quiet")):
            layout.addWidget(part)
        layout.addLayout(Flow(self.add))
        layout.addWidget(self.view)
        layout.addLayout(Flow(self.reword, self.forget))
        layout.addStretch(1)

    def start(self) -> None:
        """Goes to the field."""
        self.line.setFocus(Qt.FocusReason.TabFocusReason)

    def keep(self) -> None:
        """Keeps what was typed, as a new note or in place of the one that is being changed."""
        if self._typed():
            said = self.save()
            if not said:
                self.said.emit(f"Kept for next time: ‘{shortened(self.model.rows[-1].text)}’")
        self.line.setFocus(Qt.FocusReason.TabFocusReason)

    def save(self) -> str:
        """Keeps what was typed, Enter or not; gives the reason where it cannot be kept."""
        text = self._typed()
        if not text or self._desk.gone:
            return ""
        try:
            self._write(text)
        except AmieError as error:
            self._say(str(error))
            return f"{_NAME}. {error}"
        self._editing = ""
        self.line.clear()
        self._say("")
        self.refresh()
        return ""

    def _write(self, text: str) -> None:
        held = self._note(self._editing)
        if held is not None:
            self._desk.do(f"Change the note ‘{shortened(text)}’", [revise(held, text=text)])
            return
        _, changes = note_for_next_time(self._desk.series, self._desk.session, text)
        self._desk.do(f"Note for next time: ‘{shortened(text)}’", changes)

    def remove(self) -> None:
        """The chosen note goes."""
        at = self.view.currentIndex().row()
        if (row := self.model.at(at)) is not None:
            changes = remove_note(self._desk.series, self._desk.session, row.id)
            self._desk.do(f"Remove the note ‘{shortened(row.text)}’", changes)
            self._editing = "" if self._editing == row.id else self._editing
            self.refresh()
            self.view.setCurrentIndex(self.model.index(min(at, self.model.rowCount() - 1)))
            goal = self.view if self.model.rowCount() else self.line
            goal.setFocus(Qt.FocusReason.TabFocusReason)
            self.said.emit(f"Removed: ‘{shortened(row.text)}’")

    def refresh(self) -> None:
        """Shows the notes as they are now."""
        if self._desk.gone:
            return
        self.model.show([Entry(note.id, _line(note)) for note in self._desk.plan.next_time])
        here = bool(self.model.rows)
        for part in (self.view, self.reword, self.forget):
            part.setVisible(here)
        self.view.fit()
        if here and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))

    def _edit(self) -> None:
        """Brings the chosen note into the field, to be put otherwise."""
        row = self.model.at(self.view.currentIndex().row())
        note = self._note(row.id) if row else None
        if note is not None and not self.save():
            self._editing = note.id
            self.line.setText(" ".join((note.text or "").split()))
            self.start()
            self.line.selectAll()

    def _typed(self) -> str:
        return " ".join(self.line.text().split())

    def _note(self, id: str) -> NextTime | None:
        return next((note for note in self._desk.plan.next_time if note.id == id), None)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))


def _line(note: NextTime) -> str:
    text = shortened(note.text or "A note without words", _LETTERS)
    return f"{text} · {_BECAME[note.answer]}" if note.answer else text


class _NotesView(EntryView):
    """edit_wanted(): by Enter or a double click; remove_wanted(): by Delete."""

    edit_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, model: RowList[Entry]) -> None:
        super().__init__(model, "Notes for next time")
        self.setAccessibleDescription("Enter changes the note, Delete removes it.")
        self.doubleClicked.connect(lambda index: self.edit_wanted.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

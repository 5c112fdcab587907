"""Notes for next time: type one, Enter, the next. Each comes back by itself in the session after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from amie_planner.domain.changes import revise
from amie_planner.domain.edits.parts import Changes
from amie_planner.domain.edits.reflection import note_for_next_time, remove_note
from amie_planner.domain.records import NextTime
from amie_planner.domain.vocabulary import Taken
from amie_planner.errors import AmieError
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.basics import Button, Card, Label
from amie_planner.ui.widgets.entries import Entry, EntryView
from amie_planner.ui.widgets.fields import TextField
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.form import Asked, Form
from amie_planner.ui.workspace import OpenSession, shortened

_NAME = "A note for next time"
_HINT = "It is kept as you type. Enter goes on to the next. Last time offers each one in the session after."
_LETTERS = 240
"""Of a note, in the list."""
_BECAME = {
    Taken.TAKEN: "taken",
    Taken.PARKED: "parked",
    Taken.DECLINED: "declined",
}
_FOR_A_MOMENT = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Why the field is left though its note is not done: another window is looked at, or a menu."""


@dataclass(frozen=True, slots=True)
class _Held:
    text: str | None = None


class NextTimeNotes(Card):
    """said(text): what was kept."""

    said = Signal(str)

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self._desk = desk
        self._editing = ""
        """The id of the note that what is typed goes to, once there is one."""
        self._is_new = True
        self._turn = 0
        """What is typed in one turn is one step to undo."""
        self.form = Form((Asked("text", _NAME, _LineField, _HINT),), self._read, self._write)
        field = self.form.fields["text"]
        assert isinstance(field, TextField)
        self.line = field.line
        self.model: RowList[Entry] = RowList(self)
        self.view = _NotesView(self.model)
        self.view.edit_wanted.connect(self._edit)
        self.view.remove_wanted.connect(self.remove)
        self.add = Button("Another note", self.keep)
        self.reword = Button("Change the chosen note", self._edit)
        self.forget = Button("Remove the chosen note", self.remove)
        self.line.returnPressed.connect(self._finish)
        self.line.installEventFilter(self)
        self._arrange()
        self.refresh()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(6)
        layout.addWidget(Label("Next time", "section"))
        layout.addWidget(self.form)
        layout.addLayout(Flow(self.add))
        layout.addWidget(self.view)
        layout.addLayout(Flow(self.reword, self.forget))
        layout.addStretch(1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The note is done as its field is left for another; looking away from the window ends nothing."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _FOR_A_MOMENT:
            self._finish()
        return super().eventFilter(watched, event)

    def start(self) -> None:
        """Goes to the field."""
        self.line.setFocus(Qt.FocusReason.TabFocusReason)

    def keep(self) -> None:
        """Keeps what was typed, as a new note or in place of the one that is being changed; the next can be typed."""
        self._finish()
        self.start()

    def save(self) -> str:
        """Keeps what was typed, and it can be typed on; gives the reason where it cannot be kept."""
        self.form.save()
        return self.form.problem

    def _finish(self) -> str:
        """Keeps what was typed: what is typed in the field from now on is another note. Gives the reason where it
        cannot be kept."""
        text = _in_one_line(self.line.text())
        if (problem := self.save()) or self._desk.gone:
            return problem
        self._turn_to("")
        if text:
            self.said.emit(f"Kept for next time: ‘{shortened(text)}’")
        return ""

    def _turn_to(self, note: str) -> None:
        """What is typed from now on goes to this note; to a new one, for nothing."""
        self._editing, self._is_new, self._turn = note, not note, self._turn + 1
        self.form.refresh()

    def _read(self) -> _Held | None:
        if self._desk.gone:
            return None
        held = self._note(self._editing)
        return _Held(held.text and _in_one_line(held.text)) if held else _Held()

    def _write(self, name: str, words: str, text: Any) -> None:
        """A new note that is emptied again goes. One that was there before stays as it was: there is a way to remove
        it."""
        held = self._note(self._editing)
        if held is None:
            self._add(text)
        elif text:
            self._do("Change a note for next time", (revise(held, text=text),))
        elif self._is_new:
            self._do("Note for next time", remove_note(self._desk.series, self._desk.session, held.id))

    def _add(self, text: str) -> None:
        before = self._editing
        self._editing, changes = note_for_next_time(self._desk.series, self._desk.session, text)
        try:
            self._do("Note for next time", changes)
        except AmieError:
            self._editing = before
            raise

    def _do(self, words: str, changes: Changes) -> None:
        self._desk.do(words, changes, merging=("note", self._editing, self._turn))

    def remove(self) -> None:
        """The chosen note goes."""
        at = self.view.currentIndex().row()
        if (row := self.model.at(at)) is not None:
            self._finish()
            changes = remove_note(self._desk.series, self._desk.session, row.id)
            self._desk.do(f"Remove the note ‘{shortened(row.text)}’", changes)
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
        self.form.refresh()
        self.view.fit()
        if here and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))

    def _edit(self) -> None:
        """Brings the chosen note into the field, to be put otherwise."""
        row = self.model.at(self.view.currentIndex().row())
        note = self._note(row.id) if row else None
        if note is not None and not self._finish():
            self._turn_to(note.id)
            self.start()
            self.line.selectAll()

    def _note(self, id: str) -> NextTime | None:
        return next((note for note in self._desk.plan.next_time if note.id == id), None)


class _LineField(TextField):
    """A note in one line."""

    def value(self) -> Any:
        return _in_one_line(self.line.text()) or None


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


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

"""Beside the register: how late or why absent, what has to be known of the chosen person in the room, and long
absences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from amie_planner.domain import days
from amie_planner.domain.edits.register import back_again, because, late_by
from amie_planner.domain.register import REASONS, Entry
from amie_planner.domain.values import MINUTES_IN_A_DAY
from amie_planner.domain.vocabulary import Mark
from amie_planner.ui.models.register import mark_said
from amie_planner.ui.widgets.basics import Button, Card, Label
from amie_planner.ui.widgets.choice_row import ChoiceRow
from amie_planner.ui.widgets.fields import NumberField, TextField
from amie_planner.ui.widgets.form import Asked, Form
from amie_planner.ui.widgets.in_sight import bring_into_sight
from amie_planner.ui.widgets.register_away import Away
from amie_planner.ui.widgets.register_list import LETTERS
from amie_planner.ui.workspace import OpenSession, shortened

_SHOW, _HIDE = "What to do in an emergency (W)", "Hide the emergency note (W)"

_LEAVING = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False, Qt.Key.Key_Escape: False}
"""Back from the minutes to the list: whether on to the next person."""


@dataclass(frozen=True, slots=True)
class _Why:
    """The reason, as one of those to choose from or in other words."""

    reason: str | None
    own: str | None


class ChosenPerson(Card):
    """said(text): what was kept; done(): Enter in a field, to go on down the list; left(): Escape where minutes are
    typed, to stay with this person; lettered(key): a letter of the list where minutes are typed."""

    said = Signal(str)
    done = Signal()
    left = Signal()
    lettered = Signal(Qt.Key)

    def __init__(self, desk: OpenSession, read: Callable[[str], Entry | None]) -> None:
        super().__init__()
        self._desk = desk
        self._read = read
        self._id = ""
        self.name = Label("", "section")
        self.mark = Label("", "quiet")
        self.recording = Label("", "strong")
        self.emergency = Button(_SHOW, self.show_emergency)
        self.note = Label("")
        self.late = Form(_LATE, self._entry, self._keep_late)
        self.why = Form(_WHY, self._why, self._keep_why)
        self.back = Button("Back again from this session", self._come_back)
        self.away = Away(desk)
        self._arrange()
        self.away.said.connect(self.said)
        self.away.closed.connect(self.done)
        for line in (*self.late.findChildren(QLineEdit), *self.why.findChildren(QLineEdit)):
            line.returnPressed.connect(self.done)
        self.late.fields["minutes"].control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where minutes are typed a letter is no number, but what comes next in the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not _is_held(event):
            key = Qt.Key(event.key())
            if key in LETTERS:
                self.lettered.emit(key)
            elif key in _LEAVING:
                (self.done if _LEAVING[key] else self.left).emit()
            return key in LETTERS or key in _LEAVING
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(7)
        for part in (self.name, self.mark, self.late, self.why, self.recording):
            layout.addWidget(part)
        layout.addWidget(self.emergency, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.note)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.away)
        self._show_note("")

    def turn_to(self, person: str) -> None:
        """Shows somebody, or nobody. What was typed about the one before is kept; where it cannot be, that is said."""
        if person == self._id:
            self.refresh()
            return
        if problem := self.let_go():
            self.said.emit(f"Not kept: {problem}")
        self._id = person
        self._show_note("")
        entry = self._entry()
        self.away.turn_to(person, entry.name if entry else "")
        self.refresh()
        for line in self.findChildren(QLineEdit):
            with QSignalBlocker(line):
                line.setText(line.text())  # so that undo in the field never brings up what was typed about another

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where it cannot be kept."""
        self.late.save()
        self.why.save()
        return self.late.problem or self.why.problem

    def let_go(self) -> str:
        """Keeps what can be kept and lets go of the rest; the reason, or nothing."""
        problem = self.save()
        self.late.let_go()
        self.why.let_go()
        return problem

    def refresh(self) -> None:
        """Shows what holds now."""
        entry = self._entry()
        self.setVisible(entry is not None)
        if entry is None:
            return
        self.name.setText(entry.name)
        day = self._desk.plan.session.date
        self.mark.setText(". ".join(part for part in (mark_said(entry, day), entry.unexpected) if part))
        self.recording.setText(entry.recording[:1].upper() + entry.recording[1:])
        self.recording.setVisible(bool(entry.recording))
        self.emergency.setVisible(bool(entry.emergency))
        self._show_note(entry.emergency if self.note.text() else "")
        self.late.setVisible(entry.mark is Mark.LATE)
        self.why.setVisible(entry.mark is Mark.ABSENT)
        until = days.near(entry.away_until, day) if entry.away_until else ""
        self.back.setVisible(bool(until))
        self.back.setAccessibleDescription(f"Clears the marks of {entry.name} until {until}" if until else "")
        self.late.refresh()
        self.why.refresh()

    def go_to_more(self) -> None:
        """Goes to what more there is to say of the mark; where there is nothing, to the first button."""
        entry = self._entry()
        if entry is None:
            return
        asked = {Mark.LATE: self.late.fields["minutes"], Mark.ABSENT: self.why.fields["own"]}.get(entry.mark)
        (asked or (self.emergency if entry.emergency else self.away.open_button)).setFocus(
            Qt.FocusReason.TabFocusReason
        )
        for line in asked.findChildren(QLineEdit) if asked else ():
            line.selectAll()
            bring_into_sight(line)

    def show_emergency(self) -> None:
        """Shows what to do in an emergency and reads it out; hides it when it is shown."""
        entry = self._entry()
        if entry is None:
            return
        if not entry.emergency:
            self.said.emit(f"No emergency note is written down for {entry.name}")
        elif self.note.text():
            self._show_note("")
        else:
            self._show_note(entry.emergency)
            bring_into_sight(self.note)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.note, entry.emergency))

    def _show_note(self, note: str) -> None:
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.emergency.say(_HIDE if note else _SHOW)

    def _entry(self) -> Entry | None:
        return self._read(self._id)

    def _why(self) -> _Why | None:
        entry = self._entry()
        if entry is None:
            return None
        known = entry.reason in REASONS
        return _Why(entry.reason if known else None, None if known else entry.reason or None)

    def _keep_late(self, name: str, words: str, value: Any) -> None:
        self._keep(words, late_by(self._desk.plan, self._id, value), Mark.LATE)

    def _keep_why(self, name: str, words: str, value: Any) -> None:
        self._keep(words, because(self._desk.plan, self._id, value), Mark.ABSENT)

    def _keep(self, words: str, changes: Any, mark: Mark) -> None:
        """Keeps a detail of a mark, unless the mark has become another meanwhile."""
        entry = self._entry()
        if entry is not None and entry.mark is mark:
            of = f"Change ‘{words}’ of ‘{shortened(entry.name)}’"
            self._desk.do(of, changes, merging=("register", self._desk.session, self._id, words))

    def _come_back(self) -> None:
        entry = self._entry()
        if entry is not None:
            made = back_again(self._desk.series, self._desk.session, self._id)
            self._desk.do(f"‘{shortened(entry.name)}’: back again", made)
            self.said.emit(f"{entry.name}: not taken from this session on")
            self.done.emit()


def _is_held(event: QKeyEvent) -> bool:
    """Whether the key is pressed with others that make another of it."""
    return bool(event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier))


_LATE = (Asked("minutes", "Minutes late", lambda: NumberField(" min", most=MINUTES_IN_A_DAY)),)
_WHY = (
    Asked("reason", "Reason", lambda: ChoiceRow([(reason, reason) for reason in REASONS])),
    Asked("own", "Reason in your own words", TextField),
)

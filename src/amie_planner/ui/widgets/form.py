"""A form over one record, or a part of one: what is typed is kept when editing ends, after a second
without typing, and at the latest two seconds after the first unsaved key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.errors import AmieError
from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.fields import Field, FlagField

AFTER_TYPING = 1000
"""Milliseconds."""
AT_THE_LATEST = 2000
"""Milliseconds."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One row of a form: which field of the record, what it is called, and what helps to answer it."""

    name: str
    words: str
    field: Callable[[], Field]
    hint: str = ""


class Form(QWidget):
    """Shows what `read` gives and keeps each field through `keep(name, value)`, which may raise AmieError."""

    def __init__(self, asked: Sequence[Asked], read: Callable[[], Any], keep: Callable[[str, str, Any], None]) -> None:
        super().__init__()
        self._read = read
        self._keep = keep
        self._asked = {row.name: row for row in asked}
        self.fields: dict[str, Field] = {}
        self._problems: dict[str, Label] = {}
        self._unsaved: set[str] = set()
        self._pause = self._timer(AFTER_TYPING)
        self._limit = self._timer(AT_THE_LATEST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for row in asked:
            self._add(row, layout)
        self.refresh()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self, interval=milliseconds, singleShot=True)
        timer.timeout.connect(self.save)
        return timer

    def _add(self, row: Asked, layout: QVBoxLayout) -> None:
        field = row.field()
        field.called(row.words, row.hint)
        if not isinstance(field, FlagField):
            label = Label(row.words, "strong")
            label.setBuddy(field.control)
            layout.addWidget(label)
        layout.addWidget(field)
        if row.hint:
            layout.addWidget(Label(row.hint, "quiet"))
        problem = Label("", "problem")
        problem.hide()
        layout.addWidget(problem)
        layout.addSpacing(7)
        self.fields[row.name], self._problems[row.name] = field, problem
        field.edited.connect(lambda: self._edited(row.name))
        field.finished.connect(self.save)

    def _edited(self, name: str) -> None:
        self._unsaved.add(name)
        self._pause.start()
        if not self._limit.isActive():
            self._limit.start()

    def save(self) -> None:
        """Keeps what is not yet kept; what cannot be kept stays as typed, with the reason under it."""
        self._pause.stop()
        self._limit.stop()
        for name in list(self._unsaved):
            self._unsaved.discard(name)
            if not self._saved(name):
                self._unsaved.add(name)

    def _saved(self, name: str) -> bool:
        """Keeps one field; says under it why it could not be. It is tried again at the next save."""
        try:
            value = self.fields[name].value()
            if (held := self._read()) is not None and getattr(held, name) != value:
                self._keep(name, self._asked[name].words, value)
        except AmieError as error:
            self._say(name, str(error))
            return False
        self._say(name, "")
        return True

    def _say(self, name: str, problem: str) -> None:
        label, row = self._problems[name], self._asked[name]
        new = bool(problem) and (label.isHidden() or label.text() != problem)
        label.setText(problem)
        label.setVisible(bool(problem))
        self.fields[name].called(row.words, problem or row.hint)
        if new:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(label, f"{row.words}: {problem}"))

    def let_go(self) -> str:
        """Lets go of what could not be kept and shows what is held; the reason, or nothing."""
        problem = self.problem
        held = self._read()
        for name in list(self._unsaved) if problem else ():
            self._unsaved.discard(name)
            self._say(name, "")
            self.fields[name].show_value(getattr(held, name) if held is not None else None)
        return problem

    @property
    def problem(self) -> str:
        """The first reason why something typed is not kept, after the words of its field; or nothing."""
        shown = (name for name, label in self._problems.items() if not label.isHidden())
        return next((f"{self._asked[name].words}. {self._problems[name].text()}" for name in shown), "")

    def refresh(self) -> None:
        """Shows what is held now, except in fields that hold something not yet kept."""
        held = self._read()
        if held is None:
            return
        for name, field in self.fields.items():
            if name not in self._unsaved and self._problems[name].isHidden():
                self._show(field, getattr(held, name))

    def _show(self, field: Field, value: Any) -> None:
        """Leaves alone what already says the same, so that a space at the end of typing stays."""
        if field.value() != value:
            field.show_value(value)

"""The fields of a form. Each shows one value, says when it was edited, and gives the value back.

`value` raises AmieError for what cannot be understood; the form shows it under the field.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from amie_planner.domain import days, timing
from amie_planner.errors import AmieError
from amie_planner.ui.widgets.drop_down import DropDown
from amie_planner.ui.widgets.tick_box import TickBox

NOT_RECORDED = "Not recorded"
Options = Sequence[tuple[str, str]]
"""Pairs of key and words."""


class Field(QWidget):
    """One value. edited: by the leader's hand; finished: what was edited may be kept at once."""

    edited = Signal()
    finished = Signal()

    def __init__(self, control: QWidget) -> None:
        super().__init__()
        self.control = control
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(control)
        self.setFocusProxy(control)

    def called(self, name: str, hint: str) -> None:
        """Gives the control its name, and a hint that is spoken after it."""
        self.control.setAccessibleName(name)
        self.control.setAccessibleDescription(hint)

    def value(self) -> Any:
        """What the field says. Raises AmieError."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Shows a value without saying that it was edited."""
        raise NotImplementedError

    def _chosen(self) -> None:
        self.edited.emit()
        self.finished.emit()


class TextField(Field):
    """One line of text."""

    def __init__(self) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self.line.textChanged.connect(lambda: self.edited.emit())
        self.line.editingFinished.connect(self.finished)

    def value(self) -> Any:
        return self.line.text().strip() or None

    def show_value(self, value: Any) -> None:
        if self.line.text() != (text := self.written(value)):
            with QSignalBlocker(self.line):
                self.line.setText(text)

    def written(self, value: Any) -> str:
        """The value as it is typed."""
        return value or ""


class ReadField(TextField):
    """What may be written in several ways. On leaving, the field shows how it was understood, and says so. What it was
    shown stays as it is until something else is typed, though it be what could not be typed now."""

    def __init__(self) -> None:
        super().__init__()
        self._held: Any = None
        self.line.editingFinished.connect(self._show_understood)

    def read(self, text: str) -> Any:
        """What a text means. Raises AmieError."""
        raise NotImplementedError

    def value(self) -> Any:
        text = self.line.text().strip()
        if text == self.written(self._held):
            return self._held
        return self.read(text) if text else None

    def show_value(self, value: Any) -> None:
        self._held = value
        super().show_value(value)

    def _show_understood(self) -> None:
        try:
            shown = self.written(self.value())
        except AmieError:
            return
        if shown != self.line.text():
            with QSignalBlocker(self.line):
                self.line.setText(shown)
            said = f"{self.line.accessibleName()}: {shown}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, said))


class DateField(ReadField):
    """A day, typed as 8/9/2026 (day first), 2026-09-08 or 8 Sept 2026."""

    def read(self, text: str) -> date:
        return days.read(text)

    def written(self, value: Any) -> str:
        return f"{value.day}/{value.month}/{value.year:04}" if value else ""


class TimeField(ReadField):
    """A time of day, typed as 10:00, 10.00, 1000 or 4.30pm."""

    def read(self, text: str) -> time:
        return timing.read(text)

    def written(self, value: Any) -> str:
        return value.strftime("%H:%M") if value else ""


class WordsField(TextField):
    """Several words, with commas between them. Known keys are shown by their labels; others stay as typed."""

    def __init__(self, options: Options = ()) -> None:
        super().__init__()
        self._labels = dict(options)
        self._keys = {label.casefold(): key for key, label in options}
        self._whole = {label for _, label in options if _DIVIDES.search(label)}

    def value(self) -> Any:
        words = (word.strip() for word in _DIVIDES.split(self._guarded(self.line.text())))
        unguarded = (word.translate(_UNGUARD) for word in words if word)
        return tuple(dict.fromkeys(self._keys.get(word.casefold(), word) for word in unguarded))

    def _guarded(self, text: str) -> str:
        """The text with the commas inside labels, and inside words that were held before, hidden."""
        for whole in sorted(self._whole, key=len, reverse=True):
            text = re.sub(re.escape(whole), lambda found: found[0].translate(_GUARD), text, flags=re.IGNORECASE)
        return text

    def written(self, value: Any) -> str:
        self._whole |= {word for word in value or () if _DIVIDES.search(word)}
        return ", ".join(self._labels.get(word, word) for word in value or ())


_DIVIDES = re.compile("[;,]")
_GUARD = str.maketrans(",;", "\0\1")
_UNGUARD = str.maketrans("\0\1", ",;")


class LongTextField(Field):
    """A few lines of text. Tab goes on to the next field."""

    def __init__(self) -> None:
        self.box = QPlainTextEdit()
        super().__init__(self.box)
        self.box.setTabChangesFocus(True)
        self.box.setFixedHeight(self.box.fontMetrics().lineSpacing() * 3 + 26)
        self.box.textChanged.connect(self.edited)
        self.box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.finished.emit()
        return super().eventFilter(watched, event)

    def value(self) -> Any:
        return self.box.toPlainText().strip() or None

    def show_value(self, value: Any) -> None:
        if self.value() != value:
            self.box.blockSignals(True)
            self.box.setPlainText(value or "")
            self.box.blockSignals(False)


class _Spin(QSpinBox):
    """A number box that may be emptied, and that a passing mouse wheel does not change."""

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        return super().validate(text, at) if text.strip() else (QValidator.State.Acceptable, text, at)

    def valueFromText(self, text: str) -> int:
        return super().valueFromText(text) if text.strip() else self.minimum()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


_MOST = 9_999
"""More than any minutes can be: the record says what is too much, in words."""


class NumberField(Field):
    """A whole number, or not recorded."""

    def __init__(self, suffix: str = "", most: int = _MOST) -> None:
        self.spin = _Spin()
        super().__init__(self.spin)
        self.spin.setRange(-1, most)
        self.spin.lineEdit().setTextMargins(6, 0, 0, 0)
        self.spin.setSpecialValueText(NOT_RECORDED)
        self.spin.setSuffix(suffix)
        self.spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.spin.valueChanged.connect(lambda: self.edited.emit())
        self.spin.editingFinished.connect(self.finished)

    def value(self) -> Any:
        return None if self.spin.value() < 0 else self.spin.value()

    def show_value(self, value: Any) -> None:
        self.spin.blockSignals(True)
        self.spin.setValue(-1 if value is None else value)
        self.spin.blockSignals(False)


class ChoiceField(Field):
    """One of a list, or not recorded. `yes_no` makes true and false of it."""

    def __init__(self, options: Options, nothing: str = NOT_RECORDED, *, yes_no: bool = False) -> None:
        self.combo = DropDown()
        super().__init__(self.combo)
        self._keys: list[Any] = [None, *((True, False) if yes_no else (key for key, _ in options))]
        self.combo.addItem(nothing)
        self.combo.addItems(["Yes", "No"] if yes_no else [words for _, words in options])
        self.combo.activated.connect(lambda: self._chosen())

    def value(self) -> Any:
        return self._keys[self.combo.currentIndex()]

    def show_value(self, value: Any) -> None:
        if value not in self._keys:
            self._keys.append(value)
            self.combo.addItem(str(value))
        self.combo.setCurrentIndex(self._keys.index(value))


class FlagField(Field):
    """Yes or no, as a tick box that says what it means."""

    def __init__(self, words: str) -> None:
        self.box = TickBox(words)
        super().__init__(self.box)
        self._words = words
        self.box.clicked.connect(lambda: self._chosen())

    def called(self, name: str, hint: str) -> None:
        """A tick box is called by the words beside it."""
        super().called(self._words, hint)

    def value(self) -> Any:
        return self.box.isChecked()

    def show_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))

"""Fields for what returns ask: a word of a list or one's own, one that is always chosen, a month, and a school."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QLineEdit

from amie_planner.domain import months
from amie_planner.domain.records import Programme, School
from amie_planner.ui.widgets.fields import NOT_RECORDED, ChoiceField, Options, ReadField

_WITHIN_ITS_LIST = "border: none; padding: 0; min-height: 0; background: transparent;"
"""A line that is part of a list has the edge of the list, and its room."""


class OwnWordField(ChoiceField):
    """A word that is chosen from a list, or typed. The list opens by Alt and the down arrow."""

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self._labels = dict(options)
        self._known = {words.casefold(): key for key, words in options}
        self.combo.removeItem(0)
        self.line = QLineEdit()
        self.line.setStyleSheet(_WITHIN_ITS_LIST)
        self.combo.setLineEdit(self.line)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.setCompleter(None)  # type: ignore[arg-type]  # Qt takes none; its stub does not say so
        self.combo.setCurrentIndex(-1)
        self.combo.editTextChanged.connect(lambda: self.edited.emit())
        self.line.editingFinished.connect(self.finished)

    def called(self, name: str, hint: str) -> None:
        super().called(name, hint)
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(hint)

    def value(self) -> Any:
        text = self.combo.currentText().strip()
        return self._known.get(text.casefold(), text) or None

    def show_value(self, value: Any) -> None:
        text = self._labels.get(value, value) or ""
        with QSignalBlocker(self.combo):
            self.combo.setCurrentIndex(self.combo.findText(text))
            self.combo.setEditText(text)


class OneOfField(ChoiceField):
    """One of a list, always."""

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self.combo.removeItem(0)
        del self._keys[0]


class MonthField(ReadField):
    """A month of a year, typed as March 2014 or 3/2014."""

    def read(self, text: str) -> str:
        return months.read(text)

    def written(self, value: Any) -> str:
        return months.said(value) if value else ""


class SchoolField(ChoiceField):
    """One of the schools of a programme."""

    def __init__(self) -> None:
        super().__init__(())

    def offer(self, programme: Programme) -> None:
        """Offers its schools as they are now; the chosen one stays chosen while it is there."""
        names = [school_called(school) for school in programme.schools]
        keys = [None, *(school.id for school in programme.schools)]
        shown = [self.combo.itemText(n) for n in range(1, self.combo.count())]
        if keys != self._keys or names != shown:
            chosen = self.value()
            self._keys = keys
            self.combo.clear()
            self.combo.addItems([NOT_RECORDED, *names])
            self.show_value(chosen if chosen in keys else None)


def school_called(school: School) -> str:
    """Its name, or its number where it has none yet."""
    return school.name or school.urn or "A school without a name"

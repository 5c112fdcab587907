"""Fields for what returns ask: a word of a list or one's own, one that is always chosen, a month, and a school."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit

from amie_planner.domain import months
from amie_planner.domain.records import Programme, School
from amie_planner.ui.widgets.fields import NOT_RECORDED, ChoiceField, Options, ReadField

_OWN = ""


class OwnWordField(ChoiceField):
    """A word that is chosen from a list, or, in the line that comes with the last choice, written."""

    def __init__(self, options: Options) -> None:
        super().__init__((*options, (_OWN, "Another, in your own words")))
        self._known = {words.casefold(): key for key, words in options}
        self.line = QLineEdit()
        within = self.layout()
        assert within is not None
        within.addWidget(self.line)
        self.line.hide()
        self.combo.activated.connect(lambda: self._show_line())
        self.line.textChanged.connect(lambda: self.edited.emit())
        self.line.editingFinished.connect(self.finished)

    def called(self, name: str, hint: str) -> None:
        super().called(name, hint)
        self.line.setAccessibleName(f"{name}, in your own words")
        self.line.setAccessibleDescription(hint)

    def value(self) -> Any:
        key = super().value()
        if key != _OWN:
            return key
        text = self.line.text().strip()
        return self._known.get(text.casefold(), text) or None

    def show_value(self, value: Any) -> None:
        own = value if value not in self._keys else ""
        with QSignalBlocker(self.line):
            self.line.setText(own)
        super().show_value(_OWN if own else value)
        self._show_line()

    def _show_line(self) -> None:
        self.line.setVisible(super().value() == _OWN)


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

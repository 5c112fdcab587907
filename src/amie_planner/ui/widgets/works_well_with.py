"""What a change works well with: titles in a list, chosen by name from the shelf."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from amie_planner.ui.models.library import OpenLibrary
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.basics import Button
from amie_planner.ui.widgets.entries import Entry, EntryView
from amie_planner.ui.widgets.fields import Field
from amie_planner.ui.widgets.finder import Finder
from amie_planner.ui.widgets.flow import Flow

_LETTERS_WIDE = 62
_LETTERS_HIGH = 34


class WorksWellWithField(Field):
    """Ids of the library, shown as titles. Those that are not here are kept."""

    def __init__(self, shelf: OpenLibrary) -> None:
        self.model: RowList[Entry] = RowList()
        self.view = EntryView(self.model, "Works well with")
        self.add_button = Button("Choose one from the shelf…", self._ask)
        super().__init__(self.view)
        self._shelf = shelf
        self._ids: tuple[str, ...] = ()
        self.remove_button = Button("Take it out", self._take_out)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._take_out)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addLayout(Flow(self.add_button, self.remove_button))
        self.setFocusProxy(self.add_button)

    def called(self, name: str, hint: str) -> None:
        self.view.setAccessibleName(f"{name}, list")
        for button in (self.add_button, self.remove_button):
            button.setAccessibleDescription(f"{name}. {hint}".strip())

    def value(self) -> Any:
        return self._ids

    def show_value(self, value: Any) -> None:
        self._ids = tuple(value or ())
        self.model.show([Entry(id, title) for id, title in self._shelf.titles(self._ids)])
        any_there = bool(self.model.rows)
        self.view.setVisible(any_there)
        self.remove_button.setVisible(any_there)
        self.setFocusProxy(self.view if any_there else self.add_button)
        self.view.fit()
        if any_there and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))

    def choose(self, id: str) -> None:
        """Adds one."""
        if id and id not in self._ids:
            self.show_value((*self._ids, id))
            self._chosen()

    def _ask(self) -> None:
        asked = ChooseFromShelf(self._shelf, self)
        if asked.exec():
            self.choose(asked.finder.current)

    def _take_out(self) -> None:
        row = self.model.at(self.view.currentIndex().row())
        if row is not None:
            self.show_value(tuple(id for id in self._ids if id != row.id))
            self._chosen()
            if not self.model.rows:
                self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)


class ChooseFromShelf(QDialog):
    """One entry of the shelf, found by name."""

    def __init__(self, shelf: OpenLibrary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Choose from the shelf")
        self.finder = Finder(shelf)
        self.finder.off.hide()
        self.finder.refresh()
        self.finder.view.opened.connect(self.accept)
        choose = Button("Choose", self.accept, "main")
        cancel = Button("Cancel", self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addWidget(self.finder, 1)
        layout.addLayout(Flow(choose, cancel))
        letter = self.fontMetrics()
        self.resize(letter.averageCharWidth() * _LETTERS_WIDE, letter.lineSpacing() * _LETTERS_HIGH)
        self.finder.line.setFocus()

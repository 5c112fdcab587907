"""A shelf of the library beside its chosen entry: found, altered in place, added to, taken off the shelf."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amie_planner.domain.edits.shelves import E
from amie_planner.ui.models.open_shelf import OpenShelf
from amie_planner.ui.widgets.basics import Card
from amie_planner.ui.widgets.finder import Finder
from amie_planner.ui.widgets.library_form import F, ShelfEntry


class ShelfFace(QWidget, Generic[E, F]):
    """said(text): something to tell the leader. `add` makes an entry of the leader's own and gives its id."""

    said = Signal(str)

    def __init__(self, shelf: OpenShelf[E], entry: ShelfEntry[E, F], add: Callable[[], str] | None = None) -> None:
        super().__init__()
        self._shelf = shelf
        self._add = add
        self.finder = Finder(shelf)
        self.entry = entry
        self._arrange()
        self.setFocusProxy(self.finder.line)
        self.finder.chosen.connect(self._choose)
        self.finder.view.opened.connect(self._go_to_form)
        self.finder.view.added.connect(self.add)
        self.finder.view.removed.connect(self._remove)

    def _arrange(self) -> None:
        left, right = Card(), Card()
        for card, inside in ((left, self.finder), (right, self.entry)):
            layout = QVBoxLayout(card)
            layout.setContentsMargins(14, 14, 14, 14)
            layout.addWidget(inside, 1)
        side_by_side = QHBoxLayout()
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(14)
        side_by_side.addWidget(left, 1)
        side_by_side.addWidget(right, 1)
        self.setLayout(side_by_side)

    def refresh(self) -> None:
        """Shows the shelf as it is now."""
        self.finder.refresh()
        self.entry.refresh()

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where something cannot be kept."""
        return self.entry.save()

    def go_to(self, id: str) -> None:
        """Chooses an entry, on the shelf or taken off it."""
        held = self._shelf.entry(id)
        if held is not None:
            self.finder.look_for_nothing(off=held.hidden)
            self.finder.choose(id)
            self.finder.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Adds an entry of the leader's own, where that can be done here, and goes to its beginning."""
        if self._add is not None and self.left():
            self.finder.choose(self._add())
            self._go_to_form()

    def left(self) -> bool:
        """Keeps what is being typed; says so where it cannot be."""
        problem = self.entry.save()
        if problem:
            self.said.emit(f"Not kept: {problem}")
        return not problem

    def _choose(self, id: str) -> None:
        """Shows the chosen entry, unless something in the one before cannot be kept as it is."""
        if id == self.entry.shown:
            return
        if self.left():
            self.entry.show_entry(id)
        elif self.finder.model.find(self.entry.shown) >= 0:
            QTimer.singleShot(0, self, lambda: self.finder.choose(self.entry.shown))

    def _go_to_form(self) -> None:
        if self.entry.shown:
            self.entry.start()

    def _remove(self) -> None:
        """By Delete: what was taken off the shelf already stays so."""
        if not self.finder.off.isChecked():
            self.entry.remove()

"""The library: changes worth having at hand, found, altered, added, taken off the shelf, shared and brought in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amie_planner.domain.changes import Change
from amie_planner.domain.records import Adaptation, LibraryAdaptation
from amie_planner.ui.models.library import OpenLibrary
from amie_planner.ui.widgets.basics import Button, Card, Label
from amie_planner.ui.widgets.finder import Finder
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.library_form import LibraryEntry
from amie_planner.ui.widgets.sharing import ask_and_bring_in, ask_and_share
from amie_planner.ui.workspace import Workspace


class LibraryScreen(QWidget):
    """said(text): something to tell the leader."""

    said = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._shelf = OpenLibrary(workspace)
        self.add_button = Button("Add a change", self.add, "main")
        self.bring_in_button = Button("Bring in a pack…", self.bring_in)
        self.share_button = Button("Share a pack…", self.share)
        self.finder = Finder(self._shelf)
        self.entry = LibraryEntry(self._shelf)
        self._arrange()
        self.finder.chosen.connect(self._choose)
        self.finder.view.opened.connect(self._go_to_form)
        self.finder.view.added.connect(self.add)
        self.finder.view.removed.connect(self._remove)
        workspace.changed.connect(self._follow)

    def _arrange(self) -> None:
        left, right = Card(), Card()
        for card, inside in ((left, self.finder), (right, self.entry)):
            layout = QVBoxLayout(card)
            layout.setContentsMargins(14, 14, 14, 14)
            layout.addWidget(inside, 1)
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(14)
        side_by_side.addWidget(left, 1)
        side_by_side.addWidget(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 12)
        title = Label("Library", "title", wrap=False)
        layout.addLayout(Flow(title, self.add_button, self.bring_in_button, self.share_button, spacing=12))
        layout.addLayout(side_by_side, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen is shown now."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Shows the library as it is now."""
        self.finder.refresh()
        self.entry.refresh()

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where something cannot be kept."""
        return self.entry.save()

    def go_to(self, entry: str) -> None:
        """Chooses an entry, on the shelf or taken off it."""
        if (held := self._shelf.entry(entry)) is not None:
            self.finder.look_for_nothing(off=held.hidden)
            self.finder.choose(entry)
            self.finder.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Adds an entry of the leader's own and goes to its title."""
        if self._left():
            self.finder.choose(self._shelf.add())
            self._go_to_form()

    def share(self) -> None:
        """Asks which entries and where to, then writes a pack."""
        self.entry.save()
        path = ask_and_share(self, self._shelf)
        if path is not None:
            self.said.emit(f"Saved {path.name}")

    def bring_in(self) -> None:
        """Asks for a pack, shows what each of its entries would be here, and brings in what is ticked."""
        self.entry.save()
        count = ask_and_bring_in(self, self._shelf)
        if count:
            self.finder.look_for_nothing()
            self.said.emit(f"Brought in {count:,} change{'' if count == 1 else 's'}")

    def _left(self) -> bool:
        """Keeps what is being typed; says so where it cannot be."""
        problem = self.entry.save()
        if problem:
            self.said.emit(f"Not kept: {problem}")
        return not problem

    def _choose(self, id: str) -> None:
        """Shows the chosen entry, unless something in the one before cannot be kept as it is."""
        if id == self.entry.shown:
            return
        if self._left():
            self.entry.show_entry(id)
        elif self.finder.model.find(self.entry.shown) >= 0:
            QTimer.singleShot(0, self, lambda: self.finder.choose(self.entry.shown))

    def _go_to_form(self) -> None:
        if self.entry.shown:
            self.entry.form.fields["title"].setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self) -> None:
        """By Delete: what was taken off the shelf already stays so."""
        if not self.finder.off.isChecked():
            self.entry.remove()

    def _follow(self, changes: Sequence[Change]) -> None:
        kinds = (LibraryAdaptation, Adaptation)
        if self.isVisible() and any(isinstance(change.record, kinds) for change in changes):
            self.refresh()

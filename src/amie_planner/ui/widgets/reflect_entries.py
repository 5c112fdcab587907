"""What is written down entry by entry while looking back: a card with a list, and a form for the chosen entry."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from amie_planner.ui.widgets.basics import Card, Label
from amie_planner.ui.widgets.detail import Kept, Stack
from amie_planner.ui.widgets.entries import Entries
from amie_planner.ui.workspace import OpenSession


class EntriesCard(Card):
    """The entries of one kind under a heading."""

    def __init__(self, desk: OpenSession, heading: str, kept: Kept) -> None:
        super().__init__()
        self._desk = desk
        self.entries = Entries(kept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.addWidget(Label(heading, "section"))
        layout.addWidget(self.entries)
        layout.addStretch(1)

    def start(self) -> None:
        """Goes to the list, or to where its first entry is added."""
        goal = self.entries.view if self.entries.model.rowCount() else self.entries.add_button
        goal.setFocus(Qt.FocusReason.TabFocusReason)

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where it cannot be kept."""
        self.entries.save()
        return next((stack.problem for stack in self.entries.findChildren(Stack) if stack.problem), "")

    def refresh(self) -> None:
        """Shows what is written down now."""
        if not self._desk.gone:
            self.entries.refresh()

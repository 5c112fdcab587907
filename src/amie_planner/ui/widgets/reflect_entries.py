"""What is written down entry by entry while looking back: a card with a list, and a form for the chosen entry."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from amie_planner.domain.register import written
from amie_planner.ui.widgets.basics import Card, Label
from amie_planner.ui.widgets.detail import Kept, Stack
from amie_planner.ui.widgets.entries import Entries
from amie_planner.ui.widgets.reflect_walk_ins import JOINS
from amie_planner.ui.workspace import OpenSession


class EntriesCard(Card):
    """The entries of one kind under a heading. Its form offers the people of the group, and those who walked in."""

    def __init__(self, desk: OpenSession, heading: str, kept: Kept) -> None:
        super().__init__()
        self._desk = desk
        self.entries = Entries(kept)
        self._offered = self._people()
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
        """Shows what is written down now, and whom it can be of now."""
        if self._desk.gone:
            return
        self.entries.refresh()
        if self._offered != (now := self._people()):
            self._offered = now
            if not self.save():
                self._offer_anew()

    def _people(self) -> object:
        people = tuple((person.id, person.alias, person.archived) for person in self._desk.series.people)
        return people, written(self._desk.plan.session).guests

    def _offer_anew(self) -> None:
        """Makes the form of the chosen entry anew. What has the focus keeps it; who has just joined, by their name."""
        chosen, here = self.entries.chosen, QApplication.focusWidget()
        self.entries.choose_none()
        if chosen:
            self.entries.choose(chosen)
        if here is not None and self.entries.isAncestorOf(here) and not here.isVisible():
            name = here.accessibleName().removesuffix(JOINS)
            same = [part for part in self.entries.findChildren(QWidget) if name and part.accessibleName() == name]
            for part in same[-1:]:
                part.setFocus(Qt.FocusReason.OtherFocusReason)

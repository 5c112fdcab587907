"""Finding anything ever written (Ctrl+F)."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from PySide6.QtWidgets import QWidget

from amie_planner.domain.searching import Hit
from amie_planner.ui.models.search import Goes, Search, lead_to
from amie_planner.ui.widgets.quick_find import QuickFind, Wording
from amie_planner.ui.workspace import Workspace

_WORDING = Wording("Find", "Find anything you have written", "What was found", "Go there")


class FindDialog(QuickFind):
    """Over any screen; `hit` is what the leader goes to, or None."""

    def __init__(self, workspace: Workspace, today: date, parent: QWidget | None = None) -> None:
        self._search = Search(workspace, today)
        super().__init__(_WORDING, self._search.answer, parent)

    @property
    def hit(self) -> Hit | None:
        """What was taken."""
        return self._search.hit(self.taken.id) if self.taken is not None else None


class Stands(Goes, Protocol):
    """What a search stands on, and what leads from a hit to its place."""

    @property
    def workspace(self) -> Workspace: ...
    @property
    def today(self) -> date: ...


def ask_and_go(parent: QWidget, planner: Stands) -> None:
    """Asks what to look for, and goes there once the focus is back where it was."""
    dialog = FindDialog(planner.workspace, planner.today, parent)
    dialog.exec()
    dialog.deleteLater()
    if dialog.hit is not None:
        lead_to(dialog.hit, planner)

"""A list of sessions with exact counts, that a leader saves for their own records."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal

from amie_planner.errors import AmieError
from amie_planner.returns.sessions_return import sessions_return
from amie_planner.ui.widgets.basics import Button
from amie_planner.ui.widgets.exchanging import ask_where
from amie_planner.ui.workspace import Workspace
from amie_planner.writing import write_whole


class SessionsFile(Button):
    """Saves the sessions of the `days`. said(text): it is saved. failed(AmieError): an old file is as it was.

    no_days(): the days are none yet, so that nothing is asked.
    """

    said = Signal(str)
    failed = Signal(object)
    no_days = Signal()

    def __init__(self, workspace: Workspace, days: Callable[[], tuple[date, date]]) -> None:
        super().__init__("Save a list of sessions…", self.ask_and_save)
        self._workspace, self._days = workspace, days
        self.setAccessibleDescription("One row a session with exact counts, for your own records")

    def ask_and_save(self) -> None:
        """Asks where to, then writes one row a session."""
        try:
            self._days()
        except AmieError:
            self.no_days.emit()
            return
        if path := ask_where(self, "sessions.csv", "Save a list of sessions", "CSV (*.csv)"):
            self.save(path)

    def save(self, path: Path) -> None:
        """Writes one row a session as CSV."""
        try:
            first, last = self._days()
            write_whole(path, sessions_return(self._workspace.between(first, last), first, last).csv())
        except AmieError as error:
            self.failed.emit(error)
            return
        self.said.emit(f"Saved {path.name}")

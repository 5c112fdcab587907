"""Bringing the people of a class list into a programme, with what has to be seen and asked on the way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from amie_planner.domain.edits.class_lists import bring_in_people
from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists import LARGEST_FILE, read
from amie_planner.ui.models.class_list import proposed
from amie_planner.ui.models.class_list_rows import people
from amie_planner.ui.widgets.class_list_dialog import ClassListDialog
from amie_planner.ui.workspace import Workspace

_FILTER = "Class lists (*.csv *.txt *.tsv *.xlsx *.ods);;All files (*)"


def ask_and_bring_in_people(parent: QWidget, workspace: Workspace, programme: str) -> str:
    """Asks for a class list and brings its people in; gives what was done, or nothing. Raises AmieError."""
    name, _ = QFileDialog.getOpenFileName(parent, "Bring in a class list", "", _FILTER)
    return bring_in(parent, workspace, programme, Path(name)) if name else ""


def bring_in(parent: QWidget, workspace: Workspace, programme: str, path: Path) -> str:
    """Shows what each column and row of a list would be, and brings in who is ticked, in one step. Raises AmieError."""
    data = _bytes(path)
    with _busy():
        asked = ClassListDialog(proposed(read(data, path.name), workspace.series(programme)), parent)
    try:
        if not asked.exec():
            return ""
        coming = asked.proposal.coming
        with _busy():
            changes = bring_in_people(workspace.series(programme), coming)
            workspace.do(f"Bring in {people(len(coming))}", changes)
        return f"{people(len(coming))} brought in"
    finally:
        asked.deleteLater()


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError:
        raise AmieError("This file cannot be read.", "Check that it is there and that you may open it.") from None


@contextmanager
def _busy() -> Iterator[None]:
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QApplication.restoreOverrideCursor()

"""A leader who types a note for next time without Enter, in a window of their own process, so that it can be killed.

`python -m tests.ui.note_without_enter PLANNER`: two seconds after the last key it writes the words of the field as one
line, and waits.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.example_plans import SPACE_SOUNDS

from amie_planner.domain.bringing_in import bring_in
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui.widgets.reflect_next_time import NextTimeNotes
from amie_planner.ui.workspace import OpenSession, Workspace

SESSION = "s2"
TYPED = "The lamp before the drum"
LONGEST = 2_000
"""Milliseconds from the last key until what was typed is kept."""


def type_a_note(planner: Path) -> None:
    """Types, waits, says so, and goes on waiting to be killed."""
    app = QApplication([])
    with Store.open(planner) as store:
        series = load(SPACE_SOUNDS)
        store.apply(bring_in(series, 0))
        notes = NextTimeNotes(OpenSession(Workspace(store), series.programme.id, SESSION))
        notes.show()
        notes.activateWindow()
        QTest.qWaitForWindowActive(notes)
        notes.start()
        QTest.keyClicks(notes.line, TYPED)
        QTest.qWait(LONGEST)
        print(notes.line.text(), flush=True)
        app.exec()


if __name__ == "__main__":
    type_a_note(Path(sys.argv[1]))

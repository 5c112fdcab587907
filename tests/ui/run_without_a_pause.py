"""A leader who runs a session without a pause, in a window of their own process, so that it can be killed.

`python -m tests.ui.run_without_a_pause PLANNER SEED`: after each press it writes the time and what is kept as
one line.
"""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.example_plans import SPACE_SOUNDS

from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.changes import revise
from amie_planner.domain.records import Session
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui.widgets.run_it import RunIt
from amie_planner.ui.workspace import OpenSession, Workspace

BEGUN_AT = datetime(2026, 9, 15, 10, 0)
SESSION = "s2"
LONGEST_WAIT = 90
"""Seconds by the clock between two presses."""
_KEYS = (Qt.Key.Key_Space,) * 4 + (Qt.Key.Key_B, Qt.Key.Key_Plus, Qt.Key.Key_5, Qt.Key.Key_S, Qt.Key.Key_Tab)


def written(session: Session) -> str:
    """What is kept of a session that runs, as one line."""
    return session.model_dump_json(include={"actual", "ended", "status", "date"})


def _say(now: datetime, session: Session) -> None:
    print(now.isoformat(), written(session), flush=True)


def run(planner: Path, seed: int) -> None:
    """Presses keys at random; a session that has ended is opened again."""
    random, now = Random(seed), [BEGUN_AT]
    app = QApplication([])
    with Store.open(planner) as store:
        series = load(SPACE_SOUNDS)
        store.apply(bring_in(series, 0))
        desk = OpenSession(Workspace(store), series.programme.id, SESSION)
        drums = [revise(activity, strand="Drums") for activity in desk.plan.activities[3:5]]
        desk.do("Groups", [revise(desk.plan.activities[2], strand="Strings"), *drums])
        face = RunIt(desk, lambda: now[0])
        face.show()
        face.activateWindow()
        QTest.qWaitForWindowActive(face)
        face.stages[0].setFocus()
        _say(now[0], desk.plan.session)
        while True:
            now[0] += timedelta(seconds=random.randint(0, LONGEST_WAIT))
            now[0] = min(now[0], BEGUN_AT + timedelta(hours=3))
            QTest.keyClick(QApplication.focusWidget() or face, random.choice(_KEYS))
            app.processEvents()
            _say(now[0], desk.plan.session)
            if desk.plan.session.ended is not None:
                face.back()
                _say(now[0], desk.plan.session)


if __name__ == "__main__":
    run(Path(sys.argv[1]), int(sys.argv[2]))

"""The window and its planner: what is found out beside the window is told in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.example_plans import SPACE_SOUNDS
from tests.store.faults import never_written

from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.changes import add
from amie_planner.domain.records import NextTime
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store

TOLD = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from amie_planner import app
from amie_planner.store.store import Store
qt = QApplication([])
def look():
    for box in qt.topLevelWidgets():
        if isinstance(box, QMessageBox) and box.isVisible():
            print(box.text())
            box.close()
timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
app.run(lambda: Store.open(Path(sys.argv[1])))
"""


def test_a_planner_in_which_a_page_was_never_written_is_told_of_and_the_window_closes_of_itself(tmp_path: Path) -> None:
    planner = tmp_path / "planner.amie"
    series = load(SPACE_SOUNDS)
    with Store.open(planner) as store:
        store.apply(bring_in(series, 0))
    before = planner.read_bytes()
    notes = [
        NextTime.made(programme=series.programme.id, session="s1", id=f"many{n}", text="Words " * 40) for n in range(60)
    ]
    with Store.open(planner) as store:
        store.apply(map(add, notes))
    planner.write_bytes(never_written(before, planner.read_bytes()))
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": "src", "AMIE_HOME": str(tmp_path)}
    command = [sys.executable, "-c", TOLD, str(planner)]
    done = subprocess.run(command, env=environment, text=True, timeout=60, stdout=subprocess.PIPE, check=True)
    assert done.stdout.startswith("This planner file is damaged.")

"""How soon the window and what is in it are seen, against a bare window that imports nothing but PySide6.

Run: python3 packaging/dev.py test -- tests/benchmarks/test_first_paint.py -s
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from pytest_benchmark.fixture import BenchmarkFixture

from amie_planner.cli.demo import sample_planner

ROUNDS = 9
FRAME_AIM, DATA_AIM = 1.5, 4.0

BARE = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        print("frame", time.time(), flush=True)
        QTimer.singleShot(0, app.quit)
app = QApplication([])
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""

OURS = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from amie_planner import app
from amie_planner.ui.main_window import MainWindow
qt = QApplication([])
class Window(MainWindow):
    def paintEvent(self, event):
        if not self._painted:
            print("frame", time.time(), flush=True)
        super().paintEvent(event)
app.MainWindow = Window
def planner():
    from amie_planner.store.store import Store
    from amie_planner.ui.screens import programmes
    class Chooser(programmes._Chooser):
        def paintEvent(self, event):
            super().paintEvent(event)
            print("data", time.time(), flush=True)
            QTimer.singleShot(0, qt.quit)
    programmes._Chooser = Chooser
    return Store.open(Path(sys.argv[1]))
app.run(planner)
"""


def seen(script: str, *arguments: str) -> dict[str, float]:
    """Seconds from starting a process to each thing it says it has shown."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": "src"}
    started = time.time()
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    said = reversed([line.split() for line in done.stdout.splitlines()])
    return {name: float(at) - started for name, at in said}


def test_the_frame_and_the_data_are_seen_soon(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """Turn by turn in one run. The ratios are printed, not judged."""
    sample_planner(tmp_path).close()
    planner = str(tmp_path / "planner.amie")
    seen(OURS, planner)
    pairs = [(seen(BARE), seen(OURS, planner)) for _ in range(ROUNDS)]
    bare = median(one["frame"] for one, _ in pairs)
    frame, data = (median(two[what] for _, two in pairs) for what in ("frame", "data"))
    benchmark.pedantic(seen, (OURS, planner), rounds=1)
    benchmark.extra_info.update(frame=frame / bare, data=data / bare)
    print(f"\nbare window {bare:.3f} s; frame {frame:.3f} s = {frame / bare:.2f} × (aim ≤ {FRAME_AIM} ×); ", end="")
    print(f"data on screen {data:.3f} s = {data / bare:.2f} × (aim ≤ {DATA_AIM} ×)")

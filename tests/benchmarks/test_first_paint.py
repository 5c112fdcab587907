"""How soon the window and what is in it are seen, against a bare window that imports nothing but PySide6.

Afterwards the window loads what the first change needs: how long does that hold it up, and what does the change cost?

Run: python3 packaging/dev.py test -- tests/benchmarks/test_first_paint.py -s
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from amie_planner.cli.demo import sample_planner

ROUNDS = 9
FRAME_AIM, DATA_AIM = 1.5, 4.0
GAP_AIM = 0.05
"""Seconds."""

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
    from amie_planner.ui.screens import today
    class Today(today.TodayScreen):
        def paintEvent(self, event):
            super().paintEvent(event)
            print("data", time.time(), flush=True)
            QTimer.singleShot(0, qt.quit)
    today.TodayScreen = Today
    return Store.open(Path(sys.argv[1]))
app.run(planner)
"""


BESIDE = """
import os, sys, threading, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from amie_planner import app
from amie_planner.domain.changes import revise
from amie_planner.store.store import Store
from amie_planner.ui.main_window import MainWindow
REST = 0.01
qt = QApplication([])
beats, loading = [], []
def stop(*error):
    sys.__excepthook__(*error[:3])
    os._exit(1)
def beat():
    beats.append(time.perf_counter())
    window.repaint()
    if len(loading) == 2 and beats[-1] > loading[1] + 0.1:
        held = [after - before - REST for before, after in zip(beats, beats[1:]) if after > loading[0]]
        print("gap", max(held), flush=True)
        print("loading", loading[1] - loading[0], flush=True)
        print("change", first_change(), flush=True)
        qt.quit()
    else:
        QTimer.singleShot(int(1000 * REST), beat)
class Window(MainWindow):
    def load(self, *given):
        global window
        window = self
        super().load(*given)
        sys.excepthook, threading.excepthook = stop, lambda error: stop(*error)
        beat()
app.MainWindow = Window
class Timed(Store):
    def get_ready_to_write(self):
        loading.append(time.perf_counter())
        super().get_ready_to_write()
        loading.append(time.perf_counter())
def planner():
    global store
    store = Timed.open(Path(sys.argv[1]))
    return store
def first_change():
    change = revise(store.programmes()[0], aims=str(time.time()))
    start = time.perf_counter()
    store.apply([change])
    return time.perf_counter() - start
app.run(planner)
"""


@pytest.fixture
def says(tmp_path: Path) -> Callable[..., dict[str, float]]:
    """Runs a script in a process of its own: the number that it says of each thing first, and when it "began".

    As installed, with bytecode: each script runs once without being looked at.
    """
    ours = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": "src", "PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode")}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | ours

    def said(script: str, *given: str) -> dict[str, float]:
        began = time.time()
        command = [sys.executable, "-c", script, *given]
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True, timeout=60)
        numbers = reversed([line.split() for line in done.stdout.splitlines()])
        return {name: float(number) for name, number in numbers} | {"began": began}

    return said


def test_the_frame_and_the_data_are_seen_soon(
    benchmark: BenchmarkFixture, says: Callable[..., dict[str, float]], tmp_path: Path
) -> None:
    """Turn by turn in one run. The ratios are printed, not judged."""
    sample_planner(tmp_path).close()
    planner = str(tmp_path / "planner.amie")
    says(BARE), says(OURS, planner)
    pairs = [(says(BARE), says(OURS, planner)) for _ in range(ROUNDS)]
    bare = median(one["frame"] - one["began"] for one, _ in pairs)
    frame, data = (median(two[what] - two["began"] for _, two in pairs) for what in ("frame", "data"))
    benchmark.pedantic(says, (OURS, planner), rounds=1)
    benchmark.extra_info.update(frame=frame / bare, data=data / bare)
    print(f"\nbare window {bare:.3f} s; frame {frame:.3f} s = {frame / bare:.2f} × (aim ≤ {FRAME_AIM} ×); ", end="")
    print(f"data on screen {data:.3f} s = {data / bare:.2f} × (aim ≤ {DATA_AIM} ×)")


def test_the_window_goes_on_while_what_the_first_change_needs_is_loaded(
    benchmark: BenchmarkFixture, says: Callable[..., dict[str, float]], tmp_path: Path
) -> None:
    """The window repaints itself all the while, with 10 ms of rest in between. The figures are printed, not judged."""
    sample_planner(tmp_path).close()
    planner = str(tmp_path / "planner.amie")
    says(BESIDE, planner)
    rounds = [says(BESIDE, planner) for _ in range(ROUNDS)]
    gap, loading, change = (median(one[what] for one in rounds) for what in ("gap", "loading", "change"))
    benchmark.pedantic(says, (BESIDE, planner), rounds=1)
    benchmark.extra_info.update(gap=gap, change=change)
    worst = max(one["gap"] for one in rounds)
    print(f"\nloading {loading:.3f} s; held up for {gap * 1e3:.0f} ms, at worst {worst * 1e3:.0f} ms ", end="")
    print(f"(aim ≤ {GAP_AIM * 1e3:.0f} ms); the first change {change * 1e3:.0f} ms")

"""Opening, every screen and memory with nothing in the planner, a year, ten years and a hundred.

Aims: at ten years it opens within 1.5 × of an empty one and takes 1.5 × its memory at most; a screen is there within
200 ms. Time is that of the processor; memory is what Linux says. Printed, not judged. Making a hundred years takes some
minutes.

Run: python3 packaging/dev.py test -- tests/benchmarks/test_ten_years.py -s
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pytest
from tests.ten_years import fill, today

from amie_planner.store.store import Store

SIZES = (0, 1, 10, 100)
"""Years."""
ROUNDS = 3
SCREEN_AIM = 200
"""Milliseconds."""

OPEN = """
import json, sys, time
from datetime import date
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from amie_planner import app
from amie_planner.ui.main_window import MainWindow
from amie_planner.ui.sidebar import SCREENS

planner, day, rounds = Path(sys.argv[1]), date.fromisoformat(sys.argv[2]), int(sys.argv[3])
qt = QApplication([])
found = {"screens": {}}

def megabytes():
    # The most that this process held; getrusage begins with what its parent held.
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1000

def opened():
    found["opened"] = time.process_time() * 1000
    found["memory"] = megabytes()
    if rounds:
        walk()
        found["memory at the end"] = megabytes()
    print(json.dumps(found), flush=True)
    window.close()
    qt.quit()

def timed(name, do, until=lambda: True):
    start = time.process_time()
    do()
    qt.processEvents()
    while not until():
        qt.processEvents()
        time.sleep(0.001)
    found["screens"].setdefault(name, []).append((time.process_time() - start) * 1000)

def walk():
    from amie_planner.ui.screens.session import FACES
    from amie_planner.ui.screens.series import FACES as OVER_TIME
    time.sleep(1)
    qt.processEvents()
    ids = [programme.id for programme in window._workspace.programmes()]
    for n in range(rounds):
        for at, name in enumerate(SCREENS):
            timed(name, lambda: window.show_screen(at))
        if not ids:
            continue
        id = ids[-1 - n % 5]
        timed("a session of this year", lambda: window.open_session(id, "s29"))
        for face, name in enumerate(FACES):
            timed("session, " + name, lambda: window.session.show_face(face))
        if len(ids) > 5:
            timed("a session of the first year", lambda: window.open_session(ids[n % 5], "s29"))
        done = []
        def look_back():
            window.open_series(id)
            window.opening.page.worked_out.connect(lambda: done.append(True))
        timed("a programme over time", look_back, lambda: done)
        for face, name in enumerate(OVER_TIME):
            done.clear()
            timed("over time, " + name, lambda: window.opening.page.faces.choose(face))
        timed("monitoring", lambda: window.open_monitoring(id))

class Window(MainWindow):
    def load(self, workspace, clock, *given):
        global window
        window = self
        super().load(workspace, lambda: day, *given)
        QTimer.singleShot(0, opened)

app.MainWindow = Window
def open_planner():
    from amie_planner.store.store import Store
    return Store.open(planner)
app.run(open_planner)
"""


@pytest.fixture(scope="module")
def planners(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """A planner file of each size."""
    folder = tmp_path_factory.mktemp("planners")
    print()
    for size in SIZES:
        start = perf_counter()
        with Store.open(folder / f"{size}.amie") as store:
            fill(store, size)
        megabytes = (folder / f"{size}.amie").stat().st_size / 1e6
        print(f"{size} years: {megabytes:.1f} MB, made in {perf_counter() - start:.0f} s")
    return {size: folder / f"{size}.amie" for size in SIZES}


@pytest.mark.timeout(3000)
def test_opening_screens_and_memory_with_years_in_the_planner(planners: dict[int, Path], tmp_path: Path) -> None:
    _seen(planners[0], 0, tmp_path)  # compiles what is loaded
    opened = {size: [_seen(planners[size], size, tmp_path) for _ in range(ROUNDS)] for size in SIZES}
    _print_growth("opened, ms", {size: median(one["opened"] for one in opened[size]) for size in SIZES})
    _print_growth("memory when opened, MB", {size: median(one["memory"] for one in opened[size]) for size in SIZES})
    walked = {size: _seen(planners[size], size, tmp_path, rounds=ROUNDS) for size in SIZES}
    _print_growth("memory after all screens, MB", {size: walked[size]["memory at the end"] for size in SIZES})
    for screen in walked[SIZES[-1]]["screens"]:
        took = {size: walked[size]["screens"].get(screen, ()) for size in SIZES}
        _print_growth(f"{screen}, first", {size: first for size, (first, *_) in _had(took)})
        _print_growth(f"{screen}, again", {size: median(again) for size, (_, *again) in _had(took)})
    assert {size: sorted(held["screens"]) for size, held in walked.items()}


def _had(took: dict[int, list[float]]) -> list[tuple[int, list[float]]]:
    return [(size, times) for size, times in took.items() if times]


def _seen(planner: Path, size: int, folder: Path, rounds: int = 0) -> Any:
    """What a window of its own finds: as installed, with bytecode."""
    ours = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": "src", "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | ours
    command = [sys.executable, "-c", OPEN, str(planner), today(size or 1).isoformat(), str(rounds)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True, timeout=1000)
    return json.loads(done.stdout.splitlines()[-1])


def _print_growth(what: str, by_size: dict[int, float]) -> None:
    """Each figure, and how many times that of the smallest planner it is."""
    least = next(iter(by_size.values()))
    said = "   ".join(f"{size:>3}: {value:7.1f} ({value / least:.2f} ×)" for size, value in by_size.items())
    print(f"{what:44} {said}")

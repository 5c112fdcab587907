"""Opening, every screen and memory with nothing in the planner, a year, ten years and a hundred.

Aims: at ten years it opens within 1.5 × of an empty one and takes 1.5 × its memory at most; a screen is there within
200 ms. It is open when what comes next can be seen and used; what waits comes in after that, and is timed too. Time is
that of the processor, in the thread of the window; memory is what Linux says. Printed, not judged. Making a hundred
years takes some minutes.

Run: python3 packaging/dev.py test -- tests/benchmarks/test_ten_years.py -s
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pytest
from tests.ten_years import fill, one_group, today

from amie_planner.domain.changes import add
from amie_planner.store.store import Store

SIZES = (0, 1, 10, 100)
"""Years."""
ROUNDS, OPENED = 3, 7
OPENING = {
    "opened": "opened, ms",
    "under way": "and what waits in groups under way, ms",
    "all that waits": "and all that waits, ms",
    "memory": "memory when opened, MB",
    "memory then": "memory when that is known, MB",
}

OPEN = """
import json, sys, threading, time
from datetime import date
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from amie_planner import app
from amie_planner.ui.main_window import MainWindow
from amie_planner.ui.sidebar import SCREENS, TODAY

planner, day, rounds = Path(sys.argv[1]), date.fromisoformat(sys.argv[2]), int(sys.argv[3])
qt = QApplication([])
found = {"screens": {}}

def megabytes():
    # The most that this process held; getrusage begins with what its parent held.
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1000

def opened():
    window.repaint()
    found["opened"] = time.thread_time() * 1000
    found["memory"] = megabytes()
    wait_for_what_waits()
    found["memory then"] = megabytes()
    if rounds:
        {"walk": walk, "one group": go_on_with_one_group}[sys.argv[4]]()
        found["memory at the end"] = megabytes()
    print(json.dumps(found), flush=True)
    window.close()
    qt.quit()

def wait_for_what_waits():
    waits = window.opening.screens[TODAY]._found
    waits.found.connect(lambda: found.setdefault("under way", time.thread_time() * 1000))
    waits.look(day)
    settled = time.monotonic() + 0.5
    while waits.looking or threading.active_count() > 1 or time.monotonic() < settled:
        qt.processEvents()
        if not waits.looking:
            found.setdefault("all that waits", time.thread_time() * 1000)
        time.sleep(0.001)

def timed(name, do, until=lambda: True):
    start = time.thread_time()
    do()
    qt.processEvents()
    while not until():
        qt.processEvents()
        time.sleep(0.001)
    found["screens"].setdefault(name, []).append((time.thread_time() - start) * 1000)

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

def go_on_with_one_group():
    from amie_planner.domain.changes import revise
    (programme,) = window._workspace.programmes()
    series = window._workspace.series(programme.id)
    session = next(lines.session for lines in series.sessions if lines.session.date >= day)
    for n in range(rounds):
        timed("a session", lambda: window.open_session(programme.id, session.id))
        first = window._workspace.plan(programme.id, session.id).activities[0]
        timed("an edit in it", lambda: window._workspace.do("Edit", [revise(first, title=f"Song {n}")]))
        timed("Today", lambda: window.show_screen(TODAY))

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
    opened = {size: [_seen(planners[size], size, tmp_path) for _ in range(OPENED)] for size in SIZES}
    for what, said in OPENING.items():
        _print_growth(said, {size: median(one[what] for one in opened[size]) for size in SIZES})
    walked = {size: _seen(planners[size], size, tmp_path, rounds=ROUNDS) for size in SIZES}
    at_the_end = {size: walked[size]["memory at the end"] for size in SIZES if size}
    _print_growth("memory after all screens, MB", at_the_end)
    _print_screens({size: held["screens"] for size, held in walked.items()})
    assert {size: sorted(held["screens"]) for size, held in walked.items()}


@pytest.mark.timeout(600)
def test_a_session_and_an_edit_of_a_group_that_goes_on_for_years(tmp_path: Path) -> None:
    seen = {}
    for size in (1, 10):
        planner = tmp_path / f"{size}.amie"
        with Store.open(planner) as store:
            store.apply(map(add, one_group(size).records()))
        seen[size] = _seen(planner, size, tmp_path, rounds=OPENED, what="one group")["screens"]
    _print_screens(seen)
    assert seen[1].keys() == seen[10].keys()


def _print_screens(seen: dict[int, dict[str, list[float]]]) -> None:
    for screen in seen[max(seen)]:
        took = {size: held.get(screen, ()) for size, held in seen.items()}
        _print_growth(f"{screen}, first", {size: first for size, (first, *_) in _had(took)})
        _print_growth(f"{screen}, again", {size: median(again) for size, (_, *again) in _had(took)})


def _had(took: dict[int, Sequence[float]]) -> list[tuple[int, list[float]]]:
    return [(size, times) for size, times in took.items() if times]


def _seen(planner: Path, size: int, folder: Path, rounds: int = 0, what: str = "walk") -> Any:
    """What a window of its own finds: as installed, with bytecode."""
    ours = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": "src", "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | ours
    command = [sys.executable, "-c", OPEN, str(planner), today(size or 1).isoformat(), str(rounds), what]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True, timeout=1000)
    return json.loads(done.stdout.splitlines()[-1])


def _print_growth(what: str, by_size: dict[int, float]) -> None:
    """Each figure, and how many times that of the smallest planner it is."""
    least = next(iter(by_size.values()))
    said = "   ".join(f"{size:>3}: {value:7.1f} ({value / least:.2f} ×)" for size, value in by_size.items())
    print(f"{what:44} {said}")

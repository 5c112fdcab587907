"""Whether the window answers while the papers of a term are made beside it. Aim: no frame over 50 ms, memory bounded.

A frame is measured in the processor time that the whole program takes between two beats of the window, so that other
work on the machine does not count; the time by the clock is printed beside it.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from time import perf_counter, process_time

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot
from tests.ui.papers import a_term

from amie_planner import app
from amie_planner.documents import DOCUMENTS
from amie_planner.ui.models.paper_files import PaperBatch, jobs
from amie_planner.writing import write_whole

LONGEST_FRAME = 0.05
"""Seconds."""


@pytest.fixture(autouse=True)
def as_in_the_window() -> Iterator[None]:
    """Threads take turns as they do in the window, and what has been loaded is not looked through again."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(app.TURN)
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()
    sys.setswitchinterval(before)


def beats_while_saving(qtbot: QtBot, folder: Path, sessions: int, *papers: str) -> list[tuple[float, float]]:
    """Between two beats of the window: seconds of the processor, and by the clock."""
    series = a_term(sessions)
    kinds = [(each, each.styles[0], each.names[0]) for each in DOCUMENTS if each.id in papers]
    made = jobs([series.plan(lines.session.id) for lines in series.in_order()], kinds, "pdf")
    beats: list[tuple[float, float]] = []
    beat = QTimer(interval=5)
    beat.timeout.connect(lambda: beats.append((process_time(), perf_counter())))
    beat.start()
    batch = PaperBatch()
    batch.start(made, lambda job, file: write_whole(folder / job.name, file))
    qtbot.waitUntil(lambda: not batch.under_way, timeout=600_000)
    assert len(list(folder.glob("*.pdf"))) == len(made)
    return sorted((later[0] - sooner[0], later[1] - sooner[1]) for sooner, later in pairwise(beats))


def test_the_window_answers_while_forty_sessions_are_saved(qtbot: QtBot, tmp_path: Path) -> None:
    frames = beats_while_saving(qtbot, tmp_path, 40, "run-sheet", "access-sheet", "participant-strip")
    worst = max(clock for _, clock in frames)
    print(f"\n{len(frames)} frames, the longest {frames[-1][0] * 1000:.0f} ms ({worst * 1000:.0f} ms by the clock)")
    assert frames[-1][0] < LONGEST_FRAME


def test_memory_does_not_grow_with_the_number_of_papers(qtbot: QtBot, tmp_path: Path) -> None:
    import resource

    (tmp_path / "few").mkdir()
    (tmp_path / "many").mkdir()
    beats_while_saving(qtbot, tmp_path / "few", 50, "run-sheet")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    beats_while_saving(qtbot, tmp_path / "many", 1_000, "run-sheet")
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"\n1,000 pages take {grown:.0f} MB more than 50")
    assert grown < 100

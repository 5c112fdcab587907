"""A list of sessions for a leader's own records."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.hands import heard, in_front
from tests.plans import a_series

from amie_planner.domain.bringing_in import bring_in
from amie_planner.errors import AmieError
from amie_planner.store.store import Store
from amie_planner.ui.widgets.sessions_file import SessionsFile
from amie_planner.ui.workspace import Workspace

AUTUMN = date(2026, 9, 1), date(2026, 12, 18)


def test_the_sessions_of_the_days_are_a_row_each(
    qtbot: QtBot, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = ("2026-09-08", "2026-10-08", "2027-01-08")
    sessions = [{"id": f"s{n}", "title": f"Week {n}", "date": day} for n, day in enumerate(days)]
    store.apply(bring_in(a_series(programme={"uid": "u1", "title": "Band"}, sessions=sessions), 0))
    path = tmp_path / "autumn.csv"
    button = in_front(qtbot, SessionsFile(Workspace(store), lambda: AUTUMN), 300, 60)
    told = heard(button.said)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path.with_suffix("")), ""))
    button.click()
    assert path.read_text(encoding="utf-8-sig").count("Week") == 2
    assert told == ["Saved autumn.csv"]


def test_days_that_are_none_say_why_and_nothing_is_written(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> tuple[date, date]:
        raise AmieError("A return needs its first and its last day.", "Write both.")

    button = in_front(qtbot, SessionsFile(workspace, none), 300, 60)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("there is nothing to save"))
    with qtbot.waitSignal(button.no_days):
        button.click()
    failed = heard(button.failed)
    button.save(tmp_path / "sessions.csv")
    assert "first and its last day" in str(failed[0])
    assert not (tmp_path / "sessions.csv").exists()

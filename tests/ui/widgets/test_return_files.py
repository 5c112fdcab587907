"""The ways in which a return leaves: nothing without agreement, and no other file is replaced unasked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from tests.hands import in_front
from tests.ui.models.test_reports import worked_out

from amie_planner.errors import AmieError
from amie_planner.returns.releases import LedgerWarning
from amie_planner.ui.models.reports import Ready
from amie_planner.ui.widgets.return_files import ReturnFiles

NAME = "general-return-2026-09-01-to-2027-08-31"


@pytest.fixture
def files(qtbot: QtBot) -> ReturnFiles:
    """The buttons, with a return that can leave."""
    shown = in_front(qtbot, ReturnFiles())
    shown.show_ready(worked_out())
    return shown


@pytest.fixture
def left(files: ReturnFiles) -> list[Ready]:
    """What left from now on."""
    found: list[Ready] = []
    files.left.connect(found.append)
    return found


def to(monkeypatch: pytest.MonkeyPatch, place: Path, answer: int | None = None) -> None:
    """The leader chooses a place, and gives this answer where there is a question."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(place))

    def answered(box: QMessageBox) -> None:
        assert answer is not None, box.text()
        box.buttons()[answer].click()

    monkeypatch.setattr(QMessageBox, "exec", answered)


def warned_of(ready: Ready) -> Ready:
    count = ready.made.figures[0]
    return replace(ready, warnings=(LedgerWarning(ready.release(ready.worked_out, ()), (count,), changed=True),))


def test_nothing_can_be_pressed_without_a_return(files: ReturnFiles) -> None:
    files.show_ready(None)
    assert [b.isEnabled() for b in (files.workbook, files.csv, files.cover)] == [False] * 3


@pytest.mark.parametrize(("button", "name"), [("workbook", "r.xlsx"), ("cover", "r.pdf")])
def test_a_file_gets_its_ending(
    files: ReturnFiles, left: list[Ready], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, button: str, name: str
) -> None:
    to(monkeypatch, tmp_path / "r")
    getattr(files, button).click()
    files.finish()
    assert [each.name for each in tmp_path.iterdir()] == [name]
    assert left == [files.ready]


def test_csv_files_go_into_a_folder_of_their_own_and_beside_an_old_one(
    files: ReturnFiles, left: list[Ready], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    to(monkeypatch, tmp_path)
    files.csv.click()
    files.finish()
    assert (tmp_path / NAME / "01-notes.csv").exists()
    to(monkeypatch, tmp_path, 1)
    files.csv.click()
    files.finish()
    assert {each.name for each in tmp_path.iterdir()} == {NAME, f"{NAME}-2"}
    assert len(left) == 2


def test_csv_files_replace_those_of_before_when_the_leader_says_so(
    files: ReturnFiles, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME / "01-notes.csv").write_text("old")
    to(monkeypatch, tmp_path, 0)
    files.csv.click()
    files.finish()
    assert (tmp_path / NAME / "01-notes.csv").read_text(encoding="utf-8-sig") != "old"


def test_csv_files_never_stay_beside_those_of_another_return(
    files: ReturnFiles, left: list[Ready], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    errors: list[AmieError] = []
    files.failed.connect(errors.append)
    (tmp_path / NAME).mkdir()
    for name in ("01-notes.csv", "40-schools.csv"):
        (tmp_path / NAME / name).write_text("old")
    to(monkeypatch, tmp_path, 0)
    files.csv.click()
    files.finish()
    assert "another return" in str(errors[0])
    assert {each.read_text() for each in (tmp_path / NAME).iterdir()} == {"old"}
    assert not left


@pytest.mark.parametrize(("answer", "leaves"), [(0, True), (1, False)])
@pytest.mark.parametrize("how", ["workbook", "csv", "cover", "copy"])
def test_what_is_warned_of_leaves_only_when_the_leader_goes_on(
    files: ReturnFiles,
    left: list[Any],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    how: str,
    answer: int,
    leaves: bool,
) -> None:
    files.show_ready(warned_of(worked_out()))
    to(monkeypatch, tmp_path / "r" if how != "csv" else tmp_path, answer)
    if how == "copy":
        files.copy(0)
    else:
        getattr(files, how).click()
    files.finish()
    assert bool(left) is leaves
    assert any(tmp_path.iterdir()) is (leaves and how != "copy")

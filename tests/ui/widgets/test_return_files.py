"""The ways in which a return leaves: nothing without agreement, and no other file is replaced unasked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from tests.hands import heard, in_front
from tests.ui.models.test_reports import NOW, worked_out

from amie_planner.domain.records import ReturnRelease
from amie_planner.errors import AmieError
from amie_planner.returns.releases import Differs, LedgerWarning
from amie_planner.store.store import Store
from amie_planner.ui.models.reports import Ready
from amie_planner.ui.models.return_notes import ReturnNotes
from amie_planner.ui.widgets import return_files
from amie_planner.ui.widgets.return_files import ReturnFiles
from amie_planner.ui.workspace import Workspace

NAME = "general-return-2026-09-01-to-2027-08-31"


@pytest.fixture
def workspace(store: Store, qapp: object) -> Workspace:
    """A planner from which nothing left."""
    return Workspace(store)


@pytest.fixture
def files(qtbot: QtBot, workspace: Workspace) -> ReturnFiles:
    """The buttons, with a return that can leave."""
    shown = in_front(qtbot, ReturnFiles(ReturnNotes(workspace, lambda: NOW)))
    shown.show_ready(worked_out())
    return shown


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An empty folder."""
    made = tmp_path / "out"
    made.mkdir()
    return made


def left(workspace: Workspace) -> int:
    """How many returns are noted as having left."""
    return len(workspace.own(ReturnRelease))


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
    return replace(ready, warnings=(LedgerWarning(ready.release(ready.worked_out, ()), (count,), Differs.RECORDS),))


def test_nothing_can_be_pressed_without_a_return(files: ReturnFiles) -> None:
    files.show_ready(None)
    assert [b.isEnabled() for b in (files.workbook, files.csv, files.cover)] == [False] * 3


@pytest.mark.parametrize(("button", "name"), [("workbook", "r.xlsx"), ("cover", "r.pdf")])
def test_a_file_gets_its_ending(
    files: ReturnFiles, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, out: Path, button: str, name: str
) -> None:
    to(monkeypatch, out / "r")
    getattr(files, button).click()
    files.finish()
    assert [each.name for each in out.iterdir()] == [name]
    assert left(workspace) == 1


def test_csv_files_go_into_a_folder_of_their_own_and_beside_an_old_one(
    files: ReturnFiles, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, out: Path
) -> None:
    to(monkeypatch, out)
    files.csv.click()
    files.finish()
    assert (out / NAME / "01-notes.csv").exists()
    to(monkeypatch, out, 1)
    files.csv.click()
    files.finish()
    assert {each.name for each in out.iterdir()} == {NAME, f"{NAME}-2"}
    assert left(workspace) == 1


def test_csv_files_replace_those_of_before_when_the_leader_says_so(
    files: ReturnFiles, monkeypatch: pytest.MonkeyPatch, out: Path
) -> None:
    (out / NAME).mkdir()
    (out / NAME / "01-notes.csv").write_text("old")
    to(monkeypatch, out, 0)
    files.csv.click()
    files.finish()
    assert (out / NAME / "01-notes.csv").read_text(encoding="utf-8-sig") != "old"


def test_csv_files_never_stay_beside_those_of_another_return(
    files: ReturnFiles, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, out: Path
) -> None:
    errors: list[AmieError] = []
    files.failed.connect(errors.append)
    (out / NAME).mkdir()
    for name in ("01-notes.csv", "40-schools.csv"):
        (out / NAME / name).write_text("old")
    to(monkeypatch, out, 0)
    files.csv.click()
    files.finish()
    assert "another return" in str(errors[0])
    assert {each.read_text() for each in (out / NAME).iterdir()} == {"old"}
    assert not left(workspace)


@pytest.mark.parametrize(("answer", "leaves"), [(0, True), (1, False)])
@pytest.mark.parametrize("how", ["workbook", "csv", "cover", "copy"])
def test_what_is_warned_of_leaves_only_when_the_leader_goes_on(
    files: ReturnFiles,
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    out: Path,
    how: str,
    answer: int,
    leaves: bool,
) -> None:
    files.show_ready(warned_of(worked_out()))
    to(monkeypatch, out / "r" if how != "csv" else out, answer)
    if how == "copy":
        files.copy(0)
    else:
        getattr(files, how).click()
    files.finish()
    assert bool(left(workspace)) is leaves
    assert any(out.iterdir()) is (leaves and how != "copy")


def test_the_key_that_saves_pressed_twice_lets_nothing_leave_that_is_warned_of(
    files: ReturnFiles, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, out: Path
) -> None:
    files.show_ready(warned_of(worked_out()))
    to(monkeypatch, out / "r")
    monkeypatch.setattr(QMessageBox, "exec", lambda box: box.defaultButton().click())
    files.workbook.click()
    files.finish()
    assert not left(workspace)
    assert not any(out.iterdir())


def test_a_full_planner_lets_nothing_leave(
    files: ReturnFiles, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, out: Path
) -> None:
    told = heard(files.failed)

    def refused(changes: object) -> None:
        raise AmieError("There is no room left.", "Free some.")

    monkeypatch.setattr(workspace, "note", refused)
    to(monkeypatch, out / "r")
    QGuiApplication.clipboard().setText("before")
    files.workbook.click()
    files.copy(0)
    files.finish()
    assert [str(error) for error in told] == ["There is no room left. Free some."] * 2
    assert (list(out.iterdir()), QGuiApplication.clipboard().text()) == ([], "before")


def test_where_some_csv_files_were_written_the_note_stays(files: ReturnFiles, workspace: Workspace, out: Path) -> None:
    told = heard(files.failed)
    (out / NAME / "02-definitions.csv").mkdir(parents=True)
    files.save_csv(out / NAME)
    files.finish()
    assert "1 of " in str(told[0]) and left(workspace) == 1


def noted(workspace: Workspace) -> list[str | None]:
    """To whom what left is noted."""
    return [release.recipient for release in workspace.own(ReturnRelease)]


def save_for_b_and_fail_for_c(files: ReturnFiles, out: Path) -> None:
    """A workbook for B that is written, then one for C that has no folder."""
    files.show_ready(worked_out(recipient="Hub B"))
    files.save_workbook(out / "b.xlsx")
    files.finish()
    files.show_ready(worked_out(recipient="Hub C"))
    files.save_workbook(out / "no" / "such" / "c.xlsx")
    files.finish()


def test_a_folder_that_cannot_be_looked_into_is_said_and_takes_nothing(
    files: ReturnFiles, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, out: Path
) -> None:
    told = heard(files.failed)
    (out / NAME).mkdir()

    def closed(folder: Path) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "iterdir", closed)
        files.save_csv(out / NAME)
        files.finish()
    assert isinstance(told[0], AmieError) and "cannot be looked into" in str(told[0])
    assert (noted(workspace), list((out / NAME).iterdir())) == ([], [])
    save_for_b_and_fail_for_c(files, out)
    assert noted(workspace) == ["Hub B"]


def test_after_a_fault_of_ours_each_note_still_goes_with_its_own_return(
    files: ReturnFiles, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, out: Path
) -> None:
    said = heard(files.said)

    def fails(*_: object) -> bytes:
        raise ValueError("ours")

    with monkeypatch.context() as patched, qtbot.captureExceptions() as caught:
        patched.setattr(return_files, "xlsx", fails)
        files.save_workbook(out / "a.xlsx")
        files.finish()
    assert [kind for kind, *_ in caught] == [ValueError]
    assert noted(workspace) == []
    save_for_b_and_fail_for_c(files, out)
    assert (noted(workspace), said) == (["Hub B"], ["Saved b.xlsx"])


def test_a_folder_that_cannot_be_made_is_said_and_takes_nothing(
    files: ReturnFiles, workspace: Workspace, out: Path
) -> None:
    told = heard(files.failed)
    files.save_csv(out / "no" / "such")
    files.finish()
    assert "cannot be made" in str(told[0])
    assert (left(workspace), list(out.iterdir())) == (0, [])

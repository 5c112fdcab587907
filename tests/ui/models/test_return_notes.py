"""The ledger is told before anything leaves; a note goes only where nothing of it left."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from tests.ui.models.test_reports import NOW, worked_out

from amie_planner.domain.records import ReturnRelease
from amie_planner.errors import AmieError
from amie_planner.store.store import Store
from amie_planner.ui.models.return_notes import ReturnNotes
from amie_planner.ui.workspace import Workspace

ROOT = Path(__file__).parents[3]


@pytest.fixture
def workspace(store: Store, qapp: object) -> Workspace:
    """A planner from which nothing left."""
    return Workspace(store)


@pytest.fixture
def notes(workspace: Workspace) -> ReturnNotes:
    return ReturnNotes(workspace, lambda: NOW)


def ledger(workspace: Workspace) -> list[str]:
    return [release.id for release in workspace.own(ReturnRelease)]


@pytest.mark.parametrize(("left", "noted"), [(True, ["release1"]), (False, [])])
def test_a_note_is_there_while_it_leaves_and_stays_if_it_left(
    notes: ReturnNotes, workspace: Workspace, left: bool, noted: list[str]
) -> None:
    note = notes.begin(worked_out())
    assert ledger(workspace) == ["release1"]
    notes.end(note, left=left)
    assert ledger(workspace) == noted


@pytest.mark.parametrize("ends", [(True, False), (False, True)])
def test_a_note_of_two_files_stays_if_one_of_them_left(
    notes: ReturnNotes, workspace: Workspace, ends: tuple[bool, bool]
) -> None:
    ready = worked_out()
    for note, left in zip([notes.begin(ready), notes.begin(ready)], ends, strict=True):
        notes.end(note, left=left)
    assert ledger(workspace) == ["release1"]


def test_a_note_of_two_files_of_which_none_left_goes(notes: ReturnNotes, workspace: Workspace) -> None:
    ready = worked_out()
    for note in (notes.begin(ready), notes.begin(ready)):
        notes.end(note, left=False)
    assert ledger(workspace) == []
    notes.end(notes.begin(ready), left=True)
    assert ledger(workspace) == ["release1"]


@pytest.mark.parametrize("left", [True, False])
def test_a_note_of_before_stands_for_a_copy_later_that_day_whatever_becomes_of_that(
    notes: ReturnNotes, workspace: Workspace, left: bool
) -> None:
    notes.end(notes.begin(worked_out()), left=True)
    later = ReturnNotes(workspace, lambda: NOW + timedelta(minutes=90))
    later.end(later.begin(worked_out()), left=left)
    assert ledger(workspace) == ["release1"]


def test_a_note_that_cannot_be_taken_back_stays(
    notes: ReturnNotes, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = notes.begin(worked_out())

    def refused(changes: object) -> None:
        raise AmieError("There is no room left.", "Free some.")

    monkeypatch.setattr(workspace, "note", refused)
    notes.end(note, left=False)
    assert ledger(workspace) == ["release1"]


LEAVES_AND_IS_KILLED = """
import os, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.ui.models.test_reports import NOW, worked_out
from amie_planner import writing
from amie_planner.store.store import Store
from amie_planner.ui.models.return_notes import ReturnNotes
from amie_planner.ui.widgets.return_files import ReturnFiles
from amie_planner.ui.workspace import Workspace

planner, file, moment = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
app = QApplication([])
files = ReturnFiles(ReturnNotes(Workspace(Store.open(planner)), lambda: NOW))
files.show_ready(worked_out())
seen = []

def look(event, about):
    if str(file.parent) in str(about):
        seen.append(event)
        if moment == event or moment == "the end" and "os.rename" in seen[:-1]:
            os._exit(9)

sys.addaudithook(look)
files.save_workbook(file)
files.finish()
os._exit(0)
"""


@pytest.mark.parametrize(
    ("moment", "ended", "is_there"),
    [("tempfile.mkstemp", 9, False), ("os.rename", 9, False), ("the end", 9, True), ("never", 0, True)],
)
def test_whenever_the_program_is_killed_no_file_is_without_its_note(
    tmp_path: Path, moment: str, ended: int, is_there: bool
) -> None:
    """At the end the file is whole, and its folder is opened to flush its name."""
    planner, file = tmp_path / "planner.amie", tmp_path / "files" / "return.xlsx"
    file.parent.mkdir()
    Store.open(planner).close()
    asked = [sys.executable, "-c", LEAVES_AND_IS_KILLED, str(planner), str(file), moment]
    given = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(asked, cwd=ROOT, env=given, capture_output=True, timeout=60, check=False)
    assert (done.returncode, file.exists()) == (ended, is_there), done.stderr
    with Store.open(planner) as store:
        assert [release.template for release in store.all(ReturnRelease)] == ["general"]

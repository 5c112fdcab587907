"""Papers are written beside the window one after another; what stood in the way is told, and the rest goes on."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot
from tests.hands import heard

from amie_planner.errors import AmieError
from amie_planner.ui.widgets.paper_saving import PaperSaving


def test_everything_that_was_asked_for_is_written_in_turn_and_told(qtbot: QtBot, tmp_path: Path):
    saving = PaperSaving()
    told = heard(saving.saved)
    paths = [tmp_path / f"{n}.pdf" for n in range(3)]
    for path in paths:
        saving.save(path, lambda name=path.name: name.encode())
    saving.finish()
    assert told == paths
    assert [path.read_bytes() for path in paths] == [b"0.pdf", b"1.pdf", b"2.pdf"]


def test_what_stood_in_the_way_is_told_and_the_old_file_stays(qtbot: QtBot, tmp_path: Path):
    saving = PaperSaving()
    saved, failed = heard(saving.saved), heard(saving.failed)

    def no_paper() -> bytes:
        raise AmieError("There is no paper.", "Change the text.")

    (tmp_path / "old.pdf").write_bytes(b"the old one")
    saving.save(tmp_path / "old.pdf", no_paper)
    saving.save(tmp_path / "gone" / "paper.pdf", lambda: b"new")
    saving.save(tmp_path / "last.pdf", lambda: b"new")
    saving.finish()
    assert ["no paper" in str(error) or "There is no folder" in str(error) for error in failed] == [True, True]
    assert saved == [tmp_path / "last.pdf"]
    assert (tmp_path / "old.pdf").read_bytes() == b"the old one"

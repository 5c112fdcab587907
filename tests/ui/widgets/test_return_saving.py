"""Files of a return written beside the window: each whole, or what stood in the way."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot
from tests.hands import heard

from amie_planner.ui.widgets.return_saving import ReturnSaving


def test_all_files_are_there_when_it_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    saving = ReturnSaving()
    with qtbot.waitSignal(saving.saved):
        saving.save(lambda: {tmp_path / "new" / name: name.encode() for name in ("a.csv", "b.csv")})
    assert [(tmp_path / "new" / name).read_bytes() for name in ("a.csv", "b.csv")] == [b"a.csv", b"b.csv"]


def test_what_is_asked_for_is_written_in_turn_and_each_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    saving, told = ReturnSaving(), list[str]()
    saving.saved.connect(lambda: told.append("saved"))
    saving.failed.connect(lambda error: told.append(str(error)))
    saving.save(lambda: {tmp_path / "a": b"1"})
    saving.save(lambda: {tmp_path / "no" / "such" / "a": b"2"})
    saving.save(lambda: {tmp_path / "a": b"3"})
    saving.finish()
    assert [told[0], told[2]] == ["saved", "saved"]
    assert "cannot be made" in told[1] and "Choose another folder" in told[1]
    assert (tmp_path / "a").read_bytes() == b"3"


def test_a_file_that_cannot_be_written_stays_as_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    saving = ReturnSaving()
    failed = heard(saving.failed)
    saving.save(lambda: {tmp_path / "folder": b"1"})
    saving.finish()
    assert len(failed) == 1 and (tmp_path / "folder").is_dir()

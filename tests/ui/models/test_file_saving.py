"""Files written beside the window, in turn: each whole, or as it was with what stood in the way."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from amie_planner.domain.names import NamesFound
from amie_planner.ui.models.file_saving import Files, FileSaving


def test_all_files_are_there_when_it_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    saving = FileSaving()
    with qtbot.waitSignal(saving.saved):
        saving.save("a return", lambda: {tmp_path / name: name.encode() for name in ("a.csv", "b.csv")})
    assert [(tmp_path / name).read_bytes() for name in ("a.csv", "b.csv")] == [b"a.csv", b"b.csv"]


def test_what_is_asked_for_is_written_in_turn_and_each_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    saving, told = FileSaving(), list[str]()
    saving.saved.connect(lambda about: told.append(f"{about} saved"))
    saving.failed.connect(lambda about, error, written: told.append(f"{about}: {error}"))
    saving.save("one", lambda: {tmp_path / "a": b"1"})
    saving.save("two", lambda: {tmp_path / "no" / "such" / "a": b"2"})
    saving.save("three", lambda: {tmp_path / "a": b"3"})
    saving.finish()
    assert [told[0], told[2]] == ["one saved", "three saved"]
    assert told[1].startswith("two: ")
    assert "There is no folder" in told[1]
    assert (tmp_path / "a").read_bytes() == b"3"


def test_a_file_that_cannot_be_written_stays_as_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    saving = FileSaving()
    failed = []
    saving.failed.connect(lambda about, error, written: failed.append(written))
    saving.save("a return", lambda: {tmp_path / "folder": b"1"})
    saving.finish()
    assert failed == [0] and (tmp_path / "folder").is_dir()


def test_it_says_how_many_were_written_before_one_that_could_not(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "c").mkdir()
    saving, told = FileSaving(), []
    saving.failed.connect(lambda about, error, written: told.append((str(error), written)))
    saving.save("a return", lambda: {tmp_path / name: b"1" for name in ("a", "b", "c", "d")})
    saving.finish()
    [(said, written)] = told
    assert "2 of 4 files were written before." in said and written == 2
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a", "b", "c"]


def test_a_fault_of_ours_is_handed_back_with_what_it_is_about_and_what_is_next_goes_on(
    qtbot: QtBot, tmp_path: Path
) -> None:
    saving, told = FileSaving(), list[object]()
    saving.saved.connect(told.append)
    saving.failed.connect(lambda about, error, written: told.append((about, str(error), written)))

    def fails() -> Files:
        raise ValueError("ours")

    saving.save("one", fails)
    saving.save("two", lambda: {tmp_path / "a": b"1"})
    saving.finish()
    assert told == [("one", "ours", 0), "two"]


def test_a_file_that_cannot_be_made_is_told_as_what_stood_in_the_way_and_the_old_one_stays(
    qtbot: QtBot, tmp_path: Path
) -> None:
    saving, told = FileSaving(), list[object]()
    saving.failed.connect(lambda about, error, written: told.append(error))
    found = NamesFound("Somebody is named.", "Change the text.", ())

    def no_paper() -> Files:
        raise found

    (tmp_path / "old.pdf").write_bytes(b"the old one")
    saving.save(tmp_path / "old.pdf", no_paper)
    saving.finish()
    assert told == [found]
    assert (tmp_path / "old.pdf").read_bytes() == b"the old one"

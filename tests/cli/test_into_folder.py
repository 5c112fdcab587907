"""Files into a folder: each by its name, and none in the place of another unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from amie_planner.cli.into_folder import written
from amie_planner.errors import AmieError

FILES = {"notes.csv": b"one", "totals.csv": b"two"}


def test_a_folder_is_made_where_there_is_none(tmp_path: Path) -> None:
    out = tmp_path / "a" / "b"
    assert dict(written(FILES, out, replace=False)) == {name: name for name in FILES}
    assert {file.name: file.read_bytes() for file in out.iterdir()} == FILES


def test_what_is_there_stays_and_the_new_one_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_bytes(b"old")
    assert dict(written(FILES, tmp_path, replace=False)) == {"notes.csv": "notes-2.csv", "totals.csv": "totals.csv"}
    assert (tmp_path / "notes.csv").read_bytes() == b"old"
    assert (tmp_path / "notes-2.csv").read_bytes() == b"one"


def test_what_is_there_is_replaced_where_that_is_asked(tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_bytes(b"old")
    assert dict(written(FILES, tmp_path, replace=True))["notes.csv"] == "notes.csv"
    assert (tmp_path / "notes.csv").read_bytes() == b"one"


def test_the_very_same_file_is_not_written_again(tmp_path: Path) -> None:
    for _ in range(2):
        assert dict(written(FILES, tmp_path, replace=False)) == {name: name for name in FILES}
    assert len(list(tmp_path.iterdir())) == len(FILES)


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"a file")
    with pytest.raises(AmieError, match="cannot be made"):
        list(written(FILES, tmp_path / "out", replace=False))

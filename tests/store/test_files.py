"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from amie_planner.store import files


def test_a_draft_is_private_and_beside_its_place(tmp_path: Path) -> None:
    fresh = files.draft(tmp_path / "a.amie")
    assert fresh.parent == tmp_path and fresh.stat().st_mode & 0o777 == 0o600
    assert fresh != files.draft(tmp_path / "a.amie")


def test_a_settled_draft_has_its_name_and_all_it_held(tmp_path: Path) -> None:
    fresh = files.draft(tmp_path / "a.amie")
    fresh.write_text("all of it")
    files.settle(fresh, tmp_path / "a.amie")
    assert (tmp_path / "a.amie").read_text() == "all of it"


def test_what_stands_there_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.amie").write_text("mine")
    with pytest.raises(FileExistsError):
        files.settle(files.draft(tmp_path / "a.amie"), tmp_path / "a.amie")
    assert (tmp_path / "a.amie").read_text() == "mine"


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (OSError(errno.ENOSPC, ""), "There is no room left in folder."),
        (OSError(errno.EROFS, ""), "The planner cannot be written in folder."),
        (None, "The planner cannot be written in folder."),
    ],
)
def test_a_place_that_cannot_be_written_is_named(fault: OSError | None, said: str) -> None:
    error = files.cannot_write(Path("folder"), fault)
    assert error.message == said and error.hint

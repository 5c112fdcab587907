"""A finished file leaves the program whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tests.closed_folders import a_folder_without_rights, held_open_elsewhere

from amie_planner import writing
from amie_planner.errors import AmieError
from amie_planner.writing import write_whole


def test_a_file_is_written_byte_for_byte_and_nothing_is_left_beside_it(tmp_path: Path):
    target = tmp_path / "paper.pdf"
    write_whole(target, b"first")
    write_whole(target, b"\0second\r\n")
    assert target.read_bytes() == b"\0second\r\n"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name == "nt", reason="access bits are POSIX")
def test_a_file_is_readable_by_its_owner_alone(tmp_path: Path):
    write_whole(tmp_path / "paper.pdf", b"")
    assert (tmp_path / "paper.pdf").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name == "nt", reason="access bits are POSIX")
@pytest.mark.parametrize("mode", [0o644, 0o660, 0o600])
def test_who_may_read_a_file_stays_as_it_was_when_it_is_replaced(tmp_path: Path, mode: int):
    target = tmp_path / "paper.pdf"
    target.touch()
    target.chmod(mode)
    write_whole(target, b"new")
    assert target.stat().st_mode & 0o777 == mode
    assert target.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_goes_on_pointing_at_the_file_that_is_replaced(tmp_path: Path):
    (tmp_path / "shared").mkdir()
    real, link = tmp_path / "shared" / "paper.pdf", tmp_path / "link.pdf"
    link.symlink_to(Path("shared") / "paper.pdf")
    for content in (b"first", b"second"):
        write_whole(link, content)
        assert link.is_symlink()
        assert real.read_bytes() == content
    assert list(real.parent.iterdir()) == [real]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_to_itself_is_refused_in_a_sentence(tmp_path: Path):
    (tmp_path / "link.pdf").symlink_to("link.pdf")
    with pytest.raises(AmieError, match="cannot be written"):
        write_whole(tmp_path / "link.pdf", b"")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none/paper.pdf", "There is no folder"),
        ("x" * 300, "too long"),
        ("folder", "is a folder"),
        ("file/paper.pdf", "cannot be written"),
    ],
)
def test_a_target_that_cannot_be_is_refused_in_a_sentence_with_a_way_forward(tmp_path: Path, name: str, said: str):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "held").touch()
    (tmp_path / "file").touch()
    with pytest.raises(AmieError, match=said) as refused:
        write_whole(tmp_path / name, b"content")
    assert refused.value.hint
    assert {path.name for path in tmp_path.iterdir()} == {"folder", "file"}


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_how_much_room_to_make_is_said_in_megabytes(code: int):
    refusal = writing._refusal(OSError(code, "full"), Path("/folder/paper.pdf"), 2_000_001, begun=True)
    assert "no room left in /folder" in refusal.message
    assert "about 3 MB" in refusal.hint


IN_LITTLE_ROOM = """
import resource, signal, sys
from pathlib import Path
from amie_planner.errors import AmieError
from amie_planner.writing import write_whole

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_whole(Path(sys.argv[1]), bytes(20_000))
except AmieError as error:
    print(error.message)
"""


@pytest.mark.skipif(os.name == "nt", reason="limits on the size of a file are POSIX")
def test_where_there_is_no_room_the_old_file_stays_as_it_was(tmp_path: Path):
    target = tmp_path / "paper.pdf"
    target.write_bytes(b"the old one")
    child = [sys.executable, "-c", IN_LITTLE_ROOM, str(target)]
    environment = {**os.environ, "PYTHONPATH": str(Path(writing.__file__).parents[1])}
    ran = subprocess.run(child, env=environment, capture_output=True, text=True, check=True)
    assert "no room left" in ran.stdout
    assert target.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [target]


OLD = b"%PDF the old one\0"


def unchanged(target: Path) -> bool:
    return target.read_bytes() == OLD and list(target.parent.iterdir()) == [target]


def test_a_file_that_is_marked_read_only_stays_and_the_sentence_says_where_it_is(tmp_path: Path):
    target = tmp_path / "papers" / "paper.pdf"
    target.parent.mkdir()
    target.write_bytes(OLD)
    target.chmod(0o444)
    with pytest.raises(AmieError) as refused:
        write_whole(target, b"new")
    assert refused.value.message == f"paper.pdf in {target.parent} is read-only."
    assert refused.value.hint == "Choose another name, or allow changes to that file and try again."
    assert unchanged(target)
    target.chmod(0o644)


@pytest.mark.skipif(os.name == "nt", reason="rights to a folder are POSIX")
@pytest.mark.parametrize("name", ["paper.pdf", "another.pdf"])
def test_a_folder_that_is_read_only_is_named_and_the_old_file_stays(name: str):
    with a_folder_without_rights("paper.pdf", OLD) as folder:
        with pytest.raises(AmieError) as refused:
            write_whole(folder / name, b"new")
        assert str(folder) in refused.value.message
        assert refused.value.hint
        assert unchanged(folder / "paper.pdf")


def test_a_file_that_is_open_in_another_program_stays_and_the_sentence_says_to_close_it(tmp_path: Path):
    target = tmp_path / "papers" / "paper.pdf"
    target.parent.mkdir()
    target.write_bytes(OLD)
    with held_open_elsewhere(target), pytest.raises(AmieError) as refused:
        write_whole(target, b"new")
    assert refused.value.message == f"paper.pdf in {target.parent} cannot be replaced."
    assert "close it there and try again" in refused.value.hint
    assert unchanged(target)


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses, as above")
def test_whoever_reads_the_old_file_goes_on_reading_it_whole(tmp_path: Path):
    target = tmp_path / "paper.pdf"
    target.write_bytes(OLD)
    with target.open("rb") as reader:
        write_whole(target, b"new")
        assert reader.read() == OLD
    assert target.read_bytes() == b"new"


def test_a_name_that_windows_calls_not_found_is_not_taken_for_a_folder_that_is_gone(tmp_path: Path):
    refusal = writing._refusal(OSError(errno.ENOENT, "too long"), tmp_path / ("x" * 300), 1, begun=True)
    assert "too long" in refusal.message


def test_a_folder_that_cannot_be_flushed_holds_the_new_file_and_nothing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    really = os.fsync

    def as_a_share_does(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        really(handle)

    monkeypatch.setattr(os, "fsync", as_a_share_does)
    write_whole(tmp_path / "paper.pdf", b"new")
    assert (tmp_path / "paper.pdf").read_bytes() == b"new"

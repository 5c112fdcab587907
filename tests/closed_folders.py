"""Places that take no file: what stands in the way is real, whoever runs the tests; Windows alone is played."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_NOBODY = 65534


@contextmanager
def a_folder_without_rights(name: str, old: bytes) -> Iterator[Path]:
    """A folder with an old file in it, where whoever tries within this block may read and not write.

    The superuser, whom no rights bind, is somebody else meanwhile.
    """
    parent = Path(tempfile.mkdtemp())
    folder = parent / "papers"
    folder.mkdir()
    (folder / name).write_bytes(old)
    folder.chmod(0o555)
    parent.chmod(0o755)
    (folder / name).chmod(0o644)
    superuser = os.geteuid() == 0
    if superuser:
        os.seteuid(_NOBODY)
    try:
        yield folder
    finally:
        if superuser:
            os.seteuid(0)
        folder.chmod(0o755)
        shutil.rmtree(parent)


@contextmanager
def held_open_elsewhere(target: Path) -> Iterator[None]:
    """A file that another program holds, on Windows: its rename refuses, as that platform words it."""
    really = Path.replace

    def refuse(self: Path, onto: Path) -> Path:
        if Path(onto) == target:
            raise PermissionError(13, "The process cannot access the file because it is being used by another process")
        return really(self, onto)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        yield


@contextmanager
def marked_read_only(target: Path) -> Iterator[None]:
    """A file that its owner has marked, so that nobody changes it."""
    target.chmod(0o444)
    try:
        yield
    finally:
        target.chmod(0o644)


@contextmanager
def in_the_way(what: str, name: str, old: bytes, folder: Path) -> Iterator[Path]:
    """The file `name` with its old content, and what keeps it from being written: one of IN_THE_WAY."""
    if what == "read-only folder":
        with a_folder_without_rights(name, old) as closed:
            yield closed / name
        return
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(old)
    with marked_read_only(folder / name) if what == "read-only file" else held_open_elsewhere(folder / name):
        yield folder / name


IN_THE_WAY = [
    pytest.param("read-only folder", marks=pytest.mark.skipif(os.name == "nt", reason="rights to a folder are POSIX")),
    "read-only file",
    "open elsewhere",
]

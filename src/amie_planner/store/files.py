"""New files that only this account can read and that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path

from amie_planner.errors import AmieError

ROOM = "Free at least 20 MB there, then try again: nothing has been changed."


def no_room(folder: Path) -> AmieError:
    """What is said when a disk is full."""
    return AmieError(f"There is no room left in {folder}.", ROOM)


def cannot_write(folder: Path, error: OSError | None = None) -> AmieError:
    """What is said when a place cannot be written, with the reason where the system gives one we know."""
    if error is not None and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return no_room(folder)
    return AmieError(
        f"The planner cannot be written in {folder}.",
        "Check that the disk is connected, has room and is not read-only. Nothing has been changed.",
    )


def draft(path: Path) -> Path:
    """An empty private file beside `path`, to be filled and then settled. Raises OSError."""
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return fresh


def settle(fresh: Path, path: Path) -> None:
    """Gives a filled draft its name for good. Raises FileExistsError if there is such a file, and OSError."""
    _sync(fresh, os.O_RDWR)
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no links
        if path.exists():
            raise FileExistsError(path) from None
        fresh.rename(path)
    if os.name != "nt":
        _sync(path.parent, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

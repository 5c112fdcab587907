"""The one way a finished file leaves the program: whole, or not at all.

Written beside the target under a neutral name, flushed to the disk, then renamed over it: a full disk,
a folder that is gone or a target that is locked leaves the old file as it was. Who may read an old file stays
as it was too, and a link keeps pointing where it does; a new file is its owner's alone.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path

from amie_planner.errors import AmieError

_MEGABYTE = 1_000_000


def write_whole(target: Path, content: bytes) -> None:
    """Replaces a file by finished content. Raises AmieError; then the target is as it was."""
    temporary: Path | None = None
    try:
        target = _linked_to(target)
        folder = target.parent
        handle, name = tempfile.mkstemp(dir=folder, prefix=".amie-", suffix=".part")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(target, temporary)
        temporary.replace(target)
        _flush_folder(folder)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise _refusal(error, target, len(content)) from None


def _linked_to(target: Path) -> Path:
    if "\0" in str(target):
        raise OSError(errno.EINVAL, "no name holds a null")
    try:
        return target.resolve() if target.is_symlink() else target
    except RuntimeError:
        raise OSError(errno.ELOOP, "links in a circle") from None


def _keep_mode(old: Path, new: Path) -> None:
    if os.name != "nt" and old.exists():
        new.chmod(stat.S_IMODE(old.stat().st_mode))


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _refusal(error: OSError, target: Path, size: int) -> AmieError:
    folder = target.parent
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        needed = max(1, -(-size // _MEGABYTE))
        return AmieError(
            f"There is no room left in {folder}.", f"Free about {needed} MB there, or choose another folder."
        )
    if error.errno == errno.ENOENT:
        return AmieError(f"There is no folder {folder}.", "Choose a folder that exists.")
    if error.errno in (errno.ENAMETOOLONG, errno.EINVAL):
        return AmieError(
            "That file name is too long, or has a character that cannot be in one.", "Choose another name."
        )
    if error.errno == errno.EISDIR:
        return AmieError(f"{target} is a folder.", "Choose a file name.")
    return AmieError(
        f"{target} cannot be written.",
        "It may be open elsewhere or not yours to change. Choose another name or folder.",
    )

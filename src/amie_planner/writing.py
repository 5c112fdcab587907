"""The one way a finished file leaves the program: whole, or not at all.

Written beside the target under a neutral name, flushed to the disk, then renamed over it: a full disk, a folder that
is gone or read-only, a target that is read-only or open elsewhere leaves the old file as it was.
Who may read an old file stays as it was too, and a link keeps pointing where it does; a new file is its owner's alone.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from amie_planner.errors import AmieError

_MEGABYTE = 1_000_000
_ANYBODY_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write_whole(target: Path, content: bytes) -> None:
    """Replaces a file by finished content; one that is marked read-only stays. Raises AmieError; then all is as it was.

    What cannot be begun is the folder's fault, and what cannot be renamed at the end is the file's.
    """
    temporary: Path | None = None
    try:
        target = _linked_to(target)
        _refuse_read_only(target)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".amie-", suffix=".part")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(target, temporary)
        temporary.replace(target)
    except OSError as error:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        raise _refusal(error, target, len(content), begun=temporary is not None) from None
    _flush_folder(target.parent)


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


def _refuse_read_only(target: Path) -> None:
    """A rename asks nobody: where the system lets it through, a file that is marked read-only would go."""
    if not target.is_file():
        return
    if not (target.stat().st_mode & _ANYBODY_WRITES and os.access(target, os.W_OK)):
        raise AmieError(
            f"{target.name} in {target.parent} is read-only.",
            "Choose another name, or allow changes to that file and try again.",
        )


def _flush_folder(folder: Path) -> None:
    """So that the new name outlives a power cut. The file is whole by now; not every folder can be flushed."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refusal(error: OSError, target: Path, size: int, *, begun: bool) -> AmieError:
    folder = target.parent
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        needed = max(1, -(-size // _MEGABYTE))
        return AmieError(
            f"There is no room left in {folder}.", f"Free about {needed} MB there, or choose another folder."
        )
    if error.errno == errno.ENOENT and not folder.is_dir():
        return AmieError(f"There is no folder {folder}.", "Choose a folder that exists.")
    if error.errno in (errno.ENAMETOOLONG, errno.EINVAL, errno.ENOENT):
        return AmieError(
            "That file name is too long, or has a character that cannot be in one.", "Choose another name."
        )
    if target.is_dir():
        return AmieError(f"{target} is a folder.", "Choose a file name.")
    return _held_fast(target) if begun else _closed(target)


def _held_fast(target: Path) -> AmieError:
    return AmieError(
        f"{target.name} in {target.parent} cannot be replaced.",
        "It may be open in another program: close it there and try again, or choose another name.",
    )


def _closed(target: Path) -> AmieError:
    return AmieError(
        f"{target.name} cannot be written in {target.parent}.",
        "That folder may be read-only or not yours to change. Choose another folder.",
    )

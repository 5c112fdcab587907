"""XLSX and ODS files are zips: how large they grow is held to before anything else reads them.

What their directory says is checked first and then not relied on: each part is counted as it is read, and the reader of
spreadsheets gets a package of those parts alone, so that nothing in it was not counted.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

from amie_planner.errors import AmieError

LARGEST_EXPANDED = 100_000_000
"""Bytes: 100 MB, all parts together."""
MOST_EXPANSION = 100
"""Times its packed size, for the whole and for each part."""
_MOST_PARTS = 5_000
_CHUNK = 1 << 16
_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

Watch = Callable[[bytes], None]
"""Is given a part of a package in pieces, as it is read; raises AmieError to refuse it."""


def repacked(data: bytes, watched: Callable[[str], Watch | None]) -> bytes:
    """A package of the parts that `watched` gives a watch for, each read whole by its watch. Raises AmieError."""
    made = io.BytesIO()
    try:
        with (
            zipfile.ZipFile(io.BytesIO(data)) as package,
            zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
        ):
            parts = sorted(package.infolist(), key=lambda part: not part.filename.startswith("META-INF/"))
            _check_directory(parts, len(data))
            left = LARGEST_EXPANDED
            for part in parts:
                left = _copied(package, part, new, watched(part.filename), left)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeError, ValueError, OverflowError):
        raise damaged() from None
    return made.getvalue()


def locked() -> AmieError:
    """Says that a list cannot be read without a password."""
    return AmieError("This list is protected with a password.", "Save a copy of it without the password.")


def damaged() -> AmieError:
    """Says that a spreadsheet does not hold together."""
    return AmieError("This spreadsheet is damaged or not whole.", "Ask for it again, or as .csv.")


def too_large() -> AmieError:
    """Says that a spreadsheet grows beyond what may be read."""
    return AmieError(
        f"This spreadsheet would grow to more than {LARGEST_EXPANDED // 1_000_000} MB.",
        "Ask for the columns and rows that you need, or for the list as .csv.",
    )


def _check_directory(parts: list[zipfile.ZipInfo], size: int) -> None:
    if any(part.flag_bits & 0x1 for part in parts):
        raise locked()
    names = [part.filename.casefold() for part in parts]
    if len(parts) > _MOST_PARTS or len(set(names)) < len(names) or any(p.compress_type not in _METHODS for p in parts):
        raise damaged()
    whole = sum(part.file_size for part in parts)
    if whole > LARGEST_EXPANDED:
        raise too_large()
    if whole > size * MOST_EXPANSION or any(p.file_size > max(p.compress_size, 1) * MOST_EXPANSION for p in parts):
        raise AmieError(
            f"This spreadsheet would grow to more than {MOST_EXPANSION} times its size, as no list does.",
            "Ask for the list as .csv.",
        )


def _copied(
    package: zipfile.ZipFile, part: zipfile.ZipInfo, new: zipfile.ZipFile, watch: Watch | None, left: int
) -> int:
    """Copies a part if it is watched; returns how many bytes the parts after it may still have."""
    with package.open(part) as source, new.open(part.filename, "w") if watch else io.BytesIO() as target:
        piece = source.read(_CHUNK)
        if piece.startswith(_PACKED):
            raise AmieError("This spreadsheet has another packed file inside.", "Ask for the list as .csv.")
        while piece:
            left -= len(piece)
            if left < 0:
                raise too_large()
            if watch:
                watch(piece)
                target.write(piece)
            piece = source.read(_CHUNK)
        if watch:
            watch(b"")
    return left

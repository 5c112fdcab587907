"""The file of a published table: bytes → numbered rows of text, within limits, read as often as need be."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from amie_planner.errors import AmieError

LARGEST_FILE = 100_000_000
"""Bytes. The DfE’s own file of ethnicity and language, seven years of it, has 25 MB and 154,000 rows."""
MOST_ROWS = 500_000
MOST_COLUMNS = 200

_NOT_CSV = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF")
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_SMALLER = "Choose local authorities and the latest year where you download it."


def rows(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank, with the line of the file that it ends on, from 1. Raises AmieError."""
    encoding = _encoding(data)
    reader = csv.reader(io.TextIOWrapper(io.BytesIO(data), encoding=encoding, newline=""), strict=True)
    try:
        for number, cells in enumerate(reader, 1):
            if number > MOST_ROWS:
                raise AmieError(f"This table has more than {MOST_ROWS:,} rows.", _SMALLER)
            if len(cells) > MOST_COLUMNS:
                raise AmieError(f"Line {reader.line_num} has more than {MOST_COLUMNS} columns.", _SMALLER)
            if any(cells):
                yield reader.line_num, cells
    except csv.Error:
        raise AmieError(
            f"The quotation marks near line {reader.line_num} do not match, or a cell there is far too long.",
            "Download the table again, as CSV.",
        ) from None
    except UnicodeError:
        raise _not_text() from None


def _encoding(data: bytes) -> str:
    if len(data) > LARGEST_FILE:
        raise AmieError(f"This file is larger than {LARGEST_FILE // 1_000_000} MB.", _SMALLER)
    if not data.strip():
        raise AmieError("This file is empty.", "Download the table again, as CSV.")
    if data.startswith(_NOT_CSV):
        raise AmieError("This file is not a CSV file.", "Download the table as CSV, or save its sheet as CSV.")
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return name
    try:
        data.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _not_text() -> AmieError:
    return AmieError("This file is not text in a known encoding.", "Download the table again, as CSV.")

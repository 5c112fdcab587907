"""Which kind of file a list is, by what is in it and not by its name."""

from __future__ import annotations

from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists import separated
from amie_planner.exchange.class_lists.packages import locked
from amie_planner.exchange.class_lists.table import Table

LARGEST_FILE = 20_000_000
"""Bytes: 20 MB."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read(data: bytes, name: str = "") -> Table:
    """The rows of a CSV, XLSX or ODS list. Raises AmieError, saying what to do instead.

    `name` is the file's, and only tells what was meant where the content cannot be read.
    """
    if len(data) > LARGEST_FILE:
        raise AmieError(
            f"This file is larger than {LARGEST_FILE // 1_000_000} MB, the most that a class list can be.",
            "Ask for the columns and rows that you need.",
        )
    if not data.strip():
        raise AmieError("This file is empty.", "Ask for the list again.")
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise locked()
        raise AmieError("This is a spreadsheet of an older kind.", "Save it again as .xlsx, .ods or .csv.")
    if data.startswith(_ZIP):
        from amie_planner.exchange.class_lists import spreadsheets

        return spreadsheets.read(data)
    if data.startswith(b"%PDF") or name.lower().endswith((".xlsx", ".ods", ".xls", ".pdf")):
        raise AmieError("This file cannot be read as a class list.", "Ask for it as .csv, .xlsx or .ods.")
    return separated.read(data)

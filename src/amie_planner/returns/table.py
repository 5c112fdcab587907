"""A table of a return: columns with their definitions, rows, and its CSV twin."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date

Value = str | int | date | None
"""None is blank: not recorded, which is never 0."""

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, and what is counted under it."""

    name: str
    means: str


@dataclass(frozen=True, slots=True)
class Table:
    """What a return says: one value a column in each row."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]

    def csv(self) -> bytes:
        """RFC 4180 in UTF-8 with a byte order mark, so that spreadsheets show every letter; dates are ISO 8601."""
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow([in_a_cell(column.name) for column in self.columns])
        writer.writerows([in_a_cell(value) for value in row] for row in self.rows)
        return text.getvalue().encode("utf-8-sig")


def in_a_cell(value: Value) -> str:
    """A value as a spreadsheet must read it: a text that would begin a formula gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and value.startswith(_STARTS_A_FORMULA):
        return f"'{value}"
    return str(value)

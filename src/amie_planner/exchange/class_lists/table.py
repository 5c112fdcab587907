"""Table: the rows of a list as text, within its limits and small enough to hold the largest list there may be.

Ten million cells as strings of their own take a gigabyte; a row is kept as one run of bytes instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import overload

from amie_planner.errors import AmieError

MOST_ROWS = 50_000
"""Below the line that names the columns."""
MOST_COLUMNS = 200
_BETWEEN = "\0"

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should look at, in words that hold nothing of what the cells say.

    `row` is counted from 1 as a spreadsheet counts; `column` is its heading.
    """

    row: int
    column: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Cells of one column that are more than their text: how many, from which row on; both counted from 1."""

    row: int
    column: int
    text: str
    times: int


class Rows(Sequence[Row]):
    """Rows of text; row 1 of the file is at 0."""

    def __init__(self, packed: tuple[bytes, ...]) -> None:
        self._packed = packed

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Rows: ...
    def __getitem__(self, at: int | slice) -> Row | Rows:
        return Rows(self._packed[at]) if isinstance(at, slice) else _unpacked(self._packed[at])

    def __iter__(self) -> Iterator[Row]:
        return map(_unpacked, self._packed)


def _unpacked(row: bytes) -> Row:
    return tuple(row.decode().split(_BETWEEN))


class Kind(StrEnum):
    """The kind of file that a list was, in words that follow "read as"."""

    SEPARATED = "text"
    XLSX = "an XLSX spreadsheet"
    ODS = "an ODS spreadsheet"


@dataclass(frozen=True)
class Table:
    """A list as it was read. `delimiter` is None where nothing parts the columns: a spreadsheet, a single column."""

    kind: Kind
    rows: Rows
    encoding: str
    delimiter: str | None = None
    problems: tuple[Problem, ...] = ()
    marks: tuple[Mark, ...] = ()


def gathered(rows: Iterable[Sequence[str]]) -> Rows:
    """The rows without blank ones at the end. Raises AmieError over a limit, before the next row is read."""
    packed: list[bytes] = []
    blank = 0
    for number, cells in enumerate(rows, 1):
        width = _filled_width(cells)
        if width == 0:
            blank += 1
            continue
        if number > MOST_ROWS + 1:
            raise too_many_rows()
        if width > MOST_COLUMNS:
            raise too_many_columns(number)
        if any(_BETWEEN in cell for cell in cells[:width]):
            raise AmieError(
                f"Row {number} holds characters that are not text.", "Ask for the list again, as CSV in UTF-8."
            )
        packed += [b""] * blank
        blank = 0
        packed.append(_BETWEEN.join(cells[:MOST_COLUMNS]).encode())
    return Rows(tuple(packed))


def too_many_rows() -> AmieError:
    """Says that a list is too long."""
    return AmieError(f"This list has more than {MOST_ROWS:,} rows.", "Ask for the rows that you need, or split it.")


def too_many_columns(row: int) -> AmieError:
    """Says that a row of a list is too wide."""
    return AmieError(f"Row {row} has more than {MOST_COLUMNS} columns.", "Ask for the columns that you need.")


def _filled_width(cells: Sequence[str]) -> int:
    width = len(cells)
    while width and not cells[width - 1].strip():
        width -= 1
    return width

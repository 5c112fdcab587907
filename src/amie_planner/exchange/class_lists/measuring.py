"""What a spreadsheet would take to hold, counted before any of it is held.

A reader lays out every cell between the first and the last, and copies a shared text into each cell that shows it:
a few kilobytes can ask for gigabytes. Formulas and errors are noted too, since a reader shows only their last value.
"""

from __future__ import annotations

from array import array

from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists.table import MOST_COLUMNS, MOST_ROWS, Mark, too_many_columns, too_many_rows

MOST_CELLS = 1_000_000
"""Filled cells, cells of a laid-out sheet, and shared texts: each."""
MOST_TEXT = 30_000_000
"""Bytes of UTF-8 in all the cells of a file, and in all its shared texts."""

FORMULA = "What the formula showed when the list was saved is taken"
NO_VALUE = "The formula shows nothing until a spreadsheet works it out: nothing is taken"
ERROR = "The cell shows an error: nothing is taken"


class Scale:
    """How much all sheets of a file hold together, against what may be held."""

    def __init__(self) -> None:
        self._cells = self._size = self._laid_out = self._shared = 0
        self._texts: array[int] = array("L")
        self._shown: array[int] = array("L")

    def add(self, cells: int, size: int, laid_out: int = 0) -> None:
        """Counts filled cells, the bytes in them and the cells that a sheet grows by. Raises AmieError."""
        self._cells += cells
        self._size += size
        self._laid_out += laid_out
        if max(self._cells, self._laid_out) > MOST_CELLS or self._size > MOST_TEXT:
            raise too_much()

    def share(self, size: int) -> None:
        """Counts a shared text. Raises AmieError."""
        self._texts.append(size)
        self._shared += size
        if len(self._texts) > MOST_CELLS or self._shared > MOST_TEXT:
            raise too_much()

    def show(self, text: int) -> None:
        """Counts a cell that shows a shared text, by its number from 0. Raises AmieError."""
        if text >= MOST_CELLS:
            raise too_much()
        self._shown.extend([0] * (text + 1 - len(self._shown)))
        self._shown[text] += 1

    def finish(self) -> None:
        """Counts what the shared texts come to where they are shown. Raises AmieError."""
        self.add(0, sum(size * times for size, times in zip(self._texts, self._shown, strict=False)))


class Sheet:
    """Where the filled cells of one sheet stand, counted from 1, and which of them are more than their text."""

    def __init__(self, scale: Scale) -> None:
        self._scale = scale
        self._rows = self._columns = 0
        self._marks: dict[tuple[int, str], tuple[int, int]] = {}

    def fill(self, row: int, column: int, size: int, times: int = 1) -> None:
        """Counts `times` cells of some bytes each, the last at this place. Raises AmieError over a limit."""
        if row > MOST_ROWS + 1:
            raise too_many_rows()
        if column > MOST_COLUMNS:
            raise too_many_columns(row)
        before = self._rows * self._columns
        self._rows, self._columns = max(self._rows, row), max(self._columns, column)
        self._scale.add(times, size * times, self._rows * self._columns - before)

    def mark(self, row: int, column: int, text: str) -> None:
        """Notes what is to be said about a cell; `row` and `column` are counted from 1."""
        first, times = self._marks.get((column, text), (row, 0))
        self._marks[column, text] = (first, times + 1)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is to be said, once for each column."""
        return tuple(Mark(first, column, text, times) for (column, text), (first, times) in self._marks.items())


def too_much() -> AmieError:
    """Says that a spreadsheet holds more than can be."""
    return AmieError(
        f"This spreadsheet has more than {MOST_CELLS:,} cells, or far more text than a class list.",
        "Ask for the columns and rows that you need, or for the list as .csv.",
    )

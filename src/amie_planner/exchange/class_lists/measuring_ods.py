"""The content of an ODS file, counted: every sheet in it, with all that is repeated."""

from __future__ import annotations

from collections.abc import Mapping

from amie_planner.exchange.class_lists.measuring import FORMULA, NO_VALUE, Scale, Sheet
from amie_planner.exchange.class_lists.packages import damaged, locked
from amie_planner.exchange.class_lists.streaming import Xml, local, size

_MOST_SHEETS = 1_000
_CELLS = ("table-cell", "covered-table-cell")


class Manifest(Xml):
    """The list of an ODS file's parts, which says whether they are encrypted."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "encryption-data":
            raise locked()


class OdsContent(Xml):
    """The content of an ODS file: every sheet in it."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self.sheets: list[Sheet] = []
        self._row = self._column = 0
        self._rows = self._columns = 1
        self._filled = self._formula = self._shows = False
        self._size = 0
        self._in_cell = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._in_cell and name in ("table", "table-row", *_CELLS):
            raise damaged()
        said = {local(key): value for key, value in attributes.items()}
        if name == "table":
            self.sheets.append(Sheet(self._scale))
            if len(self.sheets) > _MOST_SHEETS:
                raise damaged()
            self._row = 0
        elif name == "table-row":
            self._rows = _times(said.get("number-rows-repeated"))
            self._column = 0
        elif name in _CELLS:
            self._in_cell = True
            self._columns = _times(said.get("number-columns-repeated"))
            self._filled = self._shows = "value-type" in said
            self._formula = "formula" in said
            self._size = size(said.get("string-value", ""))
        elif name == "s":
            self._size += _times(said.get("c"))
        elif name == "p":
            self._filled = True

    def end(self, name: str) -> None:
        if name in _CELLS:
            self._finish()
        elif name == "table-row":
            self._row += self._rows

    def _finish(self) -> None:
        self._in_cell = False
        self._column += self._columns
        if self.sheets and (self._filled or self._formula):
            sheet = self.sheets[-1]
            sheet.fill(self._row + self._rows, self._column, self._size, self._columns * self._rows)
            if self._formula:
                sheet.mark(self._row + 1, self._column, FORMULA if self._shows else NO_VALUE)

    def text(self, text: str) -> None:
        self._size += size(text)


def _times(said: str | None) -> int:
    times = int(said or 1)
    if not 0 < times <= 2**31:
        raise damaged()
    return times

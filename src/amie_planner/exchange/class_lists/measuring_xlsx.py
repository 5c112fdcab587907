"""The parts of an XLSX file, counted: sheets, shared texts, and which part is which sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping

from amie_planner.exchange.class_lists.measuring import (
    ERROR,
    FORMULA,
    MOST_TEXT,
    NO_VALUE,
    Scale,
    Sheet,
    too_much,
)
from amie_planner.exchange.class_lists.packages import damaged
from amie_planner.exchange.class_lists.streaming import Xml, local, size

_CELL = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_MOST_LINKS = 1_000


class XlsxPart(Xml):
    """One part of an XLSX file: a sheet, the shared texts, or another in which nothing is counted."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self.sheet = Sheet(scale)
        self._in_sheet = self._in_cell = self._in_value = False
        self._row = self._column = 0
        self._type = ""
        self._parts: set[str] = set()
        self._value: list[str] = []
        self._length = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._in_cell:
            if name in ("c", "row", "sheetData"):
                raise damaged()
            self._parts.add(name)
            self._in_value = name in ("v", "t")
        elif name == "sheetData":
            self._in_sheet = True
        elif self._in_sheet and name == "row":
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0
        elif self._in_sheet and name == "c":
            self._begin(attributes)
        elif name == "si":
            self._in_value, self._value, self._length = True, [], 0

    def end(self, name: str) -> None:
        if name == "sheetData":
            self._in_sheet = False
        elif self._in_cell and name == "c":
            self._finish()
        elif self._in_cell and name in ("v", "t"):
            self._in_value = False
        elif name == "si":
            self._scale.share(self._length)
            self._in_value = False

    def text(self, text: str) -> None:
        if self._in_value:
            self._value.append(text)
            self._length += size(text)
            if self._length > MOST_TEXT:
                raise too_much()

    def _begin(self, attributes: Mapping[str, str]) -> None:
        self._column += 1
        if place := attributes.get("r"):
            found = _CELL.fullmatch(place)
            if found is None:
                raise damaged()
            self._column, self._row = _number(found[1]), int(found[2])
        self._in_cell, self._type = True, attributes.get("t", "")
        self._value, self._length = [], 0
        self._parts.clear()

    def _finish(self) -> None:
        self._in_cell = self._in_value = False
        if not self._parts:
            return
        value = "".join(self._value)
        shared = self._type == "s" and value.strip().isdecimal()
        if shared:
            self._scale.show(int(value))
        self.sheet.fill(self._row, self._column, 0 if shared else self._length)
        if "f" in self._parts:
            self.sheet.mark(self._row, self._column, FORMULA if value else NO_VALUE)
        if self._type == "e":
            self.sheet.mark(self._row, self._column, ERROR)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


class XlsxLinks(XlsxPart):
    """The workbook or its relationships: which sheets there are, and the part that each one is."""

    def __init__(self, scale: Scale) -> None:
        super().__init__(scale)
        self.sheets: dict[str, str] = {}
        self.targets: dict[str, str] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        super().start(name, attributes)
        said = {local(key): value for key, value in attributes.items()}
        if name == "sheet":
            self.sheets[said.get("name", "")] = said.get("id", "")
        elif name == "Relationship":
            target = said.get("Target", "").removeprefix("/")
            self.targets[said.get("Id", "")] = target if target.startswith("xl/") else f"xl/{target}"
        if len(self.sheets) + len(self.targets) > _MOST_LINKS:
            raise damaged()

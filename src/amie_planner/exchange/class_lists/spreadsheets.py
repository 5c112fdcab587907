"""XLSX and ODS → rows of text, by calamine, once the file has been measured.

What a cell shows is taken as text and nothing is worked out. Numbers that are whole are written without a point, and
dates as year-month-day.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists.measuring import Scale
from amie_planner.exchange.class_lists.measuring_ods import Manifest, OdsContent
from amie_planner.exchange.class_lists.measuring_xlsx import XlsxLinks, XlsxPart
from amie_planner.exchange.class_lists.packages import Watch, damaged, locked, repacked
from amie_planner.exchange.class_lists.table import Kind, Mark, Problem, Table, gathered

_WORKBOOK, _RELATIONSHIPS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_MOST_CERTAIN = 2**53
"""Whole numbers up to here are held exactly."""

Value = int | float | str | bool | time | date | datetime | timedelta


def read(data: bytes) -> Table:
    """The first sheet with rows in it. Raises AmieError."""
    measured = _Measured()
    package = repacked(data, measured.watch)
    measured.scale.finish()
    if not (measured.is_ods or measured.is_xlsx):
        raise AmieError("This packed file is not a spreadsheet.", "Unpack it first, and choose the list in it.")
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(package)) as workbook:
            return _first_with_rows(workbook, measured)
    except PasswordError:
        raise locked() from None
    except CalamineError:
        raise damaged() from None


class _Measured:
    """The watches of a package's parts, and what they saw."""

    def __init__(self) -> None:
        self.scale = Scale()
        self._parts: dict[str, XlsxPart] = {}
        self._content = OdsContent(self.scale)
        self.is_ods = self.is_xlsx = False

    def watch(self, part: str) -> Watch | None:
        """The watch of a part, or None where a reader of lists needs nothing of it."""
        if part == "META-INF/manifest.xml":
            return Manifest()
        if part == "content.xml":
            self.is_ods = True
            return self._content
        if part == "mimetype":
            return lambda _: None
        if part.lower().endswith((".xml", ".rels")):
            self.is_xlsx |= part.lower() == _WORKBOOK
            linking = part.lower() in (_WORKBOOK, _RELATIONSHIPS)
            watch = XlsxLinks(self.scale) if linking else XlsxPart(self.scale)
            self._parts[part.lower()] = watch
            return watch
        return None

    def marks(self, sheet: str, number: int) -> tuple[Mark, ...]:
        """The marks of a sheet; its number counts from 0."""
        if self.is_ods:
            return self._content.sheets[number].marks if number < len(self._content.sheets) else ()
        workbook, links = self._parts.get(_WORKBOOK), self._parts.get(_RELATIONSHIPS)
        if not (isinstance(workbook, XlsxLinks) and isinstance(links, XlsxLinks)):
            return ()
        part = self._parts.get(links.targets.get(workbook.sheets.get(sheet, ""), "").lower())
        return part.sheet.marks if part else ()


def _first_with_rows(workbook: CalamineWorkbook, measured: _Measured) -> Table:
    sheets = [
        (number, sheet.name)
        for number, sheet in enumerate(workbook.sheets_metadata)
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]
    for place, (number, name) in enumerate(sheets, 1):
        rows = gathered(_texts(workbook.get_sheet_by_index(number)))
        if len(rows):
            said = f"This file has {len(sheets)} sheets: sheet {place}, the first with rows in it, is read."
            problems = (Problem(1, None, said),) if len(sheets) > 1 else ()
            kind = Kind.ODS if measured.is_ods else Kind.XLSX
            return Table(kind, rows, "utf-8", None, problems, measured.marks(name, number))
    raise AmieError("This spreadsheet has no rows.", "Ask for the list again.")


def _texts(sheet: CalamineSheet) -> Iterator[list[str]]:
    first = [""] * (sheet.start[1] if sheet.start else 0)
    for row in sheet.iter_rows():
        yield first + [_text(value) for value in row]


def _text(value: Value) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) <= _MOST_CERTAIN:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time.min else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date | time) else str(value)

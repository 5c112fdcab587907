"""How a table stands on a sheet of a workbook, for who listens to it, enlarges it or prints it.

Its title in the first cell, what is to be known below, one row of headings, nothing merged; every text a typed string.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any
from unicodedata import east_asian_width

from amie_planner.returns.table import Table, Value, in_a_cell

_CODED = re.compile("_x[0-9A-Fa-f]{4}_")
_LONGEST_HEADING = 255
_FROM = date(1900, 3, 1)
"""The first day on which spreadsheets agree; an earlier one is written as text."""
_NARROWEST, _WIDEST = 8, 60
_LINE, _TITLE, _TALLEST = 18, 24, 405
"""Heights of rows in points: one line of twelve-point letters, the title, and about the most that Excel allows."""
_LONGEST_SYMBOL = len("fewer than 10")
_WORDS_KEPT_WHOLE = 1.05
"""How much more room a text needs where no word is broken at the end of a line."""
_A4 = 9
_ONE_PAGE = 150
"""Letters beside one another that are printed on one page; what is wider goes on beside it, before letters get tiny."""
_MOST_ABOVE = 5
"""Rows above the headings that may stay in sight with them; more would leave no room where letters are large."""


@dataclass(frozen=True)
class Styles:
    """How cells look. Nothing is told by a colour. Figures stand at the right, and so do their heading and symbols."""

    title: Any
    note: Any
    heading: Any
    text: Any
    figures_heading: Any
    figure: Any
    day: Any

    @classmethod
    def of(cls, book: Any) -> Styles:
        """Those of a workbook of XlsxWriter."""
        text: dict[str, object] = {"text_wrap": True, "align": "left"}
        right: dict[str, object] = {"align": "right", "indent": 1}
        heading = text | {"bold": True, "bottom": 1}
        return cls(
            title=book.add_format({"bold": True, "font_size": 16}),
            note=book.add_format(),
            heading=book.add_format(heading),
            text=book.add_format(text),
            figures_heading=book.add_format(heading | right),
            figure=book.add_format(text | right),
            day=book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        )


def write_sheet(sheet: Any, table: Table, styles: Styles, name: str) -> None:
    """Writes a cleaned table on an empty sheet, marked up by a name that no other table of the workbook has."""
    top = 1 + len(table.notes)
    sheet.set_default_row(_LINE)
    sheet.set_row(0, _TITLE)
    _write(sheet, 0, 0, table.title or table.name, styles.title)
    for at, note in enumerate(table.notes, 1):
        _write(sheet, at, 0, note, styles.note)
    _mark_up(sheet, table, top, name)
    _write_table(sheet, table, styles, top)
    if top <= _MOST_ABOVE:
        sheet.freeze_panes(top + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)


def _write_table(sheet: Any, table: Table, styles: Styles, top: int) -> None:
    values = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    widths = [_width(column.name, under) for column, under in zip(table.columns, values, strict=True)]
    figures = [_is_of_figures(under) for under in values]
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, widths[at])
        _write(sheet, top, at, column.name, styles.figures_heading if figures[at] else styles.heading)
    for down, row in enumerate(table.rows, top + 1):
        for at, value in enumerate(row):
            _write_value(sheet, down, at, value, styles, at_right=figures[at])
    if sum(widths) <= _ONE_PAGE:
        sheet.fit_to_pages(1, 0)
    heads = tuple(column.name for column in table.columns)
    for down, row in enumerate((heads, *table.rows), top):
        lines = max(map(_lines, row, widths))
        if lines > 1:
            sheet.set_row(down, min(lines * _LINE, _TALLEST))


def _mark_up(sheet: Any, table: Table, top: int, name: str) -> None:
    """Says that it is a table, so that its headings are read out with each cell; not where Excel would mend that."""
    heads = [column.name for column in table.columns]
    alike = len({head.casefold() for head in heads}) < len(heads)
    mended = any(not head or len(head) * 2 > _LONGEST_HEADING or _CODED.search(head) for head in heads)
    if alike or mended or not table.rows:
        return
    columns = [{"header": head} for head in heads]
    told = {"name": name, "columns": columns, "autofilter": False, "style": "Table Style Light 15"}
    sheet.add_table(top, 0, top + len(table.rows), len(heads) - 1, told | {"banded_rows": False})


def _is_of_figures(values: Iterable[Value]) -> bool:
    """Whether it holds numbers, and nothing else but what stands in place of one."""
    held = [value for value in values if value is not None]
    symbols = all(isinstance(v, int | float) or (isinstance(v, str) and len(v) <= _LONGEST_SYMBOL) for v in held)
    return symbols and any(isinstance(value, int | float) for value in held)


def _write_value(sheet: Any, row: int, column: int, value: Value, styles: Styles, *, at_right: bool) -> None:
    style = styles.figure if at_right else styles.text
    if isinstance(value, str):
        _write(sheet, row, column, str(value), style)
    elif isinstance(value, date):
        if value < _FROM:
            _write(sheet, row, column, value.isoformat(), style)
        else:
            sheet.write_datetime(row, column, value, styles.day)
    elif value is not None:
        sheet.write_number(row, column, value, style)


def _write(sheet: Any, row: int, column: int, text: str, style: Any) -> None:
    if text:
        sheet.write_string(row, column, text, style)


def _width(heading: str, values: Iterable[Value]) -> int:
    """In letters: as wide as its longest word and its longest line, within bounds."""
    words = map(_room, heading.split())
    lines = (_room(line) for value in values for line in in_a_cell(value).split("\n"))
    return min(max(_NARROWEST, *words, *lines) + 2, _WIDEST)


def _lines(value: Value, width: int) -> int:
    """How many lines a value takes, rather one too many than one too few."""
    if not isinstance(value, str) or (len(value) * 2 <= width and "\n" not in value):
        return 1
    rooms = map(_room, value.split("\n"))
    return sum(1 if room <= width - 2 else ceil(room * _WORDS_KEPT_WHOLE / width) for room in rooms)


def _room(text: str) -> int:
    """How many letters wide a text is: those of Chinese, Japanese or Korean and emoji take two."""
    return len(text) if text.isascii() else sum(2 if east_asian_width(one) in "WF" else 1 for one in text)

"""How a table stands on a sheet of a workbook, for who listens to it, enlarges it or prints it.

Its title in the first cell, what is to be known below, one row of headings, nothing merged; every text a typed string.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from math import ceil
from typing import Any
from unicodedata import east_asian_width

from amie_planner.returns.table import Table, Value, Withheld, in_a_cell

_CODED = re.compile("_x[0-9A-Fa-f]{4}_")
_LONGEST_HEADING = 255
_FROM = date(1900, 3, 1)
"""The first day on which spreadsheets agree; an earlier one is written as text."""
_GREY = "#E6E6E6"
"""Behind headings, which are bold as well."""
_NARROWEST, _WIDEST = 8, 60
_LINE, _TITLE, _TALLEST = 18, 24, 405
"""Heights of rows in points: one line of twelve-point letters, the title, and about the most that Excel allows."""
_NARROW, _BROAD = re.compile("[Ifijlrt .,:;!'’|()/-]|\\[|\\]"), re.compile("[A-HJ-Zmw&%@—]")
_OF_A_DIGIT = (0.55, 1.3)
"""How wide those letters are; columns are measured in digits."""
_LONGEST_SYMBOL = len("fewer than 10")
_WORDS_KEPT_WHOLE = 1.05
"""How much more room a text needs where no word is broken at the end of a line."""
_A4 = 9
_BOLD, _INDENT = 1.1, 1.5
"""How much wider bold letters are; how many digits figures and their headings stand in from the right."""
_ONE_PAGE = 165
"""Letters beside one another that are printed on one page; what is wider goes on beside it, before letters get tiny."""
_PAGE_UNSCALED = 110
"""The same of a page that is as large as on the screen."""
_NARROWED = (60, 50, 40, 34, 28, 24, 20)
"""Widths that the widest columns are brought down to, one after the other, for all of them to stand on a page."""
_MARGIN, _ABOVE_AND_BELOW = 0.4, 0.7
"""Around what is printed, in inches."""
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
        heading = text | {"bold": True, "bg_color": _GREY}
        return cls(
            title=book.add_format({"bold": True, "font_size": 16}),
            note=book.add_format(),
            heading=book.add_format(heading),
            text=book.add_format(text),
            figures_heading=book.add_format(heading | right),
            figure=book.add_format(right),
            day=book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        )


def write_sheet(sheet: Any, table: Table, styles: Styles, name: str, *, above: str = "") -> None:
    """Writes a cleaned table on an empty sheet, marked up by a name that no other table of the workbook has.

    Each page of it that is printed says its number, the sheet, the headings, and at its top what is to stand `above`.
    """
    pages, widths = _on_pages(list(map(_width, (column.name for column in table.columns), _values(table))))
    notes = [line for note in table.notes for line in _broken(note, _first_page(pages, widths))]
    top = 1 + len(notes)
    sheet.set_default_row(_LINE)
    sheet.set_row(0, _TITLE)
    _write(sheet, 0, 0, table.title or table.name, styles.title)
    for at, note in enumerate(notes, 1):
        _write(sheet, at, 0, note, styles.note)
    _mark_up(sheet, table, top, name)
    _write_table(sheet, table, styles, top, widths)
    if pages:
        sheet.fit_to_pages(pages, 0)
    _keep_codes_unmarked(sheet, table, top)
    if top <= _MOST_ABOVE:
        sheet.freeze_panes(top + 1, 0)
    _set_up_page(sheet, top, above)


def _keep_codes_unmarked(sheet: Any, table: Table, top: int) -> None:
    """“007” is meant to be text: Excel is not to mark it as a number gone wrong."""
    from xlsxwriter.utility import xl_range

    if table.rows:
        cells = xl_range(top + 1, 0, top + len(table.rows), len(table.columns) - 1)
        sheet.ignore_errors({"number_stored_as_text": cells})


def _set_up_page(sheet: Any, top: int, above: str) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(_MARGIN, _MARGIN, _ABOVE_AND_BELOW, _ABOVE_AND_BELOW)
    sheet.set_header(f"&L{above.replace('&', '&&')}")
    sheet.set_footer("&L&A&RPage &P of &N")
    sheet.repeat_rows(top)
    sheet.repeat_columns(0)
    sheet.print_across()


def _values(table: Table) -> Sequence[tuple[Value, ...]]:
    """What stands under each heading."""
    return list(zip(*table.rows, strict=True)) or [()] * len(table.columns)


def _write_table(sheet: Any, table: Table, styles: Styles, top: int, widths: Sequence[int]) -> None:
    figures = [_is_of_figures(under) for under in _values(table)]
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, widths[at])
        _write(sheet, top, at, column.name, styles.figures_heading if figures[at] else styles.heading)
    for down, row in enumerate(table.rows, top + 1):
        for at, value in enumerate(row):
            _write_value(sheet, down, at, value, styles, at_right=figures[at])
    heads = tuple(column.name for column in table.columns)
    inside = [width - _INDENT if right else width for width, right in zip(widths, figures, strict=True)]
    for down, row in enumerate((heads, *table.rows), top):
        lines = max(map(_lines, row, inside))
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
    """Whether it holds numbers or what stands in place of one, and nothing else."""
    held = [value for value in values if value is not None]
    symbols = all(isinstance(v, int | float) or (isinstance(v, str) and len(v) <= _LONGEST_SYMBOL) for v in held)
    return symbols and any(isinstance(value, int | float | Withheld) for value in held)


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
    """In digits: as wide as the longest word of its heading and its longest line, within bounds."""
    words = (_room(word) * _BOLD + _INDENT for word in heading.split())
    lines = (_room(line) for value in values for line in in_a_cell(value).split("\n"))
    return min(ceil(max(_NARROWEST, *words, *lines)) + 2, _WIDEST)


def _on_pages(widths: Sequence[int]) -> tuple[int, Sequence[int]]:
    """On how many pages beside one another they stand, at most two, the widest narrowed as far as it takes for that."""
    narrowed = [[min(width, most) for width in widths] for most in _NARROWED]
    for pages in (1, 2):
        for found in narrowed:
            if sum(found) <= pages * _ONE_PAGE:
                return pages, found
    return 0, widths


def _first_page(pages: int, widths: Sequence[int]) -> int:
    """How much of a line above the table is printed on the first page; what is more is lost between pages.

    The first column stands on both of two pages, and they are made as small as it takes for them to hold the others.
    """
    reached = list(accumulate(widths))
    if pages < 2:
        return max(_PAGE_UNSCALED, reached[-1])
    return min(reached, key=lambda first: max(first, widths[0] + reached[-1] - first))


def _broken(text: str, room: int) -> list[str]:
    """A text in lines of no more than so many digits; a space behind each, so that none is taken for marked up."""
    if _room(text) <= room:
        return [text]
    lines = [""]
    for word in text.split():
        if lines[-1] and _room(lines[-1] + word) > room:
            lines.append("")
        lines[-1] += f"{word} "
    return lines


def _lines(value: Value, width: float) -> int:
    """How many lines a value takes, rather one too many than one too few."""
    if not isinstance(value, str) or (len(value) * 2 <= width and "\n" not in value):
        return 1
    rooms = map(_room, value.split("\n"))
    return sum(1 if room <= width - 2 else ceil(room * _WORDS_KEPT_WHOLE / width) for room in rooms)


def _room(text: str) -> float:
    """How many digits wide a text is, about: letters of Chinese, Japanese or Korean and emoji take two."""
    narrow, broad = _OF_A_DIGIT
    wide = 0 if text.isascii() else sum(east_asian_width(one) in "WF" for one in text)
    return len(text) + wide - (1 - narrow) * len(_NARROW.findall(text)) + (broad - 1) * len(_BROAD.findall(text))

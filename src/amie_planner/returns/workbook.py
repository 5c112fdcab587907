"""A return as files that anything opens: a workbook, its CSV twins, and a table to paste into a form.

Whatever was typed stays text: no cell is a formula or a link. For who listens to it or enlarges it, each sheet has its
title in A1, what is to be known below it, and one table with one row of headings, of which nothing is merged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING
from unicodedata import normalize

from amie_planner.domain.days import near
from amie_planner.domain.vocabulary import Profile
from amie_planner.errors import AmieError
from amie_planner.returns.sheet import Styles, write_sheet
from amie_planner.returns.table import Column, Table, in_a_cell
from amie_planner.returns.tables.notes import NOT_FOR_PUBLICATION, made_when

if TYPE_CHECKING:
    from amie_planner.returns.making import MadeReturn

LONGEST_CELL = 32_767
"""How long a text in a cell of a workbook may be, in units of UTF-16."""

RESTRICTED = "-exact-restricted"
"""What the names of an exact return's files end in."""

_BELOW = "Note on a table"
_NOTES_FILE = "01-notes"
_OF_A_RETURN = re.compile(r"\d\d-.*\.csv", re.IGNORECASE)
_CONTENTS, _DEFINITIONS = "Contents", "Definitions"
_CUT = " … (cut)"
_LONGEST_SHEET = 30
_LONGEST_FILE = 40
_LINE_ENDS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_SPACES = re.compile("[\t\x0b\x0c]")
_NO_CHARACTERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NOT_IN_SHEETS = re.compile(r"[\[\]:*?/\\]")
_KEPT_BY_EXCEL = "history"


def xlsx(made: MadeReturn, now: datetime) -> bytes:
    """The workbook as it is made `now`: Contents, Notes, Definitions, then a sheet for each table that has a row.

    The same return at the same time gives the same bytes. Nothing is written to the disk.
    """
    from xlsxwriter import Workbook

    out, said = BytesIO(), sheets(made)
    title = f"{_one_line(made.template.label)}, {_period(made)}"
    typed = dict.fromkeys(("strings_to_formulas", "strings_to_numbers", "strings_to_urls"), False)
    letters = {"font_name": "Arial", "font_size": 12, "valign": "top"}
    above = NOT_FOR_PUBLICATION if made.profile is Profile.EXACT else ""
    with Workbook(out, {"in_memory": True, "default_format_properties": letters, **typed}) as book:
        book.set_properties({"title": title, "created": now.astimezone(UTC)})
        book.set_custom_property("Language", "en-GB", "text")
        styles = Styles.of(book)
        for number, table in enumerate((_contents(made, said), *said), 1):
            name = f"table_{number}_{_slug(table.name)}".replace("-", "_")
            write_sheet(book.add_worksheet(table.name), table, styles, name, above=above)
    return out.getvalue()


def csv_files(made: MadeReturn) -> Mapping[str, bytes]:
    """The same tables but for Contents, one file each, by names such as “04-people-counts.csv”.

    What stands below each table is in the first, with the notes. Those of an exact return say in their name what it is.
    """
    notes, *tables = sheets(made)
    below = ((_BELOW, table.name, note) for table in tables for note in table.notes if note != NOT_FOR_PUBLICATION)
    told = replace(notes, rows=(*notes.rows, *below))
    ending = RESTRICTED if made.profile is Profile.EXACT else ""
    return {f"{n:02}-{_slug(table.name)}{ending}.csv": table.csv() for n, table in enumerate((told, *tables), 1)}


def refuse_mixing(files: Iterable[str], there: Iterable[str], folder: str) -> None:
    """Raises AmieError where CSV files of another return would stay in a folder beside these, by their names."""
    held = [name for name in there if _OF_A_RETURN.fullmatch(name)]
    if set(held) - set(files) and any(name.startswith(_NOTES_FILE) for name in held):
        raise AmieError(
            f"The folder {folder} holds CSV files of another return, or of this one with other tables.",
            "Choose another folder, or take them out first.",
        )


def to_paste(table: Table) -> str:
    """The table to paste into a form on the web: a line for its headings and one a row, with a tab between cells.

    After an empty line there is one for each note. What would begin a formula gets an apostrophe as in CSV, for it may
    as well be pasted into a spreadsheet.
    """
    table = cleaned(table)
    rows = (tuple(column.name for column in table.columns), *table.rows)
    below = ((), *((note,) for note in table.notes)) if table.notes else ()
    return "".join("\t".join(in_a_cell(v).replace("\n", " ") for v in row) + "\n" for row in (*rows, *below))


def sheets(made: MadeReturn) -> tuple[Table, ...]:
    """The tables as they are written: notes, what each column counts, then those of the return, each with its own name.

    Texts are cleaned, and tables without a row are left out.
    """
    written = [cleaned(table) for table in (made.notes, *made.tables) if table.rows or table is made.notes]
    _, definitions, *names = sheet_names((_CONTENTS, _DEFINITIONS, *(table.name for table in written)))
    notes, *tables = (replace(table, name=name) for table, name in zip(written, names, strict=True))
    told = _definitions((notes, *tables), definitions)
    return (notes, told, *tables) if told.rows else (notes, *tables)


def plain(text: str) -> str:
    """The text as a cell can hold it: without control characters and half characters; lines end in a line feed.

    What is too long for a cell is cut, and says so. What XlsxWriter would take for its own marking of a text in pieces
    gets a space behind it. Doing it twice changes nothing.
    """
    if not (text.isascii() and text.isprintable()):
        text = _NO_CHARACTERS.sub("", _SPACES.sub(" ", _LINE_ENDS.sub("\n", text)))
    if text.startswith("<r>") and text.endswith("</r>"):
        text += " "
    cut = _first(text, LONGEST_CELL)
    return text if cut == text else _first(text, LONGEST_CELL - len(_CUT)) + _CUT


def cleaned(table: Table) -> Table:
    """The table with every text as `plain` has it, and titles, notes and headings on one line."""
    columns = tuple(replace(one, name=_one_line(one.name), means=_one_line(one.means)) for one in table.columns)
    rows = tuple(tuple(plain(v) if type(v) is str else v for v in row) for row in table.rows)
    return Table(table.name, columns, rows, _one_line(table.title), tuple(map(_one_line, table.notes)))


def sheet_names(names: Iterable[str]) -> list[str]:
    """What sheets of a workbook may be called: under 31 letters, no two alike, without signs that no sheet may hold."""
    taken, found = {_KEPT_BY_EXCEL}, list[str]()
    for at, name in enumerate(names, 1):
        whole = _one_line(_NOT_IN_SHEETS.sub(" ", _one_line(name))).strip("' ") or f"Sheet {at}"
        called, times = _first(whole, _LONGEST_SHEET).strip("' "), 1
        while called.casefold() in taken:
            times += 1
            behind = f" ({times})"
            called = _first(whole, _LONGEST_SHEET - len(behind)).rstrip() + behind
        taken.add(called.casefold())
        found.append(called)
    return found


def _contents(made: MadeReturn, said: Sequence[Table]) -> Table:
    columns = (Column("Sheet", ""), Column("What it holds", ""), Column("Rows", ""))
    rows = tuple((table.name, table.title or table.name, len(table.rows)) for table in said)
    period = (f"Period: {_period(made)}, both days included.", *_made_when(made))
    above = (NOT_FOR_PUBLICATION, *_handed(made)) if made.profile is Profile.EXACT else ()
    return cleaned(Table(_CONTENTS, columns, rows, made.template.label, (*above, *period)))


def _made_when(made: MadeReturn) -> Iterator[str]:
    if when := made_when(made.last, made.made_on):
        yield f"Made on {when.removesuffix('.')}."


def _handed(made: MadeReturn) -> tuple[str, str]:
    return f"For: {made.recipient}", f"Reason: {made.reason}"


def _definitions(tables: Sequence[Table], name: str) -> Table:
    columns = (Column("Sheet", ""), Column("Column", ""), Column("What it counts", ""))
    rows = tuple(
        (table.name, column.name, column.means) for table in tables for column in table.columns if column.means
    )
    return Table(name, columns, rows, "What each column counts")


def _period(made: MadeReturn) -> str:
    return f"{near(made.first, None)} to {near(made.last, None)}"


def _one_line(text: str) -> str:
    return plain(" ".join(plain(text).split()))


def _first(text: str, units: int) -> str:
    """As much of the beginning as fits in so many units of UTF-16."""
    if len(text) * 2 <= units:
        return text
    return text.encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "ignore")


def _slug(name: str) -> str:
    letters = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST_FILE] or "table"

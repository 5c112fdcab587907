"""A table of a return: columns with their definitions, rows, and its CSV twin.

A count of people stands in a draft as People until the profile has decided what may be said of it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Withheld(StrEnum):
    """What stands where a figure would. Source: symbols of the Government Analysis Function.

    What does not apply is no figure that is withheld.
    """

    CONFIDENTIAL = "[c]"
    NOT_AVAILABLE = "[x]"
    NOT_APPLICABLE = "[z]"


WITHHELD = {
    Withheld.CONFIDENTIAL: (
        "not shown, to protect people: the figure is small, or could help to find out about single people; "
        "it may also be 0"
    ),
    Withheld.NOT_AVAILABLE: "not given: there are too few people for it, or it would tell what is kept back elsewhere",
    Withheld.NOT_APPLICABLE: "does not apply to this row; nothing is kept back",
}
"""What each symbol means, to be said with every return."""

NOTHING_RECORDED = "nothing is recorded, which is not the same as 0"
"""What a blank means."""

Value = str | int | float | date | Withheld | None
"""None is blank: not recorded, which is never 0. A float is of hours or per cent, and already rounded."""

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class People:
    """A true count of people. `key` is the same wherever the same people are counted, and says nothing of them.

    `least` is how many there are for certain to whoever sees the row: 1 where it stands only because of somebody.
    """

    key: str
    count: int
    least: int = 0


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and the parts that make it up, each person in one of them, all by key.

    A part that is printed nowhere, such as those who did not tick a box, has its key and its count in `unseen`.
    `one_thing` says that the parts are answers to one sensitive question, so that all in one tell of everybody.
    `only_bounds` says that the total is not broken down so, but that none of these parts can be more than it is.
    """

    total: str
    parts: tuple[str, ...]
    unseen: tuple[People, ...] = ()
    one_thing: bool = False
    only_bounds: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, and what is counted under it. A code is for whoever reads the file with a program.

    `of_row` says that each row says under it what the row counts.
    """

    name: str
    means: str
    is_code: bool = False
    of_row: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """What a return says: one value a column in each row. `title` is its sentence, `notes` what stands below it.

    `name` is that of its sheet, in fewer than 31 letters.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    title: str = ""
    notes: tuple[str, ...] = ()

    def csv(self) -> bytes:
        """RFC 4180 in UTF-8 with a byte order mark, so that spreadsheets show every letter; dates are ISO 8601."""
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow([in_a_cell(column.name) for column in self.columns])
        writer.writerows([in_a_cell(value) for value in row] for row in self.rows)
        return text.getvalue().encode("utf-8-sig")


@dataclass(frozen=True, slots=True)
class Draft:
    """A table before it is decided what may be said: its rows hold People, and `sums` say how those hang together."""

    table: str
    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value | People, ...], ...]
    title: str = ""
    notes: tuple[str, ...] = ()
    sums: tuple[Sum, ...] = ()

    def decided(self, say: Callable[[People], Value]) -> Table:
        """The table in which each count of people is what may be said of it."""
        rows = tuple(tuple(say(v) if isinstance(v, People) else v for v in row) for row in self.rows)
        return Table(self.name, self.columns, rows, self.title, self.notes)

    def also(self, *notes: str) -> Draft:
        """The draft with more to say below it."""
        return replace(self, notes=(*self.notes, *notes))


def is_withheld(value: Value) -> bool:
    """Whether a figure would stand here and is not given."""
    return value is Withheld.CONFIDENTIAL or value is Withheld.NOT_AVAILABLE


def in_a_cell(value: Value) -> str:
    """A value as a spreadsheet must read it: a text that would begin a formula gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and value.startswith(_STARTS_A_FORMULA):
        return f"'{value}"
    return str(value)

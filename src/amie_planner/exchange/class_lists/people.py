"""Rows → people: whose name stands in a row, and which rows hold nobody."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from amie_planner.domain.edits.class_lists import Listed
from amie_planner.domain.values import LONGEST_TEXT
from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists.columns import Column
from amie_planner.exchange.class_lists.headings import key, known
from amie_planner.exchange.class_lists.table import Problem, Row

_NAMES = (
    ("forename", "surname"),
    ("preferred-name", "surname-in-use"),
    ("preferred-name", "surname"),
    ("forename", "surname-in-use"),
    ("full-name",),
    ("forename",),
    ("preferred-name",),
)
_HIGHEST_YEAR = 14
_YEAR = re.compile(r"(?:nc\s*)?(?:year|yr|y)?\.?\s*0?(\d{1,2})", re.IGNORECASE)
_EARLY_YEARS = {"r": "R", "reception": "R", "rec": "R", "yearr": "R", "yr": "R", "n": "N", "nursery": "N"}


def cells_of(row: Row, number: int, columns: tuple[Column, ...]) -> dict[str, str]:
    """The text of a row by what its columns give. Raises AmieError where one is too long."""
    held = {}
    for column in columns:
        if column.gives and column.at < len(row):
            held[column.gives] = plain(row[column.at])
            if len(held[column.gives]) > LONGEST_TEXT:
                where = f"Row {number} has more than {LONGEST_TEXT:,} characters in one cell"
                raise AmieError(f"{where} ({column.header[:60]}).", "Shorten it there, and try again.")
    return held


def plain(text: str) -> str:
    """One line, without signs that steer a screen or a printer."""
    return " ".join("".join(" " if unicodedata.category(c) == "Cc" else c for c in text).split())


def person(cells: Mapping[str, str], row: int) -> Listed | None:
    """The person of a row, if it says what they go by.

    The full name is the legal one where it is whole; an alias comes from the name that they go by.
    """
    cells = _parted(cells)
    whole = cells.get("full-name", "")
    first = cells.get("preferred-name") or cells.get("forename") or whole.partition(" ")[0]
    if not first:
        return None
    rest = cells.get("surname-in-use") or cells.get("surname") or whole.partition(" ")[2]
    name = " ".join(cells[part] for part in named_by(cells))
    return Listed(row, first, rest, name, cells.get("group", ""), school_year(cells.get("school-year", "")))


def named_by(cells: Mapping[str, str]) -> tuple[str, ...]:
    """Which cells the full name is made of: a forename and surname of one kind before any other pair."""
    in_parts = cells.get("surname") or cells.get("forename")
    names = _NAMES if in_parts else (("full-name",), *_NAMES)
    return next((name for name in names if all(cells.get(part) for part in name)), ())


def legal_name_is_halved(cells: Mapping[str, str], kinds: Mapping[str, str]) -> bool:
    """Whether half of a legal name is here and the full name holds a preferred one; `kinds` are of the cells."""
    named = [kinds.get(part) for part in named_by(cells)]
    return "preferred" in named and any(kinds.get(part) == "legal" for part, text in cells.items() if text)


def _parted(cells: Mapping[str, str]) -> Mapping[str, str]:
    """With the parts of a full name, where nothing else gives them and they are sure."""
    if cells.get("surname") or cells.get("forename"):
        return cells
    surname, forename = _parts(cells.get("full-name", ""))
    return {**cells, "surname": surname, "forename": forename} if surname else cells


def _parts(whole: str) -> tuple[str, str]:
    """Surname and forename where one comma parts them; otherwise neither is sure."""
    surname, comma, forename = whole.partition(",")
    sure = comma and "," not in forename and surname.strip() and forename.strip()
    return (surname.strip(), forename.strip()) if sure else ("", "")


def school_year(text: str) -> str:
    """Y9, R or N where the cell means one of these, otherwise as it is written."""
    early = _EARLY_YEARS.get(key(text))
    if early:
        return early
    number = _YEAR.fullmatch(text.strip())
    return f"Y{int(number[1])}" if number and 1 <= int(number[1]) <= _HIGHEST_YEAR else text


def is_total(row: Row) -> bool:
    """Whether a row counts the others: a word for it first, and nothing but numbers after."""
    first, *others = (cell.strip() for cell in row if cell.strip())
    word, _, number = first.partition(":")
    named = key(word.rstrip("0123456789. ")) in _totals()
    return named and all(re.fullmatch(r"[\d.,%\s]*", n) for n in (number, *others))


@cache
def _totals() -> frozenset[str]:
    return frozenset(map(key, known()["totals"]))


def told_apart(people: Sequence[Listed], called: Sequence[str]) -> Iterator[Problem]:
    """Says whose alias is more than their first name, and why."""
    times = Counter((listed.first, listed.name) for listed in people)
    for listed, alias in zip(people, called, strict=True):
        if alias != listed.first:
            words = (
                "Another row has the same full name: a number tells the two apart. See that they are two people."
                if times[listed.first, listed.name] > 1
                else "Somebody else goes by the same first name: more of the name, or a number, tells them apart."
            )
            yield Problem(listed.row, None, words)

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

_HIGHEST_YEAR = 14
_YEAR = re.compile(r"(?:nc\s*)?(?:year|yr|y)?\.?\s*0?(\d{1,2})", re.IGNORECASE)
_EARLY_YEARS = {"r": "R", "reception": "R", "rec": "R", "yearr": "R", "yr": "R", "n": "N", "nursery": "N"}


def cells_of(row: Row, number: int, columns: tuple[Column, ...]) -> dict[str, str]:
    """The text that a row holds for each field that is kept. Raises AmieError where one is too long."""
    held = {}
    for column in columns:
        if not column.left_out and column.field and column.at < len(row):
            held[column.field] = plain(row[column.at])
            if len(held[column.field]) > LONGEST_TEXT:
                where = f"Row {number} has more than {LONGEST_TEXT:,} characters in one cell"
                raise AmieError(f"{where} ({column.header[:60]}).", "Shorten it there, and try again.")
    return held


def plain(text: str) -> str:
    """One line, without signs that steer a screen or a printer."""
    return " ".join("".join(" " if unicodedata.category(c) == "Cc" else c for c in text).split())


def person(cells: Mapping[str, str], row: int) -> Listed | None:
    """The person of a row, if it says what they go by."""
    surname, forename = cells.get("surname", ""), cells.get("forename", "")
    whole, preferred = cells.get("full-name", ""), cells.get("preferred-name", "")
    if whole and not (surname or forename):
        surname, forename = _parts(whole)
    called = forename or preferred
    name = f"{called} {surname}" if surname and called else whole or called
    first = preferred or forename or whole.partition(" ")[0]
    rest = surname or whole.partition(" ")[2]
    if not first:
        return None
    year = school_year(cells.get("school-year", ""))
    return Listed(row, first, rest, name, cells.get("group", ""), year)


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
    times = Counter(listed.name for listed in people)
    for listed, alias in zip(people, called, strict=True):
        if alias != listed.first:
            words = (
                "Another row has the same full name: a number tells the two apart. See that they are two people."
                if times[listed.name] > 1
                else "Somebody else goes by the same first name: more of the name, or a number, tells them apart."
            )
            yield Problem(listed.row, None, words)

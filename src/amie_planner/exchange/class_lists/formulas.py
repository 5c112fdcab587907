"""Cells of separated text that begin as a formula would: they are text here, and a person should look at them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from amie_planner.exchange.class_lists.table import Problem, Row

_LIKE_FORMULA = re.compile(r"\s*(?:[=@]|[+-](?!\s*(?:[.,]?\d|$)))")
"""A sign before a number is a number, and a sign alone says that there is nothing."""
_SIGNS = "=@+-"


def like_formula(text: str) -> bool:
    """Whether a spreadsheet could take a text for a formula."""
    return _LIKE_FORMULA.match(text) is not None


def problems(rows: Iterable[tuple[int, Row]], headers: Mapping[int, str]) -> Iterator[Problem]:
    """What to look at, once a column: `rows` with their numbers, and the headings of the columns to look through."""
    found: dict[int, list[int]] = {}
    for number, row in rows:
        for at, cell in enumerate(row):
            if cell and (cell[0] in _SIGNS or cell[0].isspace()) and at in headers and like_formula(cell):
                found.setdefault(at, []).append(number)
    for at, numbers in sorted(found.items()):
        more = f" ({len(numbers):,} cells of this column, from here on)" if len(numbers) > 1 else ""
        yield Problem(numbers[0], headers[at], f"This begins like a formula{more}: taken as text, look at it.")

"""A column of dates, checked: day/month/year or year-month-day, and never the one guessed for the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum, auto

from amie_planner.exchange.class_lists.table import Problem

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: 00:00(?::00)?)?")


class _Order(Enum):
    """How the parts of one date can be read."""

    CERTAIN = auto()
    DAY_FIRST = auto()
    EITHER = auto()
    MONTH_FIRST = auto()
    NO_DATE = auto()


def problems(cells: list[tuple[int, str]], header: str) -> Iterator[Problem]:
    """What to ask about the dates of a column; `cells` are its rows, counted from 1, and their text."""
    orders = [(row, _order(text)) for row, text in cells if text]
    refused = [(row, order) for row, order in orders if order in (_Order.MONTH_FIRST, _Order.NO_DATE)]
    for row, order in refused:
        words = (
            "This date has the month before the day; write it day/month/year."
            if order is _Order.MONTH_FIRST
            else "This is not a date written day/month/year or year-month-day."
        )
        yield Problem(row, header, words)
    either = [row for row, order in orders if order is _Order.EITHER]
    if either and (refused or not any(order is _Order.DAY_FIRST for _, order in orders)):
        words = "could be day/month or month/day, and nothing in this column tells which. Ask who sent the list."
        rows = f" ({len(either):,} dates)" if len(either) > 1 else ""
        yield Problem(either[0], header, f"From here on{rows}: {words}" if rows else f"This date {words}")


def _order(text: str) -> _Order:
    if iso := _ISO.fullmatch(text):
        year, month, day = map(int, iso.groups())
        return _Order.CERTAIN if _is_day(year, month, day) else _Order.NO_DATE
    slashed = _SLASHED.fullmatch(text)
    if slashed is None:
        return _Order.NO_DATE
    first, second, year = map(int, slashed.groups())
    if _is_day(year, second, first):
        if first == second:
            return _Order.CERTAIN
        return _Order.EITHER if _is_day(year, first, second) else _Order.DAY_FIRST
    return _Order.MONTH_FIRST if _is_day(year, first, second) else _Order.NO_DATE


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True

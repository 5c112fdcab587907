"""Days said as a person says them, beside a day that is known: no longer than they need to be. And days read as a
leader writes them, day before month, with nothing guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from amie_planner.domain import words
from amie_planner.errors import AmieError

_SUCH_AS = "such as 8/9/2026."
_HALF_WRITTEN = (19, 20)
"""Years of two digits that may be the beginning of four."""
_A_LEAP_YEAR = "2024"
_THIS_CENTURY = 50
"""Years of two digits below it are of this century; the others may be of two."""


def near(value: date, beside: date | None) -> str:
    """8 September; with its year where that is not the year of the day beside it."""
    return words.day_and_month(value, beside) if beside else words.day(value).split(" ", 1)[1]


def ahead(value: date, today: date) -> str:
    """Today; Tomorrow; Thursday 26 November."""
    if value == today:
        return "Today"
    if value == today + timedelta(days=1):
        return "Tomorrow"
    weekday = words.day(value).split()[0]
    return f"{weekday} {near(value, today)}"


def read(text: str) -> date:
    """The day that is meant by 8/9/2026, 8.9.26, 2026-09-08, 8 Sept 2026 or Tuesday 8th September 2026.

    Raises AmieError for what is no day, and for what may be several.
    """
    text = text.strip().casefold()
    found = re.findall("[0-9]+|[a-z]+", text)
    if not re.fullmatch(r"[0-9a-z]([0-9a-z\s,./-]*[0-9a-z.])?", text) or max(map(len, found)) > _LONGEST:
        raise _not_a_date()
    numbers = [part for part in found if part.isdigit()]
    named = [part for part in found if not part.isdigit() and part not in _OF_NO_MATTER]
    months = [n for word in named if (n := _place(word, _MONTHS))]
    weekdays = [n for word in named if (n := _place(word, _WEEKDAYS))]
    if len(months) > 1 or len(weekdays) > 1 or len(months) + len(weekdays) < len(named):
        raise _not_a_date()
    value = _day(*_in_order(numbers, months))
    if weekdays and value.weekday() != weekdays[0] - 1:
        raise AmieError(f"{near(value, None)} is a {words.day(value).split()[0]}.", "Change one or the other.")
    return value


def _in_order(numbers: list[str], months: Sequence[int]) -> tuple[int, int, str]:
    """Day, month and year."""
    if len(numbers) == 2 - len(months):
        _day(*_in_order([*numbers, _A_LEAP_YEAR], months))
        raise AmieError("That date has no year.", f"Write its year too, {_SUCH_AS}")
    if len(numbers) != 3 - len(months):
        raise _not_a_date()
    numbers = numbers[::-1] if len(numbers[0]) == 4 else numbers
    return int(numbers[0]), months[0] if months else int(numbers[1]), numbers[-1]


def _day(day: int, month: int, year: str) -> date:
    if len(year) == 2 and (int(year) in _HALF_WRITTEN or int(year) >= _THIS_CENTURY):
        raise AmieError("That may be one of several years.", f"Write all four digits of the year, {_SUCH_AS}")
    whole = f"20{year}" if len(year) == 2 else year
    if len(whole) != 4 or whole.startswith("0"):
        raise _not_a_date()
    try:
        return date(int(whole), month, day)
    except ValueError:
        raise (_no_such_day(day, month, int(whole)) if 1 <= month <= 12 and 28 < day <= 31 else _not_a_date()) from None


def _place(word: str, names: Sequence[str]) -> int:
    """Which of the names a word is, or the beginning of; 0 for none."""
    start = word.removesuffix("s")
    return next((n for n, name in enumerate(names, 1) if len(start) >= 3 and name.startswith(start)), 0)


def _not_a_date() -> AmieError:
    return AmieError("That is not a date.", f"Write the day first, {_SUCH_AS}")


def _no_such_day(day: int, month: int, year: int) -> AmieError:
    only_then = f" {year}" if (day, month) == (29, 2) else ""
    return AmieError(
        f"There is no {day} {_MONTHS[month - 1].capitalize()}{only_then}.", "Write a day that the month has."
    )


_MONTHS = tuple(near(date(2024, n, 1), date(2024, 1, 1)).split()[1].casefold() for n in range(1, 13))
_WEEKDAYS = tuple(words.day(date(2024, 1, n)).split()[0].casefold() for n in range(1, 8))
_LONGEST = len("wednesday")
_OF_NO_MATTER = frozenset({"st", "nd", "rd", "th", "of", "the"})

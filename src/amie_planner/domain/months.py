"""A month of a year as a leader writes it, such as March 2014 or 3/2014, and as it is kept: 2014-03."""

from __future__ import annotations

import re
from datetime import date

from amie_planner.domain.days import near
from amie_planner.domain.days import read as read_day
from amie_planner.errors import AmieError


def read(text: str) -> str:
    """The month that is meant, as YYYY-MM. Raises AmieError for what is no month, and for a whole day too."""
    said = text.strip().casefold()
    if found := re.fullmatch(r"(\d{1,2})\s*[/.-]\s*(\d{4})|(\d{4})\s*[/.-]\s*(\d{1,2})", said):
        month, year = found[1] or found[4], found[2] or found[3]
        tried = f"1/{month}/{year}"
    elif re.fullmatch(r"[a-z]+\.?,?\s+\d{4}", said):
        tried = f"1 {said}"
    else:
        raise _not_a_month()
    try:
        day = read_day(tried)
    except AmieError:
        raise _not_a_month() from None
    return f"{day.year:04}-{day.month:02}"


def said(month: str) -> str:
    """March 2014, of a month that is kept as YYYY-MM, in whatever year."""
    year, _, number = month.partition("-")
    return f"{near(date(2000, int(number), 1), None).split()[1]} {year}"


def _not_a_month() -> AmieError:
    return AmieError("That is not a month with its year.", "Write it such as March 2014 or 3/2014.")

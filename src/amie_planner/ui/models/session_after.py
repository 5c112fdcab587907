"""What a new session says of itself from those that are there: it comes after the last one, in their rhythm."""

from __future__ import annotations

from datetime import date
from typing import Any

from amie_planner.domain.moving import next_day
from amie_planner.domain.plan import Series
from amie_planner.errors import AmieError


def after_the_last(series: Series) -> dict[str, Any]:
    """Its number, and where there is one before it, its day and the time at which it starts.

    It has no day where the last has none, and where the holidays leave none free.
    """
    ordered = series.in_order()
    number = max(len(ordered), *(lines.session.number or 0 for lines in ordered), 0) + 1
    if not ordered:
        return {"number": number}
    last = ordered[-1].session
    return {"number": number, "date": _day(series) if last.date else None, "start": last.start}


def _day(series: Series) -> date | None:
    try:
        return next_day(series)
    except AmieError:
        return None

"""Days said as a person says them, beside a day that is known: no longer than they need to be."""

from __future__ import annotations

from datetime import date, timedelta

from amie_planner.domain import words


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

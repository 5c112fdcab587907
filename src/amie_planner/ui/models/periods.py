"""The stretches of time that a leader looks back over: the whole programme, each of its terms, a school year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from amie_planner.domain.plan import Series
from amie_planner.domain.records import Programme

WHOLE = "whole"
_SCHOOL_YEAR_BEGINS = 9
"""September."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a first day to a last, both included; without one of them it is open on that side."""

    id: str
    name: str
    first: date | None
    last: date | None

    def holds(self, day: date) -> bool:
        """Whether a day lies in it, and both its ends are known."""
        return self.first is not None and self.last is not None and self.first <= day <= self.last


def stretches(series: Series, today: date) -> tuple[Stretch, ...]:
    """The whole programme, its terms, and each school year that has a session of it, with today's."""
    programme = series.programme
    days = [lines.session.date for lines in series.sessions if lines.session.date]
    whole = Stretch(WHOLE, "The whole programme", programme.starts, programme.ends)
    years = sorted({_school_year(day) for day in (*days, today) if date.min.year < day.year < date.max.year})
    return (whole, *_terms(programme), *(_year(year) for year in years))


def to_begin_with(offered: Sequence[Stretch], today: date) -> Stretch:
    """The term that today lies in, else the whole programme."""
    terms = (stretch for stretch in offered if stretch.id.startswith("term"))
    return next((term for term in terms if term.holds(today)), offered[0])


def _terms(programme: Programme) -> Iterator[Stretch]:
    for n, term in enumerate(programme.terms, 1):
        if term.starts or term.ends:
            yield Stretch(f"term/{n}", term.label or f"Term {n}", term.starts, term.ends)


def _school_year(day: date) -> int:
    return day.year if day.month >= _SCHOOL_YEAR_BEGINS else day.year - 1


def _year(year: int) -> Stretch:
    first, last = date(year, _SCHOOL_YEAR_BEGINS, 1), date(year + 1, _SCHOOL_YEAR_BEGINS - 1, 31)
    return Stretch(f"year/{year}", f"School year {year} to {year + 1}", first, last)

"""The stretches of time that a leader looks back over: the whole programme, each of its terms, a school year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from amie_planner.domain.plan import Series
from amie_planner.domain.records import Programme
from amie_planner.domain.terms import SCHOOL_YEAR_BEGINS, school_year

WHOLE = "whole"


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
    return (whole, *_terms(programme), *school_years((*days, today)))


def school_years(days: Iterable[date]) -> tuple[Stretch, ...]:
    """Those that days lie in, the oldest first. Days in the first and in the last year of the calendar have none."""
    years = {school_year(day) for day in days if date.min.year < day.year < date.max.year}
    return tuple(_year(year) for year in sorted(years))


def to_begin_with(offered: Sequence[Stretch], today: date) -> Stretch:
    """The term that today lies in, else the whole programme."""
    terms = (stretch for stretch in offered if stretch.id.startswith("term"))
    return next((term for term in terms if term.holds(today)), offered[0])


def _terms(programme: Programme) -> Iterator[Stretch]:
    for n, term in enumerate(programme.terms, 1):
        if term.starts or term.ends:
            yield Stretch(f"term/{n}", term.label or f"Term {n}", term.starts, term.ends)


def _year(year: int) -> Stretch:
    first, last = date(year, SCHOOL_YEAR_BEGINS, 1), date(year + 1, SCHOOL_YEAR_BEGINS - 1, 31)
    return Stretch(f"year/{year}", f"School year {year} to {year + 1}", first, last)

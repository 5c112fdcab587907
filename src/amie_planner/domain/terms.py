"""The terms of a school year, to begin with: whole months, for no day of it is known until the leader says so.

School years begin in September. Local authorities and schools set their own days, so none are given here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from amie_planner.domain.days import near
from amie_planner.domain.records import Term

Many = Literal[3, 6]
SCHOOL_YEAR_BEGINS = 9
"""September."""
_LABELS = {
    3: ("Autumn term", "Spring term", "Summer term"),
    6: ("Autumn 1", "Autumn 2", "Spring 1", "Spring 2", "Summer 1", "Summer 2"),
}
_MONTHS: dict[int, tuple[tuple[tuple[int, int], tuple[int, int]], ...]] = {
    3: (((9, 1), (12, 31)), ((1, 1), (3, 31)), ((4, 1), (7, 31))),
    6: (
        ((9, 1), (10, 31)),
        ((11, 1), (12, 31)),
        ((1, 1), (2, 15)),
        ((2, 16), (3, 31)),
        ((4, 1), (5, 31)),
        ((6, 1), (7, 31)),
    ),
}
"""First and last day as month and day."""


def school_year(day: date) -> int:
    """The year in which the school year of a day began."""
    return day.year if day.month >= SCHOOL_YEAR_BEGINS else day.year - 1


def first_guess(year: int, many: Many) -> tuple[Term, ...]:
    """Three or six terms of the school year that begins in a year, by whole months, and halves of February."""
    return _guessed(year, many)


def is_guess(term: Term) -> bool:
    """Whether a term is still as it was guessed. One that was given another name is the leader's own."""
    if term.starts is None or not date.min.year < term.starts.year < date.max.year:
        return False
    year = school_year(term.starts)
    return term in _guesses(year)


def filled(terms: Sequence[Term], year: int, many: Many) -> tuple[Term, ...]:
    """The terms with a first guess at those of a school year, in order of their days.

    Terms with days or a name of the leader's own stay, and no guess is made over them. Earlier guesses at that year go.
    """
    guesses = _guesses(year)
    own = [term for term in terms if term not in guesses]
    fresh = [one for one in first_guess(year, many) if not any(_meet(one, term) for term in own)]
    return tuple(sorted((*own, *fresh), key=lambda term: term.starts or term.ends or date.max))


def said(term: Term) -> str:
    """Autumn term: 1 September 2026 to 31 December 2026; and where it is a first guess, that it is one."""
    guess = ". A first guess: put your own days" if is_guess(term) else ""
    return f"{term.label or 'A term'}: {_days(term)}{guess}"


def holiday_said(holiday: Term) -> str:
    """Half term: 26 October 2026 to 30 October 2026; May Day: 3 May 2027. One that has a single day is that day."""
    first, last = holiday.starts or holiday.ends, holiday.ends or holiday.starts
    return f"{holiday.label or 'Days off'}: {_days(Term(starts=first, ends=last))}"


def _days(term: Term) -> str:
    first, last = (near(day, None) if day else "" for day in (term.starts, term.ends))
    if first and last:
        return first if first == last else f"{first} to {last}"
    return f"from {first}" if first else f"up to {last}" if last else "no days yet"


def _guesses(year: int) -> tuple[Term, ...]:
    return tuple(one for many in _MONTHS for one in _guessed(year, many))


def _guessed(year: int, many: int) -> tuple[Term, ...]:
    named = zip(_LABELS[many], _MONTHS[many], strict=True)
    return tuple(Term(label=label, starts=_on(year, first), ends=_on(year, last)) for label, (first, last) in named)


def _on(year: int, month_and_day: tuple[int, int]) -> date:
    month, day = month_and_day
    return date(year if month >= SCHOOL_YEAR_BEGINS else year + 1, month, day)


def _meet(one: Term, other: Term) -> bool:
    """Whether they have a day in common; a term without both its days has its one, or none."""
    first, last = other.starts or other.ends, other.ends or other.starts
    return bool(first and last and one.starts and one.ends and first <= one.ends and one.starts <= last)

"""The terms of a school year: a first guess by whole months, and the leader's own days before it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

import pytest

from amie_planner.domain.records import Term
from amie_planner.domain.terms import filled, first_guess, holiday_said, is_guess, said, school_year


@pytest.mark.parametrize(
    ("day", "year"),
    [("2026-08-31", 2025), ("2026-09-01", 2026), ("2027-01-01", 2026), ("2028-02-29", 2027), ("2027-08-31", 2026)],
)
def test_a_school_year_begins_in_september(day: str, year: int):
    assert school_year(date.fromisoformat(day)) == year


@pytest.mark.parametrize("year", [1999, 2026, 2027])
@pytest.mark.parametrize("many", [3, 6])
def test_the_guess_is_one_term_after_another_from_september_to_july(many: Literal[3, 6], year: int):
    terms = first_guess(year, many)
    assert len(terms) == many
    assert (terms[0].starts, terms[-1].ends) == (date(year, 9, 1), date(year + 1, 7, 31))
    for before, after in pairwise(terms):
        assert before.ends and after.starts == before.ends + timedelta(days=1)
    assert all(is_guess(term) for term in terms)


def test_a_term_with_other_days_or_another_name_is_no_guess():
    assert not is_guess(Term(label="Autumn term", starts=date(2026, 9, 3), ends=date(2026, 12, 18)))
    assert not is_guess(Term(label="Autumn term"))
    assert not is_guess(Term(starts=date(1, 1, 1)))
    assert not is_guess(Term(label="Our autumn", starts=date(2026, 9, 1), ends=date(2026, 12, 31)))
    assert not is_guess(Term(starts=date(2026, 9, 1), ends=date(2026, 12, 31)))


def test_a_term_that_the_leader_named_stays_though_its_days_were_guessed():
    named = Term(label="Our autumn", starts=date(2026, 9, 1), ends=date(2026, 12, 31))
    made = filled([named, *first_guess(2026, 3)[1:]], 2026, 6)
    assert made == (named, *first_guess(2026, 6)[2:])
    assert said(named) == "Our autumn: 1 September 2026 to 31 December 2026"


def test_six_terms_take_the_place_of_three_that_were_guessed():
    assert filled(first_guess(2026, 3), 2026, 6) == first_guess(2026, 6)
    assert filled(first_guess(2026, 6), 2026, 3) == first_guess(2026, 3)


def test_the_leaders_own_term_stays_and_no_guess_is_made_over_it():
    own = Term(label="Autumn", starts=date(2026, 9, 3), ends=date(2026, 12, 18))
    labels = [term.label for term in filled([own], 2026, 6)]
    assert labels == ["Autumn", "Spring 1", "Spring 2", "Summer 1", "Summer 2"]
    before = Term(label="Last year", starts=date(2026, 4, 1), ends=date(2026, 7, 20))
    assert filled([before], 2026, 3) == (before, *first_guess(2026, 3))


def test_the_guess_of_another_year_and_a_term_without_days_stay():
    some_day = Term(label="Some day")
    assert filled([some_day, *first_guess(2025, 3)], 2026, 3) == (
        *first_guess(2025, 3),
        *first_guess(2026, 3),
        some_day,
    )


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (
            first_guess(2026, 3)[0],
            "Autumn term: 1 September 2026 to 31 December 2026. A first guess: put your own days",
        ),
        (Term(label="Autumn", starts=date(2026, 9, 3)), "Autumn: from 3 September 2026"),
        (Term(label="Autumn", ends=date(2026, 12, 18)), "Autumn: up to 18 December 2026"),
        (Term(), "A term: no days yet"),
    ],
    ids=["guess", "open", "begun", "empty"],
)
def test_a_term_is_said_with_its_days(term: Term, words: str):
    assert said(term) == words


@pytest.mark.parametrize(
    ("holiday", "words"),
    [
        (Term(label="Half term", starts=date(2026, 10, 26), ends=date(2026, 10, 30)),
         "Half term: 26 October 2026 to 30 October 2026"),
        (Term(label="May Day", starts=date(2027, 5, 3)), "May Day: 3 May 2027"),
        (Term(ends=date(2027, 5, 3)), "Days off: 3 May 2027"),
        (Term(), "Days off: no days yet"),
    ],
    ids=["stretch", "one day", "one day by its end", "empty"],
)  # fmt: skip
def test_a_holiday_is_said_with_its_days(holiday: Term, words: str):
    assert holiday_said(holiday) == words

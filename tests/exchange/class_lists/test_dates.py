"""Dates are day/month/year or year-month-day; one that could be either way round is asked about and never guessed."""

from __future__ import annotations

import pytest

from amie_planner.exchange.class_lists.dates import problems


def said(*texts: str) -> list[tuple[int, str]]:
    return [(p.row, p.text) for p in problems(list(enumerate(texts, 2)), "DOB")]


@pytest.mark.parametrize(
    "texts",
    [
        ("2014-03-04", "2014-04-03"),
        ("2014-03-04 00:00:00", "2014-03-04T00:00"),
        ("13/04/2014", "03/04/2014"),
        ("3/3/2014", "07/07/2014"),
        ("29/02/2016",),
        ("13/04/2014 00:00:00", ""),
        (),
    ],
)
def test_dates_that_can_be_read_one_way_only_are_left_in_peace(texts: tuple[str, ...]):
    assert said(*texts) == []


def test_a_column_in_which_nothing_tells_day_from_month_is_said_once():
    [(row, text)] = said("2014-04-03", "", "03/04/2014", "05/06/2014", "7/7/2014")
    assert row == 4
    assert "2 dates" in text
    assert "day/month or month/day" in text
    [(row, text)] = said("03/04/2014")
    assert (row, "dates)" in text) == (2, False)


def test_dates_with_the_month_first_are_refused_row_by_row_and_leave_the_others_in_doubt():
    found = said("04/13/2014", "03/04/2014", "12/31/2013")
    assert [row for row, _ in found] == [2, 4, 3]
    assert all("month before the day" in text for _, text in found[:2])
    assert "could be" in found[2][1]


def test_month_first_dates_leave_others_in_doubt_even_beside_one_with_the_day_first():
    assert [row for row, _ in said("13/04/2014", "04/13/2014", "03/04/2014")] == [3, 4]


@pytest.mark.parametrize(
    "text", ["31/02/2014", "2014-02-30", "03/04/14", "12-Mar-2014", "soon", "2014-3-4", "13/13/2014"]
)
def test_what_is_no_such_date_is_refused_without_repeating_it(text: str):
    [(row, words)] = said(text)
    assert row == 2
    assert "not a date written day/month/year or year-month-day" in words
    assert text not in words

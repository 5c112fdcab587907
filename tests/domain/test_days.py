"""Days are said with no more than one needs to know which is meant, and read as they are written, nothing guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amie_planner.domain import words
from amie_planner.domain.days import ahead, near, read
from amie_planner.errors import AmieError

TODAY = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("beside", "said"),
    [(date(2026, 1, 1), "8 September"), (date(2027, 1, 1), "8 September 2026"), (None, "8 September 2026")],
)
def test_the_year_is_said_where_it_is_another_or_none_is_known(beside: date | None, said: str):
    assert near(date(2026, 9, 8), beside) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 12, 31), "Today"),
        (date(2027, 1, 1), "Tomorrow"),
        (date(2027, 1, 2), "Saturday 2 January 2027"),
        (date(2026, 12, 30), "Wednesday 30 December"),
    ],
)
def test_today_and_tomorrow_go_by_their_names(day: date, said: str):
    assert ahead(day, TODAY) == said


@pytest.mark.parametrize(
    "text",
    [
        "10/9/2026",
        "10-09-2026",
        "10.9.2026 ",
        "10 9 2026",
        "10/9/26",
        "10.9.26",
        "2026-09-10",
        "2026/9/10",
        "10 September 2026",
        "10 Sept 2026",
        "10 Sept. 26",
        "10th of September, 2026",
        "September 10, 2026",
        "10-Sep-2026",
        "Thursday 10 September 2026",
        "thurs 10 sep 26",
    ],
)
def test_a_day_is_read_as_leaders_write_it(text: str):
    assert read(text) == date(2026, 9, 10)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("10 Sept", "That date has no year.", "Write its year too, such as 8/9/2026."),
        ("29/2", "That date has no year.", "Write its year too, such as 8/9/2026."),
        ("10/9", "That date has no year.", "Write its year too, such as 8/9/2026."),
        ("10/9/85", "That may be one of several years.", "Write all four digits of the year, such as 8/9/2026."),
        ("10/9/20", "That may be one of several years.", "Write all four digits of the year, such as 8/9/2026."),
        ("Mon 10 Sep 2026", "10 September 2026 is a Thursday.", "Change one or the other."),
        ("9/13/2026", "That is not a date.", "Write the day first, such as 8/9/2026."),
        ("31/2/2027", "There is no 31 February.", "Write a day that the month has."),
        ("31/6", "There is no 31 June.", "Write a day that the month has."),
        ("29 Feb 2027", "There is no 29 February 2027.", "Write a day that the month has."),
        ("32/1/2027", "That is not a date.", "Write the day first, such as 8/9/2026."),
    ],
)
def test_what_may_be_several_days_is_not_guessed(text: str, message: str, hint: str):
    with pytest.raises(AmieError) as refused:
        read(text)
    assert (refused.value.message, refused.value.hint) == (message, hint)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "soon",
        "-",
        "32/13",
        "0/0/0000",
        "10/9/202",
        "10/9/20261",
        "8/9/0026",
        "0026-09-08",
        "8 September 0999",
        "٨/٩/٢٠٢٦",
        "2026-13-01",
        "-8/9/2026",
        "10/9/2026 10:00",
        "10 Sept Oct 2026",
        "10 Ma 2026",
        "10",
        "10 9 2026 1",
        "9" * 5000,
    ],
)
def test_what_is_no_day_is_refused_with_an_example(text: str):
    with pytest.raises(AmieError, match="not a date") as refused:
        read(text)
    assert "8/9/2026" in refused.value.hint


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_read_as_it_is_said(day: date):
    assert read(words.day(day)) == day


@given(st.text(st.sampled_from("0123456789/.- ,stndrhMayJuneocbwk")))
def test_whatever_is_written_is_a_day_or_is_refused(text: str):
    try:
        assert read(text).year >= 1000
    except AmieError as refused:
        assert refused.hint

"""Key Stages: what a school year as written means, and what a month of birth does."""

from __future__ import annotations

from datetime import date

import pytest

from amie_planner.returns.stages import STAGES, age, by_birth, by_year, stage, years

AUTUMN, SUMMER = date(2026, 9, 1), date(2027, 8, 31)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *(
            (text, "eyfs")
            for text in ("R", "Reception", "rec", "YR", "Year R", "Nursery", "N", "N1", "F2", "FS 1", "0")
        ),
        *((text, "ks1") for text in ("Y1", "Year 2", "2", "02", "yr. 2", "KS1", "Key Stage 1")),
        *((text, "ks2") for text in ("Y3", "Year 4", "4", "4B", "NC Year 6", "Y5/6", "Years 3 and 4", "School year 5")),
        *((text, "ks3") for text in ("Y7", "year 9", "9C", "ks 3")),
        *((text, "ks4") for text in ("Y10", "Year 11", "11")),
        *((text, "ks5") for text in ("Y12", "13", "Sixth form", "6th form", "Lower sixth", "U6")),
        *((text, "19-25") for text in ("Y14", "19-25", "19 to 25")),
        *((text, "") for text in ("", " ", "Y15", "99", "Y2/3", "College", "Class 4", "Mrs May’s", "4 July", "KS9")),
    ],
)
def test_a_school_year_is_read_as_leaders_write_it_and_never_guessed(written: str, meant: str) -> None:
    assert by_year(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Y4", {4}), ("Reception", {-2, -1, 0}), ("KS1", {1, 2}), ("Years 3 and 5", {3, 4, 5}),
        ("Sixth form", {12, 13}), ("19-25", set(range(14, 21))), ("Y4/15", set()), ("College", set()), ("", set()),
    ],
)  # fmt: skip
def test_the_years_that_a_text_may_mean_are_all_that_it_says(written: str, meant: set[int]) -> None:
    assert years(written) == meant


def test_every_stage_that_is_told_has_its_words() -> None:
    told = {by_year(f"Y{n}") for n in range(16)} | {by_birth(f"{year}-05", AUTUMN) for year in range(1990, 2027)}
    assert told == set(STAGES)


@pytest.mark.parametrize(
    ("born", "meant"),
    [
        ("2022-09", "eyfs"),
        ("2021-09", "eyfs"),
        ("2021-08", "ks1"),
        ("2019-09", "ks1"),
        ("2019-08", "ks2"),
        ("2015-08", "ks3"),
        ("2008-09", "ks5"),
        ("2008-08", "19-25"),
        ("2001-09", "19-25"),
        ("2001-08", ""),
        ("2026-10", ""),
    ],
)
def test_born_in_august_or_in_september_lies_a_school_year_apart(born: str, meant: str) -> None:
    assert by_birth(born, AUTUMN) == meant


def test_all_of_a_school_year_lies_in_the_same_stage() -> None:
    assert by_birth("2019-08", SUMMER) == by_birth("2019-08", AUTUMN) == "ks2"
    assert by_birth("2019-08", date(2026, 8, 31)) == "ks1"


def test_the_year_as_given_counts_before_the_month_of_birth() -> None:
    assert stage("Year 9", "2019-08", AUTUMN) == "ks3"
    assert stage("with the little ones", "2019-08", AUTUMN) == "ks2"
    assert stage(None, None, AUTUMN) == ""


def test_age_is_in_whole_years_by_month() -> None:
    assert [age("2019-10", date(2026, month, 1)) for month in (9, 10)] == [6, 7]
    assert age("2026-10", AUTUMN) is None

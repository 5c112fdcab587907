"""Months are read as leaders write them, and said in words."""

from __future__ import annotations

import pytest

from amie_planner.domain import months
from amie_planner.errors import AmieError


@pytest.mark.parametrize(
    "typed", ["March 2014", "mar 2014", "3/2014", "03/2014", "3.2014", "2014-03", " 2014/3 ", "MARCH, 2014"]
)
def test_a_month_is_read_however_it_is_written(typed: str) -> None:
    assert months.read(typed) == "2014-03"


@pytest.mark.parametrize(
    "typed", ["13/2014", "0/2014", "2014", "March", "3/14", "8/3/2014", "8 March 2014", "Friday 2014"]
)
def test_what_is_no_month_with_its_year_is_refused(typed: str) -> None:
    with pytest.raises(AmieError, match="That is not a month with its year"):
        months.read(typed)


@pytest.mark.parametrize(("kept", "said"), [("2014-03", "March 2014"), ("2009-12", "December 2009")])
def test_a_month_is_said_in_words_that_are_read_again(kept: str, said: str) -> None:
    assert months.said(kept) == said
    assert months.read(said) == kept


def test_a_month_of_a_year_that_nobody_types_is_said_too() -> None:
    assert months.said("0001-01") == "January 0001"

"""Rows of a list: held small, as they are, and within the limits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists.table import MOST_COLUMNS, MOST_ROWS, gathered


def test_rows_come_back_as_they_were_but_for_blank_ones_at_the_end():
    given = [["a", "", "ß\U0001f600"], [], ["", "b", ""], ["", " "], []]
    rows = gathered(given)
    assert list(rows) == [("a", "", "ß\U0001f600"), ("",), ("", "b", "")]
    assert (len(rows), rows[0], list(rows[1:])) == (3, ("a", "", "ß\U0001f600"), [("",), ("", "b", "")])


def test_as_many_rows_as_there_may_be_below_the_headings_are_held_and_one_more_is_refused():
    assert len(gathered([["a"]] * (MOST_ROWS + 1))) == MOST_ROWS + 1
    assert len(gathered([*[["a"]] * (MOST_ROWS + 1), *[[""]] * 9])) == MOST_ROWS + 1
    with pytest.raises(AmieError, match="more than 50,000 rows"):
        gathered([["a"]] * (MOST_ROWS + 2))


def test_a_list_that_is_too_long_is_not_read_to_its_end():
    def endless() -> Iterator[list[str]]:
        while True:
            yield ["a"]

    with pytest.raises(AmieError):
        gathered(endless())


def test_as_many_columns_as_there_may_be_are_held_and_one_more_is_refused_with_its_row():
    assert len(gathered([["a"] * MOST_COLUMNS + [""] * 50])[0]) == MOST_COLUMNS
    with pytest.raises(AmieError, match="Row 2 has more than 200 columns"):
        gathered([["a"], ["a"] * (MOST_COLUMNS + 1)])

"""Tables as CSV: what is read back is what was counted, and no text can begin a formula."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amie_planner.returns.table import Column, Table, Value, Withheld, in_a_cell, is_withheld


def a_table(*rows: tuple[Value, ...]) -> Table:
    return Table("Sessions", (Column("Title", "Its title"), Column("Came", "How many")), rows)


def read_back(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_is_utf8_with_a_mark_and_ends_lines_as_the_standard_says() -> None:
    data = a_table(("Łukasz, “李”", 3)).csv()
    assert data == '\ufeffTitle,Came\r\n"Łukasz, “李”",3\r\n'.encode()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_a_text_that_would_begin_a_formula_gets_an_apostrophe(start: str) -> None:
    assert in_a_cell(f"{start}1+1") == f"'{start}1+1"
    assert in_a_cell(f"a{start}") == f"a{start}"


@pytest.mark.parametrize(
    ("value", "cell"), [(-3, "-3"), (0, "0"), (None, ""), ("", ""), (date(2026, 9, 8), "2026-09-08"), ("007", "007")]
)
def test_numbers_stay_numbers_dates_are_iso_and_nothing_recorded_is_blank(value: Value, cell: str) -> None:
    assert in_a_cell(value) == cell


@given(st.lists(st.tuples(st.text(), st.one_of(st.none(), st.integers(), st.text(), st.dates())), max_size=5))
def test_whatever_is_written_is_read_back_row_by_row(rows: list[tuple[Value, ...]]) -> None:
    expected = [["Title", "Came"], *([in_a_cell(value) for value in row] for row in rows)]
    assert read_back(a_table(*rows).csv()) == expected


def test_what_does_not_apply_and_what_only_looks_like_a_symbol_is_not_withheld() -> None:
    values = (Withheld.CONFIDENTIAL, Withheld.NOT_AVAILABLE, Withheld.NOT_APPLICABLE, "[c]", 0, None)
    assert list(map(is_withheld, values)) == [True, True, False, False, False, False]

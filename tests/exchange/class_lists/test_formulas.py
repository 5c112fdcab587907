"""What begins like a formula in a file that has none."""

from __future__ import annotations

import pytest

from amie_planner.exchange.class_lists.formulas import like_formula, problems


@pytest.mark.parametrize("text", ["=1+1", "=", "@SUM(A1)", "+SUM(A1)", "-A1", "- A1", "  =1", "\t=1", "+(1)", "--1"])
def test_what_a_spreadsheet_would_work_out_is_like_a_formula(text: str):
    assert like_formula(text)


@pytest.mark.parametrize("text", ["", "Fern", "-2", "+44 7700", "- 3", "-.5", "-", " - ", "a=b", "O@k", "7-8"])
def test_numbers_signs_alone_and_plain_text_are_not(text: str):
    assert not like_formula(text)


def test_a_column_is_said_once_with_its_first_row_and_how_many():
    rows = [(2, ("=a", "x")), (3, ("=b", "=c")), (4, ("Fern", "x", "=d"))]
    found = list(problems(rows, {0: "Name", 1: "Form"}))
    assert [(p.row, p.column) for p in found] == [(2, "Name"), (3, "Form")]
    assert "(2 cells of this column, from here on)" in found[0].text
    assert "cells" not in found[1].text
    assert "taken as text" in found[1].text

"""What a cell shows, as text; nothing is worked out."""

from __future__ import annotations

import pytest
from tests.exchange.class_lists import sheets
from tests.exchange.class_lists.sheets import Raw

from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists import read


def test_zeros_in_front_of_text_stay_and_whole_numbers_have_no_point():
    row = ("007", 7, 7.5, 12345678901)
    assert read(sheets.xlsx([row])).rows[0] == ("007", "7", "7.5", "12345678901")
    assert read(sheets.ods([row])).rows[0] == ("007", "7", "7.5", "12345678901")


def test_dates_are_year_month_day_whatever_the_sheet_shows():
    date = '<table:table-cell office:value-type="date" office:date-value="2014-03-12{}"><text:p>03/12/14</text:p>'
    cells = [Raw(f"{date.format(time)}</table:table-cell>") for time in ("", "T00:00:00", "T09:30:00")]
    assert read(sheets.ods([cells])).rows[0] == ("2014-03-12", "2014-03-12", "2014-03-12 09:30:00")


def test_what_a_formula_showed_is_taken_and_an_error_is_blank():
    formula = Raw("<c t='str'><f>A1&amp;B1</f><v>Fern</v></c>")
    unsaved = Raw("<c><f>1+1</f></c>")
    error = Raw('<c t="e"><v>#N/A</v></c>')
    assert read(sheets.xlsx([("a", formula, unsaved, error, "b")])).rows[0] == ("a", "Fern", "", "", "b")


def test_rows_and_columns_keep_their_numbers_where_the_first_are_blank():
    data = '<row r="3"><c r="C3" t="inlineStr"><is><t>Name</t></is></c></row>'
    assert list(read(sheets.zipped(sheets.xlsx_parts(data))).rows) == [("",), ("",), ("", "", "Name")]


def test_the_first_visible_sheet_with_rows_is_read_and_said():
    names = [sheets.sheet_data([("Name",), (name,)]) for name in ("Fern", "Ash")]
    hidden = sheets.zipped(sheets.xlsx_parts(names[0], "", names[1], hidden=frozenset({1})))
    table = read(hidden)
    assert list(table.rows) == [("Name",), ("Ash",)]
    [problem] = table.problems
    assert problem.text == "This file has 2 sheets: sheet 2, the first with rows in it, is read."
    second = read(sheets.zipped(sheets.ods_parts("", sheets.ods_rows([("Name",), ("Fern",)]))))
    assert list(second.rows) == [("Name",), ("Fern",)]


def test_the_marks_are_those_of_the_sheet_that_is_read():
    formula = Raw("<c><f>1</f><v>1</v></c>")
    parts = sheets.xlsx_parts("", sheets.sheet_data([("Name", formula)]), sheets.sheet_data([(formula,)] * 3))
    [mark] = read(sheets.zipped(parts)).marks
    assert (mark.row, mark.column, mark.times) == (1, 2, 1)


def test_a_spreadsheet_without_rows_is_refused():
    for data in (sheets.xlsx([("", "")]), sheets.ods([("", "")])):
        with pytest.raises(AmieError, match="has no rows"):
            read(data)


def test_hostile_text_is_text():
    hostile = ("=1+1", "a\nb", 'quoted "q"', "\u202eאור", "<b>&amp;</b>", "@SUM(A1)")
    assert read(sheets.xlsx([hostile])).rows[0] == hostile
    assert read(sheets.ods([("=1+1", 'quoted "q"', "\u202eאור")])).rows[0] == ("=1+1", 'quoted "q"', "\u202eאור")

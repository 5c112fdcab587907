"""What a spreadsheet would take to hold is counted before it is held: no few kilobytes can ask for gigabytes."""

from __future__ import annotations

import random
import string
import zipfile

import pytest
from tests.exchange.class_lists import sheets
from tests.exchange.class_lists.sheets import Raw

from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists import measuring, measuring_xlsx, read, table

ROWS = [("Surname", "Forename"), ("Otter", "Fern")]


def refusal(data: bytes) -> str:
    with pytest.raises(AmieError) as caught:
        read(data)
    assert caught.value.hint
    return caught.value.message


def noise(length: int) -> str:
    return "".join(random.Random(1).choices(string.ascii_letters, k=length))


def xlsx(data: str, shared: str = "") -> bytes:
    return sheets.zipped(sheets.xlsx_parts(data, shared=shared), method=zipfile.ZIP_STORED)


def ods(rows: str) -> bytes:
    return sheets.zipped(sheets.ods_parts(rows))


def test_cells_far_apart_are_refused_before_the_cells_between_are_laid_out():
    assert "200 columns" in refusal(xlsx('<row r="1"><c r="XFD1"><v>1</v></c></row>'))
    assert "50,000 rows" in refusal(xlsx('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))
    far = '<row r="50000"><c r="A50000"><v>1</v></c><c r="GR50000"><v>1</v></c></row>'
    assert "cells" in refusal(xlsx(far))


def test_cells_that_hold_nothing_may_stand_anywhere():
    styled = f'{sheets.sheet_data(ROWS)}<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert list(read(xlsx(styled)).rows) == ROWS


def test_one_long_text_that_many_cells_show_is_counted_each_time():
    row = '<c t="s"><v>0</v></c>' * 100
    cells = f"<row>{row}</row>" * 20
    assert "far more text" in refusal(xlsx(cells, f"<si><t>{noise(20_000)}</t></si>"))
    assert read(xlsx(cells, f"<si><t>{noise(20)}</t></si>")).rows[0] == (noise(20),) * 100


def test_shared_texts_are_counted_though_no_cell_shows_them(monkeypatch: pytest.MonkeyPatch):
    cells = sheets.sheet_data(ROWS)
    monkeypatch.setattr(measuring, "MOST_CELLS", 10)
    assert list(read(xlsx(cells, "<si><t>a</t></si>" * 10)).rows) == ROWS
    assert "cells" in refusal(xlsx(cells, "<si><t>a</t></si>" * 11))
    monkeypatch.setattr(measuring, "MOST_TEXT", 100)
    assert "far more text" in refusal(xlsx(cells, f"<si><t>{'a' * 51}</t></si>" * 2))


def test_the_number_of_a_shared_text_takes_nothing_to_hold():
    assert "cells" in refusal(xlsx('<row><c t="s"><v>4000000000</v></c></row>'))


def test_one_endless_text_is_refused_before_its_end(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(measuring_xlsx, "MOST_TEXT", 100)
    part = measuring_xlsx.XlsxPart(measuring.Scale())
    part(b"<worksheet><sheetData><row><c><v>")
    with pytest.raises(AmieError, match="far more text"):
        for _ in range(20_000):
            part(b"1234567890")


def test_the_place_of_a_cell_is_held_to_the_limits_by_itself():
    sheet = measuring.Sheet(measuring.Scale())
    sheet.fill(table.MOST_ROWS + 1, 1, 0)
    with pytest.raises(AmieError, match="50,000 rows"):
        sheet.fill(table.MOST_ROWS + 2, 1, 0)
    sheet = measuring.Sheet(measuring.Scale())
    sheet.fill(1, table.MOST_COLUMNS, 0)
    with pytest.raises(AmieError, match="Row 1 has more than 200 columns"):
        sheet.fill(1, table.MOST_COLUMNS + 1, 0)


def test_more_sheets_than_a_workbook_has_are_refused():
    one = sheets.sheet_data([("a",)])
    assert "damaged" in refusal(sheets.zipped(sheets.xlsx_parts(*[one] * 1_001), method=zipfile.ZIP_STORED))
    assert "damaged" in refusal(sheets.zipped(sheets.ods_parts(*[""] * 1_001), method=zipfile.ZIP_STORED))


@pytest.mark.parametrize("inside", ["c", "row", "sheetData"])
def test_cells_inside_a_cell_are_refused(inside: str):
    part = measuring_xlsx.XlsxPart(measuring.Scale())
    with pytest.raises(AmieError, match="damaged"):
        part(f"<worksheet><sheetData><row><c><{inside}/></c></row></sheetData></worksheet>".encode())


def test_repeated_cells_and_rows_of_ods_are_counted_each_time():
    one = sheets.ods_cell("Otter")
    wide = one.replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="201"')
    assert "200 columns" in refusal(ods(f"<table:table-row>{wide}</table:table-row>"))
    tall = f'<table:table-row table:number-rows-repeated="50002">{one}</table:table-row>'
    assert "50,000 rows" in refusal(ods(tall))
    wide = one.replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="200"')
    assert "cells" in refusal(ods(f'<table:table-row table:number-rows-repeated="9000">{wide}</table:table-row>'))


def test_spaces_that_ods_counts_instead_of_writing_are_counted():
    spaces = (
        '<table:table-cell office:value-type="string"><text:p><text:s text:c="90000000"/></text:p></table:table-cell>'
    )
    assert "far more text" in refusal(ods(f"<table:table-row>{spaces}</table:table-row>"))


def test_many_sheets_are_counted_together():
    rows = sheets.ods_rows([tuple("ab" * 100)])
    far = f'<table:table-row table:number-rows-repeated="4000"/>{rows}'
    assert "cells" in refusal(sheets.zipped(sheets.ods_parts(far, far)))


def test_a_sheet_may_have_as_many_rows_as_any_list_and_no_more(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(measuring, "MOST_ROWS", 3)
    monkeypatch.setattr(table, "MOST_ROWS", 3)
    for write in (sheets.xlsx, sheets.ods):
        assert len(read(write([("a",)] * 4)).rows) == 4
        with pytest.raises(AmieError):
            read(write([("a",)] * 5))


BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE, "<!DOCTYPE a>"])
@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"])
def test_xml_that_declares_entities_is_refused(part: str, doctype: str):
    parts = sheets.xlsx_parts(sheets.sheet_data(ROWS))
    parts[part] = f"{doctype}{parts[part]}"
    assert refusal(sheets.zipped(parts)) == "This spreadsheet declares XML entities, as no list does."
    content = sheets.ods_parts(sheets.ods_rows(ROWS))
    content["content.xml"] = f"{doctype}{content['content.xml']}"
    assert "XML entities" in refusal(sheets.zipped(content))


@pytest.mark.parametrize(
    "data",
    [
        xlsx("<row><c><c><v>1</v></c></c></row>"),
        xlsx('<row><c r="a1"><v>1</v></c></row>'),
        xlsx('<row r="one"><c><v>1</v></c></row>'),
        xlsx("<row><c>"),
        sheets.zipped(sheets.xlsx_parts("") | {"xl/workbook.xml": '<?xml version="1.0" encoding="UTFT8"?><a/>'}),
        ods('<table:table-row table:number-rows-repeated="0"/>'),
        ods("<table:table-row><table:table-cell><table:table-row/></table:table-cell></table:table-row>"),
    ],
)
def test_xml_that_does_not_hold_together_is_refused(data: bytes):
    assert refusal(data) == "This spreadsheet is damaged or not whole."


def test_formulas_and_errors_are_marked_with_their_first_row_and_how_many_there_are():
    formula = Raw("<c t='str'><f>A1</f><v>Ash</v></c>")
    marks = read(
        sheets.xlsx([("Name", "Year"), ("Fern", 7), (formula, Raw('<c t="e"><v>#REF!</v></c>')), (formula, 8)])
    )
    assert [(m.row, m.column, m.text, m.times) for m in marks.marks] == [
        (3, 1, measuring.FORMULA, 2),
        (3, 2, measuring.ERROR, 1),
    ]
    ods_formula = Raw(
        '<table:table-cell table:formula="of:=1+6" office:value-type="float" office:value="7"><text:p>7</text:p>'
        "</table:table-cell>"
    )
    bare = Raw('<table:table-cell table:formula="of:=1+6"/>')
    found = read(sheets.ods([("Name", "Year"), ("Fern", ods_formula), ("Ash", bare)])).marks
    assert [(m.row, m.column, m.text) for m in found] == [(2, 2, measuring.FORMULA), (3, 2, measuring.NO_VALUE)]

"""Files of every kind that schools send give the same rows; what cannot be read is refused in words."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from tests.exchange.class_lists import sheets

from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists import LARGEST_FILE, Kind, Table, read, understood

FILES = Path(__file__).parent / "files"
ROWS = [("Surname", "Forename", "Year"), ("Núñez", "Zoë", "7"), ("O'Hara; Ó", "Ash, A", "8")]


def refusal(data: bytes, name: str = "") -> str:
    with pytest.raises(AmieError) as caught:
        read(data, name)
    assert caught.value.hint
    return caught.value.message


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_delimiter_in_every_encoding_gives_the_same_rows_and_says_which(delimiter: str, encoding: str):
    table = read(sheets.csv(ROWS, delimiter, encoding))
    assert list(table.rows) == ROWS
    assert (table.delimiter, table.encoding) == (delimiter, encoding)


def test_a_table_says_the_kind_of_its_file_and_not_by_how_the_file_begins():
    made = [sheets.csv(ROWS), b"PK,Forename\n1,Fern\n", sheets.xlsx(ROWS), sheets.ods(ROWS)]
    assert [read(data).kind for data in made] == [Kind.SEPARATED, Kind.SEPARATED, Kind.XLSX, Kind.ODS]


@pytest.mark.parametrize("write", [sheets.xlsx, sheets.ods])
def test_a_spreadsheet_gives_the_rows_that_a_csv_gives(write):
    table = read(write(ROWS))
    assert list(table.rows) == ROWS
    assert (table.delimiter, table.problems, table.marks) == (None, (), ())


def people(table: Table) -> list[tuple[str, str, str]]:
    return [(listed.name, listed.school_year, listed.group) for listed in understood(table).people]


def test_files_of_other_programs_are_read():
    assert people(read((FILES / "openpyxl.xlsx").read_bytes())) == [
        ("Fern Otter", "Y7", "7B"),
        ("Ash Heron", "Y7", "7B"),
        ("Moss Wren", "", "7B"),
    ]
    assert people(read((FILES / "odfpy.ods").read_bytes())) == [("Fern Otter", "Y7", "7B"), ("Ash Heron", "Y8", "8B")]


def flagged_as_encrypted() -> bytes:
    data = bytearray(sheets.xlsx(ROWS))
    directory = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[directory + 8] |= 1
    return bytes(data)


def encrypted_ods() -> bytes:
    entry = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
    return sheets.zipped(sheets.ods_parts("", manifest=entry) | {"content.xml": b"\x8f\x01 not XML"})


@pytest.mark.parametrize(
    "data",
    [(FILES / "protected.xlsx").read_bytes(), flagged_as_encrypted(), encrypted_ods()],
    ids=["xlsx", "zip", "ods"],
)
def test_a_list_behind_a_password_is_refused_in_one_sentence(data: bytes):
    assert refusal(data) == "This list is protected with a password."


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "list.csv", "empty"),
        (b" \r\n\t", "list.csv", "empty"),
        (b"a" * (LARGEST_FILE + 1), "list.csv", "larger than 20 MB"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "list.xls", "older kind"),
        (b"%PDF-1.7 words", "list.csv", "cannot be read as a class list"),
        (b"no zip at all", "list.xlsx", "cannot be read as a class list"),
        (sheets.zipped({"list.csv": "Surname,Forename"}), "list.zip", "not a spreadsheet"),
    ],
)
def test_what_is_no_class_list_is_refused(data: bytes, name: str, words: str):
    assert words in refusal(data, name)


def test_the_content_and_not_the_name_says_what_a_file_is():
    assert list(read(sheets.xlsx(ROWS), "list.csv").rows) == ROWS
    assert list(read(sheets.zipped(sheets.xlsx_parts(sheets.sheet_data(ROWS)), method=zipfile.ZIP_STORED)).rows) == ROWS

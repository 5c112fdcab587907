"""CSV: the encoding and the delimiter are found or asked about, and never silently wrong."""

from __future__ import annotations

import pytest
from tests.exchange.class_lists import sheets

from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists import delimiter_in_words, encoding_in_words, read


def refusal(data: bytes) -> str:
    with pytest.raises(AmieError) as caught:
        read(data)
    assert caught.value.hint
    return caught.value.message


def rows(data: bytes) -> list[tuple[str, ...]]:
    return list(read(data).rows)


def test_the_delimiter_that_names_most_headings_wins_over_one_that_stands_more_often():
    data = b"Surname;Forename;Note\nOtter;Fern;a,b,c,d\nHeron;Ash;e,f,g,h\n"
    assert read(data).delimiter == ";"
    assert rows(data)[1] == ("Otter", "Fern", "a,b,c,d")


def test_a_title_with_other_delimiters_does_not_mislead():
    assert read(b"Hill School, Class 7B, 2026\n\nSurname\tForename\nOtter\tFern\n").delimiter == "\t"


def test_headings_that_two_delimiters_part_alike_are_asked_about():
    assert refusal(b"Surname,Forename;Year\nOtter,Fern;7\n") == (
        "The columns of this list could be parted by commas or semicolons."
    )


def test_headings_that_are_not_known_leave_it_to_what_the_rows_agree_on():
    assert read(b"Who;What\nFern;a, b\nAsh;c\n").delimiter == ";"
    assert "could be parted" in refusal(b"Who;What,Where\nFern;a,b\n")


def test_a_first_line_may_say_the_delimiter():
    table = read(b"sep=;\nSurname;Forename\nOtter;Fern\n")
    assert table.delimiter == ";"
    assert list(table.rows) == [("",), ("Surname", "Forename"), ("Otter", "Fern")]


def test_a_single_column_has_no_delimiter():
    table = read(b"Name\nFern Otter\nAsh Heron\n")
    assert table.delimiter is None
    assert list(table.rows) == [("Name",), ("Fern Otter",), ("Ash Heron",)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_parts_rows_and_a_quoted_one_does_not(end: str):
    data = f'Surname,Forename{end}"Otter{end}Wren",Fern{end}Heron,"A ""Z"" B"{end}'.encode()
    assert rows(data) == [("Surname", "Forename"), (f"Otter{end}Wren", "Fern"), ("Heron", 'A "Z" B')]


def test_quotation_marks_that_do_not_match_are_refused_with_their_line():
    assert "near line 3" in refusal(b'Surname,Forename\nOtter,Fern\n"Heron" x,Ash\n')
    assert "do not match" in refusal(b'Surname,Forename\n"Otter,Fern\nHeron,Ash\n')
    assert "near line 2" in refusal(b'Surname,Forename\n"Otter";Wren,Fern\nHeron,Ash\n')
    assert "far too long" in refusal(b"Surname,Forename\n" + b"a" * 200_000 + b",Fern\n")


def test_windows_1252_is_read_and_what_may_be_utf8_in_it_is_said_with_its_row():
    table = read("Surname,Forename\nNúñez,Zoë\n".encode("cp1252"))
    assert table.rows[1] == ("Núñez", "Zoë")
    assert table.problems == ()
    mixed = b"Surname,Forename\nOtter,Fern\n" + "Núñez".encode() + b"," + "Zoë".encode("cp1252") + b"\n"
    [problem] = read(mixed).problems
    assert (problem.row, problem.column) == (3, None)
    assert "accents" in problem.text


def test_bytes_that_no_encoding_allows_are_refused():
    assert "not text in a known encoding" in refusal(b"Surname,Forename\nOtter,F\x81\xff\n")
    assert "not text in a known encoding" in refusal("\ufeffSurname,Forename\n".encode("utf-16-le") + b"\x00\xd8\n\x00")


def test_null_bytes_are_refused_with_their_row():
    assert refusal(b"Surname,Forename\nOtter,Fe\0rn\n") == "Row 2 holds characters that are not text."
    assert "not text" in refusal("Surname,Forename\nOtter,Fern\n".encode("utf-16-le"))


def test_formulas_as_text_right_to_left_text_and_quotes_stay_as_they_are():
    hostile = ("=1+1", "\u202eאור\u202c", "'\"; drop", "@SUM(A1)", "-2", "+44")
    data = sheets.csv([("Surname", "Forename", *"abcd"), hostile])
    assert rows(data)[1] == hostile


@pytest.mark.parametrize(
    ("codec", "said"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8 with a byte order mark"),
        ("utf-16", "UTF-16"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_every_encoding_that_is_read_has_words(codec: str, said: str):
    assert encoding_in_words(read("Surname,Forename\nÖtter,Fern\n".encode(codec)).encoding) == said


@pytest.mark.parametrize(("delimiter", "said"), [(",", "commas"), (";", "semicolons"), ("\t", "tabs")])
def test_every_delimiter_that_is_read_has_words(delimiter: str, said: str):
    data = f"Surname{delimiter}Forename\nOtter{delimiter}Fern\n".encode()
    assert delimiter_in_words(read(data).delimiter) == said


def test_of_a_single_column_no_delimiter_is_said():
    assert delimiter_in_words(read(b"Name\nFern Otter\n").delimiter) == ""

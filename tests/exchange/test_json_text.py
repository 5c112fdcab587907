"""Bytes → JSON values: every fault is refused with its place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from amie_planner.errors import AmieError
from amie_planner.exchange.json_text import LARGEST_FILE, parsed, written


def refusal(data: bytes) -> str:
    with pytest.raises(AmieError) as caught:
        parsed(data)
    assert caught.value.hint
    return caught.value.message


def test_reads_utf8_with_and_without_a_byte_order_mark() -> None:
    assert parsed('{"a": "Łukasz 李"}'.encode()) == parsed('\ufeff{"a": "Łukasz 李"}'.encode()) == {"a": "Łukasz 李"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_another_encoding_is_refused(encoding: str) -> None:
    assert refusal('{"a": "é"}'.encode(encoding)) == "This file is not text in UTF-8."


@pytest.mark.parametrize("data", [b"", b" \n ", b"\xef\xbb\xbf"])
def test_an_empty_file_is_named_empty(data: bytes) -> None:
    assert refusal(data) == "This file is empty."


def test_what_is_not_json_is_refused_with_its_line_and_column() -> None:
    assert refusal(b'{\n "a": 1,\n "b" 2\n}') == "This file is not JSON at line 3, column 6."
    assert refusal(b"%PDF-1.7") == "This file is not JSON at line 1, column 1."


def test_words_after_the_document_are_not_taken_for_a_cut() -> None:
    assert refusal(b'{"a": 1} and more') == "This file is not JSON at line 1, column 10."


def test_a_file_cut_anywhere_inside_is_named_cut_off() -> None:
    whole = '{"title": "Hello \\u00e9 ☀", "n": [1, true, {"a": null}], "end": 2}'.encode()
    for at in range(1, len(whole)):
        assert refusal(whole[:at]).startswith("This file is cut off "), whole[:at]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b'{"a": 1, "a": 2}', "a"),
        (b'{"a": [{"b": {"c": 1, "d": 2, "c": 3}}]}', "a[0].b.c"),
        (b'{"a": {"b": 1}, "c": [1], "d": {"e": 1, "e": 1}}', "d.e"),
        (b'{"a": [1, {"b": 1, "b": [{"c": 1, "c": 1}]}]}', "a[1].b"),
    ],
)
def test_a_repeated_key_is_refused_with_its_path(data: bytes, place: str) -> None:
    assert refusal(data) == f"{place} is written twice."


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_is_not_a_number_is_refused_with_its_path(number: str) -> None:
    assert refusal(f'{{"a": [0, {{"b": {number}}}]}}'.encode()) == f"a[1].b is {number}, which is not a number."
    assert refusal(number.encode()) == f"This file is {number}, which is not a number."


@pytest.mark.parametrize("nested", [b"[" * 200_000 + b"]" * 200_000, b'{"a":' * 200_000 + b"1" + b"}" * 200_000])
def test_nesting_beyond_what_python_can_follow_says_so(nested: bytes) -> None:
    assert refusal(nested) == "This file is nested too deeply."


def test_a_number_of_thousands_of_digits_stays_out_of_every_range_and_keeps_its_sign() -> None:
    long = b"9" * 5000
    assert parsed(b'{"a": ' + long + b', "b": -' + long + b', "c": -12}') == {"a": 10**20, "b": -(10**20), "c": -12}


def test_size_is_checked_before_anything_is_read() -> None:
    assert refusal(b"\xff" * (LARGEST_FILE + 1)).startswith("This file is larger than 20 MB")
    assert parsed(b" " * (LARGEST_FILE - 2) + b"{}") == {}


def test_no_more_than_a_glimpse_of_the_content_is_ever_shown() -> None:
    key = "secret " * 100
    message = refusal(json.dumps({key: 1}).replace("1}", f'1, "{key}": 2}}').encode())
    assert len(message) < 100


def test_a_document_is_written_a_line_for_each_value() -> None:
    assert written({"a": ["ø"]}) == '{\n "a": [\n  "ø"\n ]\n}\n'.encode()


def test_a_document_that_the_lines_would_make_too_large_is_written_without_them() -> None:
    document: dict[str, Any] = {"a": [0] * 30_000}
    for _ in range(700):
        document = {"a": document}
    assert parsed(written(document)) == document


def test_a_document_that_stays_too_large_is_refused() -> None:
    with pytest.raises(AmieError, match="larger than 20 MB"):
        written({"a": "x" * LARGEST_FILE})

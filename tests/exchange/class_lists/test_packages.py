"""How large a spreadsheet grows is held to before anything else reads it, whatever its directory says."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest
from tests.exchange.class_lists import sheets

from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists import packages, read
from amie_planner.exchange.class_lists.packages import repacked

ROWS = [("Surname", "Forename"), ("Otter", "Fern")]
PARTS = sheets.xlsx_parts(sheets.sheet_data(ROWS))


def refusal(data: bytes) -> str:
    with pytest.raises(AmieError) as caught:
        read(data)
    assert caught.value.hint
    return caught.value.message


def test_a_part_that_grows_a_hundred_times_is_refused_though_the_whole_does_not():
    noise = {"xl/media/noise.bin": zlib.compress(bytes(range(256)) * 40, 0)}
    flat = {"xl/worksheets/sheet2.xml": " " * 200_000}
    assert refusal(sheets.zipped(PARTS | flat)) == (
        "This spreadsheet would grow to more than 100 times its size, as no list does."
    )
    assert "100 times" in refusal(sheets.zipped(PARTS | noise | flat))


def test_the_whole_may_not_grow_beyond_its_limit(monkeypatch: pytest.MonkeyPatch):
    data = sheets.xlsx(ROWS)
    monkeypatch.setattr(packages, "LARGEST_EXPANDED", sum(len(part) for part in PARTS.values()) - 1)
    assert "would grow to more than" in refusal(data)
    monkeypatch.setattr(packages, "LARGEST_EXPANDED", sum(len(part) for part in PARTS.values()))
    assert list(read(data).rows) == ROWS


def lying(data: bytes, size: int) -> bytes:
    """The zip with another size in its headers for the first part, as one made to mislead would have."""
    made = bytearray(data)
    directory = made.index(b"PK\x01\x02")
    struct.pack_into("<I", made, 22, size)
    struct.pack_into("<I", made, directory + 24, size)
    return bytes(made)


def test_a_directory_that_says_less_than_there_is_is_not_believed():
    first = {"[Content_Types].xml": "x" * 5_000}
    data = sheets.zipped(first | {k: v for k, v in PARTS.items() if k not in first})
    assert refusal(lying(data, 10)) == "This spreadsheet is damaged or not whole."


def test_a_whole_that_is_too_large_is_refused_before_any_of_it_is_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(packages, "LARGEST_EXPANDED", 100)

    def read_some(_: str) -> None:
        raise AssertionError("a part was read")

    with pytest.raises(AmieError, match="would grow to more than"):
        repacked(sheets.xlsx(ROWS), read_some)


def listing_one_part_many_times(data: bytes, times: int) -> bytes:
    """The zip, whose directory gives its one part, of a name of one letter, under other names too."""
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry = bytearray(data[start:end])
    entries = b"".join(bytes(entry[:46]) + bytes([65 + n]) + bytes(entry[47:]) for n in range(times))
    closing = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, times, times, len(entries), start, 0)
    return data[:start] + entries + closing


def test_parts_that_share_their_bytes_are_refused_though_no_single_one_grows_that_much():
    text = "".join(chr(97 + n % 26) + str(n * n % 977) for n in range(3_000)) * 8
    data = sheets.zipped({"A": text})
    assert "100 times" not in refusal(data)
    assert "100 times" in refusal(listing_one_part_many_times(data, 26))


def test_what_is_read_is_counted_too():
    with zipfile.ZipFile(io.BytesIO(sheets.xlsx(ROWS))) as package, zipfile.ZipFile(io.BytesIO(), "w") as new:
        part = package.getinfo("xl/workbook.xml")
        assert packages._copied(package, part, new, None, part.file_size + 7) == 7
        with pytest.raises(AmieError, match="would grow to more than"):
            packages._copied(package, part, new, None, part.file_size - 1)


@pytest.mark.parametrize("inside", [sheets.zipped({"a": "b"}), b"\x1f\x8b\x08\x00", b"\xd0\xcf\x11\xe0\xa1\xb1"])
def test_a_packed_file_inside_is_refused(inside: bytes):
    assert refusal(sheets.zipped(PARTS | {"xl/embeddings/one.bin": inside})) == (
        "This spreadsheet has another packed file inside."
    )


@pytest.mark.parametrize(
    "data",
    [
        sheets.xlsx(ROWS)[:-30],
        sheets.xlsx(ROWS)[:400],
        sheets.zipped(PARTS, method=zipfile.ZIP_BZIP2),
        sheets.zipped(PARTS | {"XL/WORKBOOK.XML": PARTS["xl/workbook.xml"]}),
        sheets.zipped({f"part{n}": "" for n in range(5_001)}),
    ],
    ids=["no directory", "cut short", "packed in another way", "one name twice", "very many parts"],
)
def test_what_is_no_whole_package_is_refused(data: bytes):
    assert refusal(data) == "This spreadsheet is damaged or not whole."


def test_the_reader_gets_only_what_was_watched():
    seen: list[bytes] = []
    new = repacked(sheets.zipped({"a.xml": "one", "b.bin": "two"}), lambda n: seen.append if n == "a.xml" else None)
    assert seen == [b"one", b""]
    with zipfile.ZipFile(io.BytesIO(new)) as package:
        assert package.read("a.xml") == b"one"
        assert package.namelist() == ["a.xml"]

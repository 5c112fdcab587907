"""CSV → rows: the encoding from what the bytes allow, the delimiter from the line that names the columns."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists.headings import heading_row, recognised
from amie_planner.exchange.class_lists.table import Kind, Problem, Table, gathered

_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}
_ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 with a byte order mark",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1252": "Windows-1252",
}
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_TWO_BYTE_LETTER = re.compile(rb"[\xc3-\xdf][\x80-\xbf](?![\x80-\xbf])|[\xe1-\xef][\x80-\xbf]{2}")
_SAMPLE = 60
"""Rows."""
_SAYS_DELIMITER = re.compile("sep=(.)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Reading:
    """The first rows as one delimiter parts them: how many columns their headings name, how many rows agree."""

    delimiter: str
    known: int
    agreeing: int


def encoding_in_words(encoding: str) -> str:
    """What people call the encoding of a table."""
    return _ENCODINGS[encoding]


def delimiter_in_words(delimiter: str | None) -> str:
    """What parts the columns of a table, in the plural; nothing where nothing does."""
    return _DELIMITERS[delimiter] if delimiter else ""


def read(data: bytes) -> Table:
    """The table in the bytes of a CSV file. Raises AmieError."""
    encoding = _encoding(data)
    try:
        delimiter = _delimiter(data, encoding)
        rows = gathered(_parted(data, encoding, delimiter or ","))
    except UnicodeDecodeError:
        raise _not_text() from None
    return Table(Kind.SEPARATED, rows, encoding, delimiter, problems=tuple(_doubtful_letters(data, encoding)))


def _encoding(data: bytes) -> str:
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return name
    for name in ("utf-8", "cp1252"):
        try:
            data.decode(name)
        except UnicodeDecodeError:
            continue
        return name
    raise _not_text()


def _not_text() -> AmieError:
    return AmieError("This file is not text in a known encoding.", "Ask for the list again, as CSV in UTF-8.")


def _doubtful_letters(data: bytes, encoding: str) -> Iterator[Problem]:
    found = _TWO_BYTE_LETTER.search(data) if encoding == "cp1252" else None
    if found:
        row = data.count(b"\n", 0, found.start()) + 1
        yield Problem(row, None, "Letters with accents may have come out wrong here: look at them before you go on.")


def _parted(data: bytes, encoding: str, delimiter: str) -> Iterator[list[str]]:
    text = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, newline="")
    if encoding.startswith("utf-16"):
        text.read(1)
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            yield [] if reader.line_num == 1 and _SAYS_DELIMITER.fullmatch(delimiter.join(cells)) else cells
    except csv.Error:
        raise AmieError(
            f"The quotation marks near line {reader.line_num} do not match, or a cell there is far too long.",
            "Mend that line, or ask for the list as .xlsx.",
        ) from None


def _delimiter(data: bytes, encoding: str) -> str | None:
    said = _SAYS_DELIMITER.match(data[:200].decode(encoding, "replace").lstrip("\ufeff"))
    if said and said[1] in _DELIMITERS:
        return said[1]
    readings, failure = _readings(data, encoding)
    best = max(readings, key=lambda r: (r.known, r.agreeing), default=None)
    if failure and (best is None or best.known == 0):
        raise failure
    if best is None:
        return None
    equal = [r for r in readings if r.known == best.known and (best.known or r.agreeing == best.agreeing)]
    if len(equal) > 1:
        ways = " or ".join(_DELIMITERS[r.delimiter] for r in equal)
        raise AmieError(
            f"The columns of this list could be parted by {ways}.", "Save it again with one of them, or as .xlsx."
        )
    return best.delimiter


def _readings(data: bytes, encoding: str) -> tuple[list[_Reading], AmieError | None]:
    """What each delimiter that parts anything makes of the first rows; and what stood in the way of one."""
    readings, failure = [], None
    for delimiter in _DELIMITERS:
        try:
            rows = [tuple(row) for row in islice(_parted(data, encoding, delimiter), _SAMPLE)]
        except AmieError as error:
            failure = error
            continue
        widths = [len(row) for row in rows if len(row) > 1]
        if widths:
            at = heading_row(rows)
            known = len(recognised(rows[at])) if at is not None else 0
            readings.append(_Reading(delimiter, known, max(map(widths.count, widths))))
    return readings, failure

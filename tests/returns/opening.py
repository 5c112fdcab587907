"""Opens what a return leaves as: the parts of a workbook, its sheets, and its twins."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

from python_calamine import load_workbook

NOW = datetime(2027, 9, 1, 12, 0, tzinfo=UTC)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a workbook by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert opened.testzip() is None
        return {name: opened.read(name) for name in opened.namelist()}


def sheet(data: bytes, name: str) -> list[list[Any]]:
    """The rows of a sheet as a reader of spreadsheets sees them."""
    return load_workbook(io.BytesIO(data)).get_sheet_by_name(name).to_python(skip_empty_area=False)


def read_back(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def elements(data: bytes) -> list[ElementTree.Element]:
    """Every element of every sheet."""
    sheets = (part for name, part in parts(data).items() if name.startswith("xl/worksheets/sheet"))
    return [element for part in sheets for element in ElementTree.fromstring(part).iter()]

"""Spreadsheets for tests, part by part, so that a test can say exactly what is wrong with one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from html import escape

_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_CELL = "<table:table-cell"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def zipped(parts: Mapping[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these parts, in this order."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def cell(value: object) -> str:
    """A cell of XLSX: text as text, a number as a number, what is XML already (from `raw`) as it is."""
    if isinstance(value, Raw):
        return value
    if isinstance(value, bool | int | float):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(str(value))}</t></is></c>' if value else "<c/>"


class Raw(str):
    """XML that stands in a sheet as it is."""


def sheet_data(rows: Iterable[Sequence[object]]) -> str:
    """The rows of an XLSX sheet."""
    return "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)


def xlsx_parts(*sheets: str, shared: str = "", hidden: frozenset[int] = frozenset()) -> dict[str, str | bytes]:
    """The parts of an XLSX file with these sheets, given by the XML of their rows."""
    states = ("visible", "hidden")
    listed = "".join(
        f'<sheet name="Sheet{n}" sheetId="{n}" r:id="r{n}" state="{states[n in hidden]}"/>'
        for n in range(1, len(sheets) + 1)
    )
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    links += f'<Relationship Id="s" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    package = f'<Relationship Id="w" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'<Relationships xmlns="{_RELS}">{package}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELS}">{links}</Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{shared}</sst>',
    } | {
        f"xl/worksheets/sheet{n}.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{data}</sheetData></worksheet>'
        for n, data in enumerate(sheets, 1)
    }


def xlsx(rows: Iterable[Sequence[object]]) -> bytes:
    """An XLSX file of one sheet with these rows."""
    return zipped(xlsx_parts(sheet_data(rows)))


def ods_cell(value: object) -> str:
    """A cell of ODS."""
    if isinstance(value, Raw):
        return value
    if isinstance(value, bool | int | float):
        return f'{_CELL} office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
    text = f' office:value-type="string"><text:p>{escape(str(value))}</text:p>' if value else ">"
    return f"{_CELL}{text}</table:table-cell>"


def ods_rows(rows: Iterable[Sequence[object]]) -> str:
    """The rows of an ODS sheet, each followed by the blank cells that spreadsheets write to the edge."""
    edge = '<table:table-cell table:number-columns-repeated="16000"/>'
    return "".join(f"<table:table-row>{''.join(map(ods_cell, row))}{edge}</table:table-row>" for row in rows)


def ods_parts(*sheets: str, manifest: str = "") -> dict[str, str | bytes]:
    """The parts of an ODS file with these sheets, given by the XML of their rows."""
    below = (
        '<table:table-row table:number-rows-repeated="1000000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    names = " ".join(f'xmlns:{name}="{_ODF}{name}:1.0"' for name in ("office", "table", "text"))
    tables = "".join(f'<table:table table:name="T{n}">{rows}{below}</table:table>' for n, rows in enumerate(sheets))
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    entries = f'<manifest:manifest xmlns:manifest="{_ODF}manifest:1.0">{manifest}</manifest:manifest>'
    return {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f"<office:document-content {names}>{body}</office:document-content>",
        "META-INF/manifest.xml": entries,
    }


def ods(rows: Iterable[Sequence[object]]) -> bytes:
    """An ODS file of one sheet with these rows."""
    return zipped(ods_parts(ods_rows(rows)))


def csv(rows: Iterable[Sequence[object]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """A CSV file; `encoding` may be one that begins with a byte order mark (utf-8-sig, utf-16-le, utf-16-be)."""
    import csv as standard

    text = io.StringIO()
    standard.writer(text, delimiter=delimiter).writerows(rows)
    mark = "\ufeff" if encoding.startswith("utf-16") else ""
    return f"{mark}{text.getvalue()}".encode(encoding)

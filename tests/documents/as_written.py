"""Reads a page as a reader that keeps to the standard does: codes through their maps, and backwards where so marked.

PDFium guesses again, line by line, which way text runs, and so misorders lines that run both ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from amie_planner.documents.bidi import mirrored


def paragraphs(pdf: bytes) -> list[str]:
    """The words of each piece of marked content, in the order of the file, with single spaces."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        said = [words for page in opened.pages for _, words in marked(page)]
    return [" ".join(words.split()) for words in said]


def marked(page: Any) -> Iterator[tuple[int, str]]:
    """The words of each piece of marked content on a page, with its number."""
    fonts = {name: _map(font) for name, font in page.Resources.Font.items()}
    own: dict[str, str] = {}
    open_marks: list[str] = []
    held: list[str] | None = None
    number = -1
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                own = fonts[operands[0]]
            case "Tj":
                text = _said(bytes(operands[0]), own)
                text = "".join(map(mirrored, reversed(text))) if "/ReversedChars" in open_marks else text
                if held is not None:
                    held.append(text)
            case "BMC" | "BDC":
                open_marks.append(str(operands[0]))
                if str(operator) == "BDC":
                    held, number = [], int(operands[1].MCID)
            case "EMC":
                if open_marks.pop() not in ("/Artifact", "/ReversedChars") and held is not None:
                    yield number, "".join(held)
                    held = None


def _map(font: Any) -> dict[str, str]:
    lines = re.findall("^<([0-9A-F]+)> <([0-9A-F]+)>$", font.ToUnicode.read_bytes().decode(), re.MULTILINE)
    return {code: bytes.fromhex(text).decode("utf-16-be") for code, text in lines if len(text) >= 4}


def _said(codes: bytes, own: dict[str, str]) -> str:
    wide = max(map(len, own))
    coded = codes.hex().upper()
    return "".join(own[coded[at : at + wide]] for at in range(0, len(coded), wide))

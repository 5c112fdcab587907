"""Reads a finished PDF as assistive technology would: its structure, the words of each element, and the decoration."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import page as page_validation
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from tests.documents import as_written

DECORATION = -1


@dataclass(frozen=True)
class Node:
    """One element of the structure. `words` are its own, without its children's."""

    kind: str
    words: str
    children: tuple[Node, ...]
    alt: str
    attributes: dict[str, Any]

    def all(self, *kinds: str) -> list[Node]:
        """The elements of these kinds (of any, without kinds) at and below this one, in reading order."""
        return [node for node in self._walk() if not kinds or node.kind in kinds]

    def _walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child._walk()

    def text(self) -> str:
        """All the words at and below this element."""
        return " ".join(node.words for node in self._walk() if node.words)

    def outline(self) -> str:
        """The kinds, nested: "Document(H1 P L(LI(Lbl LBody)))"."""
        inside = " ".join(child.outline() for child in self.children)
        return f"{self.kind}({inside})" if inside else self.kind


def structure(pdf: bytes) -> Node:
    """The document element of a tagged PDF."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        words = {(at, mark): said for at, page in enumerate(opened.pages) for mark, said in as_written.marked(page)}
        pages = {opened_page.objgen: number for number, opened_page in enumerate(opened.pages)}
        return _node(opened.Root.StructTreeRoot.K, pages, words)


def _node(element: Any, pages: dict[Any, int], words: dict[tuple[int, int], str]) -> Node:
    own, children = [], []
    for kid in element.get("/K", []):
        if isinstance(kid, int):
            own.append(words[pages[element.Pg.objgen], kid])
        elif kid.get("/Type") == "/MCR":
            own.append(words[pages[kid.Pg.objgen], int(kid.MCID)])
        else:
            children.append(_node(kid, pages, words))
    attributes = {str(key)[1:]: value for key, value in element.get("/A", {}).items()}
    flat = {
        key: str(value)[1:] if isinstance(value, pikepdf.Name) else list(value) for key, value in attributes.items()
    }
    alt = str(element.get("/Alt", ""))
    return Node(str(element.S)[1:], " ".join("".join(own).split()), tuple(children), alt, flat)


def decoration(pdf: bytes) -> list[str]:
    """The words on each page that are decoration only."""
    words = _marked_words(pdf)
    return [" ".join(words.get((number, DECORATION), "").split()) for number in range(len(pypdfium2.PdfDocument(pdf)))]


def _marked_words(pdf: bytes) -> dict[tuple[int, int], str]:
    words: dict[tuple[int, int], str] = defaultdict(str)
    for number, page in enumerate(pypdfium2.PdfDocument(pdf)):
        text = page.get_textpage()
        for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            mark = pdfium.FPDFPageObj_GetMarkedContentID(drawn)
            words[number, mark] += words_of(drawn, text)
    return words


def words_of(drawn: Any, text: Any) -> str:
    """The words of one text object of a page."""
    length = pdfium.FPDFTextObj_GetText(drawn, text, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFTextObj_GetText(drawn, text, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def pages(pdf: bytes) -> list[str]:
    """The words of each page in the order in which they lie in the file."""
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(pdf)]


def faults(pdf: bytes, folder: Path) -> list[str]:
    """What a PDF/UA-1 validator says against the document."""
    file = folder / "document.pdf"
    file.write_bytes(pdf)
    report = page_validation.validate_pdf(str(file), profile="ua1")
    assert report.is_compliant == (not report.failures)
    return [str(failure) for failure in report.failures]

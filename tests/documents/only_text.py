"""Looks at a finished paper for all that a text might have done there but be read."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from tests.documents import planted, reading, web
from tests.documents.matrix import said_by_blocks, squeezed

from amie_planner.documents import DOCUMENTS, Sheet
from amie_planner.documents.cleaning import clean
from amie_planner.documents.term_overview import TERM_OVERVIEW
from amie_planner.places import resource

PAPERS = (*DOCUMENTS, TERM_OVERVIEW)
ACTS = {"/URI", "/Launch", "/JavaScript", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Named", "/Rendition"}
LEADS = {"/A", "/AA", "/Annots", "/EmbeddedFiles", "/AcroForm", "/OpenAction", "/F"}
TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "footer", "h1", "h2", "h3", "p", "br", "strong", "span",
    "div", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "img",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "class", "style", "role", "scope", "aria-hidden", "alt", "src",
    "width", "height", "data-head",
}  # fmt: skip
_OURS = Path(str(resource("fonts"))).parent
_REACHES_OUT = ("subprocess.", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "socket.connect", "webbrowser.")

_reached: list[str] = []


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and isinstance(arguments[0], str | bytes):
        _reached.append(arguments[0] if isinstance(arguments[0], str) else arguments[0].decode(errors="replace"))
    elif event.startswith(_REACHES_OUT):
        _reached.append(event)


sys.addaudithook(_watch)


def begin() -> None:
    """From here on, what is opened, started or connected to is remembered."""
    _reached.clear()


def reached() -> list[str]:
    """What was, since the beginning, but for files that come with the program."""
    return [one for one in _reached if not Path(one).is_relative_to(_OURS)]


def acting(pdf: bytes) -> list[str]:
    """What in a PDF could do something, lead somewhere else or bring something along."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        held = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary)]
        kinds = {str(one.get("/S", "")) for one in held}
        keys = {key for one in held for key in list(one) if one.get("/Type") != "/StructElem"}
        return sorted(kinds & ACTS | keys & LEADS)


def outside_figures(tree: reading.Node) -> str:
    """What a structure says, without its figures and without white space."""
    return squeezed("".join(node.words for node in tree.all() if node.kind != "Figure"))


def printed(sheet: Sheet) -> str:
    """Makes both files of a sheet and refuses all but words. What they say, without white space.

    Nothing that is not ours is reached, nothing in them acts, and PDF, HTML and blocks say the same in one order.
    """
    pdf, page = sheet.pdf(), sheet.html()
    assert reached() == []
    assert acting(pdf) == []
    read = web.read(page)
    assert {tag for tag, _ in read.tags} <= TAGS
    assert {name for _, attributes in read.tags for name in attributes} <= ATTRIBUTES
    assert squeezed(clean(read.found["title"].words)) == squeezed(clean(sheet.title))
    tree = reading.structure(pdf)
    said = outside_figures(tree)
    assert said == said_by_blocks(sheet)
    assert web.outlined(web.document(read)) == web.outlined(tree)
    return said


def load() -> None:
    """Makes each paper once, so that what Python and ReportLab read for themselves has been read."""
    text = "word [a] \u0645 \u05d0 \u674e \u9f8d \U0001f3b5 \u12f3 \U00013000"
    for document in PAPERS:
        sheet = planted.sheet(document, lambda _: text)
        assert sheet.pdf() and sheet.html()

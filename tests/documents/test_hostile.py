"""Whatever a leader types is only text: five hundred strings in every field, in every paper, as PDF and as HTML.

Twenty-five of them stand in all fields at once in every run; all of them, and each field on its own, with -m on_demand.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from tests.documents import planted, web
from tests.documents.matrix import said_by_blocks, said_by_tree, squeezed
from tests.documents.naughty import FEW, HALVES, STRINGS

from amie_planner import checks
from amie_planner.documents import DOCUMENTS, Document
from amie_planner.documents.cleaning import clean, plain
from amie_planner.documents.naming import NAMELESS
from amie_planner.domain.plan import Plan
from amie_planner.domain.values import LONGEST_TEXT
from amie_planner.errors import AmieError
from amie_planner.places import resource

NOBODY = "Zz\u00ebqx"
"""Whom no text names, for papers that no name may show on."""
ACTS = {"/URI", "/Launch", "/JavaScript", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Named", "/Rendition"}
LEADS = {"/A", "/AA", "/Annots", "/EmbeddedFiles", "/AcroForm", "/OpenAction", "/F"}
OURS = Path(str(resource("fonts"))).parent
TAGS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "main",
    "footer",
    "h1",
    "h2",
    "h3",
    "p",
    "br",
    "strong",
    "span",
    "div",
}
TAGS |= {"ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "img"}
ATTRIBUTES = {
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "class",
    "style",
    "role",
    "scope",
    "aria-hidden",
    "alt",
    "src",
    "width",
    "height",
}

WORD = "Zwxword"

_opened: list[str] = []


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and isinstance(arguments[0], str | bytes):
        _opened.append(arguments[0] if isinstance(arguments[0], str) else arguments[0].decode(errors="replace"))


sys.addaudithook(_watch)


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """What Python and ReportLab read once for themselves has been read, so that any other file is one too many."""
    text = "word [a] \u0645 \u05d0 \u674e \u9f8d \U0001f3b5 \u12f3 \U00013000"
    for document in DOCUMENTS:
        sheet = document.sheet(_everywhere(document, text), checks.run(_everywhere(document, text)))
        assert sheet.pdf() and sheet.html()


def _everywhere(document: Document, text: str) -> Plan:
    """The text in every field; where no name may show, in every field but those of names."""
    silent = document.names[0] in NAMELESS
    return planted.plan(lambda field: NOBODY if silent and field in planted.NAMES else text)


def _in(field: str, text: str, document: Document) -> Plan:
    silent = document.names[0] in NAMELESS
    return planted.plan(lambda at: text if at == field and not (silent and at in planted.NAMES) else None)


def _acting(pdf: bytes) -> list[str]:
    """What in a PDF could do something, lead somewhere else or bring something along."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        held = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary)]
        kinds = {str(one.get("/S", "")) for one in held}
        keys = {key for one in held for key in list(one) if one.get("/Type") != "/StructElem"}
        return sorted(kinds & ACTS | keys & LEADS)


def _written_by(document: Document, plan: Plan) -> str:
    """Prints a plan both ways and looks for all that a text might have done. What it says, without white space."""
    _opened.clear()
    sheet = document.sheet(plan, checks.run(plan))
    pdf, page = sheet.pdf(), web.read(sheet.html())
    assert [file for file in _opened if not Path(file).is_relative_to(OURS)] == []
    assert _acting(pdf) == []
    assert {tag for tag, _ in page.tags} <= TAGS
    assert {name for _, attributes in page.tags for name in attributes} <= ATTRIBUTES
    said = said_by_tree(pdf)
    assert said == said_by_blocks(sheet)
    assert squeezed(clean(page.found["title"].words)) == squeezed(clean(sheet.title))
    return said


each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)


def _is_only_text(document: Document, text: str) -> None:
    said = _written_by(document, _everywhere(document, text))
    assert squeezed(clean(text)) in said


@pytest.mark.parametrize("text", [pytest.param(one, id=str(at)) for at, one in enumerate(FEW)])
def test_text_in_all_fields_is_only_text(text: str) -> None:
    for document in DOCUMENTS:
        _is_only_text(document, text)


@pytest.mark.on_demand
@pytest.mark.parametrize("text", [pytest.param(one, id=str(at)) for at, one in enumerate(STRINGS)])
def test_each_of_five_hundred_texts_in_all_fields_is_only_text(text: str) -> None:
    for document in DOCUMENTS:
        _is_only_text(document, text)


def _gathered() -> list[str]:
    """All of them in as few texts as a field may hold, each on a line of its own."""
    texts = [""]
    for one in STRINGS:
        if len(texts[-1]) + len(one) >= LONGEST_TEXT:
            texts.append("")
        texts[-1] += f"{one}\n" if len(one) < LONGEST_TEXT else one
    return texts


@pytest.mark.on_demand
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("field", planted.fields())
def test_every_text_in_a_field_of_its_own_is_only_text(field: str) -> None:
    for text in _gathered():
        assert len(text) <= LONGEST_TEXT
        for document in DOCUMENTS:
            said = _written_by(document, _in(field, text, document))
            if squeezed(clean(WORD)) in _written_by(document, _in(field, WORD, document)):
                assert squeezed(clean(text)) in said


def test_there_are_five_hundred_texts_and_each_may_be_typed() -> None:
    assert len(set(STRINGS)) == 500
    assert [one for one in (*STRINGS, *FEW) if not one.strip() or len(one) > LONGEST_TEXT] == []


def test_every_text_is_kept_in_every_field_that_it_is_planted_in() -> None:
    plan = planted.plan(lambda field: f"in {field}")
    assert [field for field in planted.fields() if f"in {field}" not in str(plan)] == []


@pytest.mark.parametrize("half", HALVES)
def test_half_a_character_is_refused_before_it_can_reach_paper(half: str) -> None:
    with pytest.raises(AmieError, match="half a character"):
        planted.plan(lambda _: f"a{half}b")
    assert plain(f"a{half}b") == "ab"


def test_an_opened_file_is_seen(tmp_path: Path) -> None:
    _opened.clear()
    (tmp_path / "picture.png").write_bytes(b"")
    assert _opened == [str(tmp_path / "picture.png")]


def test_a_link_and_what_brings_a_file_along_are_seen() -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="x")
        page.Annots = [pdf.make_indirect(pikepdf.Dictionary(A=pdf.make_indirect(action)))]
        held = BytesIO()
        pdf.save(held)
    assert _acting(held.getvalue()) == ["/A", "/Annots", "/URI"]

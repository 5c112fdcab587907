from io import BytesIO

import pikepdf
import pytest
from tests.documents.reading import decoration, faults, structure
from tests.documents.stories import full_document

from amie_planner.documents.structure import Element
from amie_planner.documents.tagging import TaggedPdf

A4 = (595.28, 841.89)


@pytest.fixture(scope="module")
def document() -> bytes:
    return full_document()


def _draw(pdf: TaggedPdf, element: Element | None, words: str, y: float) -> None:
    with pdf.tagged(element):
        pdf.canvas.setFont(pdf.canvas._fontname, 14)
        pdf.canvas.drawString(40, y, words)


def test_a_story_of_every_block_passes_pdf_ua_1(document, tmp_path):
    assert faults(document, tmp_path) == []


def test_a_document_without_a_heading_passes_pdf_ua_1(tmp_path):
    pdf, only = TaggedPdf("Empty", A4), Element("P")
    with pdf.page():
        _draw(pdf, only, "Only this", 700)
    assert faults(pdf.finish([only]), tmp_path) == []


def test_what_is_not_tagged_is_decoration():
    pdf, said = TaggedPdf("Two lines", A4), Element("P")
    with pdf.page():
        _draw(pdf, said, "Said", 700)
        _draw(pdf, None, "Page 1", 30)
    written = pdf.finish([said])
    assert structure(written).text() == "Said"
    assert decoration(written) == ["Page 1"]


def test_an_element_over_two_pages_is_one_element():
    pdf, said = TaggedPdf("Over", A4), Element("P")
    for words in ("begins ", "and ends"):
        with pdf.page():
            _draw(pdf, said, words, 700)
    root = structure(pdf.finish([said]))
    assert root.outline() == "Document(P)"
    assert root.text() == "begins and ends"


def test_reading_order_is_the_order_of_the_structure_not_of_the_drawing():
    pdf, first, second = TaggedPdf("Order", A4), Element("P"), Element("P")
    with pdf.page():
        _draw(pdf, second, "second", 600)
        _draw(pdf, first, "first", 700)
    assert structure(pdf.finish([first, second])).text() == "first second"


def test_words_drawn_for_an_element_outside_the_structure_are_refused():
    pdf = TaggedPdf("Lost", A4)
    with pdf.page():
        _draw(pdf, Element("P"), "lost", 700)
    with pytest.raises(ValueError, match="Drawn but not in the structure"):
        pdf.finish([])


@pytest.mark.parametrize("kinds", [("H2",), ("H1", "H3"), ("H1", "H2", "H1", "H3")])
def test_skipped_heading_levels_are_refused(kinds):
    elements = [Element(kind, title=kind) for kind in kinds]
    pdf = TaggedPdf("Skips", A4)
    with pytest.raises(ValueError, match="does not follow"):
        pdf.finish(elements)


def test_an_element_without_words_leaves_no_trace_but_an_empty_cell_keeps_its_place():
    said, silent, cell, empty = Element("P"), Element("P"), Element("TD"), Element("TD")
    table = Element("Table", (Element("TBody", (Element("TR", (cell, empty)),)),))
    pdf = TaggedPdf("Silent", A4)
    with pdf.page():
        _draw(pdf, said, "said", 700)
        _draw(pdf, cell, "cell", 600)
    root = structure(pdf.finish([said, silent, table]))
    assert root.outline() == "Document(P Table(TBody(TR(TD TD))))"


def test_headings_make_the_outline(document):
    with pikepdf.open(BytesIO(document)) as opened, opened.open_outline() as outline:
        top = outline.root[0]
        assert top.title == "Lift-off"
        assert [item.title for item in top.children] == ["Before we start", "Making", "We hope for", "Access"]
        assert [item.title for item in top.children[1].children][:2] == ["10:00 Song 0", "10:05 Song 5"]


def test_the_catalog_says_language_title_and_standard(document):
    with pikepdf.open(BytesIO(document)) as opened:
        assert str(opened.Root.Lang) == "en-GB"
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        assert opened.Root.MarkInfo.Marked
        assert str(opened.docinfo["/Title"]) == "Run sheet: Lift-off"
        assert all(page.Tabs == "/S" for page in opened.pages)
        with opened.open_metadata() as metadata:
            assert metadata["dc:title"] == "Run sheet: Lift-off"
            assert metadata["pdfuaid:part"] == "1"


def test_the_title_may_hold_what_markup_means(tmp_path):
    pdf = TaggedPdf("<b> & {0} \0 \ud83c محمد \uffff", A4)
    with pdf.page():
        _draw(pdf, None, "x", 700)
    written = pdf.finish([])
    assert faults(written, tmp_path) == []
    with pikepdf.open(BytesIO(written)) as opened:
        assert str(opened.docinfo["/Title"]) == "<b> & {0} محمد"


def test_nothing_names_a_person_or_a_day(document):
    with pikepdf.open(BytesIO(document)) as opened:
        told = {str(key): str(value) for key, value in opened.docinfo.items()}
    assert told["/Author"] == told["/Subject"] == told["/Keywords"] == ""
    assert told["/CreationDate"].startswith("D:20000101")


def test_nothing_in_the_document_acts(document):
    with pikepdf.open(BytesIO(document)) as opened:
        everything = b"".join(bytes(one.unparse()) for one in opened.objects if one is not None)
    for action in (b"/URI", b"/JS", b"/JavaScript", b"/OpenAction", b"/AA", b"/Launch", b"/Annots", b"/EmbeddedFile"):
        assert action not in everything

from io import BytesIO

import pikepdf

from amie_planner.documents.outline import Heading, outline_objects
from amie_planner.documents.structure import Element
from amie_planner.documents.tagging import TaggedPdf

A4 = (595.28, 841.89)


def _document(*headings: tuple[str, str]) -> bytes:
    pdf = TaggedPdf("Headings", A4)
    elements = [Element(kind, title=words) for kind, words in headings]
    for element in elements:
        with pdf.page(), pdf.tagged(element):
            pdf.canvas.setFont(pdf.canvas._fontname, 14)
            pdf.canvas.drawString(40, 700, element.title)
    return pdf.finish(elements)


def _lines(items, pages):
    return [(item.title, pages[item.destination[0].objgen], _lines(item.children, pages)) for item in items]


def test_a_heading_stands_under_the_last_of_a_higher_level_and_leads_to_its_page():
    written = _document(("H1", "One"), ("H2", "Ä < b"), ("H3", "deep"), ("H2", "二"), ("H1", "Two"))
    with pikepdf.open(BytesIO(written)) as opened, opened.open_outline() as outline:
        pages = {page.objgen: at for at, page in enumerate(opened.pages)}
        assert _lines(outline.root, pages) == [
            ("One", 0, [("Ä < b", 1, [("deep", 2, [])]), ("二", 3, [])]),
            ("Two", 4, []),
        ]


def test_the_outline_counts_all_lines_below_each():
    written = _document(("H1", "One"), ("H2", "a"), ("H3", "i"), ("H2", "b"))
    with pikepdf.open(BytesIO(written)) as opened:
        outline = opened.Root.Outlines
        assert [int(outline.Count), int(outline.First.Count)] == [4, 3]


def test_a_document_without_headings_has_an_empty_outline():
    assert list(outline_objects([], [3], own=7, first=9)) == [(7, b"<< /Type /Outlines  >>")]


def test_each_line_knows_the_one_before_and_after_it():
    beside = [Heading(0, words, 0) for words in "abc"]
    a, b, c = (content for _, content in list(outline_objects(beside, [3], own=7, first=9))[1:])
    assert (b"/Prev" in a, b"/Next 10 0 R" in a) == (False, True)
    assert (b"/Prev 9 0 R" in b, b"/Next 11 0 R" in b) == (True, True)
    assert (b"/Prev 10 0 R" in c, b"/Next" in c) == (True, False)

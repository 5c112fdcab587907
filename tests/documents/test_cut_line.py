"""A cut line is furniture: dashes that are drawn, never read, and that open no page."""

from io import BytesIO

import pikepdf
from tests.documents.reading import pages, structure

from amie_planner.documents.blocks import Gap
from amie_planner.documents.cut_line import CutLine
from amie_planner.documents.house_style import CLEAR, heading, paragraph
from amie_planner.documents.pages import build, lay_out


def _page(*blocks) -> bytes:
    return build([heading(CLEAR, 1, "Cards"), *blocks], style=CLEAR, title="Cards", footer="")


def _dashes(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as opened:
        operators = [operation for page in opened.pages for operation in pikepdf.parse_content_stream(page)]
    return sum(str(operator) == "d" and len(operands[0]) > 0 for operands, operator in operators)


def test_it_is_drawn_in_dashes_and_says_nothing():
    cards = paragraph(CLEAR, "one"), CutLine(), paragraph(CLEAR, "two")
    assert _dashes(_page(*cards)) == 1
    assert [node.kind for node in structure(_page(*cards)).children] == ["H1", "P", "P"]
    assert pages(_page(*cards)) == ["Cards one two Page 1 of 1"]


def test_it_leaves_room_for_scissors_above_and_below():
    assert CutLine().height(100) >= 40


def test_it_opens_no_page():
    full = Gap(CLEAR.page[1] - 120)
    assert len(lay_out([paragraph(CLEAR, "one"), full, CutLine()], CLEAR, "")) == 1
    assert _dashes(_page(full, paragraph(CLEAR, "one"), CutLine(), paragraph(CLEAR, "two"))) == 0

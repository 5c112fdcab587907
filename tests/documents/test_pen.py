"""Lines to write on: as far apart as a hand needs, on one page together, and nothing that is read aloud."""

import pypdfium2
import pytest
from tests.documents.reading import structure

from amie_planner.documents import CLEAR, STYLES
from amie_planner.documents.house_style import heading
from amie_planner.documents.pages import build
from amie_planner.documents.pen import WritingLines, writing_lines

NINE_MM = 9 * 72 / 25.4


def _printed(*blocks) -> bytes:
    return build([heading(CLEAR, 1, "Title"), *blocks], style=CLEAR, title="t", footer="f")


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_lines_are_nine_millimetres_apart_or_more_with_the_size_of_the_letters(style):
    made = writing_lines(style, 3)
    assert made.apart >= max(NINE_MM, style.body * 1.5)
    assert made.height(100) == 3 * made.apart


def test_so_many_lines_are_drawn_as_wide_as_the_page():
    page = pypdfium2.PdfDocument(_printed(WritingLines(3, 30)))[0]
    bounds = [drawn.get_bounds() for drawn in page.get_objects() if drawn.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH]
    wide = [(left, right) for left, _, right, _ in bounds if right - left > CLEAR.width - 2]
    assert len(wide) == 3


def test_nothing_of_them_is_read_aloud():
    assert structure(_printed(writing_lines(CLEAR, 3))).text() == "Title"


def test_lines_that_do_not_fit_go_to_the_next_page_together():
    printed = pypdfium2.PdfDocument(_printed(WritingLines(15, 30), WritingLines(15, 30)))
    assert len(printed) == 2
    assert writing_lines(CLEAR, 4).divided(100, 50, must=False) == (None, writing_lines(CLEAR, 4))

"""Cards on pages: as large as fits, none divided that could be whole, a line to cut along between neighbours."""

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from tests.documents.papers import space_sounds
from tests.documents.reading import pages, words_of
from tests.plans import a_plan

from amie_planner.documents import CLEAR, LARGE, STYLES
from amie_planner.documents.arrangement import Row
from amie_planner.documents.blocks import NewPage, Text
from amie_planner.documents.cut_line import CutLine
from amie_planner.documents.helper_cards import HELPER_CARDS
from amie_planner.domain.plan import Plan

TEAM = [{"id": "t1", "name": "Jo", "role": "music leader"}, {"id": "t2", "name": "Ali", "role": "support"}]


def _team_of(people: int, activities: int) -> Plan:
    """A team in which each leads so many activities, each told in a word after its leader."""
    running = [
        {"id": f"a{who}-{n}", "instructions": f"Lead{who}x", "leads": [f"t{who}"]}
        for who in range(people)
        for n in range(activities)
    ]
    team = [{"id": f"t{n}", "name": f"Adult{n}x"} for n in range(people)]
    return a_plan(activities=running, parts={"team": team})


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_cards_share_a_page_and_none_is_divided_that_fits_one(style):
    printed = pages(HELPER_CARDS.render(_team_of(3, 1), (), style=style))
    on = [[n for n in range(3) if f"Lead{n}x" in page] for page in printed]
    assert on == [[0, 1], [2]]
    assert all(f"{n}x Today" in page for page, here in zip(printed, on, strict=True) for n in here)


def _size(pdf: bytes, words: str) -> float:
    """How large the letters are in which these words are printed, in points."""
    page = pypdfium2.PdfDocument(pdf)[0]
    text, size = page.get_textpage(), ctypes.c_float()
    drawn = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])
    assert pdfium.FPDFTextObj_GetFontSize(next(one for one in drawn if words in words_of(one, text)), size)
    return round(size.value, 1)


@pytest.mark.parametrize(
    ("words", "size", "on"),
    [(300, 14, 1), (410, 13, 1), (500, 12, 1), (900, 13, 2)],
    ids=["short", "longer", "long", "too long for a page"],
)
def test_letters_are_smaller_where_that_keeps_each_card_on_a_page(words, size, on):
    running = [{"id": "a1", "leads": ["t1"], "instructions": "listen " * words}]
    printed = HELPER_CARDS.of_plan(a_plan(activities=running, parts={"team": TEAM[:1]}))
    assert (_size(printed, "listen"), len(pages(printed))) == (size, on)


def test_each_card_of_the_sample_is_one_page():
    assert len(pages(HELPER_CARDS.of_plan(space_sounds()))) == 2


def test_a_card_longer_than_a_page_begins_on_a_new_one_and_goes_on():
    plan = _team_of(2, 40)
    whole = [page.count("Lead1x") for page in pages(HELPER_CARDS.of_plan(plan))]
    assert sum(whole) == 40
    assert len([count for count in whole if count]) > 1
    assert not [page for page in pages(HELPER_CARDS.of_plan(plan)) if "Lead0x" in page and "Lead1x" in page]


@pytest.mark.parametrize("style", [CLEAR, LARGE], ids=lambda style: style.id)
def test_a_line_to_cut_along_parts_cards_and_never_ends_or_begins_a_page(style):
    sheet = HELPER_CARDS.sheet(_team_of(4, 1), (), style=style)
    assert [type(block) for block in sheet.blocks] == [Text, Row, CutLine, Row, NewPage, Row, CutLine, Row]


def test_a_card_too_long_for_a_page_in_any_letters_takes_no_more_pages_than_it_must():
    crowd = [{"id": f"a{n}", "title": f"Song {n}", "leads": ["t1"], "instructions": "word " * 60} for n in range(13)]
    printed = pages(HELPER_CARDS.of_plan(a_plan(activities=crowd, parts={"team": TEAM[:1]})))
    assert len(printed) == 2
    assert len(printed[-1]) > 1000


def test_what_a_long_card_leaves_of_its_last_page_is_for_the_next_card():
    running = [{"id": "a1", "leads": ["t1"], "instructions": "listen " * 650}]
    printed = pages(HELPER_CARDS.of_plan(a_plan(activities=running, parts={"team": TEAM})))
    assert len(printed) == 2
    assert "Ali Support" in printed[-1]

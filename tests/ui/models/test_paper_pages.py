"""Pages as pictures: as large as there is room for, and as sharp as the screen is."""

from __future__ import annotations

import pypdfium2
import pytest
from tests.example_plans import SPACE_SOUNDS

from amie_planner.documents import FULL_PLAN, RUN_SHEET
from amie_planner.exchange.loading import load
from amie_planner.ui.models.paper_pages import Page, View, drawn, pages_of, pictures

PLAN = load(SPACE_SOUNDS).plan("s1")
PDF = FULL_PLAN.of_plan(PLAN)
A4, ACROSS = Page(600, 840, ""), Page(840, 600, "")


@pytest.mark.parametrize(
    ("view", "page", "size"),
    [
        (View(900, 420), A4, (900, 1260)),
        (View(900, 420, whole=True), A4, (300, 420)),
        (View(900, 420, whole=True), ACROSS, (588, 420)),
        (View(420, 900, whole=True), ACROSS, (420, 300)),
        (View(9000, 400), A4, (1500, 2100)),
        (View(1, 1), A4, (150, 210)),
    ],
)
def test_a_page_fills_the_room_in_width_or_is_seen_whole(view: View, page: Page, size: tuple[int, int]):
    assert view.size(page) == pytest.approx(size, abs=1)


@pytest.mark.parametrize("sharpness", [1.0, 2.0])
def test_a_picture_is_as_large_as_its_page_is_shown_on_a_screen_so_sharp(sharpness: float):
    pages, view = pages_of(PDF), View(500, 400, sharpness=sharpness)
    picture = pictures(PDF, pages, [1], view)[1]
    wide, high = view.size(pages[1])
    assert (picture.width(), picture.height()) == pytest.approx((wide * sharpness, high * sharpness), abs=sharpness)


def test_every_page_has_its_text_and_what_is_not_there_is_not_drawn():
    pages = pages_of(PDF)
    assert PLAN.session.title in pages[0].text
    assert list(pictures(PDF, pages, [0, len(pages)], View(300, 400))) == [0]


def test_a_picture_of_a_page_is_of_the_page():
    picture = pictures(PDF, pages_of(PDF), [0], View(700, 400))[0]
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(0, 300, 3)}
    assert "#ffffff" in colours
    assert len(colours) > 3


def test_a_page_is_drawn_as_sharp_as_it_is_asked_for():
    with pypdfium2.PdfDocument(RUN_SHEET.of_plan(PLAN)) as document:
        width, height = document[0].get_size()
        picture = drawn(document[0], 300 / 72)
    assert (picture.width(), picture.height()) == pytest.approx((width * 300 / 72, height * 300 / 72), abs=1)

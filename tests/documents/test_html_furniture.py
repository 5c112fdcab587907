"""A web page can be written on, ticked and cut up as the paper can, and nothing of that is read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from tests.documents import web
from tests.documents.papers import space_sounds
from tests.plans import a_plan

from amie_planner.documents import (
    CLEAR,
    DOCUMENTS,
    FIRST_THEN,
    HELPER_CARDS,
    NOW_NEXT,
    PARTICIPANT_STRIP,
    REGISTER,
    STEPS,
)
from amie_planner.documents.blocks import Block, Box
from amie_planner.documents.card_blocks import Framed, TickBox
from amie_planner.documents.cut_line import CutLine
from amie_planner.documents.house_style import heading, paragraph
from amie_planner.documents.html import as_html
from amie_planner.documents.html_furniture import drawn
from amie_planner.documents.pen import WritingLines

FURNITURE = {WritingLines: "line", Box: "write", TickBox: "tick", CutLine: "scissors"}


def _page(*blocks: Block) -> str:
    return as_html([heading(CLEAR, 1, "Title"), *blocks], CLEAR, "Title", "").decode()


def _all(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _all(block.inside())


def _classes(page: bytes) -> list[str]:
    return [name for _, held in web.read(page).tags for name in held.get("class", "").split()]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_every_line_box_and_cut_of_the_paper_is_on_the_web_page(document):
    sheet = document.sheet(space_sounds(), ())
    held = list(_all(sheet.blocks))
    named = _classes(sheet.html())
    for kind, name in FURNITURE.items():
        many = sum(block.count if isinstance(block, WritingLines) else 1 for block in held if type(block) is kind)
        assert named.count(name) == many, name


@pytest.mark.parametrize("document", [PARTICIPANT_STRIP, NOW_NEXT, FIRST_THEN, STEPS], ids=lambda document: document.id)
def test_every_card_is_in_a_frame_and_every_strip_is_one_to_cut_out(document):
    sheet = document.sheet(space_sounds(), ())
    frames = [block for block in _all(sheet.blocks) if isinstance(block, Framed)]
    named = _classes(sheet.html())
    assert named.count("card") + named.count("strip") == len(frames)
    assert named.count("cut") + named.count("strip") == sum(frame.cut for frame in frames)


def test_what_they_show_is_there():
    assert _classes(STEPS.sheet(space_sounds(), ()).html()).count("tick") == 5
    assert "line" in _classes(REGISTER.sheet(space_sounds(), ()).html())
    assert "scissors" in _classes(HELPER_CARDS.sheet(_two_helpers(), ()).html())


def _two_helpers():
    team = [{"id": "t1", "name": "Jo"}, {"id": "t2", "name": "Lee"}]
    return a_plan(activities=[{"id": "a1", "title": "Drums", "leads": ["t1", "t2"]}], parts={"team": team})


def test_a_card_holds_what_it_shows_and_a_bare_one_nothing():
    page = STEPS.sheet(a_plan(activities=[{"id": "a1", "title": "Drums"}]), ()).html().decode()
    first, second = re.findall('<div class="card cut">(.*?)\n</div>', page, re.DOTALL)[:2]
    assert re.sub("<[^>]*>", " ", first).split() == ["1", "Drums"]
    assert first.count("<img") == 1
    assert re.sub("<[^>]*>", " ", second).split() == ["Finished"]
    assert len(re.findall('<div class="card cut">\n</div>', page)) == 2


def test_each_strip_says_over_its_cards_what_they_are_and_only_the_eye_reads_it_again():
    plan = a_plan(activities=[{"id": f"a{n}", "title": title} for n, title in enumerate(("Drums", "Bye"))])
    page = NOW_NEXT.sheet(plan, ()).html()
    over = re.findall('<div class="over" aria-hidden="true">(.*?)</div>', page.decode())
    assert over == ["Now", "Next"] * 2
    assert [cell.words for cell in web.structure(page).all("TH")] == ["Now", "Next"]


def test_lines_to_write_on_stand_after_what_they_are_for():
    page = _page(paragraph(CLEAR, "one"), WritingLines(2, 30), paragraph(CLEAR, "two"))
    assert '<p>one</p>\n<div class="line"></div><div class="line"></div>\n<p>two</p>' in page


def test_what_says_something_draws_nothing_of_its_own():
    assert drawn(paragraph(CLEAR, "one")) == ""

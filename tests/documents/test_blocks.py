from io import BytesIO

import pytest
from PIL import Image
from tests.documents.reading import faults, structure
from tests.documents.stories import DOT

from amie_planner.documents.blocks import Box, Gap, Picture, Rule, Text
from amie_planner.documents.house_style import CLEAR, heading
from amie_planner.documents.lines import Run
from amie_planner.documents.pages import build
from amie_planner.documents.structure import Element

TEN_LINES = Text((Run("\n".join(f"line {at}" for at in range(10))),), 10, 12, Element("P"))


def _height(block) -> float:
    return block.height(400) if block else 0


def test_a_text_is_as_tall_as_its_lines():
    assert _height(TEN_LINES) == 120


def test_a_text_is_as_wide_as_its_longest_line():
    assert Text((Run("long line\nshort"),), 10, 12).natural_width() == Text((Run("long line"),), 10, 12).natural_width()


def test_a_divided_text_keeps_its_element_and_every_line():
    here, onward = TEN_LINES.divided(400, 60, must=False)
    assert (_height(here), _height(onward)) == (60, 60)
    assert here.structure() == onward.structure() == TEN_LINES.structure()
    again, last = onward.divided(400, 36, must=False)
    assert (_height(again), _height(last)) == (36, 24)


@pytest.mark.parametrize(("room", "lines_here"), [(12, 0), (24, 2), (108, 8), (120, 10)])
def test_no_line_of_a_text_stands_alone(room, lines_here):
    here, onward = TEN_LINES.divided(400, room, must=False)
    assert _height(here) == lines_here * 12
    assert _height(here) + _height(onward) == 120


def test_where_something_must_stand_one_line_does():
    here, onward = TEN_LINES.divided(400, 5, must=True)
    assert (_height(here), _height(onward)) == (12, 108)


@pytest.mark.parametrize("block", [Gap(30), Rule(30)])
def test_what_cannot_be_divided_goes_on_whole(block):
    assert block.divided(400, 20, must=False) == (None, block)
    assert block.divided(400, 40, must=False) == (block, None)


def test_a_box_to_write_in_stands_on_both_pages():
    assert Box(30).divided(100, 20, must=False) == (Box(20), Box(30))


def test_a_muted_text_is_decoration():
    assert TEN_LINES.muted().structure() == ()
    assert _height(TEN_LINES.muted()) == 120


def test_a_picture_is_as_large_as_it_should_be_or_as_its_column_allows():
    picture = Picture(DOT, 100, 50, None)
    assert (picture.height(200), picture.height(40), picture.natural_width()) == (50, 20, 100)


def test_a_picture_is_a_figure_with_its_words_and_without_them_decoration(tmp_path):
    shown = Picture(DOT, 100, 50, Element("Figure", alt="A drum"))
    story = [heading(CLEAR, 1, "T"), shown, shown.muted()]
    pdf = build(story, style=CLEAR, title="T", footer="F")
    (figure,) = structure(pdf).all("Figure")
    assert figure.alt == "A drum"
    left, bottom, right, top = (float(at) for at in figure.attributes["BBox"])
    assert (right - left, top - bottom) == (100, 50)
    assert faults(pdf, tmp_path) == []
    assert build(story, style=CLEAR, title="T", footer="F") == pdf


@pytest.mark.parametrize(("kind", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_a_picture_knows_what_kind_of_file_it_is(kind, media_type):
    held = BytesIO()
    Image.new("RGB", (2, 2)).save(held, kind)
    assert Picture(held.getvalue(), 10, 10, None).media_type == media_type

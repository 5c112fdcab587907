"""Captions stand in the middle and shrink before they grow; frames and boxes are furniture."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from tests.documents.reading import structure, words_of

from amie_planner.documents import CLEAR, STYLES
from amie_planner.documents.blocks import Block, Text
from amie_planner.documents.card_blocks import Caption, Framed, TickBox
from amie_planner.documents.house_style import heading, strong
from amie_planner.documents.pages import build
from amie_planner.documents.structure import Element

LARGEST, LEAST = 22.0, 14.0
WIDE = CLEAR.width


@dataclass(frozen=True)
class Drawn:
    """A line of words as it is printed, in points."""

    words: str
    size: float
    middle: float


def _caption(words: str) -> Caption:
    return Caption(Text((strong(words),), LARGEST, LARGEST * 1.2, Element("P")), LEAST)


def _printed(*blocks: Block) -> bytes:
    return build([heading(CLEAR, 1, "Title"), *blocks], style=CLEAR, title="t", footer="")


def _lines(*blocks: Block) -> list[Drawn]:
    return [line for page in pypdfium2.PdfDocument(_printed(*blocks)) for line in _lines_on(page)]


def _lines_on(page: pypdfium2.PdfPage) -> Iterator[Drawn]:
    text = page.get_textpage()
    objects = page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT])
    for _, line in groupby(objects, key=lambda drawn: round(drawn.get_matrix().f, 1)):
        held = list(line)
        words = " ".join("".join(words_of(drawn, text) for drawn in held).split())
        size = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(held[0], size)
        left, right = held[0].get_bounds()[0], held[-1].get_bounds()[2]
        if words and words != "Title" and not words.startswith("Page "):
            yield Drawn(words, size.value, (left + right) / 2)


@pytest.mark.parametrize("words", ["Hello", "Hello and once more " * 4, "one\nlonger than one", "long words " * 40])
def test_every_line_stands_in_the_middle(words):
    lines = _lines(_caption(words))
    assert lines
    assert [line.middle for line in lines] == [pytest.approx(CLEAR.left + WIDE / 2, abs=3)] * len(lines)


@pytest.mark.parametrize(
    ("words", "size"), [("Hello", 22), ("long words " * 12, 22), ("long words " * 16, 16), ("long words " * 30, 14)]
)
def test_what_takes_more_than_three_lines_is_smaller_and_whole(words, size):
    lines = _lines(_caption(words))
    assert {line.size for line in lines} == {size}
    assert " ".join(line.words for line in lines) == words.strip()
    assert len(lines) <= 3 or size == LEAST


def test_over_two_pages_it_keeps_its_size_and_every_word():
    lines = _lines(_caption("long words " * 600))
    assert {line.size for line in lines} == {LEAST}
    assert " ".join(line.words for line in lines).split() == ["long", "words"] * 600


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_nothing_of_a_frame_or_a_box_is_read_aloud(style):
    assert structure(_printed(Framed(TickBox(style.body), 100))).text() == "Title"

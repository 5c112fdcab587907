"""What holds for every paper in every print style: large enough, plain, dark enough, whole, and the same each time."""

from __future__ import annotations

import ctypes
import os
import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image
from tests.documents.papers import as_text, every_paper
from tests.documents.reading import decoration, faults, structure

from amie_planner import checks
from amie_planner.documents import CLEAR, EASY_READ, FULL_PLAN, HELPER_CARDS, LARGE, RUN_SHEET

GOLDEN = Path(__file__).with_name("golden")
LEAST = {CLEAR: 12, LARGE: 16, EASY_READ: 14}  # points, also for what stands beside
BODY = {CLEAR: 14, LARGE: 18, EASY_READ: 14}
SET_APART = {"Tw", "Tc", "Tz"}  # operators that stretch or squeeze a line
PIXELS = 3  # to a point

paper = ("document", "plan", "style")


def _texts(pdf: bytes) -> Iterator[pypdfium2.PdfObject]:
    for page in pypdfium2.PdfDocument(pdf):
        yield from page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])


def _size(text: pypdfium2.PdfObject) -> float:
    """The size in points as it is drawn."""
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(text, size)
    matrix = text.get_matrix()
    assert matrix.a == matrix.d
    return round(size.value * matrix.a, 2)


@pytest.mark.parametrize(paper, every_paper("small", "drop-in", "hostile"))
def test_no_letter_is_smaller_than_the_style_allows(document, plan, style):
    assert min(map(_size, _texts(document.render(plan(), checks.run(plan()), style=style)))) >= LEAST[style]


@pytest.mark.parametrize(paper, every_paper("small", "forty"))
def test_most_letters_have_the_size_for_reading_unless_fewer_pages_are_worth_more(document, plan, style):
    pdf = document.render(plan(), checks.run(plan()), style=style)
    sizes = Counter[float]()
    for text in _texts(pdf):
        sizes[_size(text)] += round(text.get_bounds()[2] - text.get_bounds()[0])
    (most, _), *_ = sizes.most_common()
    whole = len(plan().team) if document is HELPER_CARDS else 1
    small = document is RUN_SHEET or len(pypdfium2.PdfDocument(pdf)) == whole
    assert most >= BODY[style] or (style == CLEAR and small)


@pytest.mark.parametrize(paper, every_paper("small"))
def test_text_is_upright_and_neither_stretched_nor_squeezed(document, plan, style):
    with pikepdf.open(BytesIO(document.render(plan(), checks.run(plan()), style=style))) as pdf:
        fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
        operators = {str(operator) for page in pdf.pages for _, operator in pikepdf.parse_content_stream(page)}
    assert fonts
    assert not [name for name in fonts if re.search("italic|oblique", name, re.IGNORECASE)]
    assert not operators & SET_APART


@pytest.mark.parametrize(paper, every_paper("small", "drop-in"))
def test_every_line_reads_in_greyscale(document, plan, style):
    pdf = document.render(plan(), checks.run(plan()), style=style)
    assert [words for words, contrast in _contrasts(pdf) if contrast < 4.5] == []


def _contrasts(pdf: bytes) -> Iterator[tuple[str, float]]:
    """The contrast of each line of text on a page as it is rendered: its darkest pixel to its lightest."""
    for page in pypdfium2.PdfDocument(pdf):
        seen = page.render(scale=PIXELS, grayscale=True).to_pil()
        words = page.get_textpage()
        for text in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            left, bottom, right, top = text.get_bounds()
            box = [at * PIXELS for at in (left, page.get_height() - top, right, page.get_height() - bottom)]
            if box[0] < box[2] and box[1] < box[3]:
                yield words.get_text_bounded(left, bottom, right, top), _contrast(seen.crop([int(at) for at in box]))


def _contrast(seen: Image.Image) -> float:
    dark, light = (_luminance(value) for value in seen.getextrema())
    return (light + 0.05) / (dark + 0.05)


def _luminance(value: int) -> float:
    """The relative luminance of a grey, as WCAG 2.2 has it."""
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def test_grey_letters_would_be_seen_as_too_light():
    half = Image.new("L", (2, 1), 255)
    half.putpixel((0, 0), 0x80)
    assert _contrast(half) < 4.5
    half.putpixel((0, 0), 0x70)
    assert _contrast(half) > 4.5


@pytest.mark.parametrize(paper, every_paper("small", "drop-in", "empty", "forty", "largest", "hostile"))
def test_tags_are_without_fault(document, plan, style, tmp_path):
    assert faults(document.render(plan(), checks.run(plan()), style=style), tmp_path) == []


@pytest.mark.parametrize(paper, [one for one in every_paper("forty") if one.values[0] in (RUN_SHEET, FULL_PLAN)])
def test_a_long_plan_flows_on_with_its_headings_repeated(document, plan, style):
    pdf = document.render(plan(), checks.run(plan()), style=style)
    repeated = decoration(pdf)
    assert len(repeated) > 4
    assert sum("(continued)" in words for words in repeated) > len(repeated) / 2
    assert "(continued)" not in structure(pdf).text()


@pytest.mark.parametrize(paper, every_paper("small"))
def test_the_same_paper_has_the_same_bytes(document, plan, style):
    findings = checks.run(plan())
    first, again = (document.sheet(plan(), findings, style=style) for _ in range(2))
    assert first.pdf() == again.pdf()
    assert first.html() == again.html()


@pytest.mark.parametrize(paper, [one for one in every_paper("small") if one.values[2] != CLEAR])
def test_a_paper_in_another_style_reads_as_its_golden_file(document, plan, style):
    golden = GOLDEN / f"small-{document.id}-{style.id}.txt"
    printed = as_text(document.render(plan(), checks.run(plan()), style=style))
    if os.environ.get("AMIE_REWRITE_GOLDEN"):
        golden.write_text(printed, encoding="utf-8")
        pytest.fail(f"{golden.name} is written anew: look at the difference, and run again")
    assert printed == golden.read_text(encoding="utf-8")

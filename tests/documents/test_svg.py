"""Symbols are drawn in PDF as a browser draws them."""

from __future__ import annotations

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from amie_planner.documents.svg import operators
from amie_planner.documents.svg_path import steps
from amie_planner.documents.tagging import TaggedPdf
from amie_planner.domain.symbols import symbols

SIDE = 144


def _as_pdf(svg: bytes) -> Image.Image:
    pdf = TaggedPdf("Symbol", (72, 72))
    with pdf.page():
        pdf.canvas.transform(1, 0, 0, -1, 0, 72)
        pdf.canvas.addLiteral(operators(svg))
    page = pypdfium2.PdfDocument(pdf.finish(()))[0]
    return page.render(scale=SIDE / 72).to_pil().convert("RGB")


def _as_browser(svg: bytes) -> Image.Image:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB888)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(svg).render(painter, QRectF(0, 0, SIDE, SIDE))
    painter.end()
    return Image.frombytes("RGB", (SIDE, SIDE), bytes(image.constBits()), "raw", "RGB", image.bytesPerLine())


def _difference(svg: bytes) -> float:
    """How far apart the two drawings are: 0 for the same, 255 for black and white."""
    return max(ImageStat.Stat(ImageChops.difference(_as_pdf(svg), _as_browser(svg))).mean)


@pytest.mark.parametrize("symbol", symbols(), ids=lambda symbol: symbol.key)
def test_a_symbol_looks_in_pdf_as_in_a_browser(symbol):
    svg = symbol.path.read_bytes()
    assert b'viewBox="0 0 72 72"' in svg
    assert _difference(svg) < 2.5


SHAPES = (
    '<path d="M10 10h20v20h-20zm30 30l10 10M5 60q10-20 20 0t20 0s10 10 20-10c0-5 3-5 3 0" fill="none" stroke="#f00"/>',
    '<path d="M20 40a18 9 30 1 0 20-10A18 9 30 0120 40z" fill="#0a0" stroke="#000" stroke-width="2"/>',
    '<path d="M10 40a5 5 0 1120 0a0 4 0 0 0 9 9a3 3 0 0 0 0 0" fill="none" stroke="#00f"/>',
    '<rect x="9" y="9" width="40" height="30" rx="8" fill="#ff0" transform="translate(5) rotate(20 30 30) scale(.8)"/>',
    '<g transform="matrix(.5 0 .2 .5 10 10)"><ellipse cx="40" cy="40" rx="30" ry="10" stroke="#123456"/></g>',
    '<path d="M10 10h50v50h-50zm10 10h30v30h-30z" fill-rule="evenodd"/><circle cx="36" cy="36" r="6"/>',
)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_kind_of_shape_is_drawn_as_a_browser_draws_it(shape):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72">{shape}</svg>'.encode()
    assert _difference(svg) < 2


@pytest.mark.parametrize("shape", ["<text>a</text>", '<path d="M1 1" transform="skewX(3)"/>', '<path d="M1 1L2"/>'])
def test_what_is_not_drawn_is_refused(shape):
    with pytest.raises(ValueError, match="not"):
        operators(f"<svg>{shape}</svg>".encode())


def test_a_point_after_a_move_is_a_line_to_it():
    assert steps("m1 2 3 4z") == (("m", ((1, 2),)), ("l", ((4, 6),)), ("h", ()))

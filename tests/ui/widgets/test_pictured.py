"""Symbols and own pictures are seen whole, on white, at the size that is asked for."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtGui import QColor

from amie_planner.domain.records import Picture
from amie_planner.domain.symbols import symbols
from amie_planner.ui.widgets.pictured import pixmap


def _own(image: str) -> Picture:
    return Picture.made(id="m1", programme="u1", position=0, image=image)


def _colours(source, side: int = 40, ratio: float = 1.0) -> set[str]:
    image = pixmap(source, side, ratio).toImage()
    points = range(6, image.width() - 6, 2)
    return {QColor(image.pixel(x, y)).name() for x in points for y in points}


@pytest.mark.parametrize("symbol", symbols(), ids=lambda symbol: symbol.key)
def test_every_symbol_is_drawn_on_white(qapp, symbol):
    assert len(_colours(symbol)) > 1
    assert "#ffffff" in _colours(symbol) or symbol.key in ("circle", "game")


def test_an_own_picture_keeps_its_shape(qapp):
    out = BytesIO()
    Image.new("RGB", (90, 30), "#008080").save(out, "PNG")
    image = pixmap(_own(b64encode(out.getvalue()).decode()), 40, 2.0).toImage()
    assert image.width() == image.height() == 80
    seen = [QColor(image.pixel(40, y)).name() for y in (10, 40, 70)]
    assert seen == ["#ffffff", "#008080", "#ffffff"]


def test_what_is_no_picture_stays_white(qapp):
    assert _colours(_own("AAAA")) == {"#ffffff"}

"""The rows of the register are drawn so that marks are told apart by shape, and words have room at any text size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from amie_planner.domain.vocabulary import Mark
from amie_planner.ui.models.register import OTHERS, RegisterRow
from amie_planner.ui.widgets.blocks import PAD, Block
from amie_planner.ui.widgets.register_list import blocks, draw_mark

ROW = RegisterRow(
    "p1", "Juniper-Rose", Mark.LATE, "Late, 10 minutes", "joins later", ("emergency note", "not to be recorded")
)


@pytest.fixture(params=[100, 200], ids=["normal", "large"])
def font(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QFont]:
    made = QFont(qapp.font())
    made.setPointSizeF(11 * request.param / 100)
    yield made


def laid_out(row: RegisterRow, width: int, font: QFont) -> list[Block]:
    return list(blocks(row, width, font))


def drawn(mark: Mark) -> bytes:
    """The shape in one colour, so that only the shape is told."""
    image = QImage(40, 40, QImage.Format.Format_Mono)
    image.fill(1)
    painter = QPainter(image)
    draw_mark(painter, mark, QRectF(4, 4, 26, 26), QColor("black"))
    painter.end()
    return bytes(image.constBits())


def test_every_mark_has_a_shape_of_its_own(qapp: QApplication):
    assert len({drawn(mark) for mark in Mark}) == len(Mark)


@pytest.mark.parametrize("width", [260, 420, 900, 1400])
def test_nothing_overlaps_and_nothing_leaves_the_row(font: QFont, width: int):
    made = [block.rect for block in laid_out(ROW, width, font)]
    assert len(made) == 5
    for at, rect in enumerate(made):
        assert QRect(0, 0, width - PAD + 1, 10_000).contains(rect)
        assert not any(rect.intersects(other) for other in made[at + 1 :])


def test_in_a_wide_row_the_mark_stands_beside_the_name_and_in_a_narrow_one_below(font: QFont):
    wide, narrow = laid_out(ROW, 1800, font), laid_out(ROW, 300, font)
    assert wide[1].rect.top() == wide[0].rect.top()
    assert narrow[1].rect.top() > narrow[0].rect.bottom()


def test_the_row_that_folds_says_how_to_open_it(font: QFont):
    row = RegisterRow(OTHERS, "2 others of the group", None, "Enter shows them")
    assert [block.text for block in laid_out(row, 500, font)] == ["2 others of the group", "Enter shows them"]


def test_a_row_without_anything_to_know_is_its_name_and_its_mark(font: QFont):
    row = RegisterRow("p1", "Sky", Mark.NOT_TAKEN, "Not taken")
    assert [(block.text, block.look) for block in laid_out(row, 900, font)] == [
        ("Sky", "title"),
        ("Not taken", "quiet"),
    ]

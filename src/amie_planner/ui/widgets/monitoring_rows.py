"""How the rows of equality monitoring are laid out: people and questions, groups with their figures, what to choose."""

from __future__ import annotations

from PySide6.QtGui import QFont

from amie_planner.ui.models.representation import FigureRow
from amie_planner.ui.models.rows import Row
from amie_planner.ui.widgets.blocks import PAD, Block, label_block, text_block
from amie_planner.ui.widgets.starting import TwoLines

_LABELS = {"may be missing": "open", "reached": "met"}
"""What has a shape around it; anything else is plain."""


def one_line(row: Row, width: int, font: QFont) -> tuple[Block]:
    """A line of text."""
    return (text_block("text", row.text, font, PAD, 9, width - 2 * PAD),)


def two_lines(row: TwoLines, width: int, font: QFont) -> tuple[Block, Block]:
    """A title, and how it stands below it."""
    title = text_block("title", row.text, font, PAD, PAD, width - 2 * PAD)
    return title, text_block("small", row.below, font, PAD, title.rect.bottom() + 3, width - 2 * PAD)


def figure(row: FigureRow, width: int, font: QFont) -> list[Block]:
    """A group, how it stands in words and shape, and what that is said from."""
    blocks = [text_block("title", row.text, font, PAD, PAD, width - 2 * PAD)]
    if row.stands:
        make = label_block if row.stands in _LABELS else text_block
        look = _LABELS.get(row.stands, "group")
        blocks.append(make(look, row.stands, font, PAD, blocks[-1].rect.bottom() + 5, width - 2 * PAD))
    if row.below:
        blocks.append(text_block("small", row.below, font, PAD, blocks[-1].rect.bottom() + 4, width - 2 * PAD))
    return blocks

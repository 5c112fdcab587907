"""The whole session below what is now: every activity with its planned and its actual times."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout

from amie_planner.domain.values import MOST_ACTIVITIES
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.models.running import NOW, StepRow
from amie_planner.ui.widgets.basics import Card, Label
from amie_planner.ui.widgets.blocks import PAD, Block, label_block, text_block
from amie_planner.ui.widgets.fitted_view import FittedView


class StepsCard(Card):
    """All activities but Plan B, planned and actual."""

    def __init__(self) -> None:
        super().__init__()
        self.model: RowList[StepRow] = RowList(self)
        self.view = FittedView(self.model, "The whole session, planned and actual", _blocks, MOST_ACTIVITIES)
        self.view.setObjectName("plain")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 14, 8, 10)
        heading = Label("The whole session", "section")
        heading.setContentsMargins(PAD, 0, PAD, 0)
        layout.addWidget(heading)
        layout.addWidget(self.view)

    def show_steps(self, rows: tuple[StepRow, ...]) -> None:
        """Shows the activities as they stand."""
        self.setVisible(bool(rows))
        self.model.show(rows)
        self.view.fit()


def _blocks(row: StepRow, width: int, font: QFont) -> Iterator[Block]:
    room = width - 2 * PAD
    title = text_block("title", row.text, font, PAD, PAD, room)
    yield title
    y = title.rect.bottom() + 4
    if row.state == NOW:
        state = label_block("met", row.state, font, PAD, y, room)
        yield state
        y = state.rect.bottom() + 4
    said = (row.state if row.state != NOW else "", row.planned, row.actual)
    yield text_block("answer", " · ".join(part for part in said if part), font, PAD, y, room)

"""A list as tall as its rows, up to a few; more scroll. It stands in what itself scrolls or stretches."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QResizeEvent

from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.blocks import BlockView, LayOut

MOST_ROWS_SHOWN = 5


class FittedView(BlockView):
    """`fit` is to be called when the rows have changed."""

    def __init__(self, model: RowList[Any], name: str, lay_out: LayOut, most: int = MOST_ROWS_SHOWN) -> None:
        super().__init__(model, name, lay_out)
        self._most = most

    def fit(self) -> None:
        """Takes the height that the rows need."""
        rows = min(self.model().rowCount(), self._most)
        self.setFixedHeight(sum(self.sizeHintForRow(n) for n in range(rows)) + 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

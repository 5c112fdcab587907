"""A list to choose from whose room is its layout's to give. Qt's own AdjustToContents takes the room of the longest
choice by itself, 20 ms after the choices change, past the edge of what holds it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

_LEAST = 8
"""Letters, at least."""


class DropDown(QComboBox):
    """A passing mouse wheel changes nothing. `asks_for_all`: it would like the room of its longest choice."""

    def __init__(self) -> None:
        super().__init__()
        self.asks_for_all = False
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for changed in (self.model().rowsInserted, self.model().rowsRemoved, self.model().dataChanged):
            changed.connect(lambda: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """As Qt has it, with the room that the longest choice needs beyond the least."""
        metrics = self.fontMetrics()
        least = metrics.horizontalAdvance("X") * self.minimumContentsLength()
        longest = max((metrics.horizontalAdvance(self.itemText(n)) for n in range(self.count())), default=0)
        return super().sizeHint() + QSize(max(0, longest - least) if self.asks_for_all else 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

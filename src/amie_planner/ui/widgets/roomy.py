"""A dialog to look for something in: as large as its list wants to be, no larger than the screen, and nothing cut."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog

_AROUND = QSize(40, 40)
"""Device-independent pixels that it leaves of the screen."""


class RoomyDialog(QDialog):
    """`letters` and `lines` are how wide and how high it would be, in those of its text."""

    letters: ClassVar[int]
    lines: ClassVar[int]

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wanted = QSize(metrics.averageCharWidth() * self.letters, metrics.lineSpacing() * self.lines)
        return wanted.boundedTo(self.screen().availableSize() - _AROUND)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps room for what goes on in a next line where it is narrow."""
        super().resizeEvent(event)
        if (layout := self.layout()) is not None:
            self.setMinimumHeight(layout.minimumHeightForWidth(self.width()))

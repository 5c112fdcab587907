"""What was done last, at the foot of the window: one line, and more only while it is longer than the window is wide."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent

from amie_planner.ui.widgets.basics import Label


class Status(Label):
    """Asks for as many lines as its text needs."""

    def __init__(self, text: str) -> None:
        super().__init__("", "quiet")
        self.setObjectName("saved")
        self.say(text)

    def say(self, text: str) -> None:
        """Shows another text; its name is all of it."""
        self.setText(text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        """Asked by a status bar, which would make room at the width that a text would like, not at its own."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

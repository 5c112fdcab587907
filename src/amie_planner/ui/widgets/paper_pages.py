"""The pages of a finished paper. The old ones stay until the new are there; scroll and focus stay where they were."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from amie_planner.ui.models.papers import Page
from amie_planner.ui.widgets.basics import Label, Scroll

_LEAST_LINES = 16
"""Of text: how tall the place for pages is at least."""


class PaperPages(QFrame):
    """Each page is one thing to come to by Tab; a screen reader reads its text."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._sheets: list[Label] = []
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(10, 10, 10, 10)
        self._column.setSpacing(14)
        self._column.addStretch(1)
        self.area = Scroll(inside, "Pages")
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.addWidget(self.area)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Shows these pages instead."""
        while len(self._sheets) > len(pages):
            gone = self._sheets.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for n in range(len(self._sheets), len(pages)):
            self._sheets.append(_sheet(n + 1))
            self._column.insertWidget(n, self._sheets[n], alignment=Qt.AlignmentFlag.AlignHCenter)
        for sheet, (picture, text) in zip(self._sheets, pages, strict=True):
            sheet.setPixmap(QPixmap.fromImage(picture))
            sheet.setAccessibleDescription(text)

    def begin(self) -> None:
        """Goes to the top, for another paper."""
        self.area.verticalScrollBar().setValue(0)


def _sheet(number: int) -> Label:
    label = Label("", wrap=False)
    label.setAccessibleName(f"Page {number}")
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    label.setObjectName("page")
    return label

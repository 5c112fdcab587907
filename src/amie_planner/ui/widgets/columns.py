"""Parts in columns of one width, as many as there is room for, so that short fields stand side by side in a wide place
and under one another in a narrow one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from amie_planner.ui.widgets.arranged import Arranged

_LETTERS_WIDE = 28
_BETWEEN = 18
"""Device-independent pixels between columns."""


class Columns(Arranged):
    """Row by row, left to right; the parts of a row begin at the same height.

    There are at most so many columns, and each has room for so many average letters at least.
    """

    def __init__(self, *parts: QWidget, most: int = 2, letters: int = _LETTERS_WIDE) -> None:
        self._most = most
        self._letters = letters
        super().__init__(*parts, spacing=0)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items]
        return QSize(max((h.width() for h in hints), default=0), sum(h.height() for h in hints))

    def _columns(self, width: int) -> int:
        parent = self.parentWidget()
        letter = parent.fontMetrics().averageCharWidth() if parent is not None else 1
        room = max((letter * self._letters, *(item.minimumSize().width() for item in self._items)))
        return max(1, min(self._most, (width + _BETWEEN) // (room + _BETWEEN)))

    def _arranged(self, rect: QRect, *, place: bool) -> int:
        columns = self._columns(rect.width())
        width = (rect.width() - _BETWEEN * (columns - 1)) // columns
        y = rect.y()
        for first in range(0, len(self._items), columns):
            row = self._items[first : first + columns]
            heights = [_height(item, width) for item in row]
            for at, item in enumerate(row if place else ()):
                item.setGeometry(QRect(rect.x() + at * (width + _BETWEEN), y, width, heights[at]))
            y += max(heights)
        return y - rect.y()


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()

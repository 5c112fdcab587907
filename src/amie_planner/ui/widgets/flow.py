"""A row of parts that goes on in the next line where it does not fit, so that large text is never cut."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from amie_planner.ui.widgets.arranged import Arranged


class Flow(Arranged):
    """Parts side by side, left to right, then in the next line."""

    def __init__(self, *parts: QWidget, spacing: int = 6) -> None:
        super().__init__(*parts, spacing=spacing)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(h.width() for h in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((h.height() for h in hints), default=0))

    def _arranged(self, rect: QRect, *, place: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(size.height() for _, size in line)
            x = rect.x()
            for item, size in line:
                if place:
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += height + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """What stands side by side in each line, with its size."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = _within(item, max(width, item.minimumSize().width()))
            if not lines or size.width() > left:
                lines.append([])
                left = width
            lines[-1].append((item, size))
            left -= size.width() + self.spacing()
        return lines


def _within(item: QLayoutItem, width: int) -> QSize:
    """The room that a part takes: less wide than it would like to be, it goes on in lines of its own."""
    liked = item.sizeHint()
    if liked.width() <= width:
        return liked
    return QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else liked.height())

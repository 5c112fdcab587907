"""What layouts of our own have in common: parts in order, and a height that follows the width."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Arranged(QLayout):
    """Holds its parts in order; a kind says where they go in a width."""

    def __init__(self, *parts: QWidget, spacing: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        for part in parts:
            self.addWidget(part)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arranged(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arranged(rect, place=True)

    def minimumSize(self) -> QSize:
        least = [item.minimumSize() for item in self._items]
        return QSize(max((m.width() for m in least), default=0), max((m.height() for m in least), default=0))

    def _arranged(self, rect: QRect, *, place: bool) -> int:
        """Gives the height of all parts in this width, and puts them there."""
        raise NotImplementedError

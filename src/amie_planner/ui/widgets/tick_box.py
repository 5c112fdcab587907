"""A tick box whose words go on in the next line where it is narrow, so that large text is never cut."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

_LEAST_LETTERS = 16
_TALL = 1 << 16
_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class TickBox(QCheckBox):
    """Shows its words as they are, an ampersand too."""

    def __init__(self, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self._words = words
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = self._room(QRect(0, 0, width, _TALL))
        text = self.fontMetrics().boundingRect(QRect(0, 0, max(room.width(), 1), _TALL), _FLAGS, self._words)
        return max(super().sizeHint().height(), text.height() + _TALL - room.height())

    def minimumSizeHint(self) -> QSize:
        """However long its words are, they do not push the window wide."""
        least = super().minimumSizeHint()
        return least.boundedTo(QSize(self.fontMetrics().averageCharWidth() * _LEAST_LETTERS, least.height()))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
        painter.setPen(option.palette.color(QPalette.ColorRole.WindowText))
        painter.drawText(self._room(self.rect()), _FLAGS, self._words)

    def _room(self, whole: QRect) -> QRect:
        """Where the words go."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.rect = whole
        return self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)

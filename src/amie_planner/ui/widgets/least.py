"""Places that ask for no more than their least height in a width, so that lists in them scroll before the whole does.

Qt asks for the height that all of it would like to have where a line in it wraps.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from amie_planner.ui.widgets.basics import Card


class Least(QWidget):
    """A place with a layout."""

    def minimumSizeHint(self) -> QSize:
        """In the width it has: in less, its lines would be more."""
        least = super().minimumSizeHint()
        height = self.heightForWidth(self.width())
        return QSize(least.width(), height if height >= 0 else least.height())

    def heightForWidth(self, width: int) -> int:
        return _least(self, width)


class LeastCard(Card):
    """The same, on a card."""

    def heightForWidth(self, width: int) -> int:
        return _least(self, width)


def _least(widget: QWidget, width: int) -> int:
    """Negative, as Qt has it, where no line wraps."""
    layout = widget.layout()
    return layout.minimumHeightForWidth(width) if layout is not None else -1

"""Brings a part of a widget into sight in every place that scrolls around it, whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

_AROUND = 12
"""Device-independent pixels kept in sight above and below."""


def bring_into_sight(widget: QWidget, part: QRect | None = None) -> None:
    """Once it has been laid out; of what is taller than there is room for, its beginning."""
    QTimer.singleShot(0, widget, lambda: _settled(widget, part))


def _settled(widget: QWidget, part: QRect | None) -> None:
    if isValid(widget) and widget.isVisible():
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QTimer.singleShot(0, widget, lambda: _show(widget, part or widget.rect()))


def _show(widget: QWidget, part: QRect) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and (inside := around.widget()) is not None:
            where = QRect(widget.mapTo(inside, part.topLeft()), part.size())
            for line in (where.bottom(), where.top()):
                around.ensureVisible(where.left(), line, 0, _AROUND)
        around = around.parentWidget()

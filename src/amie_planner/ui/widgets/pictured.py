"""Symbols and own pictures on screen, on white as on paper: most of them are drawn in black."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPixmap

from amie_planner.domain.records import Picture
from amie_planner.domain.symbols import Symbol
from amie_planner.ui import theme

_ROUND = 6
_PAD = 2


def pixmap(source: Picture | Symbol, side: int, ratio: float) -> QPixmap:
    """A picture inside a white square of `side` device-independent pixels, sharp at the screen's own ratio."""
    made = QPixmap(QSize(side, side) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(QColor(0, 0, 0, 0))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    ground = QPainterPath()
    ground.addRoundedRect(QRectF(0, 0, side, side), _ROUND, _ROUND)
    painter.fillPath(ground, QColor(theme.LIGHT.card))
    inner = side - 2 * _PAD
    drawn = _drawn(source, inner, ratio)
    size = drawn.size().scaled(inner, inner, Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawPixmap((side - size.width()) // 2, (side - size.height()) // 2, size.width(), size.height(), drawn)
    painter.end()
    return made


def _drawn(source: Picture | Symbol, side: int, ratio: float) -> QPixmap:
    if isinstance(source, Symbol):
        return QIcon(str(source.path)).pixmap(QSize(side, side), ratio)
    from amie_planner.exchange.pictures import content_of

    drawn = QPixmap()
    drawn.loadFromData(content_of(source.image) or b"")
    return drawn

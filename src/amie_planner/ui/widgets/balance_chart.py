"""A chart on screen: the same drawing as on paper, painted in the theme's colours, and told in words too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontInfo, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from amie_planner.checks.balance import Bars, Dot, Dots, Part
from amie_planner.documents.charts import Bar, Drawing, Mark, Stroke, Words, drawn
from amie_planner.ui import theme

Chart = Bars | Dots
MARGIN = 8
"""Device-independent pixels around the drawing, where the focus is shown."""
_NARROWEST, _USUAL = 260, 560
_WIDEST = 48
"""In sizes of its words: a longer bar says no more."""
_FILLS = {
    "solid": Qt.BrushStyle.SolidPattern,
    "hatched": Qt.BrushStyle.BDiagPattern,
    "dotted": Qt.BrushStyle.Dense6Pattern,
    "outline": Qt.BrushStyle.NoBrush,
}


def figures(chart: Chart) -> tuple[str, ...]:
    """Each of its figures in words: “Grime: 35 minutes”."""
    held: Sequence[Part | Dot] = chart.parts if isinstance(chart, Bars) else chart.dots
    return tuple(f"{one.name}: {one.told}" for one in held)


class BalanceChart(QWidget):
    """One chart, as wide as there is room and as tall as it then needs to be. The focus comes to it, to hear it."""

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self._drawings: dict[tuple[int, int], Drawing] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_chart(chart)

    def show_chart(self, chart: Chart) -> None:
        """Shows a chart in place of the last one."""
        self._chart = chart
        self._drawings.clear()
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(" ".join((chart.about, *(f"{figure}." for figure in figures(chart)))))
        self.updateGeometry()
        self.update()

    def drawing(self, width: int) -> Drawing:
        """What is painted in a width, in device-independent pixels."""
        family, size = self.font().family(), QFontInfo(self.font()).pixelSize()
        key = min(max(width, _NARROWEST) - 2 * MARGIN, _WIDEST * size), size
        if key not in self._drawings:
            self._drawings[key] = drawn(self._chart, *key, lambda *text: _advance(family, *text))
        return self._drawings[key]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return ceil(self.drawing(width).height) + 2 * MARGIN

    def sizeHint(self) -> QSize:
        return QSize(_USUAL, self.heightForWidth(_USUAL))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)
        painter.translate(MARGIN, MARGIN)
        for shape in self.drawing(self.width()).shapes:
            _paint(painter, shape, self.font().family())


def _font(family: str, size: float, bold: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(max(1, round(size)))
    font.setBold(bold)
    return font


@cache
def _metrics(family: str, size: float, bold: bool) -> QFontMetricsF:
    return QFontMetricsF(_font(family, size, bold))


def _advance(family: str, text: str, size: float, bold: bool) -> float:
    """How wide a text is; bold is set as told."""
    return _metrics(family, size, bold).horizontalAdvance(text)


def _paint(painter: QPainter, shape: Bar | Words | Mark | Stroke, family: str) -> None:
    match shape:
        case Bar():
            _fill(painter, shape.fill)
            painter.drawRect(QRectF(shape.x, shape.y, shape.width, shape.height))
        case Words():
            _write(painter, shape, family)
        case Mark():
            _mark(painter, shape)
        case Stroke():
            dashes = Qt.PenStyle.DashLine if shape.dashed else Qt.PenStyle.SolidLine
            painter.setPen(QPen(theme.colour("edge"), 1, dashes))
            painter.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))


def _fill(painter: QPainter, fill: str) -> None:
    painter.setPen(QPen(theme.colour("accent"), 1.2))
    painter.setBrush(QBrush(theme.colour("accent"), _FILLS[fill]))


def _write(painter: QPainter, words: Words, family: str) -> None:
    painter.setPen(theme.colour("text"))
    painter.setFont(_font(family, words.size, words.bold))
    wide = _advance(family, words.text, words.size, words.bold)
    before = {"start": 0.0, "middle": wide / 2, "end": wide}[words.anchor]
    painter.drawText(QPointF(words.x - before, words.y), words.text)


def _mark(painter: QPainter, mark: Mark) -> None:
    _fill(painter, "solid")
    place = QRectF(mark.x - mark.size / 2, mark.y - mark.size / 2, mark.size, mark.size)
    painter.drawEllipse(place) if mark.shape == "circle" else painter.drawRect(place)

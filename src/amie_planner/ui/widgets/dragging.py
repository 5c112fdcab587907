"""Carries a row of a list to another place with the mouse, inside the list: nothing goes to the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from amie_planner.ui import theme

_EDGE, _STEP, _EVERY = 36, 14, 30
"""Device-independent pixels near an edge where the list scrolls by a step, and after how many milliseconds again."""
_HANDLE = 6
"""Radius of the handle at the line's beginning."""
_NOWHERE = -1


class RowDrag(QWidget):
    """placed(from, to): the row was let go in another place. Esc takes it back; outside the list it stays.

    It lies over the list while a row is carried, and shows where the row would land.
    """

    placed = Signal(int, int)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._row = self._to = _NOWHERE
        self._from, self._now = QPoint(), QPoint()
        self._line = QRect()
        self._scrolling = QTimer(self, interval=_EVERY)
        self._scrolling.timeout.connect(self._scroll)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        for watched in (view, view.viewport()):
            watched.installEventFilter(self)
        for changed in (view.model().rowsInserted, view.model().rowsRemoved, view.model().rowsMoved):
            changed.connect(self.take_back)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and watched is self._view.viewport():
            return self._mouse(event)
        if self.isVisible() and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.take_back()
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        """Whether the list is to know nothing of it, because it is a row on its way."""
        place = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            self.take_back()
            if event.button() == Qt.MouseButton.LeftButton:
                self._row, self._from = self._view.indexAt(place).row(), place
        elif not event.buttons() & Qt.MouseButton.LeftButton and event.type() == QEvent.Type.MouseMove:
            self.take_back()
        elif event.type() == QEvent.Type.MouseMove and self._row != _NOWHERE:
            self._carry(place)
            return True
        elif event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            row, to = self._row, self._to
            self.take_back()
            if to != _NOWHERE:
                self.placed.emit(row, to)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        """While a row is carried every key waits, but for Esc."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.take_back()
        return True

    def take_back(self) -> None:
        """Lets go of the row where it was; the mouse carries nothing until it presses again."""
        self._row = self._to = _NOWHERE
        self._scrolling.stop()
        if self.isVisible():
            self._view.viewport().unsetCursor()
            self.hide()

    def _carry(self, place: QPoint) -> None:
        if self.isHidden():
            if (place - self._from).manhattanLength() < QApplication.startDragDistance():
                return
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scrolling.start()
            self.show()
            self.raise_()
        self._now = place
        self.setGeometry(self._view.viewport().geometry())
        self._to, self._line = self._landing(place)
        self.update()

    def _scroll(self) -> None:
        """Goes on scrolling while the row is near the upper or lower edge."""
        up, down = self._now.y() < _EDGE, self._now.y() > self.height() - _EDGE
        bar = self._view.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + _STEP * (down - up))
        if bar.value() != before:
            self._carry(self._now)

    def _landing(self, place: QPoint) -> tuple[int, QRect]:
        """The row's new place in the list and the line that shows it; nowhere if it would stay where it is."""
        index = self._nearest(place)
        if index is None or not self._view.viewport().rect().contains(place):
            return _NOWHERE, QRect()
        over = self._view.visualRect(index)
        below = place.y() > over.center().y()
        gap = index.row() + below
        to = gap - (gap > self._row)
        line = QRect(over.left(), over.bottom() if below else over.top(), over.width(), 0)
        return (_NOWHERE, QRect()) if to == self._row else (to, line)

    def _nearest(self, place: QPoint) -> QModelIndex | None:
        rows = [self._view.model().index(n, 0) for n in range(self._view.model().rowCount())]
        return min(rows, key=lambda index: _distance(self._view.visualRect(index), place), default=None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(theme.colour("card"))
        veil.setAlpha(165)
        painter.fillRect(self._view.visualRect(self._view.model().index(self._row, 0)), veil)
        if self._to != _NOWHERE:
            accent = theme.colour("accent")
            y = min(max(self._line.top(), _HANDLE + 2), self.height() - _HANDLE - 2) + 0.5
            start = QPointF(self._line.left() + _HANDLE + 4, y)
            painter.setPen(QPen(accent, 3))
            painter.drawLine(start, QPointF(self._line.left() + self._line.width() - 6, y))
            painter.setBrush(theme.colour("card"))
            painter.drawEllipse(start, _HANDLE, _HANDLE)


def _distance(rect: QRect, point: QPoint) -> int:
    """How far a point is from a place; 0 inside it."""
    aside = max(rect.left() - point.x(), 0, point.x() - rect.right())
    return aside + max(rect.top() - point.y(), 0, point.y() - rect.bottom())

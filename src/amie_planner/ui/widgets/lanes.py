"""A list whose rows stand side by side where groups do something at the same time.

Rows keep one order, for keys and for speech. The flow of QListView would set the second piece of one group beside
the first of another; so each group goes down its own column, and this view tells Qt where its rows are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from amie_planner.domain.side_by_side import Beside
from amie_planner.ui import theme
from amie_planner.ui.models.rows import Index
from amie_planner.ui.models.running_order import ActivityRow, RunningOrderList
from amie_planner.ui.widgets.blocks import BlockView, LayOut

MOST_LANES = 3
LETTERS_A_LANE = 30
"""Average letters that a column needs; where there is less room, rows stand under one another."""
GUTTER = 16
"""Device-independent pixels left of what runs at the same time, for the bracket that ties it together."""

_To = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class LaneView(BlockView):
    """Up and Down go to the row before and after in the order of the list, Left and Right to the group beside."""

    def __init__(self, model: RunningOrderList, name: str, lay_out: LayOut) -> None:
        self._rows = model
        self._places: list[QRect] = []
        super().__init__(model, name, lay_out)

    def room_for(self, index: Index) -> QSize:
        at = index.row()
        return self._places[at].size() if at < len(self._places) else super().room_for(index)

    def doItemsLayout(self) -> None:
        """Places the rows; Qt's own layout, which it counts rows with, then takes the same sizes."""
        least = self.fontMetrics().averageCharWidth() * LETTERS_A_LANE
        self._places = places(self._rows.rows, self.viewport().width(), least, self._tall)
        super().doItemsLayout()

    def _tall(self, at: int, width: int) -> int:
        return self._room(self._rows.index(at), width).height()

    def updateGeometries(self) -> None:
        bar, shown = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(self.fontMetrics().lineSpacing() * 2)
        bar.setPageStep(shown)
        bar.setRange(0, max(0, _bottom(self._places) - shown))
        QAbstractItemView.updateGeometries(self)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def visualRect(self, index: Index) -> QRect:
        self.executeDelayedItemsLayout()
        if not index.isValid() or index.row() >= len(self._places):
            return QRect()
        return self._places[index.row()].translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        self.executeDelayedItemsLayout()
        at = next((n for n, place in enumerate(self._places) if place.contains(self._inside(point))), -1)
        return self._rows.index(at)

    def _inside(self, point: QPoint) -> QPoint:
        return point + QPoint(0, self.verticalOffset())

    def scrollTo(self, index: Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        """Brings a row into sight; of one that is taller than the view, its beginning."""
        place, bar = self.visualRect(index), self.verticalScrollBar()
        if not place.isNull():
            top, bottom = place.top() + bar.value(), place.bottom() + 1 + bar.value()
            bar.setValue(min(max(bar.value(), bottom - self.viewport().height()), top))

    def moveCursor(self, action: _To, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        self.executeDelayedItemsLayout()
        at, last = self.currentIndex().row(), len(self._places) - 1
        if at < 0 or at > last:
            return self._rows.index(0)
        page = self.viewport().height()
        steps = {
            _To.MoveUp: at - 1,
            _To.MovePrevious: at - 1,
            _To.MoveDown: at + 1,
            _To.MoveNext: at + 1,
            _To.MoveHome: 0,
            _To.MoveEnd: last,
            _To.MoveLeft: across(self._rows.rows, at, -1),
            _To.MoveRight: across(self._rows.rows, at, 1),
            _To.MovePageUp: min(at - 1, self._reached(self._places[at].top() - page)),
            _To.MovePageDown: max(at + 1, self._reached(self._places[at].top() + page)),
        }
        return self._rows.index(min(max(steps.get(action, at), 0), last))

    def _reached(self, y: int) -> int:
        """The last row that begins at this height or above."""
        return max((n for n, place in enumerate(self._places) if place.top() <= y), default=0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(index, index) if index.isValid() else QItemSelection(), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def paintEvent(self, event: QPaintEvent) -> None:
        self.executeDelayedItemsLayout()
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain = option.state & ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        under = self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())) if self.viewport().underMouse() else None
        for index in map(self._rows.index, range(len(self._places))):
            option.rect = self.visualRect(index)
            if not option.rect.intersects(event.rect()):
                continue
            option.state = plain
            if self.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if index == under:
                option.state |= QStyle.StateFlag.State_MouseOver
            self.itemDelegate().paint(painter, option, index)
        self._draw_brackets(painter)

    def _draw_brackets(self, painter: QPainter) -> None:
        """Ties together what runs at the same time, and draws a line between its columns."""
        up = -self.verticalOffset()
        for block, run in groupby(zip(self._rows.rows, self._places, strict=False), key=lambda p: _block(p[0])):
            found = [place.translated(0, up) for _, place in run]
            top, bottom = min(place.top() for place in found) + 4, max(place.bottom() for place in found) - 4
            if block is None:
                continue
            painter.setPen(theme.colour("line"))
            for x in {place.left() for place in found if place.left() > GUTTER}:
                painter.drawLine(x, top, x, bottom)
            painter.setPen(QPen(theme.colour("edge"), 2))
            left = GUTTER // 2 - 1
            corners = (QPoint(GUTTER, top), QPoint(left, top), QPoint(left, bottom), QPoint(GUTTER, bottom))
            painter.drawPolyline(corners)


def places(rows: Sequence[ActivityRow], width: int, least: int, tall: Callable[[int, int], int]) -> list[QRect]:
    """Where each row stands: groups side by side in columns of at least `least`, else all under one another.

    `tall(n, width)` is how tall row n is.
    """
    found: list[QRect] = []
    for block, run in groupby(enumerate(rows), key=lambda numbered: _block(numbered[1])):
        top, left = _bottom(found), 0 if block is None else GUTTER
        ends: dict[int, int] = {}
        for n, row in run:
            lanes = _lanes(row.beside, width - left, least)
            column = (width - left) // lanes
            lane = row.beside.lane if row.beside is not None and lanes > 1 else 0
            found.append(QRect(left + lane * column, ends.get(lane, top), column, tall(n, column)))
            ends[lane] = found[-1].bottom() + 1
    return found


def _lanes(beside: Beside | None, width: int, least: int) -> int:
    lanes = len(beside.strands) if beside is not None else 1
    return lanes if lanes <= MOST_LANES and width // lanes >= least else 1


def across(rows: Sequence[ActivityRow], at: int, by: int) -> int:
    """The row of the group to the left (-1) or right (1) that is as far down as row `at`; itself if there is none."""
    here = rows[at].beside
    if here is None:
        return at
    lanes: dict[int, list[int]] = {}
    for n, row in enumerate(rows):
        if row.beside is not None and row.beside.block == here.block:
            lanes.setdefault(row.beside.lane, []).append(n)
    there = lanes.get(here.lane + by)
    return there[min(lanes[here.lane].index(at), len(there) - 1)] if there else at


def _block(row: ActivityRow) -> int | None:
    return None if row.beside is None else row.beside.block


def _bottom(found: Sequence[QRect]) -> int:
    return max((place.bottom() + 1 for place in found), default=0)

"""Rows drawn from blocks of plain text: the same blocks say how tall a row is and how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from amie_planner.ui import theme
from amie_planner.ui.models.rows import Index, RowList

PAD = 11
"""Space around text, in device-independent pixels."""
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_WITHOUT_END = 1 << 16


@dataclass(frozen=True, slots=True)
class Look:
    """How a block is drawn: its font, its colour, and the shape of the label around it, if it is one."""

    bold: bool = False
    size: float = 1.0
    colour: str = "text"
    edge: str = ""
    fill: str = ""
    dashed: bool = False


LOOKS = {
    "title": Look(bold=True),
    "text": Look(),
    "quiet": Look(colour="quiet"),
    "small": Look(size=0.92, colour="quiet"),
    "heading": Look(bold=True, size=1.05),
    "link": Look(size=0.95, colour="accent", bold=True),
    "answer": Look(size=0.92),
    "alert": Look(size=0.92, colour="alert", bold=True),
    "met": Look(size=0.9, edge="accent", fill="wash"),
    "group": Look(size=0.92, colour="accent", bold=True),
    "open": Look(bold=True, size=0.9, colour="alert", edge="alert", fill="alert_wash", dashed=True),
}


@dataclass(frozen=True, slots=True)
class Block:
    """Text in a place."""

    rect: QRect
    text: str
    look: str


def sized(font: QFont, look: str) -> QFont:
    """The font of a look, from the view's own."""
    made = QFont(font)
    made.setBold(LOOKS[look].bold)
    made.setPointSizeF(font.pointSizeF() * LOOKS[look].size)
    return made


def text_block(look: str, text: str, font: QFont, x: int, y: int, width: int) -> Block:
    """Text that wraps within a width."""
    metrics = QFontMetrics(sized(font, look))
    rect = metrics.boundingRect(QRect(0, 0, max(width, 1), _WITHOUT_END), WRAP, text)
    return Block(QRect(x, y, max(width, 1), rect.height()), text, look)


def label_block(look: str, text: str, font: QFont, x: int, y: int, width: int) -> Block:
    """Text with a shape around it, no wider than it needs to be."""
    metrics = QFontMetrics(sized(font, look))
    rect = metrics.boundingRect(QRect(0, 0, max(width - 24, 1), _WITHOUT_END), WRAP, text)
    return Block(QRect(x, y, min(rect.width() + 26, width), rect.height() + 8), text, look)


LayOut = Callable[[Any, int, QFont], Iterable[Block]]


class BlockView(QListView):
    """A list of rows that are laid out in the width there is."""

    def __init__(self, model: RowList[Any], name: str, lay_out: LayOut) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(model)
        self._lay_out = lay_out
        self.setItemDelegate(_BlockPainter(self, lay_out))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)

    def room_for(self, index: Index) -> QSize:
        """The room a row takes: as tall as what is laid out in its width."""
        return self._room(index, self.viewport().width())

    def _room(self, index: Index, width: int) -> QSize:
        blocks = self._lay_out(index.data(RowList.ROW), width, self.font())
        return QSize(width, max((block.rect.bottom() for block in blocks), default=0) + PAD)

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Keeps what is seen where it is while the rows change around it."""
        seen = [(QPersistentModelIndex(index), self.visualRect(index).top()) for index in self._seen()]
        yield
        stays = next(((held, top) for held, top in seen if held.isValid()), None)
        if stays is not None and self.isVisible():
            self.doItemsLayout()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self.model().index(stays[0].row(), 0)).top() - stays[1])

    def _seen(self) -> Iterator[QModelIndex]:
        """The rows in sight, from the top."""
        index = self.indexAt(QPoint(1, 1))
        while index.isValid() and self.visualRect(index).top() < self.viewport().height():
            yield index
            index = index.siblingAtRow(index.row() + 1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is current when the list gets the focus is marked as chosen too."""
        super().focusInEvent(event)
        if (current := self.currentIndex()).isValid() and not self.selectionModel().isSelected(current):
            self.setCurrentIndex(current)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _BlockPainter(QStyledItemDelegate):
    """Draws what `lay_out` says."""

    def __init__(self, view: BlockView, lay_out: LayOut) -> None:
        super().__init__(view)
        self._view = view
        self._lay_out = lay_out

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._view.room_for(index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = index.data(RowList.ROW)
        _ground(painter, option, self._view, getattr(row, "divided", True))
        painter.translate(option.rect.topLeft())
        for block in self._lay_out(row, option.rect.width(), self._view.font()):
            draw(painter, block, self._view.font())
        painter.restore()


def _ground(painter: QPainter, option: QStyleOptionViewItem, view: QWidget, divided: bool) -> None:
    rect: QRect = option.rect
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme.colour("wash" if chosen else "raised"))
    if divided:
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    if chosen:
        painter.setPen(QPen(theme.colour("accent"), 3 if view.hasFocus() else 1.5))
        painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 5, 5)


def draw(painter: QPainter, block: Block, font: QFont) -> None:
    """Draws one block with its look."""
    look, rect = LOOKS[block.look], block.rect
    painter.setFont(sized(font, block.look))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if look.edge:
        painter.setBrush(theme.colour(look.fill))
        painter.setPen(
            QPen(theme.colour(look.edge), 1.2, Qt.PenStyle.DashLine if look.dashed else Qt.PenStyle.SolidLine)
        )
        radius = min(rect.height() / 2, 13)
        painter.drawRoundedRect(rect, radius, radius)
        rect = rect.adjusted(12, 4, -8, 0)
    painter.setPen(theme.colour(look.colour))
    painter.drawText(rect, WRAP, block.text)

"""The access grid on screen: what is in the way at the left, activities across, every cell in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from amie_planner.domain.access import Answered
from amie_planner.ui import theme
from amie_planner.ui.models.access_table import AccessTable, Head, Shown
from amie_planner.ui.models.rows import Index
from amie_planner.ui.widgets.blocks import PAD, Block, draw, text_block

_COLUMN_LETTERS = 19
_HEAD_LETTERS = 38
_LEAST_ROWS = 2
"""Rows that are in sight at least."""
_NARROW_SHARE = 0.42
"""The most of the width that the heads of rows take."""
MOST_KEPT = 1_000
"""Drawn cells that are kept to be shown again."""
_WORDS = {Answered.ADAPTED: "link", Answered.BY_DESIGN: "link", Answered.NOT_YET: "alert"}


class AccessView(QTableView):
    """Keys: arrows move, Enter chooses a change, D meets by design, Delete takes away, N goes to the next open cell.

    chosen(): Enter or a double click on a cell; by_design(), take_away(), proposed(): D, Delete and G.
    """

    chosen = Signal()
    by_design = Signal()
    take_away = Signal()
    proposed = Signal()

    def __init__(self, model: AccessTable) -> None:
        super().__init__()
        self.setAccessibleName("Access grid")
        self.setAccessibleDescription(
            "Arrows move, Enter chooses a change, D means by design, Delete takes an answer away, "
            "N goes to the next that is not answered, G adds the change that answers most."
        )
        self._model = model
        self._measured: dict[tuple[str, str, int], int] = {}
        self.setVerticalHeader(_Heads(Qt.Orientation.Vertical, self))
        self.setHorizontalHeader(_Heads(Qt.Orientation.Horizontal, self))
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(lambda: self.chosen.emit())
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self.fit)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self._fit_rows)
        model.headerDataChanged.connect(lambda *_: self._later.start())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        wanted = _WANTED.get(Qt.Key(event.key())) if plain else None
        if wanted is not None:
            wanted(self)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here, not the beginning of a word."""

    def go_to_next_open(self) -> None:
        """Goes to the next cell that nothing answers yet."""
        found = self._model.next_open(self.currentIndex())
        if found.isValid():
            self.setCurrentIndex(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._later.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measured.clear()
            self._later.start()

    def fit(self) -> None:
        """Gives heads, columns and rows the room that their words need."""
        letter = self.fontMetrics().averageCharWidth()
        heads = int(min(letter * _HEAD_LETTERS, self.width() * _NARROW_SHARE))
        self.verticalHeader().setFixedWidth(heads)
        across = max(1, self._model.columnCount())
        each = max(letter * _COLUMN_LETTERS, (self.viewport().width() - 1) // across)
        self.horizontalHeader().setDefaultSectionSize(each)
        tallest = max((self._head_height(n, Qt.Orientation.Horizontal, each) for n in range(across)), default=0)
        self.horizontalHeader().setFixedHeight(tallest)
        self._fit(range(self._model.rowCount()))
        first = sum(self.verticalHeader().sectionSize(n) for n in range(min(_LEAST_ROWS, self._model.rowCount())))
        self.setMinimumHeight(tallest + first + self.horizontalScrollBar().sizeHint().height() + 6)
        self.updateGeometries()
        self.scrollTo(self.currentIndex())

    def _fit_rows(self, first: QModelIndex, last: QModelIndex) -> None:
        self._fit(range(first.row(), last.row() + 1))

    def _fit(self, rows: Iterable[int]) -> None:
        vertical = self.verticalHeader()
        width = self.horizontalHeader().defaultSectionSize()
        for n in rows:
            cells = (self._model.index(n, m).data(AccessTable.CELL) for m in range(self._model.columnCount()))
            heights = (self._measure(cell.word, cell.below, width) for cell in cells)
            tallest = max((self._head_height(n, Qt.Orientation.Vertical, vertical.width()), *heights))
            if vertical.sectionSize(n) != tallest:
                vertical.resizeSection(n, tallest)

    def _measure(self, word: str, below: str, width: int) -> int:
        if (word, below, width) not in self._measured:
            blocks = cell_blocks(word, below, "title", width, self.font())
            self._measured[word, below, width] = blocks[-1].rect.bottom() + PAD if blocks else 0
        return self._measured[word, below, width]

    def _head_height(self, section: int, orientation: Qt.Orientation, width: int) -> int:
        head = self._model.headerData(section, orientation, AccessTable.CELL)
        return self._measure(head.title, head.below, width) if isinstance(head, Head) else 0


_WANTED: dict[Qt.Key, Callable[[AccessView], None]] = {
    Qt.Key.Key_Return: lambda view: view.chosen.emit(),
    Qt.Key.Key_Enter: lambda view: view.chosen.emit(),
    Qt.Key.Key_Space: lambda view: view.chosen.emit(),
    Qt.Key.Key_D: lambda view: view.by_design.emit(),
    Qt.Key.Key_Delete: lambda view: view.take_away.emit(),
    Qt.Key.Key_Backspace: lambda view: view.take_away.emit(),
    Qt.Key.Key_N: AccessView.go_to_next_open,
    Qt.Key.Key_G: lambda view: view.proposed.emit(),
}


def cell_blocks(word: str, below: str, look: str, width: int, font: QFont) -> tuple[Block, ...]:
    """Where the words of a cell go."""
    if not word:
        return ()
    top = text_block(look, word, font, PAD, PAD - 2, width - 2 * PAD)
    if not below:
        return (top,)
    return top, text_block("small", below, font, PAD, top.rect.bottom() + 2, width - 2 * PAD)


class _Cards:
    """Cells as they were drawn, to be shown again: a key in the grid draws only what was not seen before."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[Any, ...], QPixmap] = {}

    def show(self, painter: QPainter, rect: QRect, words: tuple[str, str], look: str, ground: str, font: QFont) -> None:
        """Paints words on a ground, with a line at the right and below."""
        ratio = painter.device().devicePixelRatio()
        key = (words, look, ground, rect.width(), rect.height(), ratio, font.pointSizeF(), theme.colours())
        found = self._drawn.get(key)
        if found is None:
            if len(self._drawn) >= MOST_KEPT:
                self._drawn.clear()
            found = self._drawn[key] = _card(rect.size(), words, look, ground, font, ratio)
        painter.drawPixmap(rect.topLeft(), found)


def _card(size: QSize, words: tuple[str, str], look: str, ground: str, font: QFont, ratio: float) -> QPixmap:
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(theme.colour(ground))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = QRect(QPoint(0, 0), size)
    painter.setPen(theme.colour("line"))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    painter.drawLine(rect.topRight(), rect.bottomRight())
    for block in cell_blocks(*words, look, rect.width(), font):
        draw(painter, block, font)
    painter.end()
    return made


class _Heads(QHeaderView):
    """Heads of rows or columns: a name, and what is in the way or when it is, below it."""

    def __init__(self, orientation: Qt.Orientation, view: QTableView) -> None:
        super().__init__(orientation, view)
        self._cards = _Cards()
        across = orientation == Qt.Orientation.Horizontal
        self.setAccessibleName("Activities" if across else "Access requirements")
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        head = self.model().headerData(section, self.orientation(), AccessTable.CELL)
        ground = "raised" if self.orientation() == Qt.Orientation.Horizontal else "card"
        self._cards.show(painter, rect, (head.title, head.below), "title", ground, self.font())

    def sizeHint(self) -> QSize:
        return self.minimumSize()


class _Cells(QStyledItemDelegate):
    """Draws a cell."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._cards = _Cards()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found: Any = index.data(AccessTable.CELL)
        if not isinstance(found, Shown):
            return
        answered = found.cell.answer
        ground = "alert_wash" if answered is Answered.NOT_YET else "raised" if answered is None else "card"
        look = _WORDS[answered] if answered else "small"
        rect: QRect = option.rect
        self._cards.show(painter, rect, (found.word, found.below), look, ground, self._view.font())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 3 if self._view.hasFocus() else 1.5))
            painter.drawRoundedRect(rect.adjusted(2, 2, -3, -3), 5, 5)
            painter.restore()

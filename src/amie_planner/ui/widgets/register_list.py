"""The list of the register: a letter marks the chosen person, what is typed just after says how late or why."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen

from amie_planner.domain.register import REASONS
from amie_planner.domain.vocabulary import Mark
from amie_planner.ui import theme
from amie_planner.ui.models.register import OTHERS, RegisterRow
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, label_block, text_block

MARKS = {Qt.Key.Key_P: Mark.PRESENT, Qt.Key.Key_L: Mark.LATE, Qt.Key.Key_A: Mark.ABSENT, Qt.Key.Key_N: Mark.NOT_TAKEN}
LETTERS = (*MARKS, Qt.Key.Key_E, Qt.Key.Key_W)
AFTER_A_MARK = (
    "Just after L, type the minutes, then Enter or the next letter. Just after A, type a reason: "
    + ", ".join(f"{n} {reason[:1].lower()}{reason[1:]}" for n, reason in enumerate(REASONS, 1))
    + "; or press Enter for your own words."
)
_LETTERS = "P present, L late, A absent, N not taken, E everyone here, W what to do in an emergency."
_LETTERS_SIDE_BY_SIDE = 62
_SHAPE = 0.72
"""Of the height of a line."""


class RegisterView(BlockView):
    """marked(Mark), everyone(), emergency(): by letters; typed(digit, or nothing for Backspace); opened(): by Enter;
    moved(): by any other key, after which digits say nothing more of the last mark."""

    marked = Signal(object)
    everyone = Signal()
    emergency = Signal()
    typed = Signal(str)
    opened = Signal()
    moved = Signal()

    def __init__(self, model: RowList[RegisterRow]) -> None:
        super().__init__(model, "Who is here", blocks)
        self.setObjectName("plain")
        self.setAccessibleDescription(f"{_LETTERS} {AFTER_A_MARK}")
        self.doubleClicked.connect(lambda index: self.opened.emit())
        self.pressed.connect(lambda index: self.moved.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key())
        if held:
            super().keyPressEvent(event)
        elif key in LETTERS:
            self.take(key)
        elif event.text() in tuple("0123456789") or key == Qt.Key.Key_Backspace:
            self.typed.emit(event.text() if key != Qt.Key.Key_Backspace else "")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            self.moved.emit()
            super().keyPressEvent(event)

    def take(self, key: Qt.Key) -> None:
        """Does what a letter stands for."""
        if key in MARKS:
            self.marked.emit(MARKS[key])
        else:
            (self.everyone if key == Qt.Key.Key_E else self.emergency).emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By Tab the hands come back to the chosen person."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.moved.emit()

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here, not the beginning of a name."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the shape of each mark over what is drawn of its row."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in self._seen():
            row = index.data(RowList.ROW)
            if row.mark is not None:
                place = self.visualRect(index).topLeft() + QPointF(PAD, PAD).toPoint()
                draw_mark(painter, row.mark, QRectF(QPointF(place), _shape(self.font()).size()), _colour(row.mark))
        painter.end()


def _shape(font: QFont) -> QRectF:
    size = QFontMetrics(font).height() * _SHAPE
    return QRectF(0, 0, size, size)


def _colour(mark: Mark) -> QColor:
    return theme.colour({Mark.NOT_TAKEN: "quiet", Mark.ABSENT: "text"}.get(mark, "accent"))


def draw_mark(painter: QPainter, mark: Mark, place: QRectF, colour: QColor) -> None:
    """A full disc, a half one, a cross, or an open ring: told apart without their colours."""
    at = place.translated(0, place.height() * (1 / _SHAPE - 1) / 2).adjusted(1, 1, -1, -1)
    line = QPen(colour, max(1.6, place.width() / 9))
    if mark is Mark.NOT_TAKEN:
        line.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(line)
    painter.setBrush(colour if mark is Mark.PRESENT else Qt.BrushStyle.NoBrush)
    if mark is Mark.ABSENT:
        painter.drawLine(at.topLeft(), at.bottomRight())
        painter.drawLine(at.topRight(), at.bottomLeft())
        return
    painter.drawEllipse(at)
    if mark is Mark.LATE:
        painter.setBrush(colour)
        painter.drawPie(at, 90 * 16, -180 * 16)


def blocks(row: RegisterRow, width: int, font: QFont) -> Iterator[Block]:
    """Where the words of a row go, beside the shape of its mark."""
    if row.id == OTHERS:
        name = text_block("heading", row.text, font, PAD, PAD, width - 2 * PAD)
        yield name
        yield text_block("small", row.said, font, PAD, name.rect.bottom() + 2, width - 2 * PAD)
        return
    left = PAD + round(_shape(font).width()) + 9
    room = width - left - PAD
    if width < QFontMetrics(font).averageCharWidth() * _LETTERS_SIDE_BY_SIDE:
        yield from _stacked(row, font, left, room)
        return
    name_room, mark_room = room * 30 // 100, room * 32 // 100
    yield text_block("title", row.text, font, left, PAD, name_room - 8)
    yield _marked(row, font, left + name_room, PAD, mark_room - 8)
    yield from _known(row, font, left + name_room + mark_room, PAD, room - name_room - mark_room)


def _stacked(row: RegisterRow, font: QFont, left: int, room: int) -> Iterator[Block]:
    name = text_block("title", row.text, font, left, PAD, room)
    yield name
    marked = _marked(row, font, left, name.rect.bottom() + 2, room)
    yield marked
    yield from _known(row, font, left, marked.rect.bottom() + 5, room)


def _marked(row: RegisterRow, font: QFont, x: int, y: int, room: int) -> Block:
    return text_block("quiet" if row.mark is Mark.NOT_TAKEN else "text", row.said, font, x, y, room)


def _known(row: RegisterRow, font: QFont, left: int, top: int, room: int) -> Iterator[Block]:
    """What has to be known in the room, side by side where there is room."""
    x, y, bottom = left, top - 3, top - 3
    for flag in row.flags:
        block = label_block("open", flag, font, x, y, room)
        if x > left and x + block.rect.width() > left + room:
            x, y = left, bottom + 5
            block = label_block("open", flag, font, x, y, room)
        yield block
        x, bottom = x + block.rect.width() + 6, block.rect.bottom()
    if row.about:
        yield text_block("small", row.about, font, left, bottom + 4 if row.flags else top, room)

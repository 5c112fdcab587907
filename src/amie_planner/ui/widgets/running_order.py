"""The running order as sentences: times on the left, what happens in the middle, what changes as labels below."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent

from amie_planner.ui.models.running_order import ActivityRow, RunningOrderList
from amie_planner.ui.widgets.blocks import PAD, Block, label_block, sized, text_block
from amie_planner.ui.widgets.dragging import RowDrag
from amie_planner.ui.widgets.lanes import LaneView

_LEAST_LETTERS = 30
_LEAST_LINES = 9
_NARROW_LETTERS = 28


class RunningOrderView(LaneView):
    """Keys: Enter edits, Insert adds below, Ctrl+D duplicates, Delete removes, Alt+Up and Alt+Down move,
    Ctrl+Space to Plan B and back. place_wanted(from, to): a row was dragged.
    """

    edit_wanted = Signal()
    add_wanted = Signal()
    duplicate_wanted = Signal()
    remove_wanted = Signal()
    move_wanted = Signal(int)
    place_wanted = Signal(int, int)
    skip_wanted = Signal()

    def __init__(self, model: RunningOrderList) -> None:
        super().__init__(model, "Running order", blocks)
        self.setObjectName("plain")
        keys = "Enter edits, Insert adds below, Control and D duplicate, Delete removes, Alt and arrows move."
        self.setAccessibleDescription(keys)
        RowDrag(self).placed.connect(self.place_wanted)
        self.doubleClicked.connect(lambda: self.edit_wanted.emit())
        self._keep_readable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit()
        elif key == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_wanted.emit()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif control and key == Qt.Key.Key_Space:
            self.skip_wanted.emit()
        elif control and key == Qt.Key.Key_D:
            self.duplicate_wanted.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_readable()

    def _keep_readable(self) -> None:
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_LETTERS)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)


def blocks(row: ActivityRow, width: int, font: QFont) -> Iterator[Block]:
    """Where everything in a row goes."""
    time = QFontMetrics(sized(font, "title")).horizontalAdvance("Plan B 0") + PAD
    length = QFontMetrics(font).horizontalAdvance("no length 0")
    narrow = width < time + length + QFontMetrics(font).averageCharWidth() * _NARROW_LETTERS
    left = time + (0 if narrow else length) + PAD
    room = width - left - PAD
    title = text_block("quiet" if row.skipped else "title", row.text, font, left, PAD, room)
    yield title
    clock = text_block("quiet" if row.skipped else "title", row.time, font, PAD + 4, PAD, time - PAD)
    yield clock
    below = clock.rect.bottom() + 2
    if narrow:
        short = text_block("small", row.length, font, PAD + 4, below, time - PAD)
        yield short
        below = short.rect.bottom() + 2
    else:
        yield text_block("quiet", row.length, font, time + PAD, PAD, length)
    if row.pinned:
        yield text_block("small", "pinned", font, PAD + 4, below, time - PAD)
    y = title.rect.bottom() + 3
    for look, line in (("group", row.group), ("small", row.together), *(("small", line) for line in row.lines)):
        if not line:
            continue
        block = text_block(look, line, font, left, y, room)
        yield block
        y = block.rect.bottom() + 3
    yield from _labels(row, font, left, y + 4, room)


def _labels(row: ActivityRow, font: QFont, left: int, y: int, width: int) -> Iterator[Block]:
    x, tallest = left, 0
    for chip in row.chips:
        block = label_block("met" if chip.met else "open", chip.text, font, x, y, width)
        if x > left and x + block.rect.width() > left + width:
            x, y, tallest = left, y + tallest + 5, 0
            block = label_block(block.look, chip.text, font, x, y, width)
        yield block
        x, tallest = x + block.rect.width() + 6, max(tallest, block.rect.height())

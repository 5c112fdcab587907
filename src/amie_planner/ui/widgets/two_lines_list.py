"""A list of rows with two lines each, where a key opens, removes or repeats the chosen one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent

from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, text_block
from amie_planner.ui.widgets.starting import TwoLines


class TwoLinesList(BlockView):
    """opened(): by Enter or a double click; removed(): by Delete; repeated(): by Ctrl+D."""

    opened = Signal()
    removed = Signal()
    repeated = Signal()

    def __init__(self, model: RowList[TwoLines], name: str) -> None:
        super().__init__(model, name, _blocks)
        self.setObjectName("plain")
        self.doubleClicked.connect(lambda index: self.opened.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.repeated.emit()
        else:
            super().keyPressEvent(event)


def _blocks(row: TwoLines, width: int, font: QFont) -> tuple[Block, ...]:
    title = text_block("title", row.text, font, PAD, PAD, width - 2 * PAD)
    if not row.below:
        return (title,)
    return title, text_block("small", row.below, font, PAD, title.rect.bottom() + 3, width - 2 * PAD)

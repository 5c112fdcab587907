"""The voice entries of a programme as a list: the words, or what there is in their place; and what became of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent

from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, text_block
from amie_planner.ui.widgets.starting import TwoLines


class VoiceList(BlockView):
    """opened(): by Enter or a double click; told_wanted(): by T; add_wanted(): by Insert; remove_wanted(): by Del."""

    opened = Signal()
    told_wanted = Signal()
    add_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, model: RowList[TwoLines]) -> None:
        super().__init__(model, "Voice entries", _blocks)
        self.setObjectName("plain")
        self.setAccessibleDescription("Enter goes to the form, T notes that they were told today, Insert adds one.")
        self.doubleClicked.connect(lambda index: self.opened.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        told = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_T: self.told_wanted,
            Qt.Key.Key_Insert: self.add_wanted,
            Qt.Key.Key_Delete: self.remove_wanted,
        }.get(Qt.Key(event.key()))
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if told is not None and not held:
            told.emit()
        else:
            super().keyPressEvent(event)


def _blocks(row: TwoLines, width: int, font: QFont) -> list[Block]:
    first = text_block("title", row.text, font, PAD, PAD, width - 2 * PAD)
    return [first, text_block("small", row.below, font, PAD, first.rect.bottom() + 3, width - 2 * PAD)]

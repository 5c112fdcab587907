"""The picker: what may change for a cell of the access grid, best first, with a search over the whole shelf."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from amie_planner.domain import words
from amie_planner.ui.models.access_table import row_head
from amie_planner.ui.models.picks import MORE, Choices, Pick
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, text_block
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.roomy import RoomyDialog

_TO_THE_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Picker(RoomyDialog):
    """picked(Pick, everywhere): what was chosen, and whether for every place where the same thing is in the way.

    Keys: typing searches, Up and Down move, Enter chooses for this activity, Shift+Enter for all of them, Esc leaves.
    """

    picked = Signal(object, bool)

    letters, lines = 62, 26

    def __init__(self, parent: QWidget, choices: Choices) -> None:
        super().__init__(parent)
        self.setObjectName("picker")
        self._choices = choices
        self._more = False
        activity = words.activity_title(choices.cell.activity)
        head = row_head(choices.cell.need, choices.plan)
        self.setWindowTitle(f"What changes in {activity}")
        self.search = QLineEdit()
        self.search.setPlaceholderText(f"Type to search {len(choices.shelf.entries)} changes, or write your own")
        self.search.setAccessibleName("Search changes")
        self.search.setAccessibleDescription("Down goes through what is found.")
        self.model: RowList[Pick] = RowList(self)
        self.view = BlockView(self.model, "Changes to choose from", _blocks)
        self.view.setObjectName("plain")
        self.none = Label("Nothing on your shelf is for this. Type to write a change of your own.", "quiet")
        self.here = Button("Use it here", lambda: self._choose(everywhere=False), "main")
        self.everywhere = Button("Use it wherever this is in the way", lambda: self._choose(everywhere=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(Label(f"{activity} · {head.title}", "strong"))
        layout.addWidget(Label(head.below, "quiet"))
        layout.addWidget(self.search)
        layout.addWidget(self.none)
        layout.addWidget(self.view, 1)
        layout.addLayout(Flow(self.here, self.everywhere, Button("Cancel", self.reject)))
        layout.addWidget(Label("Enter: here. Shift and Enter: wherever this is in the way. Esc: back.", "quiet"))
        self.search.textChanged.connect(lambda: self._show())
        self.view.doubleClicked.connect(lambda: self._choose(everywhere=False))
        self.search.installEventFilter(self)
        self.view.installEventFilter(self)
        self._show()
        self.search.setFocus()

    def open_beside(self, cell: QRect, view: QWidget) -> None:
        """Opens below a cell of a view, moved as far as is needed to stay on the screen."""
        self.resize(self.sizeHint())
        corner = view.mapToGlobal(cell.bottomLeft())
        room = self.screen().availableGeometry()
        x = max(room.left(), min(corner.x(), room.right() - self.width()))
        y = max(room.top(), min(corner.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.open()

    def _show(self) -> None:
        picks = self._choices.picks(self.search.text(), more=self._more)
        self.model.show(picks)
        self.none.setVisible(not any(pick.source for pick in picks))
        self.view.setCurrentIndex(self.model.index(0))
        self.view.scrollToTop()

    def _choose(self, *, everywhere: bool) -> None:
        pick = self.model.at(self.view.currentIndex().row())
        if pick is None:
            return
        if pick.id == MORE:
            at = self.view.currentIndex().row()
            self._more = True
            self._show()
            self.view.setCurrentIndex(self.model.index(min(at, self.model.rowCount() - 1)))
            return
        self.accept()
        self.picked.emit(pick, everywhere)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(everywhere=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                return True
            if watched is self.search and event.key() in _TO_THE_LIST:
                QApplication.sendEvent(self.view, event)
                return True
        return super().eventFilter(watched, event)


def _blocks(pick: Pick, width: int, font: QFont) -> Iterator[Block]:
    room, y = width - 2 * PAD, 8
    if pick.heading:
        heading = text_block("small", pick.heading, font, PAD, y, room)
        yield heading
        y = heading.rect.bottom() + 5
    title = text_block("title", pick.text, font, PAD + 6, y, room - 6)
    yield title
    y = title.rect.bottom() + 2
    for look, text in (("small", pick.below), ("alert", pick.alert)):
        if text:
            block = text_block(look, text, font, PAD + 6, y, room - 6)
            yield block
            y = block.rect.bottom() + 2

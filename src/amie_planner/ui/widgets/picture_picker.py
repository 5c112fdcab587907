"""The picker of what a card shows: a search that answers each key, and each symbol seen beside its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from amie_planner.domain.records import Picture
from amie_planner.ui.models.card_pictures import PictureRow, rows
from amie_planner.ui.models.long_list import LongList
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, text_block
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.pictured import pixmap
from amie_planner.ui.widgets.roomy import RoomyDialog

_LINES = 2.6
"""How tall a picture is, in lines of text."""
_AFTER_TYPING = 700
"""Milliseconds until what was found is spoken: not at every key."""
_TO_THE_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PictureView(BlockView):
    """A row for each picture, which is seen at the left of its words."""

    def __init__(self, model: LongList[PictureRow]) -> None:
        super().__init__(model, "Symbols and pictures", _blocks)
        self.setObjectName("plain")
        self._pixmaps: dict[tuple[str, int], QPixmap] = {}

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for index in self._seen():
            rect = self.visualRect(index)
            painter.drawPixmap(rect.left() + PAD, rect.top() + PAD, self._pixmap(index.data(LongList.ROW)))
        painter.end()

    def _pixmap(self, row: PictureRow) -> QPixmap:
        key = (row.id, _side(self.font()))
        if key not in self._pixmaps:
            self._pixmaps[key] = pixmap(row.source, key[1], self.devicePixelRatioF())
        return self._pixmaps[key]


class PicturePicker(RoomyDialog):
    """picked(PictureRow): what the card is to show. forgotten(PictureRow): an own picture that is to go everywhere.

    Typing searches, Up and Down move, Enter chooses, Esc leaves.
    """

    picked = Signal(object)
    forgotten = Signal(object)

    letters, lines = 52, 26

    def __init__(self, parent: QWidget, title: str, pictures: Callable[[], Sequence[Picture]]) -> None:
        super().__init__(parent)
        self.setObjectName("picker")
        self.setWindowTitle("Choose a symbol")
        self._pictures = pictures
        self.search = QLineEdit()
        self.search.setPlaceholderText("Type to search, such as drum, wait or home")
        self.search.setAccessibleName("Search symbols")
        self.search.setAccessibleDescription("Down goes through what is found.")
        self.model: LongList[PictureRow] = LongList(lambda row: row, self)
        self.view = PictureView(self.model)
        self.count = Label("", "quiet")
        self.choose = Button("Show it on the card", self._choose, "main")
        self.forget = Button("Remove this picture from your planner", self._forget)
        self._said = QTimer(self, interval=_AFTER_TYPING, singleShot=True)
        self._said.timeout.connect(self._speak)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(Label(title, "strong"))
        layout.addWidget(self.search)
        layout.addWidget(self.count)
        layout.addWidget(self.view, 1)
        layout.addLayout(Flow(self.choose, self.forget, Button("Cancel", self.reject)))
        self.search.textChanged.connect(lambda: self.show_found())
        self.view.doubleClicked.connect(lambda: self._choose())
        self.view.selectionModel().currentChanged.connect(lambda: self._follow())
        self.search.installEventFilter(self)
        self.view.installEventFilter(self)
        self.show_found()
        self.search.setFocus()

    def show_found(self) -> None:
        """Shows what the words in the search find, from the first on."""
        found = rows(self._pictures(), self.search.text())
        self.model.begin(found)
        self.count.setText(f"{len(found)} found" if found else "Nothing is found by these words. Try another word.")
        self.choose.setEnabled(bool(found))
        self.view.setCurrentIndex(self.model.index(0))
        self.view.scrollToTop()
        self._follow()
        self._said.start()

    @property
    def _row(self) -> PictureRow | None:
        return self.model.at(self.view.currentIndex().row())

    def _follow(self) -> None:
        self.forget.setVisible(self._row is not None and self._row.is_own)

    def _speak(self) -> None:
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.count, self.count.text()))

    def _choose(self) -> None:
        if (row := self._row) is not None:
            self.accept()
            self.picked.emit(row)

    def _forget(self) -> None:
        self.forgotten.emit(self._row)
        self.show_found()
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose()
                return True
            if watched is self.search and event.key() in _TO_THE_LIST:
                QApplication.sendEvent(self.view, event)
                return True
        return super().eventFilter(watched, event)


def _side(font: QFont) -> int:
    return round(QFontMetrics(font).lineSpacing() * _LINES)


def _blocks(row: PictureRow, width: int, font: QFont) -> tuple[Block, ...]:
    side = _side(font)
    x = side + 2 * PAD
    title = text_block("title", row.text, font, x, PAD, width - x - PAD)
    about = text_block("small", row.about, font, x, title.rect.bottom() + 3, width - x - PAD)
    return Block(QRect(PAD, PAD, side, side), "", "text"), title, about

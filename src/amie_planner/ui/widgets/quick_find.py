"""One line to type in, and under it what answers, at each key: arrows choose, Enter takes, Escape goes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from amie_planner.ui.models.quick_list import Answer, QuickList, QuickRow
from amie_planner.ui.models.rows import Index
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, sized, text_block
from amie_planner.ui.widgets.flow import Flow

_LETTERS_WIDE, _LINES_HIGH = 84, 30
_LONGEST = 200
"""Letters that can be typed."""
_AFTER_TYPING = 700
"""Milliseconds until what was found is spoken: not at every key."""
_IN_THE_LIST = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class Wording:
    """What a quick search says: its title, the names of its line and its list, and its button."""

    title: str
    line: str
    listed: str
    button: str


class QuickFind(QDialog):
    """`answer` gives the rows for what is typed, and for the kinds of which more were asked for; `taken` is the row
    that the leader took, or None."""

    def __init__(
        self, wording: Wording, answer: Callable[[str, frozenset[str]], Answer], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(wording.title)
        self._answer = answer
        self._more: frozenset[str] = frozenset()
        self.taken: QuickRow | None = None
        self.model = QuickList(self)
        self.line = _Line()
        self.line.setAccessibleName(wording.line)
        self.line.setMaxLength(_LONGEST)
        self.view = _QuickView(self.model, wording.listed)
        self.count = Label("", "quiet")
        self.main = Button(wording.button, self._take, "main")
        self._said = QTimer(self, interval=_AFTER_TYPING, singleShot=True)
        self._said.timeout.connect(lambda: self._speak(self.count, self.count.text()))
        self._arrange(wording)
        self.line.textChanged.connect(self._type)
        self.line.moved.connect(self._move)
        self.line.entered.connect(self._take)
        self.view.entered.connect(self._take)
        self.view.clicked.connect(lambda index: self._take() if index == self.view.currentIndex() else None)
        self.line.setFocus()
        self._show()

    def _arrange(self, wording: Wording) -> None:
        name = Label(wording.line, "strong")
        name.setBuddy(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(name)
        layout.addWidget(self.line)
        layout.addWidget(self.count)
        layout.addWidget(self.view, 1)
        layout.addStretch(0)
        layout.addLayout(Flow(self.main, Button("Close", self.reject)))
        letter, most = self.fontMetrics(), self.screen().availableSize()
        wide, high = letter.averageCharWidth() * _LETTERS_WIDE, letter.lineSpacing() * _LINES_HIGH
        self.resize(min(wide, most.width() * 9 // 10), min(high, most.height() * 8 // 10))

    def _type(self) -> None:
        self._more = frozenset()
        self._show()

    def _show(self) -> None:
        answer = self._answer(self.line.text(), self._more)
        self.model.begin(answer.rows)
        self.view.setVisible(bool(answer.rows))
        self.main.setEnabled(bool(answer.rows))
        self.view.setCurrentIndex(self.model.index(self.model.first))
        self.view.scrollToTop()
        self.count.setText(answer.said)
        self._said.start()

    def _move(self, event: QKeyEvent) -> None:
        """The arrows move in the list though the line keeps the focus, and what they come to is spoken."""
        before = self.view.currentIndex().row()
        self.view.keyPressEvent(event)
        if (row := self.model.at(self.view.currentIndex().row())) and self.view.currentIndex().row() != before:
            self._speak(self.view, row.spoken)

    def _take(self) -> None:
        at = self.view.currentIndex().row()
        row = self.model.at(at)
        if row is None or row.heading:
            return
        if not row.more:
            self.taken = row
            self.accept()
            return
        self._more |= {row.more}
        self._show()
        self.model.reach(at)
        self.view.setCurrentIndex(self.model.index(at))

    def _speak(self, about: QWidget, text: str) -> None:
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(about, text))


class _Line(QLineEdit):
    """moved(key): to another row; entered(): the row that is current is wanted."""

    moved = Signal(object)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _IN_THE_LIST:
            self.moved.emit(event)
        elif event.key() in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class _QuickView(BlockView):
    """entered(): by Enter."""

    entered = Signal()

    def __init__(self, model: QuickList, name: str) -> None:
        super().__init__(model, name, _blocks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """A heading above the first row comes into sight with it."""
        super().currentChanged(current, previous)
        above = self.model().index(current.row() - 1, 0)
        if above.isValid() and not above.flags() and current.row() < previous.row():
            self.scrollTo(above)


def _blocks(row: QuickRow, width: int, font: QFont) -> list[Block]:
    if row.heading:
        return [text_block("group", row.text, font, PAD, PAD + 4, width - 2 * PAD)]
    metrics = QFontMetrics(sized(font, "small"))
    keys = metrics.horizontalAdvance(row.keys) + PAD if row.keys else 0
    blocks = [text_block("link" if row.more else "text", row.text, font, PAD, PAD, width - 2 * PAD - keys)]
    if row.keys:
        blocks.append(text_block("small", row.keys, font, width - keys, PAD, keys))
    if row.about:
        blocks.append(text_block("small", row.about, font, PAD, blocks[0].rect.bottom() + 3, width - 2 * PAD))
    return blocks

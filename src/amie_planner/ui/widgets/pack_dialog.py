"""Entries to tick one by one before anything happens: which go into a pack, or come out of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from amie_planner.ui.models.long_list import LongList
from amie_planner.ui.models.rows import Index
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, sized, text_block
from amie_planner.ui.widgets.flow import Flow

_LETTERS_WIDE = 76
_LINES_HIGH = 30


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry that is asked about; one that is not `offered` only says why."""

    id: str
    text: str
    about: str
    offered: bool = True


@dataclass(frozen=True, slots=True)
class Wording:
    """What a dialog says: its title and explanation, its button, and the words beside what is ticked and what not."""

    title: str
    explained: str
    button: str
    ticked: str
    unticked: str


@dataclass(frozen=True, slots=True)
class TickRow:
    """An entry with its answer; None where there is nothing to answer."""

    id: str
    text: str
    about: str
    answer: str
    ticked: bool | None

    @property
    def spoken(self) -> str:
        """The answer first, in words."""
        return ". ".join(part for part in (self.answer, self.text, self.about) if part)


class TickList(LongList[TickRow]):
    """Rows that say whether they are ticked."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.at(index.row())
        if role == Qt.ItemDataRole.CheckStateRole and row is not None and row.ticked is not None:
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        return super().data(index, role)


class PackDialog(QDialog):
    """Every choice in a list; `ticked` is those that were agreed to."""

    def __init__(self, choices: Sequence[Choice], wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(wording.title)
        self._wording = wording
        self._choices = choices
        self._off: set[str] = set()
        self.model = TickList(self._row, self)
        self.view = _TickView(self)
        self.model.begin(choices)
        self.view.setCurrentIndex(self.model.index(0))
        self.main = Button(wording.button, self.accept, "main")
        self.main.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(Label(wording.explained))
        layout.addWidget(self.view, 1)
        layout.addLayout(
            Flow(Button("Tick all", lambda: self._tick(on=True)), Button("Tick none", lambda: self._tick(on=False)))
        )
        layout.addSpacing(4)
        layout.addLayout(Flow(self.main, Button("Cancel", self.reject)))
        letter = self.fontMetrics()
        self.resize(letter.averageCharWidth() * _LETTERS_WIDE, letter.lineSpacing() * _LINES_HIGH)
        self.view.setFocus()
        self._follow()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids of what is ticked, in the order of the list."""
        return tuple(choice.id for choice in self._choices if choice.offered and choice.id not in self._off)

    def toggle(self, at: int) -> None:
        """Ticks a row, or takes its tick away."""
        row = self.model.at(at)
        if row is not None and row.ticked is not None:
            self._off ^= {row.id}
            self._follow()
            said = self._row(self._choices[at]).answer
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.view, said))

    def _tick(self, *, on: bool) -> None:
        self._off = set() if on else {choice.id for choice in self._choices}
        self._follow()

    def _follow(self) -> None:
        self.model.follow(self._choices)
        count = len(self.ticked)
        self.main.setEnabled(bool(count))
        words = f"{self._wording.button} {count:,} change{'' if count == 1 else 's'}"
        self.main.say(words if count else f"{self._wording.button} nothing")

    def _row(self, choice: Choice) -> TickRow:
        ticked = choice.id not in self._off if choice.offered else None
        answer = "" if ticked is None else self._wording.ticked if ticked else self._wording.unticked
        return TickRow(choice.id, choice.text, choice.about, answer, ticked)


class _TickView(BlockView):
    """Space or a click ticks, or takes the tick away."""

    def __init__(self, dialog: PackDialog) -> None:
        super().__init__(dialog.model, "What is in the pack", _blocks)
        self.setAccessibleDescription("Space ticks a change, or takes its tick away.")
        self._dialog = dialog
        self.clicked.connect(lambda index: dialog.toggle(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._dialog.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


def _blocks(row: TickRow, width: int, font: QFont) -> list[Block]:
    shape = QFontMetrics(sized(font, "title")).horizontalAdvance("☑  ")
    left, room = PAD + shape, width - 2 * PAD - shape
    blocks = [text_block("title", row.text, font, left, PAD, room)]
    if row.ticked is not None:
        mark = "☑" if row.ticked else "☐"
        blocks.append(text_block("title", mark, font, PAD, PAD, shape))
    said = " · ".join(part for part in (row.answer, row.about) if part)
    if said:
        blocks.append(text_block("small", said, font, left, blocks[0].rect.bottom() + 3, room))
    return blocks

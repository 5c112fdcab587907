"""What waits, as lines under a few headings; each leads to its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from amie_planner.domain.waiting import Waiting
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.models.today import WaitRow, heading_of, wait_rows
from amie_planner.ui.widgets.basics import Card, Label
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, text_block

_LEAST_LINES = 9
_ALL_THE_ROOM = 1000
"""Beside what stretches below it where nothing waits."""
_CALM = "Nothing is waiting. You can look ahead."
_LOOKING = WaitRow("looking", "looking", "Looking at earlier programmes…")
_LOOKS = {"more": "link", "looking": "small"}


class WaitsList(Card):
    """wanted(Waiting): the leader asked to go there."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._unfolded: frozenset[str] = frozenset()
        self._shown: tuple[Sequence[Waiting], Mapping[str, str], date, bool] | None = None
        self.model: RowList[WaitRow] = RowList(self)
        self.view = _WaitsView(self.model)
        self.view.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        self.view.opened.connect(self._open)
        self.calm = Label("", "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(13, 22, 13, 10)
        heading = QVBoxLayout()
        heading.setContentsMargins(PAD, 0, PAD, 0)
        heading.setSpacing(5)
        heading.addWidget(Label("What waits", "section"))
        heading.addWidget(self.calm)
        layout.addLayout(heading)
        layout.addWidget(self.view, _ALL_THE_ROOM)
        layout.addStretch(1)
        self.view.hide()

    def show_waiting(
        self, waiting: Sequence[Waiting], titles: Mapping[str, str], today: date, looking: bool = False
    ) -> None:
        """Shows what waits; the place in the list and what is unfolded stay. `looking`: there may be more."""
        self._shown = (waiting, titles, today, looking)
        rows = wait_rows(waiting, titles, today, self._unfolded)
        self.model.show([*rows, _LOOKING] if rows and looking else rows)
        self.calm.setText(_LOOKING.text if looking else _CALM)
        self.calm.setVisible(not rows)
        self.view.setVisible(bool(rows))

    def _open(self, index: QModelIndex) -> None:
        row = self.model.at(index.row())
        if row is None:
            return
        if row.waiting is not None:
            self.wanted.emit(row.waiting)
        elif row.kind == "more" and self._shown is not None:
            self._unfolded |= {heading_of(row)}
            self.show_waiting(*self._shown)
            self.view.setCurrentIndex(self.model.index(index.row()))
        elif row.kind == "heading":
            self.view.setCurrentIndex(self.model.index(index.row() + 1))


class _WaitsView(BlockView):
    """opened(index): by Enter, Space or a click."""

    opened = Signal(QModelIndex)

    def __init__(self, model: RowList[WaitRow]) -> None:
        super().__init__(model, "What waits", _blocks)
        self.setObjectName("plain")
        self.setAccessibleDescription("Enter goes there.")
        self.clicked.connect(self.opened)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begins at the first thing that waits; until then none stands out."""
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setCurrentIndex(self.model().index(1, 0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _blocks(row: WaitRow, width: int, font: QFont) -> list[Block]:
    room = width - 2 * PAD
    if row.kind == "heading":
        return [text_block("group", row.text, font, PAD, PAD + 6, room)]
    if row.kind in _LOOKS:
        return [text_block(_LOOKS[row.kind], row.text, font, PAD, 7, room)]
    first = text_block("text", row.text, font, PAD, 7, room)
    return [first, text_block("small", row.below, font, PAD, first.rect.bottom() + 2, room)] if row.below else [first]

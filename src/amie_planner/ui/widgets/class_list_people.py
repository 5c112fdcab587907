"""The rows of a class list: who each would be here, and a tick for whoever is added."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from amie_planner.ui.models.class_list import Entry, Proposal
from amie_planner.ui.models.class_list_rows import EntryRow, entry_row, summed_up
from amie_planner.ui.models.long_list import LongList
from amie_planner.ui.models.rows import Index
from amie_planner.ui.widgets.basics import Card, Label
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, sized, text_block

_LEAST_LINES = 10
_AT_ONCE = 300
"""Rows that are made at once, so that a class or a year group can be gone through from end to end."""
_TURNS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryList(LongList[EntryRow]):
    """Rows that say whether they are ticked."""

    def renew(self, ids: Collection[str]) -> None:
        """Makes some rows again, where they have been made; the others stay as they are."""
        for n, row in enumerate(self._rows):
            if row.id in ids:
                self._replace(n, self._row(self.whole[n]))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.at(index.row())
        if role == Qt.ItemDataRole.CheckStateRole and row is not None and row.ticked is not None:
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        return super().data(index, role)


class PeopleCard(Card):
    """turned(row of the file): the leader would have its person added after all, or not."""

    turned = Signal(int)

    def __init__(self, proposal: Proposal) -> None:
        super().__init__()
        self._proposal = proposal
        self.model = EntryList(self._made, self)
        self.view = _EntryView(self.model)
        self.summary = Label("", "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 14)
        layout.addWidget(Label("People", "section"))
        layout.addWidget(self.summary)
        layout.addWidget(self.view, 1)
        self.view.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        self.view.turned.connect(self._turn)

    def begin(self, proposal: Proposal) -> None:
        """Shows the list from its first row on."""
        self._proposal = proposal
        self.summary.setText(summed_up(proposal))
        self.model.begin(proposal.reading.entries)
        self.model.reach(_AT_ONCE - 1)
        self.view.setCurrentIndex(self.model.index(0))

    def follow(self, proposal: Proposal, turned: int) -> None:
        """Shows another answer for a row of the same list; whichever row was chosen stays so."""
        self._proposal = proposal
        self.summary.setText(summed_up(proposal))
        self.model.renew({str(row) for row in proposal.renamed(turned)})

    def say(self, also: str) -> None:
        """Has it spoken what becomes of the chosen row, and more."""
        if row := self.model.at(self.view.currentIndex().row()):
            said = f"{row.fate.rstrip('.')}. {also}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.view, said))

    def _made(self, entry: Entry) -> EntryRow:
        return entry_row(self._proposal, entry)

    def _turn(self, at: int) -> None:
        row = self.model.at(at)
        if row is not None and row.ticked is not None:
            self.turned.emit(int(row.id))


class _EntryView(BlockView):
    """turned(place in the list): by Space, Enter or a click."""

    turned = Signal(int)

    def __init__(self, model: EntryList) -> None:
        super().__init__(model, "People", _blocks)
        self._entries = model
        self._rooms: dict[str, tuple[EntryRow, QSize]] = {}
        self._measured_for = (0, "")
        self.setObjectName("plain")
        self.setAccessibleDescription("Space ticks whoever is to be added, or takes the tick away.")
        self.clicked.connect(lambda index: self.turned.emit(index.row()))

    def room_for(self, index: Index) -> QSize:
        """As the list asks for every row each time that some are added, a row is measured once in each width."""
        now = (self.viewport().width(), self.font().key())
        if now != self._measured_for:
            self._rooms, self._measured_for = {}, now
        row = self._entries.at(index.row())
        if row is None:
            return super().room_for(index)
        known = self._rooms.get(row.id)
        if known is None or known[0] is not row:
            known = self._rooms[row.id] = (row, super().room_for(index))
        return known[1]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TURNS:
            self.turned.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


def _blocks(row: EntryRow, width: int, font: QFont) -> list[Block]:
    shape = QFontMetrics(sized(font, "title")).horizontalAdvance("☑  ")
    left, y = PAD + shape, PAD - 2
    room = width - PAD - left
    blocks = []
    if row.ticked is not None:
        blocks.append(text_block("title", "☑" if row.ticked else "☐", font, PAD, y, shape))
    lines = (
        ("title" if row.ticked is not None else "quiet", row.text),
        ("small", row.about),
        ("alert" if row.doubtful else "answer", row.fate),
        ("small", row.note),
    )
    for look, text in lines:
        if text:
            blocks.append(text_block(look, text, font, left, y, room))
            y = blocks[-1].rect.bottom() + 2
    return blocks

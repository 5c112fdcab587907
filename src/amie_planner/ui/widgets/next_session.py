"""What comes next: one session in large type, and the others of the coming days below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from amie_planner.ui.models.rows import RowList
from amie_planner.ui.models.today import ComingRow
from amie_planner.ui.widgets.basics import Button, Card, Label
from amie_planner.ui.widgets.blocks import PAD, Block, text_block
from amie_planner.ui.widgets.fitted_view import FittedView
from amie_planner.ui.widgets.flow import Flow

_MOST_SHOWN = 4
_OPEN, _GO_ON = "Open this session", "Go on with this session"
_LAST_TIME = "What comes from earlier sessions waits there to be taken, parked or declined."


class NextSession(Card):
    """session_wanted(programme, session), and run_wanted where it is under way; programmes_wanted()."""

    session_wanted = Signal(str, str)
    run_wanted = Signal(str, str)
    programmes_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._next: ComingRow | None = None
        self.words = Label("", "quiet")
        self.when = Label("", "strong")
        self.title = Label("", "title")
        self.place = Label("", "quiet")
        self.last_time = Label(_LAST_TIME, "quiet")
        self.open = Button(_OPEN, self._open, "main")
        self.programmes = Button("Go to Programmes", self.programmes_wanted.emit, "main")
        self.also = Label("After that", "section")
        self.rows: RowList[ComingRow] = RowList(self)
        self.view = _LaterView(self.rows)
        self.view.opened.connect(self._open_row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(5)
        for part in (self.words, self.when, self.title, self.place, self.last_time):
            layout.addWidget(part)
        layout.addSpacing(12)
        layout.addLayout(Flow(self.open, self.programmes))
        self.also.setContentsMargins(0, 22, 0, 0)
        layout.addWidget(self.also)
        layout.addWidget(self.view)
        self.setFocusProxy(self.open)

    def show_sessions(self, rows: Sequence[ComingRow], said: str) -> None:
        """Shows the sessions that come, the next one first; `said` stands above it, or alone where there is none.

        That something comes back in the next one is told once it is known.
        """
        self._next = rows[0] if rows else None
        self.words.setText(said)
        self.words.setVisible(bool(said))
        for label, text in (
            (self.when, self._next.when if self._next else ""),
            (self.title, self._next.text if self._next else ""),
            (self.place, self._next.below if self._next else ""),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.last_time.hide()
        self.open.setVisible(bool(rows))
        self.open.say(_GO_ON if self._next and self._next.under_way else _OPEN)
        self.open.setAccessibleDescription(self._next.spoken if self._next else "")
        self.programmes.setVisible(not rows)
        self.setFocusProxy(self.open if rows else self.programmes)
        self.rows.show(rows[1:])
        for part in (self.also, self.view):
            part.setVisible(len(rows) > 1)
        self.view.fit()

    def _open(self) -> None:
        if self._next is not None:
            self._go_to(self._next)

    def _open_row(self, index: QModelIndex) -> None:
        if (row := self.rows.at(index.row())) is not None:
            self._go_to(row)

    def _go_to(self, row: ComingRow) -> None:
        (self.run_wanted if row.under_way else self.session_wanted).emit(row.programme, row.session)


class _LaterView(FittedView):
    """opened(index): by Enter or a click."""

    opened = Signal(QModelIndex)

    def __init__(self, model: RowList[ComingRow]) -> None:
        super().__init__(model, "Sessions after that", _blocks, _MOST_SHOWN)
        self.setObjectName("plain")
        self.setAccessibleDescription("Enter opens a session.")
        self.clicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _blocks(row: ComingRow, width: int, font: QFont) -> list[Block]:
    blocks: list[Block] = []
    y = PAD
    for look, text in (("answer", row.when), ("title", row.text), ("small", row.below)):
        blocks.append(text_block(look, text, font, PAD, y, width - 2 * PAD))
        y = blocks[-1].rect.bottom() + 3
    return blocks

"""The term grid: the sessions of a programme in order, each with what is ticked to be seen of it, read as one list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.documents.session_rows import PARTS, Part, SessionRow
from amie_planner.domain.moving import can_move
from amie_planner.domain.plan import Lines
from amie_planner.domain.records import Session
from amie_planner.ui.models.in_holidays import lying, lying_said
from amie_planner.ui.models.long_list import LongList
from amie_planner.ui.widgets.basics import Button, Card, Label
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, text_block
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.move_sessions import MoveSessions
from amie_planner.ui.widgets.tick_box import TickBox
from amie_planner.ui.workspace import OpenProgramme

_LEAST_LINES = 7
_TICKED = "Show with each session. What is ticked prints in the term overview too."
_EMPTY = "No session lies in these days."
_IN = 16
"""Device-independent pixels: lines stand under the name of their part."""


class TermGrid(Card):
    """session_wanted(id); expanded(): other parts are ticked; said(text)."""

    session_wanted = Signal(str)
    expanded = Signal()
    said = Signal(str)

    def __init__(self, desk: OpenProgramme, today: date) -> None:
        super().__init__()
        self._desk = desk
        self._today = today
        self.ticks = {part: TickBox(words) for part, words in PARTS.items()}
        self.counted = Label("", "quiet")
        self.rows: LongList[SessionRow] = LongList(lambda row: row, self)
        self.view = _GridView(self.rows)
        self.open = Button("Open this session", self._open, "main")
        self.lost = Button("This date is lost…", self._ask_lost)
        self.weeks = Button("Move by weeks…", self._ask_weeks)
        self.lying = Label("", "strong")
        self.move_lying = Button("Move or cancel…", self.ask_lying)
        self.moving = MoveSessions(desk)
        self._asks, self._buttons, self._holiday = QWidget(), QWidget(), QWidget()
        self._arrange()
        for tick in self.ticks.values():
            tick.setAccessibleDescription(_TICKED)
            tick.clicked.connect(lambda: self.expanded.emit())
        self.view.opened.connect(self._open)
        self.view.selectionModel().currentChanged.connect(lambda now, before: self._follow())
        self.moving.said.connect(self.said)
        self.moving.closed.connect(self._back)

    def _arrange(self) -> None:
        self.view.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        self._buttons.setLayout(Flow(self.open, self.lost, self.weeks))
        named = Label("Show with each session", "strong", wrap=False)
        self._asks.setLayout(Flow(named, *self.ticks.values(), spacing=16))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        within = QVBoxLayout(self._holiday)
        within.setContentsMargins(0, 0, 0, 8)
        within.addWidget(self.lying)
        within.addLayout(Flow(self.move_lying))
        layout.addWidget(self._holiday)
        layout.addWidget(self._asks)
        layout.addWidget(self.counted)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._buttons)
        layout.addWidget(self.moving)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What is ticked."""
        return tuple(part for part, tick in self.ticks.items() if tick.isChecked())

    @property
    def chosen(self) -> Session | None:
        """The chosen session as it is now."""
        return lines.session if (lines := self._chosen) is not None else None

    @property
    def _chosen(self) -> Lines | None:
        row = self.rows.at(self.view.currentIndex().row())
        here = self._desk.series.sessions
        return next((lines for lines in here if row is not None and lines.session.id == row.id), None)

    def begin_day(self, today: date) -> None:
        """Tells of what is still to come on another day."""
        self._today = today
        self._show_lying()

    def show_rows(self, rows: Sequence[SessionRow], counted: str) -> None:
        """Shows these sessions, and how many there are of each status."""
        with self.view.in_place():
            self.rows.follow(rows, self._needed(rows))
        if rows and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.rows.index(0))
        self.counted.setText(f"{counted}." if rows else _EMPTY)
        self.view.setVisible(bool(rows))
        self._show_lying()
        self.moving.refresh()
        self._follow()

    def _show_lying(self) -> None:
        self.lying.setText(lying_said(self._desk.series, self._today))
        self.move_lying.setAccessibleDescription(self.lying.text())
        self._holiday.setVisible(bool(self.lying.text()) and self.moving.isHidden())

    def _needed(self, rows: Sequence[SessionRow]) -> int:
        """As many of these as hold what is chosen and what is in sight now."""
        held = {self.rows.rows[at].id for at in (self.view.currentIndex().row(), self.view.last_seen) if at >= 0}
        return max((n for n, row in enumerate(rows, 1) if row.id in held), default=0)

    def choose(self, session: str) -> None:
        """Chooses a session of the list, where it lies in these days."""
        at = next((n for n, row in enumerate(self.rows.whole) if row.id == session), -1)
        if at >= 0:
            self.rows.reach(at)
            index = self.rows.index(at)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def _follow(self) -> None:
        lines = self._chosen
        self.open.setEnabled(lines is not None)
        for button in (self.lost, self.weeks):
            button.setEnabled(lines is not None and can_move(lines, self._desk.series))

    def _open(self) -> None:
        if (session := self.chosen) is not None:
            self.session_wanted.emit(session.id)

    def _ask_lost(self) -> None:
        if (session := self.chosen) is not None:
            self._unfold()
            self.moving.ask_lost(session)

    def ask_lying(self) -> None:
        """Asks what becomes of the first session to come that lies in the holidays."""
        if found := lying(self._desk.series, self._today):
            self.choose(found[0].id)
            self._unfold()
            self.moving.ask_lost(found[0])

    def _ask_weeks(self) -> None:
        if (session := self.chosen) is not None:
            self._unfold()
            self.moving.ask_weeks(session)

    def _unfold(self) -> None:
        """What is asked stands in the place of the rest, and of another session nothing is asked meanwhile."""
        for part in (self._holiday, self._asks, self.counted, self._buttons):
            part.hide()
        self.view.setEnabled(False)

    def _back(self) -> None:
        for part in (self._asks, self.counted, self._buttons):
            part.show()
        self._show_lying()
        self.view.setEnabled(True)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)


class _GridView(BlockView):
    """opened(): by Enter or a double click."""

    opened = Signal()

    def __init__(self, model: LongList[SessionRow]) -> None:
        super().__init__(model, "Sessions in order", _blocks)
        self._rows = model
        self.setObjectName("plain")
        self.setAccessibleDescription("Enter opens a session.")
        self.doubleClicked.connect(lambda index: self.opened.emit())

    @property
    def last_seen(self) -> int:
        """The place of the last row in sight; -1 where there is none."""
        return max((index.row() for index in self._seen()), default=-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        if event.key() == Qt.Key.Key_End:
            self._rows.reach(len(self._rows.whole) - 1)
        super().keyPressEvent(event)


def _blocks(row: SessionRow, width: int, font: QFont) -> list[Block]:
    y, room = PAD, width - 2 * PAD
    blocks: list[Block] = []

    def put(look: str, text: str, indent: int, gap: int) -> None:
        nonlocal y
        blocks.append(text_block(look, text, font, PAD + indent, y + gap, room - indent))
        y = blocks[-1].rect.bottom()

    put("title", row.text, 0, 0)
    put("small", row.about, 0, 3)
    for part, lines in row.parts:
        put("group", PARTS[part], 0, 7)
        put("answer", "\n".join(lines), _IN, 2)
    return blocks

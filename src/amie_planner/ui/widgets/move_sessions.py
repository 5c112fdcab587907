"""A date is lost, or everything moves by some weeks: every old and new day is seen before anything is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.domain import words
from amie_planner.domain.edits.moving import cancel, move
from amie_planner.domain.edits.parts import lines_of
from amie_planner.domain.moving import Move, absences, after_lost, by_weeks
from amie_planner.domain.records import Session
from amie_planner.errors import AmieError
from amie_planner.ui.models.in_holidays import in_holidays
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.models.term_grid import MoveRow, going_further, move_rows, what_moves
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.blocks import PAD, Block, text_block
from amie_planner.ui.widgets.chooser import Chooser
from amie_planner.ui.widgets.fields import NumberField
from amie_planner.ui.widgets.fitted_view import FittedView
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.in_sight import bring_into_sight
from amie_planner.ui.workspace import OpenProgramme, shortened

_MOST_SHOWN = 4
_LATER, _EARLIER = "later", "earlier"
_LONGEST = 60
_DIRECTIONS = ((_LATER, "Later"), (_EARLIER, "Earlier"))
_EITHER = "Cancelled, it keeps its place and counts as cancelled. Moved, it takes those after it along."


class MoveSessions(QWidget):
    """Folded until it is asked for. said(text): what was done; closed(): it is folded again."""

    said = Signal(str)
    closed = Signal()

    def __init__(self, desk: OpenProgramme) -> None:
        super().__init__()
        self._desk = desk
        self._session = ""
        self._found: Callable[[], tuple[Move, ...]] = tuple
        self._moves: tuple[Move, ...] = ()
        self.heading, self.about = Label("", "strong"), Label("", "quiet")
        self.weeks, self.direction = NumberField(), Chooser("Which way")
        self.problem = Label("", "problem")
        self.rows: RowList[MoveRow] = RowList(self)
        self.view = FittedView(self.rows, "Sessions that would move", _blocks, _MOST_SHOWN)
        self.move_button = Button("Move them", self._move, "main")
        self.cancel_button = Button("Cancel the session", self._cancel)
        self.not_now = Button("Not now", self.close_up)
        self._arrange()
        self.weeks.edited.connect(self._look)
        self.direction.chosen.connect(lambda key: self._look())
        self.hide()

    def _arrange(self) -> None:
        self.weeks.called("Weeks to move by", "")
        self.direction.offer(_DIRECTIONS)
        self.view.setObjectName("plain")
        asks = Label("Weeks to move by", "strong", wrap=False)
        asks.setBuddy(self.weeks.control)
        self._asks = (asks, self.weeks, self.direction)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(self.heading)
        layout.addLayout(Flow(*self._asks, spacing=10))
        for part in (self.about, self.problem, self.view):
            layout.addWidget(part)
        layout.addLayout(Flow(self.move_button, self.cancel_button, self.not_now))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is asked stays in sight with its answers, as tall as it has become and wherever it comes to stand."""
        super().resizeEvent(event)
        bring_into_sight(self)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        bring_into_sight(self)

    def ask_lost(self, session: Session) -> None:
        """The day of a session is lost: cancel it, or move it and those after it on."""
        lost = session.id
        self._open(session, lambda: after_lost(self._desk.series, lost), weeks=False)
        day = words.day(session.date) if session.date else "The day"
        why = in_holidays(self._desk.series, lines_of(self._desk.series, lost))
        lost_by = f"lies {why}" if why else "is lost"
        self.heading.setText(f"{day} {lost_by}. What becomes of ‘{shortened(session.title, _LONGEST)}’?")
        self.move_button.say("Move it and those after it")
        self._look()
        (self.view if self._moves else self.cancel_button).setFocus(Qt.FocusReason.TabFocusReason)

    def ask_weeks(self, session: Session) -> None:
        """A session and every later one move by some weeks."""
        self._open(session, self._by_weeks, weeks=True)
        self.heading.setText(f"Move ‘{shortened(session.title, _LONGEST)}’ and every session after it")
        self.move_button.say("Move them")
        self.weeks.show_value(1)
        self._look()
        self.weeks.setFocus(Qt.FocusReason.TabFocusReason)

    def close_up(self) -> None:
        """Folds it away again; nothing was done."""
        self.hide()
        self.closed.emit()

    def refresh(self) -> None:
        """Shows what would move now; folds where the session has gone."""
        if not self.isHidden():
            if self._held() is None:
                self.close_up()
            else:
                self._look()

    def _held(self) -> Session | None:
        here = (lines.session for lines in self._desk.series.sessions)
        return next((session for session in here if session.id == self._session), None)

    def _by_weeks(self) -> tuple[Move, ...]:
        session = self._held()
        return by_weeks(self._desk.series, self._many_weeks, session.date if session else None)

    @property
    def _many_weeks(self) -> int:
        many: int = self.weeks.value() or 0
        return -many if self.direction.value == _EARLIER else many

    def _open(self, session: Session, found: Callable[[], tuple[Move, ...]], *, weeks: bool) -> None:
        self._session, self._found = session.id, found
        for part in self._asks:
            part.setVisible(weeks)
        self.cancel_button.setVisible(not weeks)
        self.show()

    def _look(self) -> None:
        """Shows every old and new day, or why there is none."""
        self._moves, problem = (), ""
        try:
            self._moves = self._found()
        except AmieError as error:
            problem = str(error)
        about = "" if problem else self._said()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.about.setText(about)
        self.about.setVisible(not problem)
        self.rows.show(move_rows(self._moves))
        self.view.setVisible(bool(self._moves))
        self.view.fit()
        self.move_button.setEnabled(bool(self._moves))
        self._announce(problem or about)

    def _said(self) -> str:
        moves = what_moves(self._desk.series, self._moves)
        if self.weeks.isHidden():
            return f"{_EITHER} {moves}"
        return " ".join(part for part in (moves, going_further(self._moves, self._many_weeks)) if part)

    def _announce(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.about, text))

    def _move(self) -> None:
        moves = self._moves
        many, noted = words.sessions(len(moves)), absences(self._desk.series, moves)
        self._desk.do(f"Move {many}", move(moves))
        self._end(" ".join(part for part in (f"Moved {many}.", noted, "Undo takes it all back.") if part))

    def _cancel(self) -> None:
        session = self._held()
        if session is not None:
            self._desk.do(f"Cancel ‘{shortened(session.title)}’", cancel(self._desk.series, session.id))
            self._end(f"Cancelled: {session.title}. It counts as cancelled.")

    def _end(self, told: str) -> None:
        self.hide()
        self.said.emit(told)
        self.closed.emit()


def _blocks(row: MoveRow, width: int, font: QFont) -> tuple[Block]:
    return (text_block("text", row.text, font, PAD, 7, width - 2 * PAD),)

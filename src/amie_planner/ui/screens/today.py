"""The first thing of the morning: what comes next and what waits. It leads there, and counts nothing."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from amie_planner.domain import words
from amie_planner.domain.coming import SOON, Coming, coming
from amie_planner.domain.waiting import Wait, Waiting
from amie_planner.ui.models.today import coming_row
from amie_planner.ui.models.what_waits import WhatWaits
from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.next_session import NextSession
from amie_planner.ui.widgets.waits_list import WaitsList
from amie_planner.ui.workspace import OpenSession, Workspace

_LETTERS_SIDE_BY_SIDE = 100
_NOTHING_PLANNED = "Nothing is planned yet. Begin a programme, or bring in a plan file."
_NONE_AHEAD = "No session lies ahead. Add the next one to its programme."
_NONE_SOON = "The next seven days are free. After them comes"


class TodayScreen(QWidget):
    """session_wanted(programme, session), person_wanted(programme, person), voice_wanted(programme, entry):
    the place of what waits; run_wanted(programme, session): to go on with it; reflect_wanted(programme, session): to
    look back on it; programmes_wanted(): where there is no session to open."""

    session_wanted = Signal(str, str)
    run_wanted = Signal(str, str)
    reflect_wanted = Signal(str, str)
    person_wanted = Signal(str, str)
    voice_wanted = Signal(str, str)
    programmes_wanted = Signal()

    def __init__(self, workspace: Workspace, today: date) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._workspace = workspace
        self._today = today
        self.next = NextSession()
        self.waits = WaitsList()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(14)
        self._sides.addWidget(self.next, 5, Qt.AlignmentFlag.AlignTop)
        self._sides.addWidget(self.waits, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 12)
        layout.addWidget(Label("Today", "title"))
        self.day = Label(words.day(today), "quiet")
        layout.addWidget(self.day)
        layout.addSpacing(6)
        layout.addLayout(self._sides, 1)
        self.setFocusProxy(self.next)
        self._ahead: tuple[Coming, ...] = ()
        self._found = WhatWaits(workspace, self)
        self._found.found.connect(self._show_waits)
        self.next.session_wanted.connect(self.session_wanted)
        self.next.run_wanted.connect(self.run_wanted)
        self.next.programmes_wanted.connect(self.programmes_wanted)
        self.waits.wanted.connect(self._go_to)
        workspace.changed.connect(lambda changes: self.refresh() if self.isVisible() else None)

    def begin_day(self, today: date) -> None:
        """Looks at another day."""
        self._today = today
        self.day.setText(words.day(today))
        if self.isVisible():
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts what waits below what comes where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _LETTERS_SIDE_BY_SIDE
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def showEvent(self, event: QShowEvent) -> None:
        """What is not seen is not worked out."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._found.rest()

    def refresh(self) -> None:
        """Shows what comes now, and what waits as it is found."""
        self._ahead = coming(self._workspace.ahead(self._today), self._today)
        rows = [coming_row(one, self._today) for one in self._ahead]
        self.next.show_sessions(rows, self._said())
        self._found.look(self._today)

    def _show_waits(self) -> None:
        titles = {programme.id: programme.title for programme in self._workspace.programmes()}
        self.waits.show_waiting(self._found.rows, titles, self._today, self._found.looking)
        self.next.last_time.setVisible(self._something_comes_back())

    def _said(self) -> str:
        if not self._ahead:
            return _NONE_AHEAD if self._workspace.programmes() else _NOTHING_PLANNED
        return _NONE_SOON if self._ahead[0].day > self._today + SOON else ""

    def _something_comes_back(self) -> bool:
        """Whether something from earlier sessions waits for an answer in the next one."""
        from amie_planner.ui.models.last_time import what_comes_back

        return any(
            what_comes_back(OpenSession(self._workspace, one.programme.id, one.session.id)) for one in self._ahead[:1]
        )

    def _go_to(self, one: Waiting) -> None:
        if one.wait is Wait.LOOKING_BACK:
            self.reflect_wanted.emit(one.programme, one.session)
        elif one.wait.is_voice:
            self.voice_wanted.emit(one.programme, one.id)
        elif one.person:
            self.person_wanted.emit(one.programme, one.person)
        elif one.session:
            self.session_wanted.emit(one.programme, one.session)
        else:
            self.programmes_wanted.emit()

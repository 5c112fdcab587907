"""The first thing of the morning: what comes next and what waits. It leads there, and counts nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from amie_planner.domain import carrying_on, last_time, words
from amie_planner.domain.coming import SOON, Coming, coming
from amie_planner.domain.plan import Series
from amie_planner.domain.waiting import Wait, Waiting, waiting
from amie_planner.ui.models.today import coming_row
from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.next_session import NextSession
from amie_planner.ui.widgets.waits_list import WaitsList
from amie_planner.ui.workspace import Workspace

_LETTERS_SIDE_BY_SIDE = 100
_NOTHING_PLANNED = "Nothing is planned yet. Begin a programme, or bring in a plan file."
_NONE_AHEAD = "No session lies ahead. Add the next one to its programme."
_NONE_SOON = "The next seven days are free. After them comes"


class TodayScreen(QWidget):
    """session_wanted(programme, session), person_wanted(programme, person), voice_wanted(programme, entry):
    the place of what waits; reflect_wanted(programme, session): to look back on it; programmes_wanted(): where there is
    no session to open."""

    session_wanted = Signal(str, str)
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
        self.next.session_wanted.connect(self.session_wanted)
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

    def refresh(self) -> None:
        """Shows what comes and what waits now."""
        every = [self._workspace.series(programme.id) for programme in self._workspace.programmes()]
        ahead = coming(every, self._today)
        rows = [coming_row(one, self._today) for one in ahead]
        self.next.show_sessions(rows, self._said(every, ahead), last_time=self._offers(ahead))
        waits = [one for series in every for one in waiting(series, self._today)]
        self.waits.show_waiting(waits, {series.programme.id: series.programme.title for series in every}, self._today)

    def _said(self, every: Sequence[Series], ahead: Sequence[Coming]) -> str:
        if not ahead:
            return _NONE_AHEAD if every else _NOTHING_PLANNED
        return _NONE_SOON if ahead[0].day > self._today + SOON else ""

    def _offers(self, ahead: Sequence[Coming]) -> bool:
        """Whether something from earlier sessions waits for an answer in the next one."""
        return any(
            waits(self._workspace.series(next_one.programme.id), next_one.session.id)
            for next_one in ahead[:1]
            for waits in (last_time.notes, carrying_on.offered)
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

"""A programme over time: what its sessions were made of, as charts, HEARD over the same days, each session with what
is to be seen of it, and the days themselves: terms and holidays."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.checks.check import Line, LineKind
from amie_planner.domain import words
from amie_planner.domain.changes import Change
from amie_planner.errors import AmieError
from amie_planner.ui.models.over_time import OverTime, in_its_session, is_of_the_conversation
from amie_planner.ui.models.periods import WHOLE, stretches, to_begin_with
from amie_planner.ui.models.working_out import WorkingOut
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.faces import Faces
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.overview_paper import OverviewPaper
from amie_planner.ui.widgets.period_choice import PeriodChoice
from amie_planner.ui.widgets.series_pages import BALANCE, DAYS, FACES, HEARD, SESSIONS, SeriesPages, made, stands_alone
from amie_planner.ui.widgets.term_papers import TermPapers
from amie_planner.ui.widgets.undo_button import UndoButton
from amie_planner.ui.workspace import OpenProgramme, Workspace, shortened

__all__ = ["BALANCE", "DAYS", "FACES", "HEARD", "SESSIONS", "SeriesScreen"]

RECHECK_AFTER = 200
"""Milliseconds after a change."""
_LONGEST_TITLE = 160
"""Characters of a title in the head."""
_WORKING = "Working it out…"


class SeriesScreen(QWidget):
    """back_wanted(): to the list of programmes; said(text): something to tell the leader.

    session_wanted(programme, session), person_wanted(programme, person), voice_wanted(programme, entry): the place of
    a finding's line. After session_wanted, line_wanted(Line) is the line as that session calls it, where there is one.
    worked_out(): the face that is seen shows what holds now.
    """

    back_wanted = Signal()
    said = Signal(str)
    session_wanted = Signal(str, str)
    person_wanted = Signal(str, str)
    voice_wanted = Signal(str, str)
    line_wanted = Signal(object)
    worked_out = Signal()

    def __init__(self, workspace: Workspace, programme: str, today: date) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._desk = OpenProgramme(workspace, programme)
        self._today = today
        self._fresh: set[int] = set()
        """The faces that show what holds now."""
        self._sessions: tuple[str, ...] = ()
        self._days = ""
        self._waits = False
        """Whether the leader waits for what comes of the days, and is to be told."""
        self.back = Button("All programmes", self.back_wanted.emit)
        self.save_button = Button("Term overview…", self.ask_and_save)
        self.papers_button = Button("Papers of these days…", self.open_papers)
        self.undo = UndoButton(self._desk)
        self.title = Label("", "title")
        self.about = Label("", "quiet")
        self.faces = Faces(FACES, "Faces of the programme")
        self.period = PeriodChoice()
        self.problem = Label("", "problem")
        self._pages = pages = SeriesPages(self._desk, today)
        self.charts, self.findings, self.grid, self.days = pages.charts, pages.findings, pages.grid, pages.days
        self.nothing = pages.nothing
        self.empty, self.whole, self.sessions = self.nothing.empty, self.nothing.whole, self.nothing.sessions
        self._recheck = QTimer(self, interval=RECHECK_AFTER, singleShot=True)
        self._working = WorkingOut(self)
        self._arrange()
        self._join()
        self._offer()
        self.period.show_stretch(to_begin_with(stretches(self._desk.series, today), today).id)
        self._turn_to(BALANCE)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 12)
        layout.addWidget(self.about)
        layout.addWidget(self.title)
        layout.addLayout(Flow(self.faces, self.back, self.save_button, self.papers_button, self.undo, spacing=10))
        layout.addWidget(self.period)
        layout.addWidget(self.problem)
        layout.addWidget(self._pages, 1)

    def _join(self) -> None:
        self._recheck.timeout.connect(self.refresh)
        self.faces.chosen.connect(self._turn_to)
        self.period.chosen.connect(self._choose_days)
        self.whole.clicked.connect(lambda: self._show_whole())
        self.sessions.clicked.connect(lambda: self.back_wanted.emit())
        for field in (self.period.first, self.period.last):
            field.finished.connect(self._say_problem)
        self.findings.line_wanted.connect(self.go_to)
        self.findings.said.connect(self.said)
        self._working.worked_out.connect(self._show_worked_out)
        self._working.taking_long.connect(self._say_working)
        self.grid.session_wanted.connect(lambda session: self.session_wanted.emit(self._desk.programme, session))
        self.grid.expanded.connect(self._expand)
        for part in (self.grid, self.days):
            part.said.connect(self.said)
        self.days.move_wanted.connect(self.move_lying)
        self._desk.workspace.changed.connect(self._follow)

    def showEvent(self, event: QShowEvent) -> None:
        """What is not seen is not worked out."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._recheck.stop()
        self._working.drop()

    def begin_day(self, today: date) -> None:
        """Offers the school year of another day."""
        self._today = today
        self._pages.begin_day(today)
        self._offer()

    def save(self) -> str:
        """Keeps what is being typed in a reply; gives the reason where something cannot be kept."""
        if self._desk.gone:
            return ""
        return self._pages.save()

    def leave(self) -> None:
        """Keeps what is being typed, and stops following changes."""
        self.save()
        self._recheck.stop()
        self._working.drop()
        self.undo.leave()
        self._desk.workspace.changed.disconnect(self._follow)

    def refresh(self) -> None:
        """Shows what holds now, as soon as it is worked out."""
        self._recheck.stop()
        if self._desk.gone or not self.isVisible():
            return
        over = self._over()
        if over is None:
            self._working.drop()
            return
        self._show_head(over)
        face = self.faces.current
        if face == DAYS:
            self._working.drop()
            self._show_worked_out((DAYS, None))
        elif not self._sessions and not stands_alone(face):
            self._working.drop()
            self._tell(self.empty.text())
        elif face not in self._fresh:
            self._working.ask(lambda: (face, made(face, over)))
            if self._working.takes_long:
                self.about.setText(_WORKING)

    def check(self) -> None:
        """The same, and waits for it."""
        self.refresh()
        self._working.finish()

    def _turn_to(self, face: int) -> None:
        self.setFocusProxy(self.faces.buttons[face])
        self.refresh()

    def _over(self) -> OverTime | None:
        """The programme over the days as they are typed; None, and says why, where they make no period."""
        try:
            over = OverTime.of(self._desk, *self.period.value(), self.grid.parts)
        except AmieError as error:
            self.problem.setText(str(error))
            self.save_button.setEnabled(False)
            self.papers_button.setEnabled(False)
            over = None
        self.problem.setVisible(over is None)
        return over

    def _show_head(self, over: OverTime) -> None:
        """The title, the days and the page: that of the face, or the one that says that there is nothing."""
        self.title.setText(shortened(over.series.programme.title, _LONGEST_TITLE))
        self._sessions = over.sessions()
        self._days = over.said(self._sessions)
        self.about.setText(self._days)
        self.nothing.offer(whole=self.period.stretch.value() == WHOLE)
        self.save_button.setEnabled(bool(self._sessions))
        self.papers_button.setEnabled(bool(self._sessions))
        self._pages.turn_to(self.faces.current, counted=bool(self._sessions))

    def _show_worked_out(self, of_face: tuple[int, Any]) -> None:
        face, result = of_face
        self._pages.show_made(face, result)
        self._fresh.add(face)
        self.about.setText(self._days)
        self._tell(f"Looking at {words.sessions(len(self.grid.rows.whole if face == SESSIONS else self._sessions))}.")
        self.worked_out.emit()

    def _tell(self, text: str) -> None:
        """Says what came of choosing days, or of waiting."""
        if self._waits:
            self.said.emit(text)
        self._waits = False

    def _say_working(self) -> None:
        self._waits = True
        self.about.setText(_WORKING)
        self.said.emit(_WORKING)

    def _offer(self) -> None:
        self.period.offer(stretches(self._desk.series, self._today))

    def _show_whole(self) -> None:
        self.period.show_stretch(WHOLE)
        self._choose_days()
        self.period.setFocus()

    def _choose_days(self) -> None:
        self._waits = True
        self._ask_again()

    def _say_problem(self) -> None:
        if self._over() is None:
            self.said.emit(self.problem.text())

    def move_lying(self) -> None:
        """Asks what becomes of the first session that lies in the holidays."""
        self.faces.choose(SESSIONS)
        self.grid.ask_lying()

    def _expand(self) -> None:
        """Shows other parts of each session; the other faces hold as they are."""
        self._fresh.discard(SESSIONS)
        self.refresh()

    def _ask_again(self) -> None:
        """What is shown holds no longer: it stays until the new is there."""
        self._fresh.clear()
        self._working.outdate()
        self._recheck.start()

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if self._desk.gone:
            self.back_wanted.emit()
        elif all(is_of_the_conversation(change) for change in changes):
            self._pages.show_conversation()
        else:
            self._offer()
            self._ask_again()

    def ask_and_save(self) -> None:
        """Asks how the term overview of these days is to be; says why where there is nothing to print."""
        if not self.save_button.isEnabled():
            self.said.emit(self.problem.text() if self.problem.isVisible() else self.empty.text())
        elif (over := self._over()) is not None:
            self._ask(OverviewPaper(over, self._days, self))

    def open_papers(self) -> None:
        """Asks which papers of the sessions of these days to print or to save to a folder."""
        plans = [self._desk.series.plan(session) for session in self._sessions]
        workspace = self._desk.workspace
        self._ask(TermPapers(plans, workspace.heard().plan_checks, parent=self, own=workspace.own))

    def _ask(self, dialog: OverviewPaper | TermPapers) -> None:
        dialog.exec()
        if dialog.outcome:
            self.said.emit(dialog.outcome)
        if dialog.to_change is not None:
            self._go_into(*dialog.to_change)
        dialog.deleteLater()

    def go_to(self, line: Line) -> None:
        """Asks for the place of a finding's line."""
        series, programme = self._desk.series, self._desk.programme
        if line.kind is LineKind.PERSON:
            self.person_wanted.emit(programme, line.id)
        elif line.kind is LineKind.REQUIREMENT:
            for person in (r.person for r in series.requirements if r.id == line.id):
                self.person_wanted.emit(programme, person)
        elif line.kind is LineKind.VOICE:
            self.voice_wanted.emit(programme, line.id)
        elif line.kind is LineKind.MEMBER and self._sessions:
            self._go_into(self._sessions[-1], line)
        elif place := in_its_session(series, line):
            self._go_into(*place)

    def _go_into(self, session: str, line: Line) -> None:
        self.session_wanted.emit(self._desk.programme, session)
        self.line_wanted.emit(line)

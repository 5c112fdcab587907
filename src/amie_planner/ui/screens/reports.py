"""Records for a hub: a return is chosen, seen exactly as it will leave, and then saved and noted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.domain.changes import Change
from amie_planner.domain.records import OwnReturn, ReturnRelease
from amie_planner.errors import AmieError
from amie_planner.ui.models import reports
from amie_planner.ui.models.reports import Ready
from amie_planner.ui.models.return_notes import ReturnNotes
from amie_planner.ui.models.return_sources import ReturnSources
from amie_planner.ui.models.working_out import WorkingOut
from amie_planner.ui.widgets.hub_files import HubFiles
from amie_planner.ui.widgets.return_choices import ReturnChoices
from amie_planner.ui.widgets.return_files import ReturnFiles
from amie_planner.ui.widgets.return_problem import ReturnProblem
from amie_planner.ui.widgets.return_progress import STOPPED, WORKING, ReturnProgress
from amie_planner.ui.widgets.return_seen import ReturnSeen
from amie_planner.ui.widgets.return_steps import ReturnSteps
from amie_planner.ui.widgets.sessions_file import SessionsFile
from amie_planner.ui.workspace import Workspace

_WORKED_OUT = "Worked out. “Show what will leave” shows it."
_ADDED = "Added. It is chosen now."
_PAUSE = 200
"""Milliseconds after the last letter that is typed."""


class ReportsScreen(QWidget):
    """First what a return is to be is chosen, then what will leave is seen in its place, and saved.

    mend_wanted(Missing): to where it is mended. said(text): something to tell the leader. `now` tells the local time.
    """

    mend_wanted = Signal(object)
    said = Signal(str)

    def __init__(self, workspace: Workspace, today: date, now: Callable[[], datetime] = datetime.now) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._workspace, self._today, self._now = workspace, today, now
        self.sources = ReturnSources(workspace)
        self._begun = False
        self._awaited = False
        """Whether what will leave was asked for before it was worked out, so that it is said once it is."""
        self._quiet = False
        """Whether something was changed elsewhere, of which more was told than that it is worked out anew."""
        self.ready: Ready | None = None
        self.choices = ReturnChoices(HubFiles(workspace))
        self.save_sessions = SessionsFile(workspace, self.choices.days)
        self.seen = ReturnSeen()
        self.faces, self.tables, self.missing = self.seen.faces, self.seen.tables, self.seen.missing
        self.files = ReturnFiles(ReturnNotes(workspace, now))
        self.steps = ReturnSteps(self.choices, self.seen, self.files, self.save_sessions)
        self.problem, self.progress = ReturnProblem(), ReturnProgress()
        self._working = WorkingOut(self)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        below = QVBoxLayout()
        below.setContentsMargins(20, 0, 20, 6)
        below.addWidget(self.problem)
        below.addWidget(self.progress)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.steps, 1)
        layout.addLayout(below)

    def _connect(self) -> None:
        self.choices.changed.connect(self._ask_again)
        self.choices.days_changed.connect(self._follow_days)
        self.choices.hub_files.added.connect(self._choose_added)
        for asking in (self.choices.entered, self.steps.show_wanted):
            asking.connect(self.show_what_leaves)
        self.steps.turned.connect(self._follow_turn)
        self.tables.copy_wanted.connect(self.files.copy)
        self.missing.go_wanted.connect(self.mend_wanted)
        self.progress.stop_wanted.connect(self._stop)
        self.progress.again_wanted.connect(self._work_out)
        self._pause.timeout.connect(self.refresh)
        self._working.worked_out.connect(self._show_ready)
        self._working.taking_long.connect(self._say_working)
        self.save_sessions.no_days.connect(self._refuse_to_go_on)
        for saving in (self.files, self.save_sessions):
            saving.failed.connect(self.problem.fail)
            saving.said.connect(self._say)
        for telling in (self.problem.said, self.choices.hub_files.said):
            telling.connect(self.said)
        self._workspace.changed.connect(self._follow)

    def showEvent(self, event: QShowEvent) -> None:
        """What is not seen is not worked out."""
        super().showEvent(event)
        self._offer()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Holds no programmes while it is not seen."""
        super().hideEvent(event)
        self._pause.stop()
        self._working.drop()
        self.sources.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops what is seen to be worked out, else it leads back to the choices."""
        if event.key() == Qt.Key.Key_Escape and self.progress.working:
            self._stop()
        elif event.key() == Qt.Key.Key_Escape and self.steps.what_leaves_is_seen:
            self.choose_again()
        else:
            super().keyPressEvent(event)

    def begin_day(self, today: date) -> None:
        """Offers the school year of another day from now on, and counts up to it."""
        self._today = today
        if self.isVisible():
            self._offer()
        self._say_summary()

    def show_what_leaves(self) -> None:
        """Shows what was chosen in place of the choices; where it is no return yet, why not."""
        if self._pause.isActive():
            self.refresh()
        if self.problem.why_not:
            self._refuse_to_go_on()
            return
        self._awaited = self.ready is None
        if self.ready is None:
            self.steps.clear()
        else:
            self.said.emit(self.seen.said)
        self.steps.turn_to_what_leaves()

    def choose_again(self) -> None:
        """Shows the choices in place of what will leave."""
        self.steps.turn_to_choices()

    def go_to_list(self) -> None:
        """Gives the focus to the list that is seen, at the row that is chosen there."""
        self.seen.go_to_list()

    def _follow_turn(self) -> None:
        self.problem.show_why_not()
        self._say_summary()

    def _say_summary(self) -> None:
        try:
            chosen = self.choices.value()
        except AmieError:
            self.steps.head("", "")
        else:
            self.steps.head(chosen.title, chosen.about(self._today))

    def refresh(self) -> None:
        """Works out, beside the window, what would leave now."""
        self._pause.stop()
        self._hold_back()
        self._say_summary()
        try:
            wanted = self.sources.wanted(self.choices.value())
        except AmieError as error:
            self._working.drop()
            self._say_why_not(error)
            return
        self._working.ask_in_steps(partial(reports.ready, wanted, self._now()))

    def check(self) -> None:
        """The same, and waits for it."""
        self.refresh()
        self._working.finish()

    def _offer(self) -> None:
        """Returns, days and programmes as they are now."""
        self.choices.offer_returns(reports.offered(self._workspace.own(OwnReturn)))
        stretches = reports.periods(self._workspace.programmes(), self._workspace.spans(), self._today)
        self.choices.offer_days(stretches, None if self._begun else reports.this_year(self._today))
        self._begun = True
        self._offer_programmes()

    def _offer_programmes(self) -> None:
        self.choices.say_until(self._today)
        try:
            first, last = self.choices.days()
        except AmieError:
            return
        self.choices.programmes.offer(self.sources.programmes(first, last))

    def _follow_days(self) -> None:
        self._offer_programmes()
        self._ask_again()

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if all(isinstance(change.record, ReturnRelease) for change in changes):
            return  # what is seen is what left
        self.sources.forget()
        if self.isVisible():
            self._offer()
            self._ask_again()
            self._quiet = True

    def _choose_added(self, key: str) -> None:
        self.choices.offer_returns(reports.offered(self._workspace.own(OwnReturn)), key)
        self._ask_again()
        self.said.emit(_ADDED)

    def _ask_again(self) -> None:
        """What is shown holds no longer: nothing can be saved until the new is there."""
        self._quiet = False
        self._hold_back()
        self._working.outdate()
        self._pause.start()

    def _hold_back(self) -> None:
        self.ready = None
        self.steps.hold_back()
        self.problem.forget()
        self.choices.accept()
        if not self.progress.working:
            self._end_progress()

    def _end_progress(self) -> None:
        if self.progress.has_focus:
            self.steps.take_focus()
        self.progress.hide()

    def _say_working(self) -> None:
        self.steps.clear()
        self.progress.say_working()
        if not self._quiet:
            self.said.emit(WORKING)

    def _stop(self) -> None:
        self._pause.stop()
        self._working.drop()
        self._awaited = self._quiet = False
        self.steps.clear()
        self.progress.say_stopped(leads_there=self.steps.what_leaves_is_seen)
        self.said.emit(STOPPED)

    def _work_out(self) -> None:
        self._awaited = True
        self.refresh()

    def _say(self, text: str) -> None:
        """Whatever failed before has passed."""
        self.problem.show_why_not()
        self.said.emit(text)

    def _refuse_to_go_on(self) -> None:
        """Says why it is no return yet, and leads to what is to be mended."""
        if self._pause.isActive():
            self.refresh()
        self.choices.go_to_problem()
        self._say(self.problem.why_not)

    def _say_why_not(self, error: AmieError) -> None:
        self._awaited = False
        self._end_progress()
        self.steps.clear()
        beside = self.choices.refuse(error)
        self.problem.refuse(error, beside)
        if beside and self.steps.what_leaves_is_seen:
            self.choose_again()

    def _show_ready(self, found: Ready | AmieError) -> None:
        if isinstance(found, AmieError):
            self._say_why_not(found)
            return
        tell = self._awaited or (self.progress.working and not self._quiet)
        self._awaited = self._quiet = False
        self._end_progress()
        self.ready = found
        self.problem.solved()
        self.steps.show_ready(found)
        if tell:
            self.said.emit(self.seen.said if self.steps.what_leaves_is_seen else _WORKED_OUT)

"""Records for a hub: a return is chosen, seen exactly as it will leave, and then saved and noted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amie_planner.domain.changes import Change
from amie_planner.domain.records import OwnReturn, ReturnRelease
from amie_planner.errors import AmieError
from amie_planner.ui.models import reports
from amie_planner.ui.models.reports import Ready
from amie_planner.ui.models.return_notes import ReturnNotes
from amie_planner.ui.models.return_sources import ReturnSources
from amie_planner.ui.models.working_out import WorkingOut
from amie_planner.ui.widgets.basics import Button, Card, Label, Pages, Scroll
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.hub_files import HubFiles
from amie_planner.ui.widgets.return_choices import ReturnChoices
from amie_planner.ui.widgets.return_files import ReturnFiles
from amie_planner.ui.widgets.return_problem import ReturnProblem
from amie_planner.ui.widgets.return_seen import ReturnSeen
from amie_planner.ui.widgets.sessions_file import SessionsFile
from amie_planner.ui.workspace import Workspace

_TITLE = "Reports"
_WORKING, _SHOWN = "Working out what will leave…", "What will leave is shown."
_WORKED_OUT = "Worked out. “Show what will leave” shows it."
_STOPPED, _ADDED = "Stopped. Nothing of it is worked out.", "Added. It is chosen now."
_PAUSE = 200
"""Milliseconds after the last letter that is typed."""
_LEAST_LINES = 8


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
        self._left: QWidget | None = None
        """The button that has the focus back when it can be pressed again."""
        self.ready: Ready | None = None
        self.title, self.summary = Label(_TITLE, "title"), Label("", "quiet")
        self.change = Button("Change this return", self.choose_again)
        self.choices = ReturnChoices(HubFiles(workspace))
        self.problem, self.about = ReturnProblem(), Label("", "quiet")
        self.show_it = Button("Show what will leave", self.show_what_leaves, "main")
        self.save_sessions = SessionsFile(workspace, self.choices.days)
        self.stop = Button("Stop", self._stop)
        self.again = Button("Work it out", self.refresh)
        self.seen = ReturnSeen()
        self.faces, self.tables, self.missing = self.seen.faces, self.seen.tables, self.seen.missing
        self.files = ReturnFiles(ReturnNotes(workspace, now))
        self._working = WorkingOut(self)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._arrange()
        self._connect()
        self._turn_to(self._choosing)

    def _arrange(self) -> None:
        self._choosing = Scroll(self.choices, "What the return is to be")
        self._choosing.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        self._steps = Pages()
        for step in (self._choosing, self.seen):
            self._steps.addWidget(step)
        inside = QVBoxLayout(card := Card())
        inside.setContentsMargins(16, 12, 14, 12)
        inside.addWidget(self._steps, 1)
        inside.addWidget(self.problem)
        inside.addLayout(Flow(self.about, self.stop, self.again, spacing=10))
        inside.addLayout(Flow(self.show_it, self.save_sessions, spacing=8))
        inside.addWidget(self.files)
        heading = QHBoxLayout()
        heading.addWidget(self.title, 1)
        heading.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 12)
        layout.addLayout(heading)
        layout.addWidget(self.summary)
        layout.addWidget(card, 1)
        for widget in (self.about, self.stop, self.again):
            widget.hide()

    def _connect(self) -> None:
        self.choices.changed.connect(self._ask_again)
        self.choices.days_changed.connect(self._follow_days)
        self.choices.hub_files.added.connect(self._choose_added)
        self.tables.copy_wanted.connect(self.files.copy)
        self.missing.go_wanted.connect(self.mend_wanted)
        self._pause.timeout.connect(self.refresh)
        self._working.worked_out.connect(self._show_ready)
        self._working.taking_long.connect(self._say_working)
        for part in (self.files, self.choices.hub_files, self.save_sessions):
            part.failed.connect(self.problem.fail)
        for telling in (self.files, self.save_sessions):
            telling.said.connect(self._say)
        self.problem.said.connect(self.said)
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
            self._say(self.problem.why_not)
            return
        self._turn_to(self.seen)
        if self.ready is None:
            self.seen.show_found(None)
        else:
            self.said.emit(_SHOWN)
        self.go_to_list()

    def choose_again(self) -> None:
        """Shows the choices in place of what will leave."""
        self._turn_to(self._choosing)
        self.choices.which.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_list(self) -> None:
        """Gives the focus to the list that is seen, at the row that is chosen there."""
        self.seen.go_to_list()

    def _turn_to(self, step: QWidget) -> None:
        self._steps.setCurrentWidget(step)
        for part, where in (
            (self.change, self.seen),
            (self.summary, self.seen),
            (self.files, self.seen),
            (self.show_it, self._choosing),
            (self.save_sessions, self._choosing),
        ):
            part.setVisible(step is where)
        self.problem.show_why_not()
        self._say_summary()

    def _say_summary(self) -> None:
        try:
            chosen = self.choices.value() if self._steps.currentWidget() is self.seen else None
        except AmieError:
            chosen = None
        self.title.setText(f"{_TITLE}: {chosen.title}" if chosen else _TITLE)
        self.summary.setText(chosen.about(self._today) if chosen else "")

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

    def _choose_added(self, key: str) -> None:
        self.choices.offer_returns(reports.offered(self._workspace.own(OwnReturn)), key)
        self._ask_again()
        self.said.emit(_ADDED)

    def _ask_again(self) -> None:
        """What is shown holds no longer: nothing can be saved until the new is there."""
        self._hold_back()
        self._working.outdate()
        self._pause.start()

    def _hold_back(self) -> None:
        buttons = (self.files.workbook, self.files.csv, self.files.cover, self.tables.copy, self.missing.go)
        self._left = next((button for button in buttons if button.hasFocus()), self._left)
        self._leave(*buttons, self.again)
        self.ready = None
        self._show_buttons()
        self.missing.hold_back()
        self.problem.forget()
        self.again.hide()

    def _leave(self, *going: QWidget) -> None:
        """What is about to go leaves the focus to what stays in its place."""
        if any(each.hasFocus() for each in going):
            (self.go_to_list if self._steps.currentWidget() is self.seen else self.show_it.setFocus)()

    def _go_back(self) -> None:
        """The button that was left has the focus again, unless the leader has gone on."""
        left, self._left = self._left, None
        if left is not None and self.seen.list.hasFocus():
            left.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self) -> None:
        self.files.show_ready(self.ready)
        self.tables.copy.setEnabled(self.ready is not None)

    def _say_working(self) -> None:
        self.about.setText(_WORKING)
        self.about.show()
        self.stop.show()
        self.said.emit(_WORKING)

    def _stop(self) -> None:
        self._pause.stop()
        self._working.drop()
        self.about.setText(_STOPPED)
        self.again.show()
        self.again.setFocus()
        self.stop.hide()
        self.said.emit(_STOPPED)

    def _say(self, text: str) -> None:
        """Whatever failed before has passed."""
        self.problem.show_why_not()
        self.said.emit(text)

    def _say_why_not(self, error: AmieError) -> None:
        self._done_working()
        self.problem.refuse(error)
        self.seen.show_found(None)

    def _done_working(self) -> None:
        self._leave(self.stop)
        self.about.hide()
        self.stop.hide()

    def _show_ready(self, found: Ready | AmieError) -> None:
        if isinstance(found, AmieError):
            self._say_why_not(found)
            return
        if self.stop.isVisible():
            self.said.emit(_SHOWN if self._steps.currentWidget() is self.seen else _WORKED_OUT)
        self._done_working()
        self.ready = found
        self.problem.solved()
        self._show_buttons()
        self.seen.show_found(self.ready)
        self._go_back()

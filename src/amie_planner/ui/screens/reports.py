"""Records for a hub: a return is chosen, seen exactly as it will leave, and then saved and noted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from amie_planner.domain.changes import Change, remove
from amie_planner.domain.records import OwnReturn, ReturnRelease
from amie_planner.errors import AmieError
from amie_planner.exchange.loading import content
from amie_planner.returns.missing import Missing
from amie_planner.returns.sessions_return import sessions_return
from amie_planner.returns.template_file import decoded
from amie_planner.ui.models import reports
from amie_planner.ui.models.reports import Ready
from amie_planner.ui.models.return_notes import ReturnNotes
from amie_planner.ui.models.return_sources import ReturnSources
from amie_planner.ui.models.working_out import WorkingOut
from amie_planner.ui.widgets.basics import Button, Card, Label, Pages, Scroll
from amie_planner.ui.widgets.faces import Faces
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.return_choices import ReturnChoices
from amie_planner.ui.widgets.return_files import ReturnFiles
from amie_planner.ui.widgets.return_lists import MissingList, ReportList, ReturnTables
from amie_planner.ui.workspace import Workspace
from amie_planner.writing import write_whole

FACES = ("What will leave", "Warnings", "To mend", "Targets")
TABLES, WARNINGS, MISSING, TARGETS = range(len(FACES))
_WORKING, _WORKED_OUT = "Working out what will leave…", "Worked out: what will leave is shown."
_STOPPED = "Stopped. Nothing of it is worked out."
_WARNED = (
    "Held beside what left earlier, these counts could tell of fewer than 5 people. To be safe, choose the days and "
    "programmes of before, or a return without these tables."
)
_PAUSE = 200
"""Milliseconds after the last letter that is typed."""
_LEAST_LINES = 8


class ReportsScreen(QWidget):
    """session_wanted(programme, session), person_wanted(programme, person), programme_wanted(programme): where
    something is to be mended. said(text): something to tell the leader. `now` tells the local time."""

    session_wanted = Signal(str, str)
    person_wanted = Signal(str, str)
    programme_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, workspace: Workspace, today: date, now: Callable[[], datetime] = datetime.now) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._workspace, self._today, self._now = workspace, today, now
        self.sources = ReturnSources(workspace)
        self._begun, self._told = False, ""
        self.ready: Ready | None = None
        self.choices = ReturnChoices()
        self.problem, self.about = Label("", "problem"), Label("", "quiet")
        self.faces = Faces(FACES, "Parts of the return")
        self.tables = ReturnTables()
        self.warnings = ReportList("Warnings", _WARNED, "Nothing of this return could be subtracted from earlier ones.")
        self.missing = MissingList()
        self.targets = ReportList("Targets", "", "No target is agreed for these programmes.")
        self.pages = Pages()
        self.stop = Button("Stop", self._stop)
        self.again = Button("Work it out", self.refresh)
        self.save_sessions = Button("Save a list of sessions…", self.ask_and_save_sessions)
        self.files = ReturnFiles(ReturnNotes(workspace, now), self.save_sessions)
        self._working = WorkingOut(self)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        choices, shown = Card(), Card()
        within = QVBoxLayout(choices)
        within.setContentsMargins(16, 10, 6, 10)
        scroll = Scroll(self.choices, "What the return is to be")
        scroll.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        within.addWidget(scroll)
        inside = QVBoxLayout(shown)
        inside.setContentsMargins(14, 12, 14, 12)
        for page in (self.tables, self.warnings, self.missing, self.targets):
            self.pages.addWidget(page)
        inside.addWidget(self.faces)
        inside.addWidget(self.problem)
        inside.addLayout(Flow(self.about, self.stop, self.again, spacing=10))
        inside.addWidget(self.pages, 1)
        inside.addWidget(self.files)
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(14)
        side_by_side.addWidget(choices, 4)
        side_by_side.addWidget(shown, 7)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 12)
        layout.addWidget(Label("Reports", "title"))
        layout.addLayout(side_by_side, 1)
        self.save_sessions.setAccessibleDescription("One row a session with exact counts, for your own records")
        for widget in (self.problem, self.about, self.stop, self.again):
            widget.hide()

    def _connect(self) -> None:
        self.choices.changed.connect(self._ask_again)
        self.choices.days_changed.connect(self._follow_days)
        self.choices.file_wanted.connect(self.ask_and_add_file)
        self.choices.file_gone.connect(self._let_go)
        self.faces.chosen.connect(self.pages.setCurrentIndex)
        self.tables.chosen.connect(self._show_table)
        self.tables.copy_wanted.connect(self.files.copy)
        self.missing.go_wanted.connect(self._go)
        self._pause.timeout.connect(self.refresh)
        self._working.worked_out.connect(self._show_ready)
        self._working.taking_long.connect(self._say_working)
        self.files.failed.connect(self._say_problem)
        self.files.said.connect(self.said)
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
        """Offers the school year of another day from now on."""
        self._today = today

    def refresh(self) -> None:
        """Works out, beside the window, what would leave now."""
        self._pause.stop()
        self._hold_back()
        try:
            wanted = self.sources.wanted(self.choices.value())
        except AmieError as error:
            self._working.drop()
            self._say_problem(error)
            return
        self._working.ask(partial(reports.ready, wanted, self._now()))

    def check(self) -> None:
        """The same, and waits for it."""
        self.refresh()
        self._working.finish()

    def _offer(self) -> None:
        """Returns, days and programmes as they are now."""
        workspace = self._workspace
        self.choices.offer_returns(reports.offered(workspace.own(OwnReturn)))
        stretches = reports.periods(workspace.programmes(), workspace.spans(), self._today)
        self.choices.offer_days(stretches, None if self._begun else reports.this_year(self._today))
        self._begun = True
        self._offer_programmes()

    def _offer_programmes(self) -> None:
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

    def _ask_again(self) -> None:
        """What is shown holds no longer: nothing can be saved until the new is there."""
        self._hold_back()
        self._working.outdate()
        self._pause.start()

    def _hold_back(self) -> None:
        self.ready = None
        self._show_buttons()
        self.problem.hide()
        self.again.hide()

    def _show_buttons(self) -> None:
        self.files.show_ready(self.ready)
        self.tables.copy.setEnabled(self.ready is not None)

    def _say_working(self) -> None:
        self.about.setText(_WORKING)
        self.about.show()
        self.stop.show()
        self.said.emit(_WORKING)

    def _stop(self) -> None:
        self._working.drop()
        self.about.setText(_STOPPED)
        self.again.show()
        self.again.setFocus()
        self.stop.hide()
        self.said.emit(_STOPPED)

    def _say_problem(self, error: AmieError) -> None:
        self.about.hide()
        self.stop.hide()
        self.problem.setText(str(error))
        self.problem.show()
        if self._told != str(error):
            self._told = str(error)
            self.said.emit(self._told)
        if self.ready is None:
            self._show_lists()

    def _show_ready(self, found: Ready | AmieError) -> None:
        if self.stop.isVisible():
            self.said.emit(_WORKED_OUT)
        for widget in (self.about, self.stop, self.again, self.problem):
            widget.hide()
        if isinstance(found, AmieError):
            self._say_problem(found)
            return
        self.ready, self._told = found, ""
        self._show_buttons()
        self._show_lists()

    def _show_lists(self) -> None:
        found = self.ready
        self.tables.show_tables(reports.table_rows(found) if found else None)
        if found is None:
            self.tables.show_table("", ())
        self.warnings.show_rows(reports.warning_rows(found) if found else None)
        self.missing.show_missing(found.missing if found else (), reports.missing_rows(found) if found else None)
        self.targets.show_rows(reports.target_rows(found) if found else None)
        counts = {WARNINGS: len(found.warnings) if found else 0, MISSING: len(found.missing) if found else 0}
        for at, many in counts.items():
            self.faces.buttons[at].say(f"{FACES[at]} ({many:,})" if many else FACES[at])

    def _show_table(self, at: int) -> None:
        if (found := self.ready) is not None:
            self.tables.show_table(found.sheets[at].name, reports.rows_of(found, at))

    def _go(self, found: Missing) -> None:
        if found.session:
            self.session_wanted.emit(found.programme, found.session)
        elif found.person:
            self.person_wanted.emit(found.programme, found.person)
        elif found.programme:
            self.programme_wanted.emit(found.programme)

    def ask_and_add_file(self) -> None:
        """Asks for a return that a hub wrote, and adds it."""
        name, _ = QFileDialog.getOpenFileName(self, "Add a hub’s file", "", "Returns (*.toml)")
        if name:
            self.add_file(Path(name))

    def add_file(self, path: Path) -> None:
        """Adds a return that a hub wrote, and chooses it; what is wrong with it is said by line and key."""
        try:
            own = self._workspace.own(OwnReturn)
            key, changes = reports.add_own(own, decoded(content(path)))
            self._workspace.do("Add a hub’s return", changes)
        except AmieError as error:
            self._say_problem(error)
            return
        self.choices.offer_returns(reports.offered(self._workspace.own(OwnReturn)), key)
        self._ask_again()
        self.said.emit("Added. It is chosen now.")

    def _let_go(self, id: str) -> None:
        gone = [record for record in self._workspace.own(OwnReturn) if record.id == id]
        self._workspace.do("Let go of a hub’s return", [remove(record) for record in gone])

    def ask_and_save_sessions(self) -> None:
        """Asks where to, then writes one row a session, for the leader's own records."""
        name, _ = QFileDialog.getSaveFileName(self, "Save a list of sessions", "sessions.csv", "CSV (*.csv)")
        if name:
            self.save_sessions_to(Path(name))

    def save_sessions_to(self, path: Path) -> None:
        """Writes the sessions of the days as CSV. Raises AmieError; then an old file there is as it was."""
        first, last = self.choices.days()
        write_whole(path, sessions_return(self._workspace.between(first, last), first, last).csv())
        self.said.emit(f"Saved {path.name}")

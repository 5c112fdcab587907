"""Programmes and their sessions: where a plan is found, begun, brought in and handed on."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amie_planner.domain import edits, words
from amie_planner.domain.changes import Change
from amie_planner.domain.edits.copying import copy_session
from amie_planner.domain.plan import Lines, Series
from amie_planner.domain.presets import Preset
from amie_planner.domain.records import PlanTemplate
from amie_planner.domain.vocabulary import Status, label
from amie_planner.ui.models.in_holidays import in_holidays, lying_said
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.models.session_after import after_the_last
from amie_planner.ui.widgets.basics import Button, Card, Label
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.for_returns import BeforeLists
from amie_planner.ui.widgets.past_session import PastSession
from amie_planner.ui.widgets.starting import StartProgramme, TwoLines
from amie_planner.ui.widgets.two_lines_list import TwoLinesList
from amie_planner.ui.workspace import Workspace, shortened

_LEAST_LINES = 7
"""Of a list, that are in sight at least."""


class ProgrammesScreen(QWidget):
    """session_wanted(programme, session); import_wanted(); and of one programme export_wanted, series_wanted(programme,
    face): over time; and monitoring_wanted."""

    session_wanted = Signal(str, str)
    import_wanted = Signal()
    export_wanted = Signal(str)
    series_wanted = Signal(str, int)
    monitoring_wanted = Signal(str)

    def __init__(self, workspace: Workspace, today: date) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._workspace = workspace
        self._today = today
        self.programmes: RowList[TwoLines] = RowList(self)
        self.sessions: RowList[TwoLines] = RowList(self)
        self.programme_view = TwoLinesList(self.programmes, "Programmes")
        self.session_view = TwoLinesList(self.sessions, "Sessions of the programme")
        self.new = Button("New programme…", self.ask_and_start, "main")
        self.bring_in = Button("Bring in a plan file…", self.import_wanted.emit)
        self.remove = Button("Remove this programme", self.remove_programme)
        self.hand_on = Button("Hand on as a plan file…", lambda: self.export_wanted.emit(self.chosen))
        self.look_back = Button("The programme over time", lambda: self.series_wanted.emit(self.chosen, 0))
        self.monitoring = Button("Equality monitoring", lambda: self.monitoring_wanted.emit(self.chosen))
        self.returns = Button("For returns", self.open_returns)
        self.lying = Label("", "strong")
        self.move_lying = Button("Move or cancel…", self._look_at_sessions)
        self.open = Button("Open this session", self._open, "main")
        self.add = Button("Add session", self.add_session)
        self.again = Button("Add one like this", self.repeat_session)
        self.from_past = Button("Add from a past session…", self.ask_and_copy)
        self.remove_one = Button("Remove this session", self.remove_session)
        self.empty = Label("No programmes yet. Begin one, or bring in a plan file.", "quiet")
        self.title = Label("", "strong")
        self.about = Label("", "quiet")
        self._arrange()
        self.programme_view.selectionModel().currentChanged.connect(lambda: self._show_sessions())
        self.programme_view.opened.connect(self.session_view.setFocus)
        self.session_view.opened.connect(self._open)
        self.session_view.removed.connect(self.remove_session)
        self.session_view.repeated.connect(self.repeat_session)
        self.programme_view.removed.connect(self.remove_programme)
        workspace.changed.connect(lambda changes: self.refresh() if self.isVisible() else None)
        self.refresh()

    def _arrange(self) -> None:
        for view in (self.programme_view, self.session_view):
            view.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        left, right = Card(), Card()
        for card, parts in (
            (left, (Flow(self.new, self.bring_in), self.empty, self.programme_view, Flow(self.remove))),
            (
                right,
                (
                    self.title,
                    self.about,
                    Flow(self.open, self.add, self.again, self.from_past, self.remove_one),
                    self.session_view,
                    self.lying,
                    Flow(self.move_lying),
                    Flow(self.look_back, self.monitoring, self.returns, self.hand_on),
                ),
            ),
        ):
            layout = QVBoxLayout(card)
            layout.setContentsMargins(14, 14, 14, 14)
            for part in parts:
                if isinstance(part, QWidget):
                    layout.addWidget(part, int(isinstance(part, TwoLinesList)))
                else:
                    layout.addLayout(part)
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(14)
        side_by_side.addWidget(left, 4)
        side_by_side.addWidget(right, 5)
        lists = QWidget()
        within = QVBoxLayout(lists)
        within.setContentsMargins(20, 14, 20, 12)
        within.addWidget(Label("Programmes", "title"))
        within.addLayout(side_by_side, 1)
        self.pages = BeforeLists(self._workspace, lists, self.returns)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    @property
    def back(self) -> Button | None:
        """The way back, while what is there for returns is open."""
        return self.pages.back

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen is shown now."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes back to the programmes comes back to the lists."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.pages.close_returns()

    def save(self) -> str:
        """Keeps what is being typed for returns; gives the reason where something cannot be kept."""
        return self.pages.save()

    def open_returns(self) -> None:
        """Shows what is only there for returns."""
        if self.chosen:
            self.pages.open(self.chosen)

    @property
    def chosen(self) -> str:
        """The id of the chosen programme, or nothing."""
        row = self.programmes.at(self.programme_view.currentIndex().row())
        return row.id if row else ""

    def choose(self, programme: str) -> None:
        """Chooses a programme and shows its sessions."""
        if self.pages.close_returns():
            self.session_view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.programme_view.setCurrentIndex(self.programmes.index(self.programmes.find(programme)))

    def begin_day(self, today: date) -> None:
        """Tells of what is still to come on another day."""
        self._today = today
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Shows the programmes as they are now."""
        programmes = self._workspace.programmes()
        self.programmes.show([TwoLines(p.id, p.title, label("setting", p.setting)) for p in programmes])
        self.empty.setVisible(not programmes)
        self.programme_view.setVisible(bool(programmes))
        if programmes and not self.chosen:
            self.choose(programmes[0].id)
        self._show_sessions()
        self.pages.refresh()

    def ask_and_start(self) -> None:
        """Asks for a title and a setting, then begins a programme and opens its first session."""
        asked = StartProgramme(self, self._workspace.own(PlanTemplate))
        if asked.exec():
            self.start(asked.title, asked.preset)

    def start(self, title: str, preset: Preset) -> None:
        """Begins a programme from a preset and opens its first session."""
        uid = str(uuid.uuid4())
        position = max((p.position for p in self._workspace.programmes()), default=-1) + 1
        first = {"title": "First session", "number": 1}
        changes = edits.start_programme(
            uid, position, preset.template, first_session=first, title=title, setting=preset.setting
        )
        self._workspace.do(f"Begin ‘{shortened(title)}’", changes)
        self.refresh()
        self.choose(uid)
        self.session_wanted.emit(uid, "s1")

    def add_session(self) -> None:
        """Adds a session on the next day in the rhythm of the others, at the same time of day."""
        series = self._workspace.series(self.chosen)
        id, changes = edits.add_session(series, _next(series))
        self._add("Add a session", id, changes)

    def repeat_session(self) -> None:
        """Adds a session with the running order of the chosen one, on the next day in the rhythm of the others."""
        row = self.sessions.at(self.session_view.currentIndex().row())
        if row is not None:
            series = self._workspace.series(self.chosen)
            id, changes = copy_session(series, series, row.id, _next(series))
            self._add(f"Add one like ‘{shortened(row.text)}’", id, changes)

    def ask_and_copy(self) -> None:
        """Asks for a past session of any programme, then adds one made from it, after the last."""
        asked = PastSession(self._workspace, self.chosen, self)
        if asked.exec():
            self.copy_session(asked.source, asked.session)
        asked.deleteLater()

    def copy_session(self, source: str, session: str) -> None:
        """Adds a session made from one of any programme, after the last."""
        series, past = self._workspace.series(self.chosen), self._workspace.series(source)
        title = next(lines.session.title for lines in past.sessions if lines.session.id == session)
        id, changes = copy_session(series, past, session, _next(series))
        self._add(f"Add one from ‘{shortened(title)}’", id, changes)

    def _add(self, text: str, id: str, changes: Sequence[Change]) -> None:
        self._do(text, changes)
        self.session_view.setCurrentIndex(self.sessions.index(self.sessions.find(id)))
        self.session_view.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_session(self) -> None:
        """Removes the chosen session; undo brings it back."""
        row = self.sessions.at(self.session_view.currentIndex().row())
        if row is not None:
            self._do(
                f"Remove ‘{shortened(row.text)}’", edits.remove_session(self._workspace.series(self.chosen), row.id)
            )

    def remove_programme(self) -> None:
        """Removes the chosen programme with its sessions; undo brings them back."""
        if self.chosen:
            series = self._workspace.series(self.chosen)
            self._do(f"Remove ‘{shortened(series.programme.title)}’", edits.remove_programme(series))

    def _do(self, text: str, changes: Sequence[Change]) -> None:
        self._workspace.do(text, changes)

    def _look_at_sessions(self) -> None:
        from amie_planner.ui.widgets.series_pages import SESSIONS

        self.series_wanted.emit(self.chosen, SESSIONS)

    def _open(self) -> None:
        row = self.sessions.at(self.session_view.currentIndex().row())
        if row is not None:
            self.session_wanted.emit(self.chosen, row.id)

    def _show_sessions(self) -> None:
        here = bool(self.chosen)
        series = self._workspace.series(self.chosen) if here else None
        ordered = series.in_order() if series else ()
        self.sessions.show([_session_row(series, lines) for lines in ordered] if series else [])
        self.title.setText(series.programme.title if series else "")
        facts = (series.programme.organisation, series.programme.place) if series else ()
        self.about.setText(" · ".join(part for part in facts if part))
        self.about.setVisible(bool(self.about.text()))
        self.lying.setText(lying_said(series, self._today) if series else "")
        self.move_lying.setAccessibleDescription(self.lying.text())
        for part in (self.lying, self.move_lying):
            part.setVisible(bool(self.lying.text()))
        for button in (
            self.add,
            self.from_past,
            self.look_back,
            self.monitoring,
            self.returns,
            self.hand_on,
            self.remove,
        ):
            button.setEnabled(here)
        for button in (self.open, self.again, self.remove_one):
            button.setEnabled(bool(ordered))
        if ordered and not self.session_view.currentIndex().isValid():
            self.session_view.setCurrentIndex(self.sessions.index(0))


def _session_row(series: Series, lines: Lines) -> TwoLines:
    session = lines.session
    start = f"{session.start:%H:%M}" if session.start else ""
    status = label("status", session.status or Status.PLANNED)
    facts = (words.day(session.date), start, status, in_holidays(series, lines))
    return TwoLines(session.id, session.title, " · ".join(part for part in facts if part))


def _next(series: Series) -> dict[str, Any]:
    """A session like the last one, after it."""
    ordered, fields = series.in_order(), after_the_last(series)
    like = {name: getattr(ordered[-1].session, name) for name in ("minutes", "ready_minutes")} if ordered else {}
    return fields | like | {"title": f"Session {fields['number']}", "status": Status.DRAFT}

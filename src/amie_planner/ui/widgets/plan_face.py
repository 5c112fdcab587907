"""Planning a session: its running order, one panel beside it, and HEARD asked again after every change."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSplitter

from amie_planner import checks
from amie_planner.checks.check import Line, LineKind
from amie_planner.checks.conversation import conversation
from amie_planner.domain.access import grid
from amie_planner.ui.widgets.activity_panel import ActivityPanel
from amie_planner.ui.widgets.beside import ACTIVITY, INTENTIONS, LAST_TIME, PEOPLE, SESSION, VOICE, Beside
from amie_planner.ui.widgets.entries import Entries
from amie_planner.ui.widgets.intentions_panel import IntentionsPanel
from amie_planner.ui.widgets.people_panel import PeoplePanel
from amie_planner.ui.widgets.planning import Planning
from amie_planner.ui.widgets.session_panel import SessionPanel
from amie_planner.ui.widgets.voice_panel import VoicePanel
from amie_planner.ui.workspace import OpenSession

RECHECK_AFTER = 150
"""Milliseconds after a change."""
_LETTERS_SIDE_BY_SIDE = 100
_SHARES = (680, 470)
_PANEL_OF = {
    LineKind.INTENTION: INTENTIONS,
    LineKind.PERSON: PEOPLE,
    LineKind.REQUIREMENT: PEOPLE,
    LineKind.VOICE: VOICE,
    LineKind.NOTE: LAST_TIME,
    LineKind.MEMBER: SESSION,
    LineKind.SESSION: SESSION,
}


class PlanFace(QSplitter):
    """said(text): something to tell the leader. `refresh` is to be called after every change, its own too."""

    said = Signal(str)

    def __init__(self, desk: OpenSession) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._desk = desk
        self.planning = Planning(desk)
        self.beside = Beside(desk, lambda: self.planning.current)
        self._recheck = QTimer(self, interval=RECHECK_AFTER, singleShot=True)
        self._recheck.timeout.connect(self.check)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(14)
        self.addWidget(self.planning)
        self.addWidget(self.beside)
        self.setSizes(_SHARES)
        self._join()
        self._recheck.start()

    def _join(self) -> None:
        self.planning.chosen.connect(self.beside.follow_activity)
        self.planning.edit_wanted.connect(self._edit_activity)
        self.planning.said.connect(self.said)
        self.beside.findings.line_wanted.connect(self.go_to)
        self.beside.findings.said.connect(lambda text: self.check())
        self.beside.not_kept.connect(self.said)
        self.beside.said.connect(self.said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the panel below the running order where there is no room beside it, as with large text."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _LETTERS_SIDE_BY_SIDE
        self.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)

    def start(self) -> None:
        """Goes to the running order."""
        self.planning.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Shows the plan as it is now, and asks HEARD about it once nothing more has changed for a moment."""
        self.planning.refresh(self._desk.plan)
        self.beside.follow()
        self._recheck.start()

    def check(self) -> None:
        """Asks HEARD about the plan as it is now."""
        self._recheck.stop()
        plan, heard = self._desk.plan, self._desk.workspace.heard()
        self.beside.findings.show_turns(conversation(plan, checks.run(plan, heard.plan_checks)))

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where something cannot be kept."""
        self.beside.save()
        return self.beside.problem

    def leave(self) -> None:
        """HEARD is asked no more."""
        self._recheck.stop()

    def go_to(self, line: Line) -> None:
        """Goes to the line of the plan that a finding speaks of."""
        if line.kind in _PANEL_OF:
            self.beside.faces.choose(_PANEL_OF[line.kind])
            self._go_to_entry(line)
        else:
            self._go_to_activity(line)

    def go_to_panel(self, at: int) -> None:
        """Shows a panel beside the running order."""
        self.beside.faces.choose(at)
        self.beside.faces.buttons[at].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_adaptation(self, activity: str, adaptation: str) -> None:
        """Shows a change in its activity."""
        self.go_to(Line(LineKind.ACTIVITY, activity, ""))
        if isinstance(panel := self.beside.panel, ActivityPanel):
            panel.adaptations.choose(adaptation)
            panel.adaptations.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_barriers(self) -> None:
        """Shows where the barriers are chosen that are expected."""
        self.go_to_panel(SESSION)
        if isinstance(panel := self.beside.panel, SessionPanel) and "expects" in panel.details.fields:
            panel.details.fields["expects"].setFocus(Qt.FocusReason.TabFocusReason)

    def _go_to_entry(self, line: Line) -> None:
        panel, id = self.beside.panel, line.id
        entries: Entries | None = None
        if isinstance(panel, IntentionsPanel):
            entries = panel.intentions
        elif isinstance(panel, VoicePanel):
            entries = panel.voice
        elif isinstance(panel, PeoplePanel):
            entries = panel.people
            id = next((r.person for r in self._desk.plan.requirements if r.id == line.id), line.id)
        elif isinstance(panel, SessionPanel) and line.kind is LineKind.MEMBER:
            entries = panel.team
        if entries is not None:
            entries.choose(id)
            entries.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_activity(self, line: Line) -> None:
        self.planning.choose(self._activity_of(line))
        self.beside.faces.choose(ACTIVITY)
        panel = self.beside.panel
        if isinstance(panel, ActivityPanel) and line.kind in (LineKind.CELL, LineKind.ADAPTATION):
            if line.kind is LineKind.ADAPTATION:
                panel.adaptations.choose(line.id)
            panel.adaptations.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.planning.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _activity_of(self, line: Line) -> str:
        plan = self._desk.plan
        if line.kind is LineKind.CELL:
            return next((cell.activity.id for cell in grid(plan) if cell.id == line.id), self.planning.current)
        if line.kind is LineKind.ADAPTATION:
            named = next((d.activities for d in plan.adaptations if d.id == line.id), ())
            return next((a.id for a in plan.activities if a.id in named), self.planning.current)
        return line.id

    def _edit_activity(self) -> None:
        self.beside.faces.choose(ACTIVITY)
        if isinstance(panel := self.beside.panel, ActivityPanel):
            title = panel.basics.fields["title"].control
            title.setFocus(Qt.FocusReason.TabFocusReason)
            if isinstance(title, QLineEdit):
                title.selectAll()

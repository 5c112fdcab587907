"""One session: its running order in the middle, one panel beside it, and its paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from amie_planner import checks
from amie_planner.checks.check import Line
from amie_planner.domain import words
from amie_planner.domain.plan import Plan
from amie_planner.domain.timing import minute_of, shown
from amie_planner.ui.widgets.activity_panel import ActivityPanel, what_it_offers
from amie_planner.ui.widgets.basics import Button, Card, Label, Scroll
from amie_planner.ui.widgets.detail import Stack
from amie_planner.ui.widgets.faces import Faces
from amie_planner.ui.widgets.findings_panel import FindingsPanel
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.intentions_panel import IntentionsPanel
from amie_planner.ui.widgets.paper import Paper
from amie_planner.ui.widgets.people_panel import PeoplePanel
from amie_planner.ui.widgets.planning import Planning
from amie_planner.ui.widgets.session_panel import SessionPanel
from amie_planner.ui.widgets.voice_panel import VoicePanel
from amie_planner.ui.workspace import OpenSession, shortened

PANELS = ("Activity", "HEARD", "Intentions", "People", "Voice", "Session")
ACTIVITY, HEARD, INTENTIONS, PEOPLE, VOICE, SESSION = range(len(PANELS))
_LETTERS_SIDE_BY_SIDE = 100
_LEAST_LINES_BESIDE = 11
LONGEST_TITLE = 160
"""Characters of a title in the head; the form shows all of it."""
RECHECK_AFTER = 150
"""Milliseconds after a change."""


class SessionScreen(QWidget):
    """back_wanted: to the list of programmes; said(text): something to tell the leader."""

    back_wanted = Signal()
    said = Signal(str)

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._desk = desk
        self._offered: object = None
        self.back = Button("All programmes", self.back_wanted.emit)
        self.undo = Button("Undo", desk.workspace.history.undo)
        desk.workspace.history.undoTextChanged.connect(self._show_undo)
        self.title = Label("", "title")
        self.when = Label("", "quiet")
        self.faces = Faces(("Plan", "Paper"), "Faces of the session")
        self.faces.chosen.connect(self._show_face)
        self.planning = Planning(desk)
        self.paper = Paper(lambda: desk.plan)
        self.paper.saved.connect(lambda path: self.said.emit(f"Saved {path.name}"))
        self.findings = FindingsPanel()
        self.findings.line_wanted.connect(self.go_to)
        self.panels = Faces(PANELS, "Panels beside the running order")
        self.panels.chosen.connect(self._show_panel)
        self._beside = QStackedWidget()
        self._scrolls: dict[int, QWidget] = {HEARD: self.findings}
        self._beside.addWidget(self.findings)
        self._recheck = QTimer(self, interval=RECHECK_AFTER, singleShot=True)
        self._recheck.timeout.connect(self.check)
        self._arrange()
        self.planning.chosen.connect(self._show_activity)
        self.planning.edit_wanted.connect(self._edit_activity)
        desk.workspace.changed.connect(self._follow)
        self._show_head(desk.plan)
        self._show_undo()
        self._show_panel(ACTIVITY)
        self._recheck.start()

    def _arrange(self) -> None:
        side = Card()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(12, 10, 12, 10)
        beside.addWidget(self.panels)
        beside.addWidget(self._beside, 1)
        self._beside.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES_BESIDE)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(14)
        self._split.addWidget(self.planning)
        self._split.addWidget(side)
        self._split.setSizes([680, 470])
        self._face = QStackedWidget()
        self._face.addWidget(self._split)
        self._face.addWidget(self.paper)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 12)
        layout.setSpacing(4)
        layout.addWidget(self.when)
        layout.addWidget(self.title)
        layout.addLayout(Flow(self.faces, self.back, self.undo, spacing=10))
        layout.addWidget(self._face, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the panel below the running order where there is no room beside it, as with large text."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _LETTERS_SIDE_BY_SIDE
        self._split.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)

    def check(self) -> None:
        """Asks HEARD about the plan as it is now."""
        self._recheck.stop()
        self.findings.show_findings(checks.run(self._desk.plan))

    def save(self) -> None:
        """Keeps what is being typed anywhere on the screen."""
        for panel in self.findChildren(Stack):
            panel.save()

    def leave(self) -> None:
        """Keeps what is being typed and stops following changes."""
        self.save()
        self._recheck.stop()
        self._desk.workspace.changed.disconnect(self._follow)
        self._desk.workspace.history.undoTextChanged.disconnect(self._show_undo)

    def show_paper(self) -> None:
        """Shows the finished paper."""
        self.faces.choose(1)

    def go_to(self, line: Line) -> None:
        """Goes to the line of the plan that a finding speaks of."""
        self.faces.choose(0)
        place = {"intention": INTENTIONS, "person": PEOPLE, "requirement": PEOPLE, "voice": VOICE}
        if line.kind in place:
            self.panels.choose(place[line.kind])
            self._choose_entry(line)
        else:
            self._go_to_activity(line)

    def _choose_entry(self, line: Line) -> None:
        panel = self._panel(self.panels.current)
        if isinstance(panel, IntentionsPanel):
            panel.intentions.choose(line.id)
            panel.intentions.view.setFocus()
        elif isinstance(panel, VoicePanel):
            panel.voice.choose(line.id)
            panel.voice.view.setFocus()
        elif isinstance(panel, PeoplePanel):
            owner = next((r.person for r in self._desk.plan.requirements if r.id == line.id), line.id)
            panel.people.choose(owner)
            panel.people.view.setFocus()

    def _go_to_activity(self, line: Line) -> None:
        activity = line.id.rpartition("/")[2]
        adaptation = next((d for d in self._desk.plan.adaptations if d.id == line.id), None)
        if line.kind == "adaptation" and adaptation is not None:
            named = [a.id for a in self._desk.plan.activities if a.id in adaptation.activities]
            activity = named[0] if named else self.planning.current
        self.planning.choose(activity)
        self.panels.choose(ACTIVITY)
        panel = self._panel(ACTIVITY)
        if isinstance(panel, ActivityPanel) and line.kind in ("cell", "adaptation"):
            if adaptation is not None:
                panel.adaptations.choose(adaptation.id)
            panel.adaptations.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.planning.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, changes: object) -> None:
        try:
            plan = self._desk.plan
        except KeyError:
            self.back_wanted.emit()
            return
        self._show_head(plan)
        self.planning.refresh(plan)
        if what_it_offers(plan) != self._offered and not self._typing():
            self._show_panel(self.panels.current)
        for panel in self._beside.findChildren(Stack):
            panel.refresh()
        self.paper.refresh()
        self._recheck.start()

    def offers(self) -> tuple[tuple[str, Callable[[], object], str], ...]:
        """What the Session menu offers: words, what it does, and its keys."""
        plan = (
            ("&Add activity", self.planning.add_below, "Ctrl+Return"),
            ("&Plan", lambda: self.faces.choose(0), "Ctrl+Shift+L"),
            ("Pape&r", self.show_paper, "Ctrl+Shift+R"),
        )
        panels = ((f"{name} panel", partial(self._go_to_panel, n), f"Ctrl+{n + 1}") for n, name in enumerate(PANELS))
        return (*plan, *panels)

    def _go_to_panel(self, at: int) -> None:
        self.faces.choose(0)
        self.panels.choose(at)
        self.panels.buttons[at].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_undo(self, text: str = "") -> None:
        history = self._desk.workspace.history
        self.undo.say(f"Undo: {history.undoText()}")
        self.undo.setVisible(history.canUndo())

    def _typing(self) -> bool:
        focused = self.focusWidget()
        return focused is not None and self._beside.isAncestorOf(focused) and focused.hasFocus()

    def _show_head(self, plan: Plan) -> None:
        session = plan.session
        self.title.setText(shortened(session.title, LONGEST_TITLE))
        ends = minute_of(session.start) + (session.minutes or 0) if session.start else 0
        time = f"{session.start:%H:%M} to {shown(ends)}" if session.start and session.minutes else ""
        where = (plan.programme.title, words.day(session.date), time, plan.programme.place)
        self.when.setText(" · ".join(part for part in where if part))

    def _show_face(self, at: int) -> None:
        self.save()
        self._face.setCurrentIndex(at)
        self.paper.refresh()

    def _panel(self, at: int) -> QWidget | None:
        scroll = self._scrolls.get(at)
        return scroll.widget() if isinstance(scroll, Scroll) else scroll

    def _show_panel(self, at: int) -> None:
        self.save()
        self._offered = what_it_offers(self._desk.plan)
        if at != HEARD:
            self._make(at)
        self._beside.setCurrentWidget(self._scrolls[at])

    def _make(self, at: int) -> None:
        desk = self._desk
        made: QWidget
        if at == ACTIVITY:
            current = self.planning.current
            made = ActivityPanel(desk, current) if current else Label("Choose or add an activity.", "quiet")
        else:
            kinds = {INTENTIONS: IntentionsPanel, PEOPLE: PeoplePanel, VOICE: VoicePanel, SESSION: SessionPanel}
            made = kinds[at](desk)
        old = self._scrolls.pop(at, None)
        self._scrolls[at] = Scroll(made, PANELS[at])
        self._beside.addWidget(self._scrolls[at])
        if old is not None:
            self._beside.removeWidget(old)
            old.deleteLater()

    def _show_activity(self, activity: str) -> None:
        if self.panels.current == ACTIVITY:
            self._show_panel(ACTIVITY)

    def _edit_activity(self) -> None:
        self.panels.choose(ACTIVITY)
        panel = self._panel(ACTIVITY)
        if isinstance(panel, ActivityPanel):
            field = panel.basics.fields["title"].control
            field.setFocus(Qt.FocusReason.TabFocusReason)

"""One session: its running order in the middle, one panel beside it, and its paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QVBoxLayout, QWidget

from amie_planner import checks
from amie_planner.checks.check import Line, LineKind
from amie_planner.checks.conversation import conversation
from amie_planner.domain import words
from amie_planner.domain.access import grid
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Record
from amie_planner.domain.timing import minute_of, shown
from amie_planner.ui.widgets.access import Access
from amie_planner.ui.widgets.activity_panel import ActivityPanel
from amie_planner.ui.widgets.basics import Button, Label, Pages
from amie_planner.ui.widgets.beside import ACTIVITY, INTENTIONS, LAST_TIME, PANELS, PEOPLE, SESSION, VOICE, Beside
from amie_planner.ui.widgets.entries import Entries
from amie_planner.ui.widgets.faces import Faces
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.intentions_panel import IntentionsPanel
from amie_planner.ui.widgets.paper import Paper
from amie_planner.ui.widgets.people_panel import PeoplePanel
from amie_planner.ui.widgets.planning import Planning
from amie_planner.ui.widgets.reflect import Reflect
from amie_planner.ui.widgets.register import RegisterFace
from amie_planner.ui.widgets.run_it import RunIt
from amie_planner.ui.widgets.session_panel import SessionPanel
from amie_planner.ui.widgets.voice_panel import VoicePanel
from amie_planner.ui.workspace import OpenSession, shortened

FACES = ("Plan", "Access", "Run it", "Register", "Reflect", "Paper")
PLAN, ACCESS, RUN_IT, REGISTER, REFLECT, PAPER = range(len(FACES))
_IN_MENU = ("&Plan", "A&ccess", "Run &it", "Re&gister", "Re&flect", "Pape&r")
_KEYS = tuple(f"Ctrl+Shift+{letter}" for letter in "LGNAFR")
_LETTERS_SIDE_BY_SIDE = 100
LONGEST_TITLE = 160
"""Characters of a title in the head; the form shows all of it."""
_BY_KEY = Qt.FocusReason.ShortcutFocusReason
RECHECK_AFTER = 150
"""Milliseconds after a change."""
_PANEL_OF = {
    LineKind.INTENTION: INTENTIONS,
    LineKind.PERSON: PEOPLE,
    LineKind.REQUIREMENT: PEOPLE,
    LineKind.VOICE: VOICE,
    LineKind.NOTE: LAST_TIME,
    LineKind.MEMBER: SESSION,
    LineKind.SESSION: SESSION,
}


class SessionScreen(QWidget):
    """back_wanted: to the list of programmes; said(text): something to tell the leader."""

    back_wanted = Signal()
    said = Signal(str)

    def __init__(self, desk: OpenSession, today: date, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._desk = desk
        self.back = Button("All programmes", self.back_wanted.emit)
        self.undo = Button("Undo", desk.workspace.history.undo)
        self.title = Label("", "title")
        self.when = Label("", "quiet")
        self.faces = Faces(FACES, "Faces of the session")
        self.planning = Planning(desk)
        self.beside = Beside(desk, lambda: self.planning.current)
        self.access = Access(desk, today)
        self.run_it = RunIt(desk, now)
        self.register = RegisterFace(desk)
        self.reflect = Reflect(desk)
        self.paper = Paper(lambda: desk.plan, desk.workspace.heard)
        self._recheck = QTimer(self, interval=RECHECK_AFTER, singleShot=True)
        self._recheck.timeout.connect(self.check)
        self._arrange()
        self._join()
        self._show_head(desk.plan)
        self._show_undo()
        self._recheck.start()

    def _join(self) -> None:
        self.faces.chosen.connect(self._show_face)
        self.planning.chosen.connect(self.beside.follow_activity)
        self.planning.edit_wanted.connect(self._edit_activity)
        self.beside.findings.line_wanted.connect(self.go_to)
        self.beside.findings.said.connect(lambda text: self.check())
        self.beside.not_kept.connect(self.said)
        self.beside.said.connect(self.said)
        self.access.said.connect(self.said)
        self.access.adaptation_wanted.connect(self._show_adaptation)
        self.access.barriers_wanted.connect(self._go_to_barriers)
        for part in (self.planning, self.run_it, self.register, self.reflect):
            part.said.connect(self.said)
        self.paper.saved.connect(lambda path: self.said.emit(f"Saved {path.name}"))
        self.paper.said.connect(self.said)
        self.paper.line_wanted.connect(self.go_to)
        self._desk.workspace.changed.connect(self._follow)
        self._desk.workspace.history.undoTextChanged.connect(self._show_undo)

    def _arrange(self) -> None:
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(14)
        self._split.addWidget(self.planning)
        self._split.addWidget(self.beside)
        self._split.setSizes([680, 470])
        self._face = Pages()
        for face in (self._split, self.access, self.run_it, self.register, self.reflect, self.paper):
            self._face.addWidget(face)
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

    @property
    def in_the_room(self) -> bool:
        """Whether the session is being run, so that no private word may stand anywhere in the window."""
        return self.faces.current == RUN_IT

    def begin_day(self, today: date) -> None:
        """Counts days from another day on."""
        self.access.begin_day(today)

    def check(self) -> None:
        """Asks HEARD about the plan as it is now."""
        self._recheck.stop()
        plan, heard = self._desk.plan, self._desk.workspace.heard()
        self.beside.findings.show_turns(conversation(plan, checks.run(plan, heard.plan_checks)))

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where something cannot be kept."""
        if self._desk.gone:
            return ""
        self.beside.save()
        return self.beside.problem or self.register.save() or self.reflect.save()

    def leave(self) -> None:
        """Keeps what is being typed and stops following changes."""
        self.save()
        self._recheck.stop()
        self.access.leave()
        self.run_it.leave()
        self.paper.leave()
        self._desk.workspace.changed.disconnect(self._follow)
        self._desk.workspace.history.undoTextChanged.disconnect(self._show_undo)

    def ask_and_save(self) -> None:
        """Shows the finished paper, asks where to, and writes it."""
        self.show_face(PAPER)
        self.paper.ask_and_save()

    def show_face(self, at: int, entry: Record | None = None) -> None:
        """Shows a face, with the focus where its work begins, or at an entry that was written while looking back."""
        self.faces.choose(at)
        starts: tuple[Callable[[], object], ...] = (
            partial(self.planning.view.setFocus, _BY_KEY),
            partial(self.access.view.setFocus, _BY_KEY),
            partial(self.run_it.setFocus, _BY_KEY),
            self.register.start,
            partial(self.reflect.start, entry),
            partial(self.paper.list.setFocus, _BY_KEY),
        )
        starts[at]()

    def go_to(self, line: Line) -> None:
        """Goes to the line of the plan that a finding speaks of."""
        self.faces.choose(PLAN)
        if line.kind in _PANEL_OF:
            self.beside.faces.choose(_PANEL_OF[line.kind])
            self._go_to_entry(line)
        else:
            self._go_to_activity(line)

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

    def _follow(self, changes: object) -> None:
        if self._desk.gone:
            self.back_wanted.emit()
            return
        self._show_head(self._desk.plan)
        self._refresh()
        self._recheck.start()

    def _refresh(self) -> None:
        """Shows the plan as it is now, on the face that is seen: the others wait until they are."""
        if self.faces.current == PLAN:
            self.planning.refresh(self._desk.plan)
            self.beside.follow()
        elif self.faces.current == RUN_IT:
            self.run_it.refresh()
        elif self.faces.current == REGISTER:
            self.register.refresh()
        elif self.faces.current == REFLECT:
            self.reflect.refresh()
        self.paper.refresh()

    def offers(self) -> tuple[tuple[str, Callable[[], object], str], ...]:
        """What the Session menu offers: words, what it does, and its keys."""
        shown = zip(_IN_MENU, _KEYS, strict=True)
        return (
            ("&Add activity", self.planning.add_below, "Ctrl+Return"),
            *((words, partial(self.show_face, n), keys) for n, (words, keys) in enumerate(shown)),
            ("Print for the roo&m…", self.paper.print_for_the_room, "Ctrl+Shift+P"),
            *((f"{name} panel", partial(self._go_to_panel, n), f"Ctrl+{n + 1}") for n, name in enumerate(PANELS)),
        )

    def _show_adaptation(self, activity: str, adaptation: str) -> None:
        self.go_to(Line(LineKind.ACTIVITY, activity, ""))
        if isinstance(panel := self.beside.panel, ActivityPanel):
            panel.adaptations.choose(adaptation)
            panel.adaptations.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_barriers(self) -> None:
        self._go_to_panel(SESSION)
        if isinstance(panel := self.beside.panel, SessionPanel) and "expects" in panel.details.fields:
            panel.details.fields["expects"].setFocus(Qt.FocusReason.TabFocusReason)

    def _go_to_panel(self, at: int) -> None:
        self.faces.choose(PLAN)
        self.beside.faces.choose(at)
        self.beside.faces.buttons[at].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_undo(self, text: str = "") -> None:
        """While it runs, what was done before is nobody's to read: it may say a name."""
        history = self._desk.workspace.history
        self.undo.say(f"Undo: {history.undoText()}")
        self.undo.setVisible(history.canUndo() and not self.in_the_room)

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
        self._show_undo()
        if self.in_the_room:
            self.said.emit("Private words are hidden here.")
        self._refresh()

    def _edit_activity(self) -> None:
        self.beside.faces.choose(ACTIVITY)
        if isinstance(panel := self.beside.panel, ActivityPanel):
            title = panel.basics.fields["title"].control
            title.setFocus(Qt.FocusReason.TabFocusReason)
            if isinstance(title, QLineEdit):
                title.selectAll()

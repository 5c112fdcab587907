"""One panel at a time beside the running order. A panel stays as it was left until what it is about changes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.ui.widgets.activity_panel import ActivityPanel, what_it_offers
from amie_planner.ui.widgets.basics import Card, Label, Pages, Scroll
from amie_planner.ui.widgets.detail import Stack
from amie_planner.ui.widgets.faces import Faces
from amie_planner.ui.widgets.findings_panel import FindingsPanel
from amie_planner.ui.widgets.form import Form
from amie_planner.ui.widgets.intentions_panel import IntentionsPanel
from amie_planner.ui.widgets.kit_panel import KitPanel
from amie_planner.ui.widgets.last_time_panel import LastTimePanel
from amie_planner.ui.widgets.people_panel import PeoplePanel
from amie_planner.ui.widgets.session_panel import SessionPanel
from amie_planner.ui.widgets.voice_panel import VoicePanel
from amie_planner.ui.workspace import OpenSession

PANELS = ("Activity", "HEARD", "Intentions", "People", "Voice", "Session", "Kit", "Last time")
ACTIVITY, HEARD, INTENTIONS, PEOPLE, VOICE, SESSION, KIT, LAST_TIME = range(len(PANELS))
_LEAST_LINES = 11


class Beside(Card):
    """not_kept(text): what was typed in a field that could not be kept was let go of; said(text): what was done."""

    not_kept = Signal(str)
    said = Signal(str)

    def __init__(self, desk: OpenSession, activity: Callable[[], str]) -> None:
        super().__init__()
        self._desk = desk
        self._activity = activity
        self.findings = FindingsPanel(desk)
        self.findings.said.connect(self.said)
        self.faces = Faces(PANELS, "Panels beside the running order")
        self._stack = Pages()
        self._stack.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        self._stack.addWidget(self.findings)
        self._made: dict[int, QWidget] = {HEARD: self.findings}
        self._made_for: dict[int, object] = {HEARD: None}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addWidget(self.faces)
        layout.addWidget(self._stack, 1)
        self.faces.chosen.connect(self._show)
        self._show(ACTIVITY)

    @property
    def panel(self) -> QWidget:
        """The panel that is shown."""
        shown = self._made[self.faces.current]
        return shown.widget() or shown if isinstance(shown, Scroll) else shown

    def save(self) -> None:
        """Keeps what is being typed."""
        if isinstance(self.panel, Stack | FindingsPanel):
            self.panel.save()

    @property
    def problem(self) -> str:
        """Why something typed is not kept, or nothing."""
        forms = (form for made in self._made.values() for form in made.findChildren(Form))
        return next((form.problem for form in forms if form.problem), "")

    def follow(self) -> None:
        """Shows the plan as it is now; a panel that is being typed in is not made anew."""
        at = self.faces.current
        if at not in self._made:
            return  # it is about to be made, and what was typed beside it is being kept first
        if self._made_for[at] != self._about(at) and not self._typing():
            self._show(at)
        elif isinstance(self.panel, Stack | KitPanel):
            self.panel.refresh()

    def follow_activity(self) -> None:
        """Shows the chosen activity, where activities are shown."""
        if self.faces.current == ACTIVITY:
            self._show(ACTIVITY)

    def _show(self, at: int) -> None:
        self.findings.save()
        for made in self._made.values():
            for stack in made.findChildren(Stack):
                stack.save()
        about = self._about(at)
        if at not in self._made or self._made_for[at] != about:
            self._make(at)
            self._made_for[at] = about
        self._stack.setCurrentWidget(self._made[at])
        if isinstance(self.panel, Stack | KitPanel):
            self.panel.refresh()

    def _about(self, at: int) -> object:
        if at == HEARD:
            return None
        return what_it_offers(self._desk.plan), self._activity() if at == ACTIVITY else ""

    def _make(self, at: int) -> None:
        old = self._made.pop(at, None)
        if old is not None:
            for form in old.findChildren(Form):
                if form.problem:
                    self.not_kept.emit(f"Not kept: {form.problem}")
            self._stack.removeWidget(old)
            old.deleteLater()
        self._made[at] = Scroll(self._panel(at), PANELS[at])
        self._stack.addWidget(self._made[at])

    def _panel(self, at: int) -> QWidget:
        if at == ACTIVITY:
            activity = self._activity()
            return ActivityPanel(self._desk, activity) if activity else Label("Choose or add an activity.", "quiet")
        kinds: dict[int, type[IntentionsPanel | PeoplePanel | VoicePanel | KitPanel | SessionPanel | LastTimePanel]] = {
            INTENTIONS: IntentionsPanel,
            PEOPLE: PeoplePanel,
            VOICE: VoicePanel,
            KIT: KitPanel,
            LAST_TIME: LastTimePanel,
            SESSION: SessionPanel,
        }
        made = kinds[at](self._desk)
        if isinstance(made, LastTimePanel):
            made.said.connect(self.said)
            button = self.faces.buttons[at]
            made.finished.connect(lambda: button.setFocus(Qt.FocusReason.OtherFocusReason))
        return made

    def _typing(self) -> bool:
        focused: QObject | None = self._stack.focusWidget()
        return isinstance(focused, QWidget) and focused.hasFocus() and self._stack.isAncestorOf(focused)

"""Between a session and the first plans: one that is empty starts from one, and a whole plan is kept as one."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from amie_planner.domain import plan_templates
from amie_planner.domain import words as said_as
from amie_planner.domain.edits.activities import keep_as_first_plan
from amie_planner.domain.edits.first_plans import start_from
from amie_planner.domain.records import PlanTemplate
from amie_planner.ui.models.activities import OpenPlans
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.from_library import FromShelf, names_nobody
from amie_planner.ui.workspace import OpenSession, Workspace, shortened

_NARROW = 48
"""Letters."""
_GOES_ALONG = (
    "What the session is for, its running order and what changes go along. People, what they said, verdicts, the "
    "register and notes stay here."
)
_WHERE = "You find it in the Library, under First plans, and where a new programme or an empty session starts from one."


class FromFirstPlans(FromShelf[PlanTemplate]):
    """A first plan for a session that is empty yet."""

    title, take = "Start from a first plan", "Start from it"

    def __init__(self, workspace: Workspace, setting: str, parent: QWidget | None = None) -> None:
        super().__init__(OpenPlans(workspace, setting), setting, parent)

    def _said(self, entry: PlanTemplate) -> str:
        titles = (fields.get("title") for fields in plan_templates.running_order(entry) if not fields.get("skip"))
        return said_as.listed(title for title in titles if title)


def ask_and_start(parent: QWidget, desk: OpenSession) -> str:
    """Asks for a first plan and has the session start from it; gives what was done. Raises AmieError."""
    asked = FromFirstPlans(desk.workspace, desk.plan.programme.setting or "", parent)
    if not asked.exec() or (plan := asked.chosen) is None:
        return ""
    desk.do(f"Start from ‘{shortened(plan.title)}’", start_from(desk.plan, plan))
    return f"Started from ‘{shortened(plan.title)}’. All of it can be changed."


class CalledWhat(QDialog):
    """What a first plan of the leader's own is to be called."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keep as a first plan")
        self.line = QLineEdit(title)
        self.line.setAccessibleName("Title of the first plan")
        self.line.setAccessibleDescription(f"{_WHERE} {_GOES_ALONG}")
        self.keep = Button("Keep it", self.accept, "main")
        self.keep.setDefault(True)
        words = Label("Title of the first plan", "strong")
        words.setBuddy(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addWidget(words)
        layout.addWidget(self.line)
        layout.addWidget(Label(_WHERE, "quiet"))
        layout.addWidget(Label(_GOES_ALONG, "quiet"))
        layout.addSpacing(8)
        layout.addLayout(Flow(self.keep, Button("Cancel", self.reject)))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _NARROW)
        self.line.textChanged.connect(lambda: self.keep.setEnabled(bool(self.title)))
        self.line.selectAll()
        self.line.setFocus()

    @property
    def title(self) -> str:
        """What was typed."""
        return self.line.text().strip()


def keep_plan(parent: QWidget, desk: OpenSession) -> str:
    """Asks what the plan is to be called and keeps it as a first plan; gives what was done. Raises AmieError."""
    asked = CalledWhat(desk.plan.session.title, parent)
    if not asked.exec():
        return ""
    title = asked.title
    _, changes = keep_as_first_plan(desk.workspace.own(PlanTemplate), desk.plan, title)
    if not names_nobody(parent, desk, changes):
        return ""
    desk.do(f"Keep ‘{shortened(title)}’ as a first plan", changes)
    return f"In your library, under First plans: {shortened(title)}"

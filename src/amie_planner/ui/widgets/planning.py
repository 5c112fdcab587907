"""The running-order card: minutes left, the bar to scale, the list, and what one does with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from amie_planner.domain import edits, words
from amie_planner.domain.changes import Change, revise
from amie_planner.domain.edits.activities import add_from_library
from amie_planner.domain.edits.running_order import duplicate_activity
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity
from amie_planner.domain.timing import timing
from amie_planner.ui.models import running_order
from amie_planner.ui.widgets import first_plans, from_library
from amie_planner.ui.widgets.activity_panel import remove_activity
from amie_planner.ui.widgets.basics import Button, Card, Label
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.from_library import FromLibrary
from amie_planner.ui.widgets.running_order import RunningOrderView
from amie_planner.ui.widgets.time_bar import TimeBar
from amie_planner.ui.workspace import OpenSession, shortened

_EMPTY = "The running order is empty. Add the first activity, take one from the library, or start from a first plan."
FROM_LIBRARY = "Ctrl+Shift+Return"
"""While the running order is in sight, wherever the focus is."""


class Planning(Card):
    """chosen(id of the activity, or nothing); edit_wanted: the form of the chosen one is asked for; said(text)."""

    chosen = Signal(str)
    edit_wanted = Signal()
    said = Signal(str)

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self._desk = desk
        self.left = Label("", "strong")
        self.setting_up = Label("", "quiet")
        self.bar = TimeBar()
        self.model = running_order.RunningOrderList(self)
        self.view = RunningOrderView(self.model)
        self.empty = Label(_EMPTY, "quiet")
        self.add = Button("Add activity", self.add_below)
        self.start = Button("Start from a first plan…", self.ask_and_start)
        self.from_library = Button("Add from the library…", self.ask_and_add)
        self.copy = Button("Duplicate", self.duplicate)
        self.up = Button("Move up", lambda: self.shift(-1))
        self.down = Button("Move down", lambda: self.shift(1))
        self.skip = Button("Plan B", self.toggle_skip)
        self.remove = Button("Remove", self.remove_chosen)
        self.keep = Button(from_library.KEEP, self.keep_chosen)
        self.keep_plan = Button("Keep as a first plan…", self.ask_and_keep_plan)
        QShortcut(QKeySequence(FROM_LIBRARY), self, self.ask_and_add)
        self._arrange()
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.view.edit_wanted.connect(self.edit_wanted)
        self.view.add_wanted.connect(self.add_below)
        self.view.remove_wanted.connect(self.remove_chosen)
        self.view.duplicate_wanted.connect(self.duplicate)
        self.view.move_wanted.connect(self.shift)
        self.view.place_wanted.connect(self.move_row)
        self.view.skip_wanted.connect(self.toggle_skip)
        self.refresh(desk.plan)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 12, 2, 8)
        layout.setSpacing(8)
        top = QVBoxLayout()
        top.setContentsMargins(14, 0, 14, 0)
        top.addWidget(self.left)
        top.addWidget(self.setting_up)
        top.addWidget(self.bar)
        top.addLayout(Flow(self.add, self.start, self.copy, self.up, self.down, self.skip, self.remove))
        top.addWidget(self.empty)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        below = QVBoxLayout()
        below.setContentsMargins(14, 0, 14, 0)
        below.addLayout(Flow(self.from_library, self.keep, self.keep_plan))
        layout.addLayout(below)

    @property
    def current(self) -> str:
        """The id of the chosen activity, or nothing."""
        row = self.model.at(self.view.currentIndex().row())
        return row.id if row else ""

    def refresh(self, plan: Plan) -> None:
        """Shows the plan as it is now; the chosen activity stays chosen."""
        rows, times = running_order.of_plan(plan)
        self.model.show(rows)
        self.left.setText(running_order.balance(times, plan.session.minutes))
        said = running_order.before_the_start(plan)
        self.setting_up.setText(said)
        self.setting_up.setVisible(bool(said))
        self.bar.show_times(times, self.current)
        for part in (self.empty, self.start):
            part.setVisible(not rows)
        for button in (self.copy, self.up, self.down, self.skip, self.remove):
            button.setVisible(bool(rows))
        if rows and not self.current:
            self.choose(rows[0].id)
        self._follow_chosen()
        self.view.scrollTo(self.view.currentIndex())

    def choose(self, activity: str) -> None:
        """Chooses an activity and brings it into sight."""
        index = self.model.index(self.model.find(activity))
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def add_below(self) -> None:
        """Adds an activity exactly here: below the chosen one, or at the end."""
        plan = self._desk.plan
        at = self.model.find(self.current) + 1 if self.current else len(plan.activities)
        id, changes = edits.add_activity(plan, at, title="New activity")
        self._desk.do("Add an activity", changes)
        self.choose(id)
        self.edit_wanted.emit()

    def ask_and_add(self) -> None:
        """Asks for an activity of the library and adds it exactly here: below the chosen one, or at the end."""
        asked = FromLibrary(self._desk.workspace, self._desk.plan.programme.setting or "", self)
        if not asked.exec() or (entry := asked.chosen) is None:
            return
        plan = self._desk.plan
        at = self.model.find(self.current) + 1 if self.current else len(plan.activities)
        id, changes = add_from_library(plan, at, entry)
        self._desk.do(f"Add ‘{shortened(entry.title)}’ from the library", changes)
        self.choose(id)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.said.emit(f"Added from the library: {shortened(entry.title)}")

    def ask_and_start(self) -> None:
        """Asks for a first plan that the session starts from, and goes to its first activity."""
        if done := first_plans.ask_and_start(self, self._desk):
            self.choose(self._desk.plan.activities[0].id)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.said.emit(done)

    def keep_chosen(self) -> None:
        """Keeps the chosen activity in the library, or copies back what was learned of it."""
        if (activity := self._activity()) is not None:
            self._tell(from_library.keep(self, self._desk, activity))

    def ask_and_keep_plan(self) -> None:
        """Keeps the plan as a first plan, with nobody in it."""
        self._tell(first_plans.keep_plan(self, self._desk))

    def _tell(self, done: str) -> None:
        self._follow_chosen()
        if done:
            self.said.emit(done)

    def duplicate(self) -> None:
        """Puts a copy of the chosen activity directly below it, and chooses the copy."""
        if (activity := self._activity()) is not None:
            id, changes = duplicate_activity(self._desk.plan, activity.id)
            self._do("Duplicate", activity, changes)
            self.choose(id)

    def shift(self, by: int) -> None:
        """Moves the chosen activity up (-1) or down (1)."""
        at = self.model.find(self.current)
        self.move_row(at, at + by)

    def move_row(self, row: int, to: int) -> None:
        """Moves one row of the list to another place in it; where there is no such place, it stays."""
        activities = self._desk.plan.activities
        if 0 <= row < len(activities) and 0 <= to < len(activities):
            activity = activities[row]
            self._do("Move", activity, edits.move_activity(self._desk.plan, activity.id, to))

    def toggle_skip(self) -> None:
        """Makes the chosen activity Plan B, or takes it back into the running order."""
        if (activity := self._activity()) is not None:
            text = "Take back into the plan" if activity.skip else "Keep as Plan B"
            self._do(text, activity, [revise(activity, skip=not activity.skip)])

    def remove_chosen(self) -> None:
        """Removes the chosen activity; undo brings it back."""
        at = self.model.find(self.current)
        if (activity := self._activity()) is not None:
            remove_activity(self._desk, activity)
            self.view.setCurrentIndex(self.model.index(min(at, self.model.rowCount() - 1)))
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, text: str, activity: Activity, changes: Sequence[Change]) -> None:
        self._desk.do(f"{text} ‘{shortened(words.activity_title(activity))}’", changes)

    def _activity(self) -> Activity | None:
        return next((a for a in self._desk.plan.activities if a.id == self.current), None)

    def _choose(self, current: QModelIndex) -> None:
        self._follow_chosen()
        self.bar.show_times(timing(self._desk.plan), self.current)
        self.chosen.emit(self.current)

    def _follow_chosen(self) -> None:
        at, last = self.model.find(self.current), self.model.rowCount() - 1
        activity = self._activity()
        offered = from_library.offered(self._desk, activity)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < last)
        for button in (self.copy, self.skip, self.remove):
            button.setEnabled(activity is not None)
        self.keep.say(offered or from_library.KEEP)
        self.keep.setEnabled(bool(offered))
        self.keep_plan.setEnabled(last >= 0)
        self.skip.say("Into the plan" if activity is not None and activity.skip else "Plan B")

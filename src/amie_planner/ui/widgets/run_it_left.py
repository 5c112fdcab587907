"""Asks when a session ended that was left running, so that nobody's laptop claims that it lasted all night."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout

from amie_planner.errors import AmieError
from amie_planner.ui.widgets.basics import Card, Label
from amie_planner.ui.widgets.fields import TimeField
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.run_it_buttons import BigButton

_ASKED = "Or the time when it ended"
_HINT = "Such as 10:45"


class LeftRunning(Card):
    """ended(time): when the leader says that it ended; refused(): a reason why that cannot be is shown."""

    ended = Signal(object)
    refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._planned = time()
        self.as_planned = BigButton("", lambda: self.ended.emit(self._planned), "main")
        self.when = TimeField()
        self.when.line.returnPressed.connect(self._end)
        self.then = BigButton("End it at that time", self._end)
        self.problem = Label("", "problem")
        asked = Label(_ASKED, "strong")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.addLayout(Flow(self.as_planned, spacing=10))
        layout.addWidget(asked)
        layout.addLayout(Flow(self.when, self.then, spacing=10))
        layout.addWidget(self.problem)
        self.say("")

    def offer(self, planned: time) -> None:
        """Offers the end that was planned."""
        self._planned = planned
        self.as_planned.say(f"End it at {planned:%H:%M}, as planned")

    def say(self, problem: str) -> None:
        """Says why a time cannot be, to who hears it too; nothing where all is well."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.when.called(_ASKED, problem or _HINT)
        if problem:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.problem, problem))
            self.refused.emit()

    def _end(self) -> None:
        try:
            when = self.when.value()
        except AmieError as error:
            self.say(f"{error.message} {error.hint}")
            return
        if when is None:
            self.say("Write the time when it ended.")
        else:
            self.ended.emit(when)

"""Away for longer: one person is marked absent in every session from a first to a last day, in one go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.domain import words
from amie_planner.domain.edits.register import away
from amie_planner.errors import AmieError
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.fields import DateField, TextField
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.form import Asked, Form
from amie_planner.ui.workspace import OpenSession, shortened

_ABOUT = "Marks them absent wherever they are expected and nothing is marked yet. Undo takes it all back."


@dataclass(frozen=True, slots=True)
class _Days:
    first: date | None = None
    last: date | None = None
    reason: str | None = None


class Away(QWidget):
    """Folded to a button until it is asked for. said(text): what was marked; closed(): it is folded again."""

    said = Signal(str)
    closed = Signal()

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self._desk = desk
        self._person, self._name = "", ""
        self._days = _Days()
        self.open_button = Button("Away for longer…", self.open)
        self.form = Form(_ASKED, lambda: self._days, self._keep)
        self.problem = Label("", "problem")
        self.main = Button("Mark as away", self._mark, "main")
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        for part in (Label("Away for longer", "strong"), Label(_ABOUT, "quiet"), self.form, self.problem):
            inside.addWidget(part)
        inside.addLayout(Flow(self.main, Button("Not now", self.close_up)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._inside)
        self._fold(True)

    def turn_to(self, person: str, name: str) -> None:
        """Somebody else is chosen: what was being typed about the one before is let go of, and that is said."""
        left, typed = self._name, self._last_typed()
        self._person, self._name = person, name
        self._clear()
        if typed and left:
            self.said.emit(f"{left} was not marked as away.")
        self._fold(True)

    def open(self) -> None:
        """Asks for the days, from the day of the session on."""
        self._days = replace(self._days, first=self._desk.plan.session.date)
        self.form.refresh()
        self._fold(False)
        self.form.fields["last" if self._days.first else "first"].setFocus(Qt.FocusReason.TabFocusReason)

    def close_up(self) -> None:
        """Folds it away again."""
        self._clear()
        self._fold(True)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in one of the boxes marks them as away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._inside.isVisible():
            self._mark()
        else:
            super().keyPressEvent(event)

    def _last_typed(self) -> bool:
        """Whether a last day or a reason stands in the open boxes."""
        if self._inside.isVisibleTo(self):
            self.form.save()
        return self._days.last is not None or bool(self._days.reason)

    def _clear(self) -> None:
        self.form.save()
        self.form.let_go()
        self._days = _Days()
        self.form.refresh()
        self._say("")

    def _fold(self, folded: bool) -> None:
        self.open_button.setVisible(folded)
        self._inside.setVisible(not folded)

    def _keep(self, name: str, words: str, value: Any) -> None:
        self._days = replace(self._days, **{name: value})

    def _mark(self) -> None:
        self.form.save()
        if self.form.problem:
            return
        try:
            self._say(self._marked())
        except AmieError as error:
            self._say(str(error))

    def _marked(self) -> str:
        """Marks them; the reason why that cannot be, or nothing. Raises AmieError."""
        first, last = self._days.first, self._days.last
        if first is None or last is None:
            raise AmieError("The days are not known yet.", "Write the first and the last day.")
        made = away(self._desk.series, self._person, first, last, self._days.reason)
        self._desk.do(f"‘{shortened(self._name)}’: away until {words.day_and_month(last, first)}", made)
        self.said.emit(f"{self._name}: absent in {words.sessions(len(made))}")
        self.close_up()
        return ""

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if problem:
            self.said.emit(problem)


_ASKED = (
    Asked("first", "First day away", DateField, "Day first, such as 8/9/2026."),
    Asked("last", "Last day away", DateField),
    Asked("reason", "Reason, if you want one", TextField),
)

"""The two steps of a return, one in place of the other: what it is to be, and what will leave under its heading."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amie_planner.ui.models.reports import Ready
from amie_planner.ui.widgets.basics import Button, Card, Label, Pages, Scroll
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.least import Least, LeastCard
from amie_planner.ui.widgets.return_choices import ReturnChoices
from amie_planner.ui.widgets.return_files import ReturnFiles
from amie_planner.ui.widgets.return_lists import ReportView
from amie_planner.ui.widgets.return_seen import ReturnSeen

_TITLE = "Reports"
_AROUND = 20, 14, 20, 6
_IN_CARD = 16, 10, 14, 8
_LEAST_LINES = 5


class ReturnSteps(Pages):
    """turned(): the other step is seen. show_wanted(): what will leave is asked for.

    It knows where the focus was, and gives it back when what had it comes back.
    """

    turned = Signal()
    show_wanted = Signal()

    def __init__(self, choices: ReturnChoices, seen: ReturnSeen, files: ReturnFiles, beside: Button) -> None:
        """`beside`: what else can be done with the choices."""
        super().__init__()
        self._choices, self._seen, self._files = choices, seen, files
        self._left: QWidget | None = None
        self._waits: QWidget | None = None
        """What has the focus instead of what had to leave it."""
        self.title, self.summary = Label(_TITLE, "title"), Label("", "quiet")
        self.change = Button("Change this return", self.turn_to_choices)
        self.show_it = Button("Show what will leave", self._show_it, "main")
        self._chosen = self._step_of_choices(beside)
        self._leaving = _Leaving(self._step_of_what_leaves(), "What will leave")
        self.addWidget(self._chosen)
        self.addWidget(self._leaving)

    def _step_of_choices(self, beside: Button) -> QWidget:
        inside = QVBoxLayout(card := Card())
        inside.setContentsMargins(*_IN_CARD)
        inside.addWidget(_Choosing(self._choices, "What the return is to be"), 1)
        inside.addLayout(Flow(self.show_it, beside, spacing=8))
        layout = QVBoxLayout(step := QWidget())
        layout.setContentsMargins(*_AROUND)
        layout.addWidget(Label(_TITLE, "title"))
        layout.addWidget(card, 1)
        return step

    def _step_of_what_leaves(self) -> QWidget:
        heading = QHBoxLayout()
        heading.addWidget(self.title, 1)
        heading.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout(card := LeastCard())
        inside.setContentsMargins(*_IN_CARD)
        inside.addWidget(self._seen, 1)
        inside.addWidget(self._files)
        layout = QVBoxLayout(step := Least())
        layout.setContentsMargins(*_AROUND)
        layout.addLayout(heading)
        layout.addWidget(self.summary)
        layout.addWidget(card, 1)
        return step

    def _show_it(self) -> None:
        self.show_wanted.emit()

    @property
    def what_leaves_is_seen(self) -> bool:
        """Else the choices are."""
        return self.currentWidget() is self._leaving

    def turn_to_what_leaves(self) -> None:
        """Shows what will leave in place of the choices, from its heading on, with the focus in its list."""
        self._leaving.verticalScrollBar().setValue(0)
        self._turn_to(self._leaving)
        self.take_focus()

    def turn_to_choices(self) -> None:
        """Shows the choices in place of what will leave; the focus is where something is to be mended."""
        self._turn_to(self._chosen)
        if not self._choices.go_to_problem():
            self._choices.which.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_to(self, step: QWidget) -> None:
        self._left = self._waits = None
        self.setCurrentWidget(step)
        self.turned.emit()

    def head(self, title: str, summary: str) -> None:
        """Says above what will leave which return it is."""
        self.title.setText(f"{_TITLE}: {title}" if title else _TITLE)
        self.summary.setText(summary)

    def take_focus(self) -> None:
        """From what is about to go."""
        if not self.what_leaves_is_seen:
            self.show_it.setFocus()
            return
        self._seen.go_to_list()
        if not self._seen.is_listed:
            self._left, self._waits = self._left or self._seen.view, self._seen.list

    def hold_back(self) -> None:
        """What is seen is out of date: nothing of it can be saved, copied or gone to."""
        files, seen = self._files, self._seen
        self._leave(files.workbook, files.csv, files.cover, seen.tables.copy, seen.missing.go)
        files.show_ready(None)
        seen.hold_back()

    def clear(self) -> None:
        """What was out of date is not seen any more."""
        self._leave(self._seen.view, self._seen.tables.says.view, to=self._seen.face)
        self._seen.show_found(None)

    def show_ready(self, ready: Ready) -> None:
        """What will leave is worked out. What had the focus has it again, unless the leader has gone on."""
        self._files.show_ready(ready)
        self._seen.show_found(ready)
        left, waits = self._left, self._waits
        self._left = self._waits = None
        if left is not None and waits is not None and waits.hasFocus() and left.isVisible():
            left.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self, *going: QWidget, to: QWidget | None = None) -> None:
        """What is about to go leaves the focus to what stays in its place."""
        for widget in going:
            if widget.hasFocus():
                stays = to if to is not None else self._seen.list
                self._left = self._left if widget is self._waits else widget
                self._waits = stays
                stays.setFocus(Qt.FocusReason.OtherFocusReason)
                return


class _Choosing(Scroll):
    """Asks for a few lines of the choices, at any text size."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().lineSpacing() * _LEAST_LINES)


class _Leaving(Scroll):
    """Brings the chosen row of a list into sight and not all of the list, so that the heading above it stays."""

    def _show(self, widget: QWidget) -> None:
        if isinstance(widget, ReportView):
            widget.bring_row_into_sight()
        else:
            super()._show(widget)

"""What the screens of a programme's entries share: which programme, a list at the left, and one form at the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amie_planner.domain.plan import Series
from amie_planner.ui.models.rows import Row, RowList
from amie_planner.ui.widgets.basics import Button, Card, Label, Scroll
from amie_planner.ui.widgets.blocks import BlockView
from amie_planner.ui.widgets.detail import Stack
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.programme_choice import ProgrammeChoice
from amie_planner.ui.workspace import OpenProgramme, Workspace

_LEAST_LINES = 6
"""Lines of the list and of the form that are in sight at least."""
_BESIDE_SCROLL_BAR = 10
"""Device-independent pixels."""

F = TypeVar("F", bound=Stack)


class ProgrammeScreen(QWidget, Generic[F]):
    """A screen has its own `view` of `rows` and its own way to `add`; it says what is listed and what is shown.

    said(text): something to tell the leader. back_wanted(): to Reports, for whoever came from there.
    """

    said = Signal(str)
    back_wanted = Signal()
    view: BlockView
    add: Button

    def __init__(self, workspace: Workspace, today: date, form_called: str) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._workspace = workspace
        self._today = today
        self._form_called = form_called
        self.back = Button("Back to Reports", self.back_wanted.emit)
        self.back.hide()
        self.choice = ProgrammeChoice()
        self.rows: RowList[Any] = RowList(self)
        self.empty = Label("", "quiet")
        self.title = Label("", "section")
        self.form: F | None = None
        self._scroll: Scroll | None = None
        self._shown = ""
        self._offered: object = None
        self._listing = False

    def _arrange(self, heading: str, left: Card, shares: tuple[int, int], *buttons: Button) -> None:
        """Buttons follow the one that adds. The cards of the list and of the form share the width so."""
        self.view.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        self._right = Card()
        self._beside = QVBoxLayout(self._right)
        self._beside.setContentsMargins(18, 14, 8, 14)
        self._beside.addWidget(self.title)
        self._beside.addSpacing(4)
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(14)
        for card, share in zip((left, self._right), shares, strict=True):
            side_by_side.addWidget(card, share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 12)
        layout.addWidget(Label(heading, "title"))
        layout.addLayout(Flow(self.back, self.choice.label, self.choice, self.add, *buttons, spacing=10))
        layout.addSpacing(4)
        layout.addLayout(side_by_side, 1)
        self.choice.edited.connect(self.refresh)
        self.view.selectionModel().currentChanged.connect(lambda now, before: self._move_on())
        self._workspace.changed.connect(lambda changes: self.refresh() if self.isVisible() else None)

    def _listed(self, series: Series) -> Sequence[Row]:
        """The rows of the list."""
        raise NotImplementedError

    def _why_empty(self, series: Series | None) -> str:
        """What is said where nothing is listed."""
        raise NotImplementedError

    def _look_for(self, id: str) -> None:
        """Has an entry listed that is there and not in the list."""
        raise NotImplementedError

    def _show(self, id: str) -> None:
        """Shows the chosen entry, or that there is none, by `_show_form` or `_close_form`."""
        raise NotImplementedError

    def _made(self, desk: OpenProgramme, id: str) -> F:
        """A form about an entry."""
        raise NotImplementedError

    def _turned(self, form: F, id: str) -> bool:
        """Turns the form that is there to another entry, where that can be."""
        return False

    def begin_day(self, today: date) -> None:
        """Counts days from another day on."""
        self._today = today
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen is shown now."""
        super().showEvent(event)
        self.refresh()

    @property
    def programme(self) -> str:
        """The id of the chosen programme, or nothing."""
        return self.choice.value() or ""

    @property
    def chosen(self) -> str:
        """The id of the chosen entry, or nothing."""
        row = self.rows.at(self.view.currentIndex().row())
        return row.id if row else ""

    def choose(self, id: str) -> None:
        """Chooses an entry of the list; its form follows."""
        index = self.rows.index(self.rows.find(id))
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def go_to(self, programme: str, id: str) -> None:
        """Shows an entry of any programme, whatever was looked for before."""
        self.save()
        self.choice.offer(self._workspace.programmes())
        self.choice.show_value(programme)
        self.refresh()
        if self.rows.find(id) == -1:
            self._look_for(id)
        self.choose(id)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> str:
        """Keeps what is being typed; gives the reason where something cannot be kept."""
        if self.form is None:
            return ""
        self.form.save()
        return self.form.problem

    def refresh(self) -> None:
        """Shows the entries of the chosen programme as they are now."""
        self.choice.offer(self._workspace.programmes())
        series = self._series()
        rows = self._listed(series) if series else ()
        self._listing = True  # whatever is chosen while rows come and go is shown once, at the end
        self.rows.show(rows)
        if rows and not self.chosen:
            self.choose(rows[0].id)
        self._listing = False
        self.empty.setText(self._why_empty(series))
        self.empty.setVisible(not rows)
        self.view.setVisible(bool(rows))
        self.add.setEnabled(series is not None)
        self._show(self.chosen)

    def _back_to_list(self) -> None:
        """After an entry has gone: to the list, or to adding where it is empty."""
        self.refresh()
        (self.view if self.rows.rowCount() else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _series(self) -> Series | None:
        return self._workspace.series(self.programme) if self.programme else None

    def _move_on(self) -> None:
        if not self._listing:
            self._show(self.chosen)

    def _show_form(self, id: str, offered: object) -> None:
        """The form stays while it may: until it would hold what cannot be kept, or offer what has gone."""
        offered = (self.programme, offered)
        if self.form is None or offered != self._offered or (id != self._shown and not self._turned(self.form, id)):
            self._close_form()
            self.form = self._made(OpenProgramme(self._workspace, self.programme), id)
            self._offered = offered
            self._open(self.form)
        elif id == self._shown:
            self.form.refresh()
        elif self._scroll is not None:
            self._scroll.verticalScrollBar().setValue(0)
        self._shown = id

    def _open(self, form: F) -> None:
        form.setContentsMargins(0, 0, _BESIDE_SCROLL_BAR, 0)
        self._scroll = Scroll(form, self._form_called)
        self._scroll.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        self._beside.addWidget(self._scroll, 1)

    def _close_form(self) -> None:
        if problem := self.save():
            self.said.emit(f"Not kept: {problem}")
        if self._scroll is not None:
            self._beside.removeWidget(self._scroll)
            self._scroll.hide()
            self._scroll.deleteLater()
        self.form = self._scroll = None

"""Who can join in where: the gaps in one sentence, and the access grid to answer them in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from amie_planner.domain import words
from amie_planner.domain.access_grid import GridCell, open_cells
from amie_planner.domain.changes import Change
from amie_planner.domain.edits import access as edits
from amie_planner.domain.gaps import Proposal, best_change, in_a_sentence
from amie_planner.domain.library import Shelf, shelf
from amie_planner.domain.means import Means
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Adaptation, ByDesign, LibraryAdaptation
from amie_planner.ui.models.access_table import SHAPES, AccessTable
from amie_planner.ui.models.picks import BY_DESIGN, Choices, Pick
from amie_planner.ui.widgets.access_picker import Picker
from amie_planner.ui.widgets.access_view import AccessView
from amie_planner.ui.widgets.basics import Button, Card, Label
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.workspace import OpenSession, shortened

_KEYS = (
    "Arrows move · Enter chooses, Shift+Enter there for all alike · D by design · Delete takes away · "
    "N next gap · G adds that"
)


class Access(Card):
    """said(text): what was done; adaptation_wanted(activity, adaptation): its form; barriers_wanted(): to choose."""

    said = Signal(str)
    adaptation_wanted = Signal(str, str)
    barriers_wanted = Signal()

    def __init__(self, desk: OpenSession, today: date) -> None:
        super().__init__()
        self._desk = desk
        self._today = today
        self._shelf: Shelf | None = None
        self._proposal: Proposal | None = None
        self.gaps = Label("", "strong")
        self.add_that = Button("Add that", self.add_proposed)
        self.next = Button("Next gap", self._go_to_next)
        self.legend = Label("   ".join(f"{shape} {answer}" for answer, shape in SHAPES.items()), "quiet", wrap=False)
        self.empty = Label("", "quiet")
        self.barriers = Button("Say which barriers you expect", self.barriers_wanted.emit)
        self.model = AccessTable(self)
        self.view = AccessView(self.model)
        self.keys = Label(_KEYS, "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 10)
        layout.setSpacing(8)
        layout.addWidget(self.gaps)
        layout.addLayout(Flow(self.add_that, self.next, self.legend, spacing=14))
        layout.addWidget(self.empty)
        layout.addLayout(Flow(self.barriers))
        layout.addWidget(self.view, 100)
        layout.addWidget(self.keys)
        layout.addStretch(1)
        self.view.chosen.connect(self.choose)
        self.view.by_design.connect(self.toggle_by_design)
        self.view.take_away.connect(self.take_away)
        self.view.proposed.connect(self.add_proposed)
        desk.workspace.changed.connect(self._follow)

    def leave(self) -> None:
        """Stops following changes."""
        self._desk.workspace.changed.disconnect(self._follow)

    def begin_day(self, today: date) -> None:
        """Counts days from another day on."""
        self._today = today
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Shows the plan as it is now."""
        plan = self._desk.plan
        self.model.show(plan)
        taken = {d.library for d in plan.adaptations if d.library}
        self._proposal = best_change(self._open, self._within_reach(plan), self._desk.workspace.tried(), taken)
        self.gaps.setText(in_a_sentence(self._open, self._proposal, plan) if self._asked else "")
        self.gaps.setVisible(bool(self._asked))
        self.add_that.setVisible(self._proposal is not None)
        self.next.setVisible(bool(self._open))
        self._say_empty(plan)
        if not self.view.currentIndex().isValid():
            first = self.model.next_open(QModelIndex())
            self.view.setCurrentIndex(first if first.isValid() else self.model.index(0, 0))

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen is shown now."""
        super().showEvent(event)
        self.refresh()

    @property
    def _open(self) -> tuple[GridCell, ...]:
        return open_cells(self.model.grid)

    @property
    def _asked(self) -> bool:
        return any(row.need.asks and row.cells for row in self.model.grid)

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(isinstance(change.record, LibraryAdaptation) for change in changes):
            self._shelf = None
        if self.isVisible() and not self._desk.gone:
            self.refresh()

    def _say_empty(self, plan: Plan) -> None:
        nobody = not self.model.grid
        words_for_it = (
            "Nobody is listed. Add people, or say which barriers you expect: then they stand here."
            if nobody
            else ""
            if plan.counted
            else "The running order is empty. Add an activity first."
        )
        self.empty.setText(words_for_it)
        self.empty.setVisible(bool(words_for_it))
        self.barriers.setVisible(not plan.expected)
        for part in (self.view, self.legend, self.keys):
            part.setVisible(not nobody and bool(plan.counted))

    def shelf(self) -> Shelf:
        """Everything on the leader's shelf."""
        if self._shelf is None:
            self._shelf = Shelf(shelf(self._desk.workspace.library()))
        return self._shelf

    def choose(self) -> None:
        """Opens the picker for the chosen cell."""
        cell = self._current()
        if cell is None:
            return
        plan = self._desk.plan
        choices = Choices(plan, cell, self.shelf(), self._desk.workspace.tried(), Means.of(plan, self._today))
        picker = Picker(self, choices)
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picker.picked.connect(lambda pick, everywhere: self._take(cell, pick, everywhere))
        picker.finished.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        picker.open_beside(self.view.visualRect(self.view.currentIndex()), self.view.viewport())

    def toggle_by_design(self) -> None:
        """Says that the activity meets it as it is; again takes that back."""
        cell = self._current()
        if cell is not None and (changes := edits.meet_by_design(self._desk.plan, cell)):
            self._do(f"By design in ‘{_title(cell)}’", changes)
        elif cell is not None:
            self._take_away(replace(cell, by=tuple(by for by in cell.by if isinstance(by, ByDesign))))

    def take_away(self) -> None:
        """Takes the answer of the chosen cell away."""
        self._take_away(self._current())

    def _take_away(self, cell: GridCell | None) -> None:
        if cell is not None and cell.by:
            changes = edits.take_answer_away(self._desk.series, self._desk.plan, cell)
            self._do(f"Take the answer away in ‘{_title(cell)}’", changes)

    def add_proposed(self) -> None:
        """Adds the change that answers most, wherever it does."""
        if self._proposal is not None:
            entry = self._proposal.entry
            changes = edits.answer(self._desk.plan, self._proposal.cells, entry)
            self._do(f"Add ‘{shortened(entry.title)}’", changes)
            self._go_to_next()

    def _take(self, cell: GridCell, pick: Pick, everywhere: bool) -> None:
        if pick.held and isinstance(pick.source, Adaptation):
            self.adaptation_wanted.emit(cell.activity.id, pick.source.id)
        elif pick.id == BY_DESIGN:
            self._meet(cell, everywhere=everywhere)
        elif pick.source is not None:
            changes = edits.answer(self._desk.plan, self._cells(cell, everywhere=everywhere), pick.source)
            self._do(f"Add ‘{shortened(pick.text)}’", changes)

    def _meet(self, cell: GridCell, *, everywhere: bool) -> None:
        plan = self._desk.plan
        changes: list[Change] = []
        for each in self._cells(cell, everywhere=everywhere):
            made = edits.meet_by_design(plan, each)
            plan = self._desk.series.after([*changes, *made]).plan(plan.session.id)
            changes += made
        self._do(f"By design in ‘{_title(cell)}’", changes)

    def _cells(self, cell: GridCell, *, everywhere: bool) -> tuple[GridCell, ...]:
        if not everywhere:
            return (cell,)
        row = next(row for row in self.model.grid if row.need.id == cell.need.id)
        return tuple(each for each in row.cells if each.is_open or each == cell)

    def _do(self, text: str, changes: Sequence[Change]) -> None:
        self._desk.do(text, changes)
        self.said.emit(f"✓ Saved. {self.gaps.text()}")

    def _current(self) -> GridCell | None:
        cell = self.model.cell(self.view.currentIndex())
        return cell if cell is not None and cell.answer is not None else None

    def _go_to_next(self) -> None:
        self.view.go_to_next_open()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _within_reach(self, plan: Plan) -> list[LibraryAdaptation]:
        means = Means.of(plan, self._today)
        return [entry for entry in self.shelf().entries if means.reaches(entry) and not means.is_late(entry)]


def _title(cell: GridCell) -> str:
    return shortened(words.activity_title(cell.activity))

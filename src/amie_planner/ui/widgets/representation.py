"""Who is here beside who lives or learns nearby, question by question over a period, and what to hold it beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from amie_planner.domain.plan import Series
from amie_planner.domain.records import InProgramme, Record
from amie_planner.errors import AmieError
from amie_planner.returns import monitored
from amie_planner.returns.baselines_local import Area, LocalTable, read
from amie_planner.returns.monitored_baselines import Offered, offered
from amie_planner.returns.monitoring_questions import MonitoringQuestion
from amie_planner.ui.models.periods import school_years
from amie_planner.ui.models.representation import NONE_YET, NOT_COMPARED, FigureRow, Shown, compared, counted
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.models.working_out import WorkingOut
from amie_planner.ui.widgets.basics import Button, Card, Label, Scroll
from amie_planner.ui.widgets.blocks import BlockView
from amie_planner.ui.widgets.choose_area import ask_area
from amie_planner.ui.widgets.fields import DateField
from amie_planner.ui.widgets.fitted_view import FittedView
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.monitoring_rows import figure, one_line, two_lines
from amie_planner.ui.widgets.starting import TwoLines
from amie_planner.ui.widgets.tick_box import TickBox

_NOTHING_ASKED = "Nothing is asked yet. Choose under Questions what young people are asked."
_READING = "Reading the table…"
_LEAST_LINES = 6
_MOST_GROUPS = 30


@dataclass(frozen=True, slots=True)
class Held:
    """What there is to show: the programme, what is kept apart of it, and the local tables."""

    series: Series
    kept: Sequence[InProgramme]
    local: Sequence[Record]


class RepresentationPage(QWidget):
    """beside_chosen(question, baseline); heard_chosen(question): HEARD is told of it; loaded(table, area);
    let_go(baseline): a local table is to go; said(text): something to tell the leader."""

    beside_chosen = Signal(str, str)
    heard_chosen = Signal(str)
    loaded = Signal(object, object)
    let_go = Signal(str)
    said = Signal(str)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._held: Held | None = None
        self._filling = False
        self.reading = WorkingOut(self)
        self.first, self.last = DateField(), DateField()
        [year] = school_years([today])
        self.first.show_value(year.first)
        self.last.show_value(year.last)
        self.problem = Label("", "problem")
        self.problem.hide()
        self.rows: RowList[TwoLines] = RowList(self)
        self.view = BlockView(self.rows, "Questions that are asked", two_lines)
        self.view.setObjectName("plain")
        self.empty = Label(_NOTHING_ASKED, "quiet")
        self.title, self.response, self.refusal = Label("", "section"), Label(""), Label("", "strong")
        self.groups: RowList[FigureRow] = RowList(self)
        self.figures = FittedView(self.groups, "Groups", figure, _MOST_GROUPS)
        self.figures.setObjectName("plain")
        self.beside_title, self.about = Label("Held beside", "strong"), Label("", "quiet")
        self.choices: RowList[TwoLines] = RowList(self)
        self.choice = FittedView(self.choices, "Held beside", one_line)
        self.heard = TickBox("HEARD is told of this question")
        self.load = Button("Load a local table…", self.ask_and_load)
        self.remove = Button("Let go of this local table", self._let_go)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        asked = []
        for name, field in (("From", self.first), ("To", self.last)):
            field.called(name, "Day first, such as 1/9/2026.")
            label = Label(name, "strong", wrap=False)
            label.setBuddy(field.control)
            asked += [label, field]
        left, self._right = Card(), Card()
        within = QVBoxLayout(left)
        within.setContentsMargins(14, 14, 14, 14)
        within.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        within.addWidget(self.view, 1)
        self.view.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        around = QVBoxLayout(self._right)
        around.setContentsMargins(18, 14, 8, 14)
        scroll = Scroll(self._of_one(), "The chosen question")
        scroll.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        around.addWidget(scroll)
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(14)
        side_by_side.addWidget(left, 4)
        side_by_side.addWidget(self._right, 7)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(Flow(*asked, self.load, spacing=12))
        layout.addWidget(self.problem)
        layout.addLayout(side_by_side, 1)

    def _of_one(self) -> QWidget:
        inside = QWidget()
        within = QVBoxLayout(inside)
        within.setContentsMargins(0, 0, 10, 0)
        within.setSpacing(6)
        for part in (self.title, self.response, self.refusal, self.figures):
            within.addWidget(part)
        within.addSpacing(8)
        for part in (self.beside_title, self.choice, self.about):
            within.addWidget(part)
        within.addWidget(self.heard)
        within.addLayout(Flow(self.remove))
        within.addStretch(1)
        return inside

    def _connect(self) -> None:
        self.reading.worked_out.connect(self._read)
        self.reading.taking_long.connect(lambda: self.said.emit(_READING))
        for field in (self.first, self.last):
            field.edited.connect(self.refresh)
        self.view.selectionModel().currentChanged.connect(lambda now, before: self._move_on())
        self.choice.selectionModel().currentChanged.connect(self._choose_beside)
        self.heard.clicked.connect(self._choose_heard)

    def show_held(self, held: Held) -> None:
        """Shows the figures of what is kept now."""
        self._held = held
        self.refresh()

    def refresh(self) -> None:
        """Counts again, for the period as it is typed."""
        try:
            period = self._period()
        except AmieError as error:
            self.say(str(error))
            return
        self.say("")
        held = self._held
        if held is None:
            return
        questions = monitored.questions_asked(held.kept)
        rows = [TwoLines(q.id, q.label, self._found(held, q, period)[1].in_short) for q in questions]
        self._filling = True
        self.rows.show(rows)
        if rows and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.rows.index(0))
        self._filling = False
        self.empty.setVisible(not rows)
        self.view.setVisible(bool(rows))
        self._show()

    def say(self, problem: str) -> None:
        """Says what is amiss with the period or a table."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def choose(self, question: str) -> None:
        """Chooses a question of those that are asked."""
        self.view.setCurrentIndex(self.rows.index(self.rows.find(question)))

    def ask_and_load(self) -> None:
        """Asks for a file and an area of it."""
        name, _ = QFileDialog.getOpenFileName(self, "Load a local table", "", "CSV (*.csv)")
        if name:
            self.load_from(Path(name))

    def load_from(self, path: Path) -> None:
        """Reads a table as the ONS or the DfE publish it, beside the window: a large one takes seconds."""
        self.say("")
        self.reading.ask(lambda: _table(path))

    def leave(self) -> None:
        """Reads no further."""
        self.reading.drop()

    def _read(self, found: LocalTable | str) -> None:
        """Asks for the area of a table; what is amiss with it is said in one sentence."""
        if isinstance(found, str):
            self.say(found)
            self.said.emit(found)
            return
        area: Area | None = found.areas[0] if len(found.areas) == 1 else ask_area(self, found.areas)
        if area is not None:
            self.loaded.emit(found, area)

    def _period(self) -> tuple[date, date]:
        first, last = self.first.value(), self.last.value()
        if first is None or last is None:
            raise AmieError("A period needs its first and its last day.", "Write both.")
        if first > last:
            raise AmieError("The period ends before it begins.", "Change one of the two days.")
        return first, last

    def _found(
        self, held: Held, question: MonitoringQuestion, period: tuple[date, date]
    ) -> tuple[Offered | None, Shown]:
        """What a question is held beside, and what is said of it."""
        beside = monitored.chosen(held.kept, question, held.local)
        if beside is None:
            return None, counted(monitored.counts(held.series, held.kept, question, *period))
        return beside, compared(monitored.beside(held.series, held.kept, question, beside.baseline, *period))

    @property
    def _question(self) -> MonitoringQuestion | None:
        row = self.rows.at(self.view.currentIndex().row())
        asked = monitored.questions_asked(self._held.kept) if self._held else ()
        return next((question for question in asked if row and question.id == row.id), None)

    def _move_on(self) -> None:
        """Shows the question that was chosen; while the days make no period, nothing of the one before stays there."""
        if self._filling:
            return
        try:
            self._show()
        except AmieError as error:
            self._right.hide()
            self.say(str(error))

    def _show(self) -> None:
        held, question = self._held, self._question
        self._right.setVisible(question is not None)
        if held is None or question is None:
            return
        beside, shown = self._found(held, question, self._period())
        self.title.setText(question.label)
        for label, text in ((self.response, shown.response), (self.refusal, shown.refusal)):
            label.setText(text)
            label.setVisible(bool(text))
        self.groups.show(shown.rows)
        self.figures.setVisible(bool(shown.rows))
        self.figures.fit()
        self._show_beside(held, question, beside)
        told = monitored.told_to_heard(held.kept, held.local)
        self.heard.setVisible(beside is not None)
        self.heard.setChecked(told is not None and told.id == question.id)

    def _show_beside(self, held: Held, question: MonitoringQuestion, beside: Offered | None) -> None:
        self._filling = True
        self.choices.show([TwoLines(each.id, each.short, "") for each in offered(question, held.local)])
        at = self.choices.find(beside.id) if beside else -1
        self.choice.setCurrentIndex(self.choices.index(at) if at >= 0 else QModelIndex())
        self._filling = False
        for part in (self.beside_title, self.choice):
            part.setVisible(beside is not None)
        self.choice.fit()
        nothing = NONE_YET if question.compared_with else NOT_COMPARED
        self.about.setText(f"{beside.about[:1].upper()}{beside.about[1:]}." if beside else nothing)
        self.remove.setVisible(beside is not None and beside.is_local)

    def _choose_beside(self, now: QModelIndex) -> None:
        question, row = self._question, self.choices.at(now.row())
        if not self._filling and question is not None and row is not None:
            self.beside_chosen.emit(question.id, row.id)

    def _choose_heard(self) -> None:
        """HEARD is always told of one question, where one can be compared: its tick cannot be taken away."""
        self.heard.setChecked(True)
        if (question := self._question) is not None:
            self.heard_chosen.emit(question.id)

    def _let_go(self) -> None:
        row = self.choices.at(self.choice.currentIndex().row())
        if row is not None:
            self.let_go.emit(row.id)


def _table(path: Path) -> LocalTable | str:
    """The table of a file, or why it cannot be read."""
    try:
        return read(path.read_bytes())
    except OSError:
        return "This file cannot be read. Choose another one."
    except AmieError as error:
        return str(error)

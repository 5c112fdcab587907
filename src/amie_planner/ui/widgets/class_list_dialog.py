"""A class list before anything happens: how it was read, what to look at, each column and row; then all or nobody."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QVBoxLayout, QWidget

from amie_planner.errors import AmieError
from amie_planner.ui.models.class_list import Proposal
from amie_planner.ui.models.class_list_rows import ProblemRow, how_read, people, problem_row, why_nobody
from amie_planner.ui.models.long_list import LongList
from amie_planner.ui.widgets.basics import Button, Card, Label, Scroll
from amie_planner.ui.widgets.blocks import PAD, Block, text_block
from amie_planner.ui.widgets.class_list_columns import ColumnsCard
from amie_planner.ui.widgets.class_list_people import PeopleCard
from amie_planner.ui.widgets.fitted_view import FittedView
from amie_planner.ui.widgets.flow import Flow

_WIDE, _HIGH = 118, 36
"""Average letters across and lines down."""
_SIDE_BY_SIDE = 88
"""Average letters across from which columns and people stand side by side."""
_MOST_PROBLEMS_SHOWN = 3


class ClassListDialog(QDialog):
    """`proposal` is what was agreed to. Nothing is brought in here."""

    def __init__(self, proposal: Proposal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Bring in a class list")
        self.proposal = proposal
        self.problems = LongList(lambda numbered: problem_row(self.proposal.reading, *numbered), self)
        self.looked_at = _ProblemView(self.problems)
        self.columns, self.people = ColumnsCard(), PeopleCard(proposal)
        self.reason = Label("", "problem")
        self.main = Button("", self.accept, "main")
        self.main.setDefault(True)
        self._arrange(Label(how_read(proposal.reading)))
        self.columns.chosen.connect(self._choose)
        self.people.turned.connect(self._turn)
        self._show_list()
        self.resize(self.sizeHint())
        self._first.setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self, read: Label) -> None:
        self._to_look_at = Card()
        within = QVBoxLayout(self._to_look_at)
        within.setContentsMargins(14, 12, 14, 14)
        within.addWidget(Label("To look at first", "section"))
        within.addWidget(self.looked_at)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(12)
        self._beside.addWidget(self.columns, 5)
        self._beside.addWidget(self.people, 7)
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(20, 16, 20, 6)
        whole.setSpacing(12)
        whole.addWidget(read)
        whole.addWidget(self._to_look_at)
        whole.addLayout(self._beside, 1)
        below = QVBoxLayout()
        below.setContentsMargins(20, 4, 20, 16)
        below.addWidget(self.reason)
        below.addLayout(Flow(self.main, Button("Cancel", self.reject)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Scroll(inside, "The class list"), 1)
        layout.addLayout(below)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wanted = QSize(metrics.averageCharWidth() * _WIDE, metrics.lineSpacing() * _HIGH)
        return wanted.boundedTo(self.screen().availableSize() - QSize(40, 40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns and people stand under one another where there is little room."""
        super().resizeEvent(event)
        wide = event.size().width() >= self.fontMetrics().averageCharWidth() * _SIDE_BY_SIDE
        direction = QBoxLayout.Direction
        self._beside.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    @property
    def _first(self) -> QWidget:
        """The first thing to decide on, else the button that does it."""
        if self.problems.rows:
            return self.looked_at
        if self.proposal.reading.matches or not self.proposal.count:
            return self.people.view
        return self.main

    def _choose(self, at: int, field: str | None) -> None:
        try:
            self.proposal = self.proposal.choose(at, field)
        except AmieError as error:
            self._show_list()
            self._say_reason(str(error))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.reason, str(error)))
            return
        self._show_list()
        self.columns.say()

    def _turn(self, row: int) -> None:
        self.proposal = self.proposal.turn(row)
        self.people.follow(self.proposal, row)
        self._show_outcome()
        self.people.say(self.main.accessibleName())

    def _show_list(self) -> None:
        reading = self.proposal.reading
        self.problems.begin(tuple(enumerate(reading.problems)))
        self.looked_at.setCurrentIndex(self.problems.index(0))
        self._to_look_at.setVisible(bool(reading.problems))
        self.looked_at.fit()
        self.columns.show_columns(reading)
        self.people.begin(self.proposal)
        self._show_outcome()

    def _show_outcome(self) -> None:
        count = self.proposal.count
        self.main.say(f"Bring in {people(count)}" if count else "Bring in nobody")
        self.main.setEnabled(bool(count))
        self._say_reason(why_nobody(self.proposal))

    def _say_reason(self, words: str) -> None:
        self.reason.setText(words)
        self.reason.setVisible(bool(words))
        self.main.setAccessibleDescription(words)


class _ProblemView(FittedView):
    """Enter decides nothing here."""

    def __init__(self, model: LongList[ProblemRow]) -> None:
        super().__init__(model, "To look at first", _blocks, _MOST_PROBLEMS_SHOWN)
        self.setObjectName("plain")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


def _blocks(row: ProblemRow, width: int, font: QFont) -> list[Block]:
    title = text_block("alert", row.text, font, PAD, PAD - 3, width - 2 * PAD)
    return [title, text_block("text", row.below, font, PAD, title.rect.bottom() + 2, width - 2 * PAD)]

"""HEARD beside the plan: a conversation in four words, whose lines lead to the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.checks.check import Answer, Finding
from amie_planner.ui.models.findings import SHAPES, FindingRow, FindingsList, rows
from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, text_block


class FindingsPanel(QWidget):
    """line_wanted(Line): the leader asked to go to a line of the plan."""

    line_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.model = FindingsList(self)
        self.view = _FindingsView(self.model)
        self.view.opened.connect(self._open)
        self.view.selectionModel().currentChanged.connect(self._explain)
        self._why = Label("", "quiet")
        self._unfolded: frozenset[str] = frozenset()
        self._findings: tuple[Finding, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._why)
        self._why.setContentsMargins(PAD, 2, PAD, 8)

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Shows findings; the place in the list and what is unfolded stay as they are."""
        self._findings = tuple(findings)
        self.model.show(rows(self._findings, self._unfolded))
        if not self.view.currentIndex().isValid():
            self._begin()

    def _begin(self) -> None:
        """Opens on the first thing that is worth a look."""
        first = next((n for n, row in enumerate(self.model.rows) if row.answer is Answer.WORTH_A_LOOK), 0)
        self.view.setCurrentIndex(self.model.index(first))
        self.view.scrollTo(self.model.index(max(first - 1, 0)), self.view.ScrollHint.PositionAtTop)

    def _open(self, index: QModelIndex) -> None:
        row = self.model.at(index.row())
        if row is None:
            return
        if row.line is not None:
            self.line_wanted.emit(row.line)
        elif row.kind == "fold" or row.answer is not Answer.WORTH_A_LOOK:
            self._unfolded ^= {row.id}
            self.show_findings(self._findings)
        else:
            self.view.setCurrentIndex(index.siblingAtRow(index.row() + 1))

    def _explain(self, current: QModelIndex) -> None:
        row = self.model.at(current.row())
        self._why.setText(row.why if row else "")
        self._why.setVisible(bool(row and row.why))


class _FindingsView(BlockView):
    """opened(index): by Enter, Space or a click."""

    opened = Signal(QModelIndex)

    def __init__(self, model: FindingsList) -> None:
        super().__init__(model, "HEARD, what the plan shows and what to ask", _blocks)
        self.setObjectName("plain")
        self.setAccessibleDescription("Enter shows the lines of a finding, and goes to a line.")
        self.clicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _blocks(row: FindingRow, width: int, font: QFont) -> Iterator[Block]:
    room = width - 2 * PAD
    if row.kind == "principle":
        yield text_block("heading", row.text, font, PAD, PAD, room)
        return
    shape = QFontMetrics(font).horizontalAdvance("◐  ")
    indent = PAD + shape
    if row.kind == "line":
        yield text_block("link", f"→ {row.text}", font, indent, 5, width - indent - PAD)
        return
    if row.answer is not None:
        look = "alert" if row.answer is Answer.WORTH_A_LOOK else "small"
        yield text_block(look, SHAPES[row.answer], font, PAD, 8, shape)
        said = text_block(look, row.answer, font, indent, 8, width - indent - PAD)
        yield said
        yield text_block("text", row.text, font, indent, said.rect.bottom() + 2, width - indent - PAD)
    else:
        yield text_block("quiet", row.text, font, indent, 8, width - indent - PAD)

"""Records for a hub: one row a session for a period, seen before it is saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from amie_planner.domain import words
from amie_planner.errors import AmieError
from amie_planner.returns.sessions_return import sessions_return
from amie_planner.returns.table import Column, Table, Value
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.basics import Button, Card, Label
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, text_block
from amie_planner.ui.widgets.fields import DateField
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.workspace import Workspace
from amie_planner.writing import write_whole


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One session as sentences: “column: value”, so that a screen reader can follow."""

    id: str
    text: str
    below: str

    @property
    def spoken(self) -> str:
        return f"{self.text}. {self.below}"


class ReportsScreen(QWidget):
    """said(text): something to tell the leader."""

    said = Signal(str)

    def __init__(self, workspace: Workspace, today: date) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._workspace = workspace
        self.first, self.last = DateField(), DateField()
        year = today.year if today.month >= 9 else today.year - 1
        self.first.show_value(date(year, 9, 1))
        self.last.show_value(date(year + 1, 8, 31))
        self.problem = Label("", "problem")
        self.save_button = Button("Save CSV…", self.ask_and_save, "main")
        self.about = Label("No session has a date in this period.", "quiet")
        self.rows: RowList[ReportRow] = RowList(self)
        self.view = BlockView(self.rows, "Sessions in the period", _blocks)
        self.view.setObjectName("plain")
        for field, name in ((self.first, "From"), (self.last, "To")):
            field.called(name, "Day first, such as 1/9/2026.")
            field.edited.connect(self.refresh)
        self._arrange()
        workspace.changed.connect(lambda changes: self.refresh() if self.isVisible() else None)

    def _arrange(self) -> None:
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(14, 14, 14, 14)
        asked = []
        for name, field in (("From", self.first), ("To", self.last)):
            label = Label(name, "strong", wrap=False)
            label.setBuddy(field.control)
            asked += [label, field]
        inside.addLayout(Flow(*asked, self.save_button, spacing=12))
        inside.addWidget(self.problem)
        inside.addWidget(self.about)
        inside.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 12)
        layout.addWidget(Label("Reports: one row a session", "title"))
        layout.addWidget(card, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """What is not seen is not worked out."""
        super().showEvent(event)
        self.refresh()

    def table(self) -> Table:
        """The return for the period as it is typed. Raises AmieError."""
        first, last = self.first.value(), self.last.value()
        if first is None or last is None:
            raise AmieError("A return needs its first and its last day.", "Write both.")
        if first > last:
            raise AmieError("The period ends before it begins.", "Change one of the two days.")
        return sessions_return(self._workspace.between(first, last), first, last)

    def refresh(self) -> None:
        """Shows what the return would hold now."""
        try:
            table = self.table()
        except AmieError as error:
            self.problem.setText(str(error))
            self.problem.show()
            self.save_button.setEnabled(False)
            return
        self.problem.hide()
        self.save_button.setEnabled(True)
        rows = [_row(n, table.columns, row) for n, row in enumerate(table.rows)]
        self.rows.show([*rows, _what_figures_mean(table.columns)] if rows else [])
        self.about.setVisible(not rows)

    def ask_and_save(self) -> None:
        """Asks where to, then writes the return."""
        name, _ = QFileDialog.getSaveFileName(self, "Save the return", "sessions.csv", "CSV (*.csv)")
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Writes the return. Raises AmieError; then an old file there is as it was."""
        write_whole(path, self.table().csv())
        self.said.emit(f"Saved {path.name}")


def _row(n: int, columns: tuple[Column, ...], row: tuple[Value, ...]) -> ReportRow:
    shown = [words.day(value) if isinstance(value, date) else value for value in row]
    said = [f"{column.name}: {value}" for column, value in zip(columns, shown, strict=True) if value is not None]
    return ReportRow(str(n), f"{row[0]}, {row[1]}", " · ".join(said[2:]))


def _what_figures_mean(columns: tuple[Column, ...]) -> ReportRow:
    """The last row: keys and scrolling come to it as to any other, however large the text is."""
    means = "\n".join(f"{column.name}: {column.means}" for column in columns if column.means)
    return ReportRow("means", "What each figure means", means)


def _blocks(row: ReportRow, width: int, font: QFont) -> tuple[Block, Block]:
    title = text_block("title", row.text, font, PAD, PAD, width - 2 * PAD)
    return title, text_block("small", row.below, font, PAD, title.rect.bottom() + 3, width - 2 * PAD)

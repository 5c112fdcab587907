"""The lists of a return: its tables and what each says, what is warned of, what is to be mended, what was agreed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from amie_planner.returns.missing import Missing
from amie_planner.ui.models.return_rows import ReportRow
from amie_planner.ui.models.rows import Index, RowList
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, text_block
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.in_sight import bring_into_sight

_LEAST_LINES = 4
_NOT_YET = "Nothing is worked out yet."


class ReportList(QWidget):
    """Rows with a line above them that says what they are; where there is none, `nothing` says so."""

    def __init__(self, name: str, about: str, nothing: str) -> None:
        super().__init__()
        self._about, self._nothing = about, nothing
        self._held = ""
        """The row that was chosen when the rows went."""
        self.about = Label(_NOT_YET, "quiet")
        self.rows: RowList[ReportRow] = RowList(self)
        self.view = ReportView(self.rows, name)
        self.view.hide()
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.addWidget(self.about)
        self.inside.addWidget(self.view, 1)
        self.inside.addStretch(0)

    def show_rows(self, rows: Sequence[ReportRow] | None) -> None:
        """Shows these in place of others; None stands for what is not worked out.

        The chosen row stays so while it is there, or comes back.
        """
        if rows is None and (chosen := self.rows.at(self.view.currentIndex().row())) is not None:
            self._held = chosen.id
        self.rows.show(rows or ())
        if rows and not self.view.currentIndex().isValid() and (at := self.rows.find(self._held)) >= 0:
            self.view.setCurrentIndex(self.rows.index(at))
        self.about.setText(_NOT_YET if rows is None else self._about if rows else self._nothing)
        self.about.setVisible(bool(self.about.text()))
        self.view.setVisible(bool(rows))


class MissingList(ReportList):
    """go_wanted(Missing): to where it can be mended."""

    go_wanted = Signal(object)

    def __init__(self) -> None:
        about = "Names stand here for you alone: none of them leaves."
        super().__init__("To mend", about, "Nothing is missing for these days and programmes.")
        self._missing: tuple[Missing, ...] = ()
        self.go = Button("Go to where it is", self._go)
        self.go.setEnabled(False)
        self.view.opened.connect(self._go)
        self.inside.addLayout(Flow(self.go))

    def show_missing(self, missing: Sequence[Missing], rows: Sequence[ReportRow] | None) -> None:
        """Shows what is missing, row by row; None stands for what is not worked out."""
        self._missing = tuple(missing)
        self.show_rows(rows)
        self.go.setEnabled(bool(rows))
        if rows and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.rows.index(0))

    def hold_back(self) -> None:
        """Leads nowhere while what is missing may have changed, until it is shown again."""
        self._missing = ()
        self.go.setEnabled(False)

    def _go(self) -> None:
        at = self.view.currentIndex().row()
        if 0 <= at < len(self._missing):
            self.go_wanted.emit(self._missing[at])


class ReportView(BlockView):
    """opened(): by Enter or a double click. Its chosen row is in sight while it has the focus."""

    opened = Signal()

    def __init__(self, model: RowList[ReportRow], name: str) -> None:
        super().__init__(model, name, _blocks)
        self.setObjectName("plain")
        self.doubleClicked.connect(lambda index: self.opened.emit())

    def minimumSizeHint(self) -> QSize:
        """A few lines, at any text size."""
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().lineSpacing() * _LEAST_LINES)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus():
            QTimer.singleShot(0, self, self.bring_row_into_sight)

    def bring_row_into_sight(self) -> None:
        """In the list, once it is laid out, and in every place that scrolls around it; the first if none is chosen."""
        chosen = self.currentIndex() if self.currentIndex().isValid() else self.model().index(0, 0)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.scrollTo(chosen)
        bring_into_sight(self.viewport(), self.visualRect(chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class ReturnTables(QWidget):
    """Tables at the left, and what the chosen one says beside them, so that both have the height there is.

    chosen(int): the place of a table. copy_wanted(int): it is to be copied.
    """

    chosen = Signal(int)
    copy_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.tables = ReportList("Tables that will leave", "", "")
        self.says = ReportList("What the chosen table says", "", "")
        self.title = Label("", "strong")
        self.copy = Button("Copy this table", self._copy)
        self.copy.setEnabled(False)
        self._arrange()
        self.tables.view.selectionModel().currentChanged.connect(lambda now, before: self._choose())

    def _arrange(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(self.title, 1)
        heading.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.addLayout(heading)
        right.addWidget(self.says, 1)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self.tables, 3)
        beside.addLayout(right, 7)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(beside, 1)

    @property
    def at(self) -> int:
        """The place of the chosen table, or -1."""
        return self.tables.view.currentIndex().row()

    def show_tables(self, rows: Sequence[ReportRow] | None, first: int = 0) -> None:
        """Shows these, or that nothing is worked out. The chosen table stays so while it is there, else the `first`."""
        row = self.tables.rows.at(self.at)
        self.tables.show_rows(rows)
        self.copy.setEnabled(bool(rows))
        stays = row is None or any(row.id == each.id for each in rows or ())
        if rows and (self.at < 0 or not stays):
            self.tables.view.setCurrentIndex(self.tables.rows.index(first))
        self._choose()

    def show_table(self, title: str, rows: Sequence[ReportRow]) -> None:
        """Shows what the chosen table says; nothing where there is none."""
        self.title.setText(title)
        for part in (self.title, self.says, self.copy):
            part.setVisible(bool(title))
        self.says.show_rows(rows)
        self.says.view.scrollToTop()

    def _choose(self) -> None:
        if self.at >= 0:
            self.chosen.emit(self.at)

    def _copy(self) -> None:
        if self.at >= 0:
            self.copy_wanted.emit(self.at)


def _blocks(row: ReportRow, width: int, font: QFont) -> tuple[Block, ...]:
    title = text_block("title", row.text, font, PAD, PAD, width - 2 * PAD)
    if not row.below:
        return (title,)
    return title, text_block("small", row.below, font, PAD, title.rect.bottom() + 3, width - 2 * PAD)

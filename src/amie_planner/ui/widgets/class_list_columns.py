"""The columns of a class list: what becomes of each, and a choice to bring it in as something else or leave it out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from amie_planner.ui.models.class_list import Reading
from amie_planner.ui.models.class_list_rows import FIELDS, ColumnRow, column_row
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.basics import Card, Label
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, text_block
from amie_planner.ui.widgets.fields import ChoiceField
from amie_planner.ui.workspace import shortened

_LEAST_LINES = 6
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ColumnsCard(Card):
    """chosen(place of a column, field or None): the leader would have it brought in as that, or left out."""

    chosen = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self.model: RowList[ColumnRow] = RowList(self)
        self.view = _ColumnView(self.model)
        self.label = Label("", "strong")
        self.field = ChoiceField(list(FIELDS.items()), "Leave it out")
        self.label.setBuddy(self.field.combo)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 14)
        layout.addWidget(Label("Columns", "section"))
        layout.addWidget(self.view, 1)
        layout.addSpacing(8)
        layout.addWidget(self.label)
        layout.addWidget(self.field)
        self.view.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        self.view.selectionModel().currentChanged.connect(self._follow)
        self.view.opened.connect(self._open)
        self.field.edited.connect(self._choose)

    def show_columns(self, reading: Reading) -> None:
        """Shows what becomes of each column now; whichever was chosen stays so."""
        self.model.show([column_row(reading, column) for column in reading.found.columns])
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))
        self._follow(self.view.currentIndex())

    def say(self) -> None:
        """Has it spoken what becomes of the chosen column."""
        if row := self._row:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field.combo, row.spoken))

    @property
    def _row(self) -> ColumnRow | None:
        return self.model.at(self.view.currentIndex().row())

    def _follow(self, current: QModelIndex) -> None:
        row = self.model.at(current.row())
        self.setVisible(row is not None)
        if row is not None:
            asked = f"What becomes of ‘{shortened(row.header)}’"
            self.label.setText(asked)
            self.field.called(asked, row.why)
            self.field.setEnabled(row.offered)
            self.field.show_value(row.field)

    def _open(self) -> None:
        if self.field.isEnabled():
            self.field.combo.setFocus(Qt.FocusReason.TabFocusReason)
            self.field.combo.showPopup()

    def _choose(self) -> None:
        row = self._row
        if row is not None and self.field.value() != row.field:
            self.chosen.emit(int(row.id), self.field.value())


class _ColumnView(BlockView):
    """opened(): by Enter, Space or a double click."""

    opened = Signal()

    def __init__(self, model: RowList[ColumnRow]) -> None:
        super().__init__(model, "Columns", _blocks)
        self.setObjectName("plain")
        self.setAccessibleDescription("Enter opens what else a column can be.")
        self.doubleClicked.connect(lambda index: self.opened.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENS:
            self.opened.emit()
        else:
            super().keyPressEvent(event)


def _blocks(row: ColumnRow, width: int, font: QFont) -> list[Block]:
    title = text_block("title" if row.field else "text", row.text, font, PAD, PAD - 3, width - 2 * PAD)
    return [title, text_block("small", row.why, font, PAD, title.rect.bottom() + 2, width - 2 * PAD)]

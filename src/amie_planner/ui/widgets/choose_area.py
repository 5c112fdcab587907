"""Which area of a published table is the leader's: found by typing, chosen from those that the table has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from amie_planner.returns.baselines_local import Area
from amie_planner.ui.models.long_list import LongList
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.blocks import BlockView
from amie_planner.ui.widgets.entries import Entry
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.monitoring_rows import one_line

_LETTERS_WIDE = 44
_LINES = 12


class ChooseArea(QDialog):
    """`area` is the chosen one once it was accepted."""

    def __init__(self, areas: Sequence[Area], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Which area?")
        self._areas = areas
        self.line = QLineEdit()
        self.line.setAccessibleName("Part of the area’s name")
        self.rows: LongList[Entry] = LongList(lambda area: Entry(area.code, area.name), self)
        self.view = BlockView(self.rows, "Areas of the table", one_line)
        self.nothing = Label("No area of this table has that in its name.", "quiet")
        self.main = Button("Load this area", self.accept, "main")
        self.main.setDefault(True)
        self._arrange()
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.view.doubleClicked.connect(lambda index: self.accept())
        self._find()
        self.line.setFocus()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        about = f"The table has {len(self._areas):,} area{'' if len(self._areas) == 1 else 's'}. Which is yours?"
        for part in (Label(about, "strong"), self.line, self.nothing):
            layout.addWidget(part)
        layout.addWidget(self.view, 1)
        layout.addLayout(Flow(self.main, Button("Cancel", self.reject)))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        self.view.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)

    @property
    def area(self) -> Area | None:
        """The area that is chosen now."""
        row = self.rows.at(self.view.currentIndex().row())
        return next((area for area in self._areas if row and area.code == row.id), None)

    def _find(self) -> None:
        wanted = self.line.text().casefold().split()
        found = [a for a in self._areas if all(word in a.name.casefold() for word in wanted)]
        self.rows.begin(found)
        self.view.setCurrentIndex(self.rows.index(0))
        self.nothing.setVisible(not found)
        self.view.setVisible(bool(found))
        self.main.setEnabled(bool(found))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down choose while the name is typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.line:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                at = self.view.currentIndex().row() + step
                self.rows.reach(at)
                if 0 <= at < self.rows.rowCount():
                    self.view.setCurrentIndex(self.rows.index(at))
                return True
        return super().eventFilter(watched, event)


def ask_area(parent: QWidget, areas: Sequence[Area]) -> Area | None:
    """Asks which area; None where the leader would rather not."""
    dialog = ChooseArea(areas, parent)
    return dialog.area if dialog.exec() == QDialog.DialogCode.Accepted else None

"""Which past session a new one is made from: of this programme, or of any other."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from amie_planner.ui.models.past_sessions import PastRow, comes_along, past_rows
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, text_block
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.programme_choice import ProgrammeChoice
from amie_planner.ui.workspace import Workspace

_LETTERS_WIDE = 72
_LINES_HIGH = 24
_NONE = "No session has these words."
_NONE_YET = "This programme has no session yet."


class PastSession(QDialog):
    """`source` and `session` are what was chosen when it was accepted."""

    def __init__(self, workspace: Workspace, programme: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._programme = programme
        self.setWindowTitle("A session from a past one")
        self.choice = ProgrammeChoice()
        self.line = QLineEdit()
        self.line.setAccessibleName("Find a session")
        self.rows: RowList[PastRow] = RowList(self)
        self.view = _PastView(self.rows)
        self.about = Label("", "quiet")
        self.make = Button("Make a session from it", self.accept, "main")
        self._arrange()
        self.choice.edited.connect(self._list)
        self.line.textChanged.connect(lambda text: self._list())
        self.line.returnPressed.connect(self.view.setFocus)
        self.view.selectionModel().currentChanged.connect(lambda now, before: self._follow())
        self.view.opened.connect(self.accept)
        self.choice.offer(workspace.programmes())
        self.choice.show_value(programme)
        self._list()
        self.view.setFocus()

    def _arrange(self) -> None:
        find = Label("Find", "strong", wrap=False)
        find.setBuddy(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(Label(self.windowTitle(), "section"))
        layout.addLayout(Flow(self.choice.label, self.choice, spacing=10))
        layout.addLayout(Flow(find, self.line, spacing=10))
        layout.addWidget(self.view, 1)
        layout.addWidget(self.about)
        layout.addLayout(Flow(self.make, Button("Not now", self.reject)))
        letter = self.fontMetrics()
        self.line.setMinimumWidth(letter.averageCharWidth() * 20)
        wanted = QSize(letter.averageCharWidth() * _LETTERS_WIDE, letter.lineSpacing() * _LINES_HIGH)
        self.resize(wanted.boundedTo(self.screen().availableSize()))

    @property
    def source(self) -> str:
        """The id of the programme that the session is of."""
        return self.choice.value() or ""

    @property
    def session(self) -> str:
        """The id of the chosen session, or nothing."""
        row = self.rows.at(self.view.currentIndex().row())
        return row.id if row else ""

    def accept(self) -> None:
        """Nothing is made of nothing."""
        if self.session:
            super().accept()

    def _list(self) -> None:
        rows = past_rows(self._workspace.series(self.source), self.line.text()) if self.source else ()
        self.view.setCurrentIndex(self.rows.index(-1))
        self.rows.show(rows)
        if rows:
            self.view.setCurrentIndex(self.rows.index(0))
        self._follow()

    def _follow(self) -> None:
        chosen = self.session
        self.make.setEnabled(bool(chosen))
        if chosen:
            same = self.source == self._programme
            self.about.setText(comes_along(self._workspace.series(self.source), chosen, same=same))
        else:
            self.about.setText(_NONE if self.line.text().strip() else _NONE_YET)


class _PastView(BlockView):
    """opened(): by Enter or a double click."""

    opened = Signal()

    def __init__(self, model: RowList[PastRow]) -> None:
        super().__init__(model, "Sessions, the latest first", _blocks)
        self.setObjectName("plain")
        self.doubleClicked.connect(lambda index: self.opened.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)


def _blocks(row: PastRow, width: int, font: QFont) -> tuple[Block, ...]:
    title = text_block("title", row.text, font, PAD, PAD, width - 2 * PAD)
    return title, text_block("small", row.below, font, PAD, title.rect.bottom() + 3, width - 2 * PAD)

"""Returns that a hub wrote as files of its own: added, and let go of."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from amie_planner.domain.changes import remove
from amie_planner.domain.records import OwnReturn
from amie_planner.errors import AmieError
from amie_planner.exchange.loading import content
from amie_planner.returns.template_file import decoded
from amie_planner.ui.models.reports import add_own
from amie_planner.ui.widgets.basics import Button
from amie_planner.ui.widgets.field_problem import FieldProblem
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.workspace import Workspace


class HubFiles(QWidget):
    """added(key): a file is there now, by the key of its return. gone(): one is let go of. said(text): why not.

    What was wrong with a file stands below the buttons until another file is named or another return is chosen.
    """

    added = Signal(str)
    gone = Signal()
    said = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._own: str | None = None
        self.add = Button("Add a hub’s file…", self.ask_and_add)
        self.let_go = Button("Let go of this file", self._let_go)
        self.problem = FieldProblem()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(Flow(self.add, self.let_go))
        layout.addWidget(self.problem)
        self.let_go.hide()

    def show_own(self, own: str | None) -> None:
        """Says which file the chosen return is from, by its id; None of a return that came with the program."""
        self._own = own
        self.let_go.setVisible(own is not None)

    def ask_and_add(self) -> None:
        """Asks for a return that a hub wrote, and adds it."""
        name, _ = QFileDialog.getOpenFileName(self, "Add a hub’s file", "", "Returns (*.toml)")
        if name:
            self.add_file(Path(name))

    def add_file(self, path: Path) -> None:
        """Adds a return that a hub wrote; what is wrong with it is said by line and key."""
        try:
            key, changes = add_own(self._workspace.own(OwnReturn), decoded(content(path)))
            self._workspace.do("Add a hub’s return", changes)
        except AmieError as error:
            self.problem.say(self.add, f"{path.name} is not added. {str(error).replace(str(path), path.name)}")
            self.problem.go_to()
            self.said.emit(self.problem.text())
            return
        self.problem.forget()
        self.added.emit(key)

    def _let_go(self) -> None:
        gone = [record for record in self._workspace.own(OwnReturn) if record.id == self._own]
        self._workspace.do("Let go of a hub’s return", [remove(record) for record in gone])
        self.gone.emit()

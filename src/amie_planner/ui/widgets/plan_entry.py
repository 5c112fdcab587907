"""One first plan of the library in words, and beginning a session from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from amie_planner.domain.edits.activities import begin_from
from amie_planner.domain.records import PlanTemplate, Programme
from amie_planner.errors import AmieError
from amie_planner.ui.models.activities import HeldLine, OpenPlans, holds
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.models.session_after import after_the_last
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, text_block
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.widgets.library_form import ShelfEntry
from amie_planner.ui.widgets.programme_choice import ProgrammeChoice
from amie_planner.ui.workspace import Workspace, shortened

_LETTERS_WIDE = 48


class PlanHeld(BlockView):
    """What the first plan holds that `read` finds. Nothing is typed here."""

    problem = ""

    def __init__(self, read: Callable[[], PlanTemplate | None]) -> None:
        self._read = read
        self._lines: RowList[HeldLine] = RowList()
        super().__init__(self._lines, "What the first plan holds", _blocks)
        self.setObjectName("plain")

    def turn(self) -> None:
        """Shows another first plan, from its beginning."""
        self._lines.show([])
        self.refresh()
        self.setCurrentIndex(self._lines.index(0))

    def save(self) -> None:
        """Nothing is typed here."""

    def refresh(self) -> None:
        """Shows what it holds now."""
        plan = self._read()
        self._lines.show(holds(plan) if plan is not None else [])


class PlanEntry(ShelfEntry[PlanTemplate, PlanHeld]):
    """The chosen first plan. `begin` is pressed to begin a session from it."""

    def __init__(self, shelf: OpenPlans) -> None:
        self.begin = Button("Begin a session from it…", look="main")
        super().__init__(shelf, PlanHeld, self.begin)

    def refresh(self) -> None:
        """Shows the first plan as it is now."""
        super().refresh()
        plan = self.read()
        self.form.setAccessibleName(f"What ‘{plan.title}’ holds" if plan else "What the first plan holds")


class WhichProgramme(QDialog):
    """Which programme the session is for."""

    def __init__(self, workspace: Workspace, plan: PlanTemplate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Begin a session")
        self.choice = ProgrammeChoice()
        self.choice.offer(_suiting_first(workspace, plan))
        begin = Button("Begin", self.accept, "main")
        begin.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addWidget(Label(f"A session like ‘{shortened(plan.title, 80)}’, at the end of", "strong"))
        layout.addWidget(self.choice)
        layout.addSpacing(8)
        layout.addLayout(Flow(begin, Button("Cancel", self.reject)))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        self.choice.combo.setFocus()


def ask_and_begin(parent: QWidget, workspace: Workspace, plan: PlanTemplate) -> tuple[str, str] | None:
    """Asks for the programme and begins a session in it; gives both ids. Raises AmieError."""
    if not workspace.programmes():
        raise AmieError("There is no programme yet to begin a session in.", "Begin one under Programmes.")
    asked = WhichProgramme(workspace, plan, parent)
    if not asked.exec() or (programme := asked.choice.value()) is None:
        return None
    series = workspace.series(programme)
    id, changes = begin_from(series, plan, title=plan.title, **after_the_last(series))
    workspace.do(f"Begin a session from ‘{shortened(plan.title)}’", changes)
    return programme, id


def _suiting_first(workspace: Workspace, plan: PlanTemplate) -> list[Programme]:
    return sorted(workspace.programmes(), key=lambda programme: programme.setting != plan.setting)


def _blocks(line: HeldLine, width: int, font: QFont) -> Iterator[Block]:
    room, y = width - 2 * PAD, 8
    if line.heading:
        heading = text_block("small", line.heading, font, PAD, y, room)
        yield heading
        y = heading.rect.bottom() + 5
    for look, text in (("text", line.text), ("small", line.below)):
        if text:
            block = text_block(look, text, font, PAD + 6, y, room - 6)
            yield block
            y = block.rect.bottom() + 2

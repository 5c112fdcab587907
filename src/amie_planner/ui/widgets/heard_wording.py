"""HEARD in a hub's words: seen line by line before it is taken, saved to be changed, and let go of again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from amie_planner.checks import worded
from amie_planner.domain.edits.heard_wording import own_words_again, use_wording
from amie_planner.exchange import heard_wording
from amie_planner.ui.models.heard_wording import WordingRow, cautions, changed
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.basics import Button, Label
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, text_block
from amie_planner.ui.widgets.exchanging import ask_where
from amie_planner.ui.widgets.flow import Flow
from amie_planner.ui.workspace import Workspace, shortened
from amie_planner.writing import write_whole

_LETTERS_WIDE = 72
_LINES_HIGH = 28
_OF_THE_SCREEN = 0.9
_FILTER = "Wording of HEARD (*.json)"
_EXPLAINED = (
    "This is what changes for all your programmes. What HEARD looks at, why it is asked, and your replies stay as they "
    "are. You can undo it, or go back to our own words at any time."
)


class HeardWordingDialog(QDialog):
    """What would be put otherwise, asked again or left out, and whose words they are."""

    def __init__(self, rows: Sequence[WordingRow], hub: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("HEARD in a hub’s words")
        self.model: RowList[WordingRow] = RowList(self)
        self.model.show(rows)
        self.view = BlockView(self.model, "What changes", _blocks)
        self.view.setCurrentIndex(self.model.index(0))
        self.main = Button("Use these words", self.accept, "main")
        self.main.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        if hub:
            layout.addWidget(Label(f"From {hub}", "section"))
        layout.addWidget(Label(_EXPLAINED))
        if said := cautions(rows):
            layout.addWidget(Label(f"{said} You can use these words all the same.", "problem"))
        layout.addWidget(self.view, 1)
        layout.addSpacing(4)
        layout.addLayout(Flow(self.main, Button("Cancel", self.reject)))
        letter = self.fontMetrics()
        wanted = QSize(letter.averageCharWidth() * _LETTERS_WIDE, letter.lineSpacing() * _LINES_HIGH)
        self.resize(wanted.boundedTo(self.screen().availableSize() * _OF_THE_SCREEN))
        self.view.setFocus()


def ask_and_load(parent: QWidget, workspace: Workspace) -> str:
    """Asks for a file and takes its words once they were seen; says what happened, if anything. Raises AmieError."""
    name, _ = QFileDialog.getOpenFileName(parent, "Use a hub’s words for HEARD", "", _FILTER)
    return take(parent, workspace, Path(name)) if name else ""


def take(parent: QWidget, workspace: Workspace, path: Path) -> str:
    """Shows what a file would change, and does it in one step where the leader agrees. Raises AmieError."""
    coming = heard_wording.load(path)
    rows = changed(workspace.heard(), worded(coming.records))
    if not rows:
        return "HEARD is already in these words."
    if not HeardWordingDialog(rows, coming.hub, parent).exec():
        return ""
    whose = f"the words of ‘{shortened(coming.hub)}’" if coming.hub else "a hub’s words"
    workspace.do(f"Use {whose} for HEARD", use_wording(workspace.wording(), coming.records))
    return f"HEARD is in {whose} now."


def ask_and_save(parent: QWidget, workspace: Workspace) -> Path | None:
    """Asks where to, and writes every principle and question as worded now, to be changed. Raises AmieError."""
    path = ask_where(parent, "heard-wording.json", "Save the wording of HEARD to change it", _FILTER)
    if path is not None:
        write_whole(path, heard_wording.content(workspace.wording()))
    return path


def our_own_words(workspace: Workspace) -> str:
    """HEARD in our own words again, in one step; says what happened."""
    if not workspace.wording():
        return "HEARD is already in our own words."
    workspace.do("Use our own words for HEARD", own_words_again(workspace.wording()))
    return "HEARD is in our own words now."


def _blocks(row: WordingRow, width: int, font: QFont) -> Iterator[Block]:
    """What it is about, then how it is put now, how it would be, and what to think of."""
    y, room = PAD, width - 2 * PAD
    for look, said in (
        ("title", row.text),
        ("small", row.now and f"Now: {row.now}"),
        ("text", row.then and f"Then: {row.then}"),
        ("alert", row.caution),
    ):
        if said:
            made = text_block(look, said, font, PAD, y, room)
            y = made.rect.bottom() + 4
            yield made

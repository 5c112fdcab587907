"""Every kind of paper, with whom it is for, to choose one by keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from amie_planner.documents import Document
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, text_block

_LETTERS_WIDE = 30
_LINES_ABOVE = 7


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A kind of paper."""

    id: str
    text: str
    below: str

    @property
    def spoken(self) -> str:
        """What it is, then whom it is for."""
        return f"{self.text}. {self.below}"


class PaperList(QWidget):
    """chosen(): another paper is current."""

    chosen = Signal()

    def __init__(self, documents: Sequence[Document]) -> None:
        super().__init__()
        self.model: RowList[PaperRow] = RowList(self)
        self.model.show([PaperRow(each.id, each.label, each.audience) for each in documents])
        self.view = BlockView(self.model, "Papers", _blocks)
        self.view.setCurrentIndex(self.model.index(0))
        self.view.selectionModel().currentRowChanged.connect(lambda: self.chosen.emit())
        self.was_fitted = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)

    @property
    def current(self) -> int:
        """The place of the paper that is chosen."""
        return max(self.view.currentIndex().row(), 0)

    def choose(self, at: int) -> None:
        """Chooses by place."""
        self.view.setCurrentIndex(self.model.index(at))

    def fit(self, *, narrow: bool) -> None:
        """Stands beside the pages, or above them with a few lines in sight."""
        self.was_fitted = True
        most = 1 << 20
        letter = self.fontMetrics()
        self.setFixedWidth(letter.averageCharWidth() * _LETTERS_WIDE) if not narrow else self.setMaximumWidth(most)
        self.setMinimumWidth(0 if narrow else self.maximumWidth())
        tall = letter.lineSpacing() * _LINES_ABOVE if narrow else most
        self.setMaximumHeight(tall)
        self.setMinimumHeight(tall if narrow else 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)


def _blocks(row: PaperRow, width: int, font: QFont) -> list[Block]:
    title = text_block("title", row.text, font, PAD, PAD, width - 2 * PAD)
    return [title, text_block("small", row.below, font, PAD, title.rect.bottom() + 3, width - 2 * PAD)]

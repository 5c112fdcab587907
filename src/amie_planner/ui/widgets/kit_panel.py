"""One kit list for the session: what the running order needs, and what the changes need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.domain.kit import KitItem, kit_list
from amie_planner.domain.words import listed
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, text_block
from amie_planner.ui.workspace import OpenSession

FOR_ACCESS = "for access"


@dataclass(frozen=True, slots=True)
class KitRow:
    """One thing to pack."""

    id: str
    text: str
    uses: tuple[str, ...]
    for_access: bool

    @property
    def spoken(self) -> str:
        """What it is and what it is for."""
        return ". ".join((self.text, *([FOR_ACCESS] if self.for_access else []), listed(self.uses)))


class KitPanel(QWidget):
    """The kit list of the open session, as it follows from the plan."""

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self._desk = desk
        self.empty = Label("Nothing to pack: no activity or change names kit.", "quiet")
        self.model: RowList[KitRow] = RowList(self)
        self.view = BlockView(self.model, "Kit list", _blocks)
        self.view.setObjectName("plain")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Label("What to pack for this session, once each. It follows from the plan.", "quiet"))
        layout.addWidget(self.empty)
        layout.addWidget(self.view, 1)
        self.refresh()

    def refresh(self) -> None:
        """Shows what the plan needs now."""
        rows = [_row(item) for item in kit_list(self._desk.plan)]
        self.model.show(rows)
        self.empty.setVisible(not rows)
        self.view.setVisible(bool(rows))


def _row(item: KitItem) -> KitRow:
    return KitRow(item.name, item.name, item.uses, item.for_access)


def _blocks(row: KitRow, width: int, font: QFont) -> Iterator[Block]:
    room = width - 2 * PAD
    title = text_block("title", f"{row.text} · {FOR_ACCESS}" if row.for_access else row.text, font, PAD, PAD, room)
    yield title
    y = title.rect.bottom() + 2
    for use in row.uses:
        line = text_block("small", use, font, PAD, y, room)
        yield line
        y = line.rect.bottom() + 2

"""The people of a programme as a list: who they are, and how it stands with their access."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent

from amie_planner.domain import words
from amie_planner.domain.plan import Shared
from amie_planner.domain.profile import access_said, review_said
from amie_planner.domain.records import Person
from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.blocks import PAD, Block, BlockView, text_block


@dataclass(frozen=True, slots=True)
class PersonRow:
    """The alias; under it what was asked and needed, and a review that was due."""

    id: str
    text: str
    access: str
    review: str

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.text, self.access, self.review) if part)


def person_row(person: Person, shared: Shared, today: date) -> PersonRow:
    """How a person stands in the list."""
    access = access_said(person, shared)
    return PersonRow(
        person.id,
        words.person_name(person, shared),
        f"archived · {access}" if person.archived else access,
        "" if person.archived else review_said(person, shared, today),
    )


class PeopleList(BlockView):
    """opened(): by Enter or a double click; add_wanted(): by Insert; remove_wanted(): by Delete."""

    opened = Signal()
    add_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, model: RowList[PersonRow]) -> None:
        super().__init__(model, "People of the programme", _blocks)
        self.setObjectName("plain")
        self.doubleClicked.connect(lambda index: self.opened.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)


def _blocks(row: PersonRow, width: int, font: QFont) -> list[Block]:
    lines = (("title", row.text), ("small", row.access), ("answer", row.review))
    blocks: list[Block] = []
    y = PAD
    for look, text in lines:
        if text:
            blocks.append(text_block(look, text, font, PAD, y, width - 2 * PAD))
            y = blocks[-1].rect.bottom() + 3
    return blocks

"""What a quick search shows under its line: rows to take, under headings that no arrow stops at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from amie_planner.ui.models.long_list import LongList
from amie_planner.ui.models.rows import Index


@dataclass(frozen=True, slots=True)
class QuickRow:
    """One thing to take: what it is, where it is, its keys. `more` asks for more rows instead of being taken."""

    id: str
    text: str
    about: str = ""
    keys: str = ""
    heading: bool = False
    more: str = ""

    @property
    def spoken(self) -> str:
        """The whole row in the order in which it is read."""
        return ". ".join(part for part in (self.text, self.about, self.keys) if part)

    @property
    def divided(self) -> bool:
        """Whether a line is drawn under it."""
        return not self.heading


@dataclass(frozen=True, slots=True)
class Answer:
    """What there is to show, and what is said about it."""

    rows: Sequence[QuickRow]
    said: str


class QuickList(LongList[QuickRow]):
    """Rows of which a heading cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_itself, parent)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.at(index.row())
        return Qt.ItemFlag.NoItemFlags if row is not None and row.heading else super().flags(index)

    @property
    def first(self) -> int:
        """The first row that can be taken, or -1."""
        return next((n for n, row in enumerate(self.rows) if not row.heading), -1)


def _itself(row: QuickRow) -> QuickRow:
    return row

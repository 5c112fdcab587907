"""A list of which only as many rows are made as a view has come to: what is searched at each key may be long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject

from amie_planner.ui.models.rows import Index, R, RowList

_NOWHERE = QModelIndex()
SCREENFUL = 30
"""Rows that are made at a time: more than a window shows."""


class LongList(RowList[R]):
    """Rows made of things, the first ones at once and more when the view comes to their end."""

    def __init__(self, row: Callable[[Any], R], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._row = row
        self.whole: Sequence[Any] = ()
        """All that there is, whether its row has been made or not."""

    def begin(self, whole: Sequence[Any]) -> None:
        """Shows other things, from the first one on; no place in the list is kept."""
        self.beginResetModel()
        self.whole = whole
        self._rows = [self._row(each) for each in whole[:SCREENFUL]]
        self.endResetModel()

    def follow(self, whole: Sequence[Any], least: int | None = None) -> None:
        """Shows the same list as it is now, and who holds a place in it keeps it: as many rows as before, or no more
        than a screenful beyond the `least` that are needed."""
        many = max(len(self._rows), SCREENFUL) if least is None else least + SCREENFUL
        rows = [self._row(each) for each in whole[:many]]
        self.whole = ()
        self.show(rows)
        self.whole = whole

    def reach(self, at: int) -> None:
        """Makes rows up to a place."""
        while at >= len(self._rows) and self.canFetchMore(_NOWHERE):
            self.fetchMore(_NOWHERE)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and len(self._rows) < len(self.whole)

    def fetchMore(self, parent: Index) -> None:
        made = len(self._rows)
        more = [self._row(each) for each in self.whole[made : made + SCREENFUL]]
        if more and not parent.isValid():
            self.beginInsertRows(QModelIndex(), made, made + len(more) - 1)
            self._rows += more
            self.endInsertRows()

"""A list model over frozen rows, each with an id, that moves from one list to the next by exact signals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Row(Protocol):
    """What a list shows of one thing: all of it is plain text."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def spoken(self) -> str: ...


R = TypeVar("R", bound=Row)


class RowList(QAbstractListModel, Generic[R]):
    """Shows rows; `show` replaces them, telling views what went, came, moved and changed."""

    ROW = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[R] = []

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return row if role == self.ROW else None

    @property
    def rows(self) -> tuple[R, ...]:
        """The rows as they stand."""
        return tuple(self._rows)

    def at(self, row: int) -> R | None:
        """The row at a place, if there is one."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def find(self, id: str) -> int:
        """The place of a row, or -1."""
        return next((n for n, row in enumerate(self._rows) if row.id == id), -1)

    def show(self, rows: Sequence[R]) -> None:
        """Replaces the rows. Ids are unique."""
        wanted = {row.id for row in rows}
        for n in reversed(range(len(self._rows))):
            if self._rows[n].id not in wanted:
                self.beginRemoveRows(QModelIndex(), n, n)
                del self._rows[n]
                self.endRemoveRows()
        here = {row.id for row in self._rows}
        for n, row in enumerate(rows):
            if row.id not in here:
                self.beginInsertRows(QModelIndex(), n, n)
                self._rows.insert(n, row)
                self.endInsertRows()
            else:
                if self._rows[n].id != row.id:
                    self._move(self.find(row.id), n)
                self._replace(n, row)

    def _move(self, here: int, there: int) -> None:
        self.beginMoveRows(QModelIndex(), here, here, QModelIndex(), there)
        self._rows.insert(there, self._rows.pop(here))
        self.endMoveRows()

    def _replace(self, n: int, row: R) -> None:
        if self._rows[n] != row:
            self._rows[n] = row
            self.dataChanged.emit(self.index(n), self.index(n))

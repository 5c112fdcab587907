"""The access grid as a table: each cell says by design, adapted or not yet, in word and shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from amie_planner.domain import words
from amie_planner.domain.access import Answered
from amie_planner.domain.access_grid import GridCell, GridRow, Need, rows
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Adaptation
from amie_planner.domain.timing import shown, timing
from amie_planner.domain.vocabulary import Reach, label
from amie_planner.ui.models.rows import Index
from amie_planner.ui.workspace import shortened

SHAPES = {Answered.ADAPTED: "◆", Answered.BY_DESIGN: "●", Answered.NOT_YET: "○"}
NOT_HERE = "not in the way here"
_NOWHERE = QModelIndex()
_LONGEST = 70
"""Characters of a change or requirement in the grid; the form shows all of it."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the head of a row or column."""

    title: str
    below: str

    @property
    def spoken(self) -> str:
        """Both, for a screen reader."""
        return ". ".join(part for part in (self.title, self.below) if part)


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell as it is shown: its answer in a word with its shape, and what answers it."""

    cell: GridCell
    word: str
    below: str
    spoken: str


class AccessTable(QAbstractTableModel):
    """Needs down, activities across. `show` says which cells changed, or starts anew where rows or columns did."""

    CELL = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid: tuple[GridRow, ...] = ()
        self._cells: list[tuple[Shown, ...]] = []
        self._rows: list[Head] = []
        self._columns: list[Head] = []
        self._frame: object = None
        self._known: dict[tuple[str, str], tuple[Shown, Head]] = {}

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self._cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return found.word
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return found.spoken
        return found if role == self.CELL else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Head | None:
        heads = self._columns if orientation == Qt.Orientation.Horizontal else self._rows
        if not 0 <= section < len(heads):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return heads[section].spoken
        return heads[section] if role == self.CELL else None

    def cell(self, index: Index) -> GridCell | None:
        """The cell of the grid at a place."""
        found = self.data(index, self.CELL)
        return found.cell if isinstance(found, Shown) else None

    def place(self, need: str, activity: str) -> QModelIndex:
        """Where a cell is; nowhere if it is not in the grid."""
        for n, row in enumerate(self.grid):
            for m, cell in enumerate(row.cells):
                if (cell.need.id, cell.activity.id) == (need, activity):
                    return self.index(n, m)
        return QModelIndex()

    def next_open(self, after: Index) -> QModelIndex:
        """The next cell that nothing answers yet, row by row and round again; nowhere if all are answered."""
        across = len(self._columns)
        places = [(n, m) for n, row in enumerate(self.grid) for m, cell in enumerate(row.cells) if cell.is_open]
        if not places:
            return QModelIndex()
        here = after.row() * across + after.column() if after.isValid() else -1
        return self.index(*next((p for p in places if p[0] * across + p[1] > here), places[0]))

    def show(self, plan: Plan) -> None:
        """Shows the grid of a plan as it is now."""
        grid = rows(plan)
        heads, columns = [row_head(row.need, plan) for row in grid], _columns(plan)
        cells = [
            tuple(self._shown(cell, head, plan) for cell in row.cells) for row, head in zip(grid, heads, strict=True)
        ]
        self._known = {
            (c.cell.need.id, c.cell.activity.id): (c, head) for head, row in zip(heads, cells, strict=True) for c in row
        }
        frame = [row.need.id for row in grid], [activity.id for activity in plan.counted]
        if frame != self._frame:
            self.beginResetModel()
            self._frame, self.grid, self._cells, self._rows, self._columns = frame, grid, cells, heads, columns
            self.endResetModel()
            return
        before, self.grid, self._cells = self._cells, grid, cells
        self._say_heads(heads, columns)
        for n, (old, new) in enumerate(zip(before, cells, strict=True)):
            changed = [m for m, (was, now) in enumerate(zip(old, new, strict=True)) if was != now]
            if changed:
                self.dataChanged.emit(self.index(n, changed[0]), self.index(n, changed[-1]))

    def _shown(self, cell: GridCell, head: Head, plan: Plan) -> Shown:
        """A cell as it was shown before, where nothing about it changed: most of the grid, after an answer."""
        before, before_head = self._known.get((cell.need.id, cell.activity.id), (None, None))
        if before is not None and before_head == head and _is_the_same(before.cell, cell):
            return before
        return _shown(cell, head, plan)

    def _say_heads(self, heads: list[Head], columns: list[Head]) -> None:
        for orientation, was, now in (
            (Qt.Orientation.Vertical, self._rows, heads),
            (Qt.Orientation.Horizontal, self._columns, columns),
        ):
            changed = [n for n, (old, new) in enumerate(zip(was, now, strict=True)) if old != new]
            was[:] = now
            if changed:
                self.headerDataChanged.emit(orientation, changed[0], changed[-1])


def _is_the_same(old: GridCell, new: GridCell) -> bool:
    """Whether a cell is made of the very same records: what a change does not touch is not made anew."""
    parts = zip(
        (old.activity, old.need.requirement, *old.by), (new.activity, new.need.requirement, *new.by), strict=False
    )
    return old.answer is new.answer and len(old.by) == len(new.by) and all(was is now for was, now in parts)


def row_head(need: Need, plan: Plan) -> Head:
    """Whose it is and how much it weighs; what they say, and what was agreed."""
    name = words.person_name(need.person, plan) if need.person else label("barrier", need.expected)
    asked = need.requirement
    if asked is None:
        if need.person is None:
            return Head(name, "expected here, whoever comes")
        return Head(name, "asked: nothing needed" if need.person.asked_about_access else "not asked yet")
    said = f"“{shortened(asked.words, _LONGEST)}”" if asked.words else label("barrier", asked.barrier)
    agreed = shortened(asked.change or "", _LONGEST)
    below = " → ".join(part for part in (said, agreed) if part) or "access requirement to be described"
    return Head(f"{name} · {asked.weight}" if asked.weight else name, below)


def _columns(plan: Plan) -> list[Head]:
    times = {slot.activity.id: slot for slot in timing(plan).slots}
    return [
        Head(
            shortened(words.activity_title(activity), _LONGEST),
            " · ".join((shown(times[activity.id].start or 0), words.minutes(activity.minutes, short=True))),
        )
        for activity in plan.counted
    ]


def _shown(cell: GridCell, head: Head, plan: Plan) -> Shown:
    where = words.activity_title(cell.activity)
    if cell.answer is None:
        word, below = ("", "") if not cell.need.asks else (NOT_HERE, "")
        return Shown(cell, word, below, f"{where}: {NOT_HERE}. {head.spoken}")
    below = "; ".join(said for by in cell.by if (said := _said(by, plan)))
    said = f"{cell.answer}, {below}" if below else str(cell.answer)
    return Shown(cell, f"{SHAPES[cell.answer]} {cell.answer}", below, f"{where}: {said}. {head.spoken}")


def _said(by: object, plan: Plan) -> str:
    if isinstance(by, Adaptation):
        what = shortened(by.what or "a change to be described", _LONGEST)
        return f"everyone: {what}" if by.reach is Reach.EVERYONE else what
    return shortened(getattr(by, "how", None) or "", _LONGEST)

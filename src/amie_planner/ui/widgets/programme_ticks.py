"""Which programmes are counted: a tick box each, in the leader's order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amie_planner.domain.records import Programme
from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.tick_box import TickBox


class ProgrammeTicks(QWidget):
    """edited(): by the leader's hand. All that are offered are ticked, but those from which the tick was taken.

    Tab comes to them from `before`.
    """

    edited = Signal()

    def __init__(self, before: QWidget) -> None:
        super().__init__()
        self._before = before
        self._offered: tuple[tuple[str, str], ...] = ()
        self._without: set[str] = set()
        self.boxes: dict[str, TickBox] = {}
        self.none = Label("No programme has a session in these days.", "quiet")
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.addWidget(self.none)

    def offer(self, programmes: Sequence[Programme]) -> None:
        """Offers these, in this order."""
        offered = tuple((programme.id, programme.title) for programme in programmes)
        if offered != self._offered:
            self._offered = offered
            self._make_boxes()
        self.none.setVisible(not offered)

    def value(self) -> tuple[str, ...]:
        """The ids of those that are ticked, in the order in which they are offered."""
        return tuple(id for id, _ in self._offered if id not in self._without)

    def _make_boxes(self) -> None:
        for box in self.boxes.values():
            self._inside.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {id: TickBox(title) for id, title in self._offered}
        before = self._before
        for id, box in self.boxes.items():
            box.setAccessibleDescription("Programmes. Counted in the return where it is ticked.")
            box.setChecked(id not in self._without)
            box.clicked.connect(partial(self._tick, id))
            self._inside.addWidget(box)
            QWidget.setTabOrder(before, box)
            before = box

    def _tick(self, id: str) -> None:
        (self._without.discard if self.boxes[id].isChecked() else self._without.add)(id)
        self.edited.emit()

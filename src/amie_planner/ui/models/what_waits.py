"""What waits in every programme, found one programme after another: nobody waits until years have been read."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from amie_planner.domain.changes import Change
from amie_planner.domain.waiting import Waiting, waiting
from amie_planner.ui.workspace import Workspace

AT_REST = timedelta(weeks=26)
"""After the last session of a programme: it is looked at after those that are under way."""
PAUSE = 5
"""Milliseconds between two programmes, in which keys and clicks come through."""


class WhatWaits(QObject):
    """found()   what waits in all that is under way is known, and once more when all else is known too.

    What waits in a programme stays known until it changes. A programme at rest is read, and not held.
    """

    found = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._today: date | None = None
        self._known: dict[str, tuple[Waiting, ...]] = {}
        self._under_way: list[str] = []
        self._at_rest: list[str] = []
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(PAUSE)
        self._turn.timeout.connect(self._look_at_next)
        workspace.changed.connect(self._forget)

    @property
    def rows(self) -> tuple[Waiting, ...]:
        """What is known to wait: in what is under way by the leader's order, then in the others, the latest first."""
        return tuple(one for id in (*self._under_way, *self._at_rest) for one in self._known.get(id, ()))

    @property
    def looking(self) -> bool:
        """Whether a programme is still to be looked at."""
        return self._next() is not None

    def look(self, today: date) -> None:
        """Looks for what waits on a day. What the workspace holds is looked at now."""
        if today != self._today:
            self._today = today
            self._known.clear()
        self._put_in_order(today)
        for id in (*self._under_way, *self._at_rest):
            if id not in self._known and self._workspace.holds(id):
                self._look_at(id, today)
        if self._of_under_way_all_known():
            self.found.emit()
        if self.looking:
            self._turn.start()

    def rest(self) -> None:
        """Looks at no more programmes until asked again."""
        self._turn.stop()

    def _put_in_order(self, today: date) -> None:
        spans = self._workspace.spans()
        last = {p.id: span[1] if (span := spans.get(p.id)) else date.max for p in self._workspace.programmes()}
        self._under_way = [id for id in last if last[id] >= today - AT_REST]
        self._at_rest = sorted((id for id in last if last[id] < today - AT_REST), key=last.__getitem__, reverse=True)

    def _next(self) -> str | None:
        return next((id for id in (*self._under_way, *self._at_rest) if id not in self._known), None)

    def _look_at_next(self) -> None:
        if (id := self._next()) is None or self._today is None:
            return
        was_known = self._of_under_way_all_known()
        self._look_at(id, self._today)
        if not self.looking or was_known != self._of_under_way_all_known():
            self.found.emit()
        if self.looking:
            self._turn.start()

    def _look_at(self, id: str, today: date) -> None:
        read = self._workspace.series if id in self._under_way else self._workspace.read_through
        self._known[id] = ()
        with suppress(KeyError):  # it has just been removed
            self._known[id] = waiting(read(id), today)

    def _of_under_way_all_known(self) -> bool:
        return all(id in self._known for id in self._under_way)

    def _forget(self, changes: Sequence[Change]) -> None:
        for change in changes:
            self._known.pop(change.key[1], None)

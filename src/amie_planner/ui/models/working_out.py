"""Long work done beside the window, one piece at a time. What is out of date when it comes is dropped.

No signal crosses a thread: the window looks now and then whether the work is done, and nothing is told to a screen
that has gone.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

Work = Callable[[], object]
"""Makes a result from frozen data and nothing else."""
_ONE_AT_A_TIME = ThreadPoolExecutor(1, thread_name_prefix="working-out")
_LOOKS_EVERY = 15
_LONG = 400
"""Milliseconds until it is said that the work takes time."""


class WorkingOut(QObject):
    """worked_out(result): the latest that was asked for. taking_long(): it is still being worked out."""

    worked_out = Signal(object)
    taking_long = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dropped = Event()
        self._future: Future[object] | None = None
        self._looks = QTimer(self, interval=_LOOKS_EVERY)
        self._looks.timeout.connect(self._look)
        self._long = QTimer(self, interval=_LONG, singleShot=True)
        self._long.timeout.connect(self.taking_long)

    @property
    def under_way(self) -> bool:
        """Whether something was asked for that is not there yet."""
        return self._future is not None

    def ask(self, work: Work) -> None:
        """Works something out instead of whatever was asked for before. What it raises is raised in the window."""
        waited = self.under_way
        self.drop()
        dropped = self._dropped = Event()
        self._future = _ONE_AT_A_TIME.submit(lambda: None if dropped.is_set() else work())
        self._looks.start()
        if not (waited and self._long.isActive()):
            self._long.start()

    def drop(self) -> None:
        """Wants nothing any more."""
        self._dropped.set()
        self._future = None
        self._looks.stop()
        self._long.stop()

    def finish(self) -> None:
        """Waits for what is under way, if something is."""
        if self._future is not None:
            wait([self._future])
            self._look()

    def _look(self) -> None:
        if self._future is not None and self._future.done():
            done = self._future
            self.drop()
            self.worked_out.emit(done.result())

"""Long work done beside the window, one piece at a time. What is out of date is dropped, or ends at its next step.

No signal crosses a thread: the window looks now and then whether the work is done, and nothing is told to a screen
that has gone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

Work = Callable[[], object]
"""Makes a result from frozen data and nothing else."""
InSteps = Callable[[Callable[[], None]], object]
"""The same, calling what it is handed between its steps. That raises once nobody waits for the result any more."""
_ONE_AT_A_TIME = ThreadPoolExecutor(1, thread_name_prefix="working-out")
_LOOKS_EVERY = 15
_LONG = 400
"""Milliseconds until it is said that the work takes time."""


class WorkingOut(QObject):
    """worked_out(result): the latest that was asked for. taking_long(): it is still being worked out, said once."""

    worked_out = Signal(object)
    taking_long = Signal()
    _failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dropped = Event()
        self._future: Future[object] | None = None
        self._then: deque[Work] = deque()
        self._waited_for = False
        self._looks = QTimer(self, interval=_LOOKS_EVERY)
        self._looks.timeout.connect(self._look)
        self._long = QTimer(self, interval=_LONG, singleShot=True)
        self._long.timeout.connect(self.taking_long)
        self._failed.connect(_in_the_window)

    @property
    def under_way(self) -> bool:
        """Whether something was asked for that is not there yet."""
        return self._future is not None

    @property
    def takes_long(self) -> bool:
        """Whether something has been waited for so long that it was said."""
        return self._waited_for and not self._long.isActive()

    def ask(self, work: Work) -> None:
        """Works something out instead of whatever was asked for before. What it raises is raised in the window."""
        self.ask_in_steps(lambda go_on: work())

    def ask_in_steps(self, work: InSteps) -> None:
        """The same, of work that ends at its next step when it is out of date, and makes room for what comes after."""
        self.outdate()
        self._begin(work)

    def ask_in_turn(self, work: Work) -> None:
        """The same, after everything that was asked for before."""
        if self.under_way:
            self._then.append(work)
        else:
            self._begin(lambda go_on: work())

    def outdate(self) -> None:
        """Wants nothing of what was asked for, and is about to ask again: whoever waits is still waiting."""
        self._dropped.set()
        self._future = None
        self._then.clear()
        self._looks.stop()

    def drop(self) -> None:
        """Wants nothing any more."""
        self.outdate()
        self._long.stop()
        self._waited_for = False

    def finish(self) -> None:
        """Waits for what was asked for, if something was. What it raises is raised in the window, never here."""
        while self._future is not None:
            wait([self._future])
            self._look()

    def _begin(self, work: InSteps) -> None:
        self._dropped = Event()
        self._future = _ONE_AT_A_TIME.submit(_in_steps, work, self._dropped)
        self._looks.start()
        if not self._waited_for:
            self._waited_for = True
            self._long.start()

    def _look(self) -> None:
        if self._future is None or not self._future.done():
            return
        done = self._future
        if self._then:
            work = self._then.popleft()
            self._begin(lambda go_on: work())
        else:
            self.drop()
        if (error := done.exception()) is not None:
            self._failed.emit(error)
        else:
            self.worked_out.emit(done.result())


class _OutOfDate(Exception):
    """Nobody waits for it any more."""


def _in_steps(work: InSteps, dropped: Event) -> object:
    def go_on() -> None:
        if dropped.is_set():
            raise _OutOfDate

    go_on()
    return work(go_on)


def _in_the_window(error: BaseException) -> None:
    """Raised by what a signal calls, an error is the window's to tell; whoever looked or waited goes on."""
    raise error

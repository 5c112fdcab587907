"""Files made and written beside the window, those of one paper or return after another; each whole, or as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from amie_planner.errors import AmieError
from amie_planner.ui.models.working_out import WorkingOut
from amie_planner.writing import write_whole

Files = Mapping[Path, bytes]


class FileSaving(QObject):
    """saved(about): all files are whole. failed(about, Exception, int): why not, and how many were written before.

    One of both follows each `save`, in its order, with what that was told to be about. taking_long(): still writing.
    An error that is no AmieError is a fault of ours.
    """

    saved = Signal(object)
    failed = Signal(object, object, int)
    taking_long = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._working = WorkingOut(self)
        self._working.worked_out.connect(self._came)
        self._working.taking_long.connect(self.taking_long)

    def save(self, about: object, files: Callable[[], Files]) -> None:
        """Makes the files and writes them, after what is being written."""
        self._working.ask_in_turn(lambda: _written(about, files))

    def finish(self) -> None:
        """Waits until everything is written."""
        self._working.finish()

    def _came(self, ended: _Ended) -> None:
        if ended.error is None:
            self.saved.emit(ended.about)
        else:
            self.failed.emit(ended.about, ended.error, ended.written)


@dataclass(frozen=True, slots=True)
class _Ended:
    """How many files were written, and what stood in the way of the next, if anything did."""

    about: object
    written: int
    error: Exception | None = None


def _written(about: object, files: Callable[[], Files]) -> _Ended:
    """Whatever goes wrong is handed back with what it is about, so that nobody mistakes one for another."""
    written = many = 0
    try:
        made = files()
        many = len(made)
        for path, content in made.items():
            write_whole(path, content)
            written += 1
    except AmieError as error:
        return _Ended(about, written, _with_those_before(error, written, many))
    except Exception as error:
        return _Ended(about, written, error)
    return _Ended(about, written)


def _with_those_before(error: AmieError, written: int, many: int) -> AmieError:
    if not written:
        return error
    return AmieError(f"{error.message} {written} of {many} files were written before.", error.hint)

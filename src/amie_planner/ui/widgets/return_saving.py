"""The files of a return made and written beside the window; each file whole, or as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from amie_planner.errors import AmieError
from amie_planner.ui.models.working_out import WorkingOut
from amie_planner.writing import write_whole

Files = Mapping[Path, bytes]


class ReturnSaving(QObject):
    """saved(): all files are whole. failed(AmieError, int): what stood in the way, and how many were written before.

    One of both follows each `save`, in its order. taking_long(): still writing.
    """

    saved = Signal()
    failed = Signal(object, int)
    taking_long = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._working = WorkingOut(self)
        self._working.worked_out.connect(self._came)
        self._working.taking_long.connect(self.taking_long)

    def save(self, files: Callable[[], Files]) -> None:
        """Makes the files and writes them, after what is being written."""
        self._working.ask_in_turn(lambda: _written(files))

    def finish(self) -> None:
        """Waits until everything is written."""
        self._working.finish()

    def _came(self, stopped: _Stopped | None) -> None:
        if stopped is None:
            self.saved.emit()
        else:
            self.failed.emit(stopped.error, stopped.written)


@dataclass(frozen=True, slots=True)
class _Stopped:
    """What stood in the way of a file, and how many were written before it."""

    error: AmieError
    written: int


def _written(files: Callable[[], Files]) -> _Stopped | None:
    """Why not all of them could be written, where that is so."""
    written = many = 0
    try:
        made = files()
        many = len(made)
        for path, content in made.items():
            _make_folder(path.parent)
            write_whole(path, content)
            written += 1
    except AmieError as error:
        before = f" {written} of {many} files were written before." if written else ""
        return _Stopped(AmieError(f"{error.message}{before}", error.hint), written)
    return None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        raise AmieError(f"The folder {folder} cannot be made.", "Choose another folder.") from None

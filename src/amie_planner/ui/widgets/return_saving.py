"""The files of a return made and written beside the window; each file whole, or as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from amie_planner.errors import AmieError
from amie_planner.ui.models.working_out import WorkingOut
from amie_planner.writing import write_whole

Files = Mapping[Path, bytes]


class ReturnSaving(QObject):
    """saved(): all files are whole. failed(AmieError): what stood in the way. taking_long(): still writing.

    One of both follows each `save`, in its order.
    """

    saved = Signal()
    failed = Signal(object)
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

    def _came(self, error: AmieError | None) -> None:
        if error is None:
            self.saved.emit()
        else:
            self.failed.emit(error)


def _written(files: Callable[[], Files]) -> AmieError | None:
    """Why not all of them could be written, where that is so."""
    try:
        for path, content in files().items():
            _make_folder(path.parent)
            write_whole(path, content)
    except AmieError as error:
        return error
    return None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        raise AmieError(f"The folder {folder} cannot be made.", "Choose another folder.") from None

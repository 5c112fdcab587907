"""A paper laid out and written beside the window, one after another; each file whole, or as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from amie_planner.documents.file_names import told_apart
from amie_planner.errors import AmieError
from amie_planner.ui.models.papers import Asked
from amie_planner.ui.models.working_out import WorkingOut
from amie_planner.writing import write_whole

_KINDS = {"pdf": ("Save PDF", "PDF (*.pdf)"), "html": ("Save as web page", "Web page (*.html)")}


def ask_where(parent: QWidget, asked: Asked, form: str) -> Path | None:
    """Where the leader would have a paper, `pdf` or `html`; None for nowhere. What is suggested names nobody."""
    title, kinds = _KINDS[form]
    [which] = told_apart([asked.plan.session])
    name, _ = QFileDialog.getSaveFileName(
        parent, title, f"{which}-{asked.document.file_called(asked.style, form)}", kinds
    )
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == f".{form}" else path.with_name(f"{path.name}.{form}")


class PaperSaving(QObject):
    """saved(Path): the file is whole. failed(AmieError): what stood in the way. taking_long(): it is still written."""

    saved = Signal(object)
    failed = Signal(object)
    taking_long = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._working = WorkingOut(self)
        self._working.worked_out.connect(self._came)
        self._working.taking_long.connect(self.taking_long)

    def save(self, path: Path, content: Callable[[], bytes]) -> None:
        """Makes the content and writes it, after what is being written."""
        self._working.ask_in_turn(lambda: _written(path, content))

    def finish(self) -> None:
        """Waits until everything is written."""
        self._working.finish()

    def _came(self, came: Path | AmieError) -> None:
        (self.failed if isinstance(came, AmieError) else self.saved).emit(came)


def _written(path: Path, content: Callable[[], bytes]) -> Path | AmieError:
    try:
        write_whole(path, content())
    except AmieError as error:
        return error
    return path

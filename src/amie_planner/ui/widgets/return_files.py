"""The ways in which a return leaves: a workbook, a folder of CSV files, its cover, and a table that is copied."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from amie_planner.documents.return_cover import return_cover
from amie_planner.errors import AmieError
from amie_planner.returns.releases import warned_words, what_helps
from amie_planner.returns.workbook import csv_files, refuse_mixing, to_paste, xlsx
from amie_planner.ui.models.file_saving import Files, FileSaving
from amie_planner.ui.models.reports import Ready
from amie_planner.ui.models.return_notes import ReturnNotes
from amie_planner.ui.widgets.basics import Button
from amie_planner.ui.widgets.exchanging import ask, ask_where
from amie_planner.ui.widgets.flow import Flow

_SAVING = "Saving…"
_LISTED = "Warnings says which."


class ReturnFiles(QWidget):
    """failed(AmieError): it did not leave, or not as a whole. said(text): something to tell.

    `ready` is what can leave now; there is nothing to press without it. Everything is noted before it leaves.
    """

    failed = Signal(object)
    said = Signal(str)

    def __init__(self, notes: ReturnNotes) -> None:
        super().__init__()
        self._notes = notes
        self.ready: Ready | None = None
        self.workbook = Button("Save workbook…", self.ask_for_workbook, "main")
        self.csv = Button("Save CSV files…", self.ask_for_folder)
        self.cover = Button("Save cover (PDF)…", self.ask_for_cover)
        self.saving = FileSaving(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(Flow(self.workbook, self.csv, self.cover, spacing=8))
        self.saving.saved.connect(self._saved)
        self.saving.failed.connect(self._not_saved)
        self.saving.taking_long.connect(lambda: self.said.emit(_SAVING))
        self.show_ready(None)

    def show_ready(self, ready: Ready | None) -> None:
        """What can leave now, or nothing."""
        self.ready = ready
        for button in (self.workbook, self.csv, self.cover):
            button.setEnabled(ready is not None)

    def ask_for_workbook(self) -> None:
        """Asks where to, then writes the workbook."""
        if path := self._where("Save workbook", "", "xlsx", "Workbook (*.xlsx)"):
            self.save_workbook(path)

    def ask_for_cover(self) -> None:
        """Asks where to, then writes the cover."""
        if path := self._where("Save cover", "-cover", "pdf", "PDF (*.pdf)"):
            self.save_cover(path)

    def ask_for_folder(self) -> None:
        """Asks in which folder, and writes a folder of CSV files there."""
        ready = self._agreed()
        name = QFileDialog.getExistingDirectory(self, "Save CSV files in a folder") if ready else ""
        if not name or ready is None:
            return
        folder = Path(name) / ready.wanted.file_name
        if folder.exists():
            answer = ask(self, f"There is a folder {folder.name} already.", "Replace its files", "Keep both")
            if answer < 0:
                return
            folder = _free(folder) if answer else folder
        self.save_csv(folder)

    def save_workbook(self, path: Path) -> None:
        """Writes the workbook to a file."""
        if (ready := self.ready) is not None:
            self._save(ready, f"Saved {path.name}", lambda: {path: xlsx(ready.made, ready.worked_out)})

    def save_cover(self, path: Path) -> None:
        """Writes the cover to a file."""
        if (ready := self.ready) is not None:
            self._save(ready, f"Saved {path.name}", lambda: {path: return_cover(ready.made, ready.organisation).pdf()})

    def save_csv(self, folder: Path) -> None:
        """Writes a CSV file for each table to a folder, which is made where it is not there."""
        if (ready := self.ready) is not None:
            many = len(ready.sheets)
            said = f"Saved {many} CSV files in {folder.name}"
            self._save(ready, said, lambda: _csv(ready, folder))

    def copy(self, at: int) -> None:
        """Puts a table on the clipboard, to be pasted into a form."""
        if (ready := self._agreed()) is None:
            return
        try:
            note = self._notes.begin(ready)
        except AmieError as error:
            self.failed.emit(error)
            return
        table = ready.sheets[at]
        QGuiApplication.clipboard().setText(to_paste(table))
        self._notes.end(note, left=True)
        self.said.emit(f"Copied ‘{table.name}’. Paste it into the form.")

    def finish(self) -> None:
        """Waits until everything is written."""
        self.saving.finish()

    def _where(self, title: str, more: str, form: str, kinds: str) -> Path | None:
        ready = self._agreed()
        return ask_where(self, f"{ready.wanted.file_name}{more}.{form}", title, kinds) if ready is not None else None

    def _agreed(self) -> Ready | None:
        """What can leave now, once the leader has said so where something is warned of."""
        ready = self.ready
        if ready is None or not ready.warnings:
            return ready
        said = f"{warned_words(ready.warnings)} {_LISTED} {what_helps(ready.warnings)}"
        return ready if ask(self, said, "Go on all the same", otherwise="Not now") == 0 else None

    def _save(self, ready: Ready, said: str, files: Callable[[], Files]) -> None:
        try:
            note = self._notes.begin(ready)
        except AmieError as error:
            self.failed.emit(error)
            return
        self.saving.save(_Asked(note, said), files)

    def _saved(self, asked: _Asked) -> None:
        self._notes.end(asked.note, left=True)
        self.said.emit(asked.said)

    def _not_saved(self, asked: _Asked, error: Exception, written: int) -> None:
        self._notes.end(asked.note, left=written > 0)
        if not isinstance(error, AmieError):
            raise error
        self.failed.emit(error)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The id of the note of what is to be saved, and what is said once it is."""

    note: str
    said: str


def _csv(ready: Ready, folder: Path) -> Files:
    files = csv_files(ready.made)
    refuse_mixing(files, _names_in(folder), folder.name)
    _make_folder(folder)
    return {folder / name: file for name, file in files.items()}


def _names_in(folder: Path) -> list[str]:
    try:
        return [each.name for each in folder.iterdir()] if folder.is_dir() else []
    except OSError:
        raise AmieError(
            f"The folder {folder.name} cannot be looked into, so it may hold files of another return.",
            "Choose another folder.",
        ) from None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        raise AmieError(f"The folder {folder} cannot be made.", "Choose another folder.") from None


def _free(folder: Path) -> Path:
    """A name beside the others: general-return-2, -3 …"""
    at = 2
    while (found := folder.with_name(f"{folder.name}-{at}")).exists():
        at += 1
    return found

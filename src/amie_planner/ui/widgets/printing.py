"""The system's print dialog, and the very pages of finished PDFs drawn at the printer's own resolution."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pypdfium2
from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from amie_planner.errors import AmieError
from amie_planner.ui.models.paper_pages import drawn
from amie_planner.ui.models.working_out import WorkingOut

_SHARPEST = 600
"""Dots an inch: a finer printer draws no letter better, and a page of more would take too much memory."""
_POINTS_IN_AN_INCH = 72


def ask_for_printer(parent: QWidget, pages: int) -> QPrinter | None:
    """The printer that the leader chose, with what they chose for it; None to print nothing."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Papers")
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, pages)
    dialog.setFromTo(1, pages)
    return printer if dialog.exec() else None


def page_count(pdfs: Sequence[bytes]) -> int:
    """How many pages they have together. One thread at a time."""
    return sum(1 for _ in _pages(pdfs))


def print_pages(printer: QPrinter, pdfs: Sequence[bytes]) -> int:
    """Sends the pages, or those of them that were chosen, each in its own size. Gives how many. Raises AmieError."""
    chosen = [page for n, page in enumerate(_layouts(pdfs), 1) if _is_wanted(printer, n)]
    painter = QPainter()
    for n, (pdf, at, layout) in enumerate(chosen):
        printer.setFullPage(True)
        printer.setPageLayout(layout)
        if not (printer.newPage() if n else painter.begin(printer)):
            if painter.isActive():
                painter.end()
            raise AmieError("The printer takes no pages.", "Look whether it is on, or choose another printer.")
        _draw(painter, printer, pdf, at)
    if chosen and not painter.end():
        raise AmieError("The pages did not reach the printer.", "Look whether it is on, or choose another printer.")
    return len(chosen)


def _is_wanted(printer: QPrinter, number: int) -> bool:
    if printer.printRange() is not QPrinter.PrintRange.PageRange or not printer.fromPage():
        return True
    return printer.fromPage() <= number <= (printer.toPage() or number)


def _draw(painter: QPainter, printer: QPrinter, pdf: bytes, at: int) -> None:
    dots = min(printer.resolution(), _SHARPEST)
    with pypdfium2.PdfDocument(pdf) as document:
        picture = drawn(document[at], dots / _POINTS_IN_AN_INCH)
    times = printer.resolution() / dots
    painter.drawImage(QRectF(0, 0, picture.width() * times, picture.height() * times), picture)


def _layouts(pdfs: Sequence[bytes]) -> Iterator[tuple[bytes, int, QPageLayout]]:
    for pdf, at, (width, height) in _pages(pdfs):
        turned = width > height
        size = QSizeF(min(width, height), max(width, height))
        shape = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
        way = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
        yield pdf, at, QPageLayout(shape, way, QMarginsF(0, 0, 0, 0))


def _pages(pdfs: Sequence[bytes]) -> Iterator[tuple[bytes, int, tuple[float, float]]]:
    """Each page: its PDF, its place there, and its width and height in points."""
    for pdf in pdfs:
        with pypdfium2.PdfDocument(pdf) as document:
            sizes = [page.get_size() for page in document]
        yield from ((pdf, at, size) for at, size in enumerate(sizes))


class Printing(QObject):
    """Sends pages beside the window. said(text): what came of it. failed(AmieError): what stood in the way."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._working = WorkingOut(self)
        self._working.worked_out.connect(self._sent)
        self._working.taking_long.connect(lambda: self.said.emit("Printing…"))

    def send(self, printer: QPrinter, pdfs: Callable[[], Sequence[bytes]]) -> None:
        """Sends PDFs to a printer, once they are finished and after what is being sent."""
        self._working.ask_in_turn(lambda: _sent(printer, pdfs))

    @property
    def under_way(self) -> bool:
        """Whether pages are still being sent."""
        return self._working.under_way

    def finish(self) -> None:
        """Waits until what is under way has been sent."""
        self._working.finish()

    def _sent(self, came: int | AmieError) -> None:
        if isinstance(came, AmieError):
            self.failed.emit(came)
            return
        self.said.emit(f"Sent {came:,} page{'' if came == 1 else 's'} to the printer.")


def _sent(printer: QPrinter, pdfs: Callable[[], Sequence[bytes]]) -> int | AmieError:
    try:
        return print_pages(printer, pdfs())
    except AmieError as error:
        return error

"""What reaches the printer is the very pages of the PDF. The printer here is one that prints to a PDF file."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas
from tests.example_plans import SPACE_SOUNDS
from tests.hands import heard

from amie_planner.documents import FULL_PLAN, RUN_SHEET
from amie_planner.errors import AmieError
from amie_planner.exchange.loading import load
from amie_planner.ui.models.paper_pages import drawn
from amie_planner.ui.widgets.printing import Printing, ask_for_printer, page_count, print_pages

PLAN = load(SPACE_SOUNDS).plan("s1")
A4, A5_ACROSS = (595.3, 841.9), (595.3, 419.5)
_DARK = 200


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(150)
    return printer


def of_size(*sizes: tuple[float, float]) -> bytes:
    canvas = Canvas("")
    for n, size in enumerate(sizes):
        canvas.setPageSize(size)
        canvas.drawString(40, 40, f"Sheet {n}")
        canvas.showPage()
    return canvas.getpdfdata()


def sizes_of(pdf: bytes | Path) -> list[tuple[float, float]]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_size() for page in document]


def differing(one: bytes | Path, other: bytes | Path, at: int, other_at: int) -> float:
    """The part of the signs of a page, dark on light, that another page has not, at a coarse look."""
    looks = []
    for pdf, n in ((one, at), (other, other_at)):
        with pypdfium2.PdfDocument(pdf) as document:
            picture = drawn(document[n], 1.0)
        dark = {
            (x // 3, y // 3)
            for x in range(picture.width())
            for y in range(picture.height())
            if picture.pixelColor(x, y).lightness() < _DARK
        }
        looks.append(dark)
    return len(looks[0] ^ looks[1]) / max(1, len(looks[0]))


def test_every_page_is_printed_as_it_is(qtbot: QtBot, tmp_path: Path):
    pdfs = [RUN_SHEET.of_plan(PLAN), FULL_PLAN.of_plan(PLAN)]
    assert print_pages(to_file(tmp_path / "printed.pdf"), pdfs) == page_count(pdfs) == 1 + len(sizes_of(pdfs[1]))
    assert len(sizes_of(tmp_path / "printed.pdf")) == page_count(pdfs)
    assert differing(pdfs[0], tmp_path / "printed.pdf", 0, 0) < 0.15
    assert differing(pdfs[1], tmp_path / "printed.pdf", 1, 2) < 0.15
    assert differing(pdfs[1], tmp_path / "printed.pdf", 0, 2) > 0.5


def test_every_page_has_its_own_size_and_way(qtbot: QtBot, tmp_path: Path):
    pdf = of_size(A4, A5_ACROSS, A4)
    print_pages(to_file(tmp_path / "printed.pdf"), [pdf])
    for printed, wanted in zip(sizes_of(tmp_path / "printed.pdf"), sizes_of(pdf), strict=True):
        assert printed == pytest.approx(wanted, abs=2)


@pytest.mark.parametrize(("first", "last", "many"), [(2, 3, 2), (1, 1, 1), (4, 4, 0), (0, 0, 3)])
def test_only_the_pages_that_were_chosen_are_printed(qtbot: QtBot, tmp_path: Path, first: int, last: int, many: int):
    printer = to_file(tmp_path / "printed.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(first, last)
    assert print_pages(printer, [of_size(A4), of_size(A4, A4)]) == many


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_said_in_words(qtbot: QtBot, tmp_path: Path):
    with pytest.raises(AmieError, match="takes no pages"):
        print_pages(to_file(tmp_path / "gone" / "printed.pdf"), [of_size(A4)])


def test_the_window_is_told_how_many_pages_were_sent(qtbot: QtBot, tmp_path: Path):
    printing = Printing()
    said = heard(printing.said)
    printing.send(to_file(tmp_path / "one.pdf"), lambda: [of_size(A4)])
    printing.finish()
    printing.send(to_file(tmp_path / "two.pdf"), lambda: [of_size(A4, A4)])
    printing.finish()
    assert said == ["Sent 1 page to the printer.", "Sent 2 pages to the printer."]
    assert not printing.under_way


@pytest.mark.parametrize("answer", [True, False])
def test_the_systems_dialog_chooses_the_printer_and_the_pages(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answer: bool
):
    seen: list[tuple[int, int]] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda self: seen.append((self.minPage(), self.maxPage())) or answer)
    assert (ask_for_printer(None, 7) is not None) == answer
    assert seen == [(1, 7)]

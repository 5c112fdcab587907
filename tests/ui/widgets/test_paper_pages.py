"""Pages of a paper: those in sight are pictures, however many there are; all of them can be read and come to."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas
from tests.hands import in_front

from amie_planner.ui.models.paper_pages import NO_ROOM, pages_of, pictures
from amie_planner.ui.widgets.paper_pages import PaperPages

A4, ACROSS = (595.3, 841.9), (841.9, 595.3)


def a_paper(*sizes: tuple[float, float]) -> bytes:
    canvas = Canvas("")
    for n, size in enumerate(sizes):
        canvas.setPageSize(size)
        canvas.drawString(40, 400, f"Sheet {n}")
        canvas.showPage()
    return canvas.getpdfdata()


def shown(qtbot: QtBot, *sizes: tuple[float, float]) -> PaperPages:
    """Pages on screen, those in sight drawn."""
    pages = in_front(qtbot, PaperPages(), 600, 700)
    pdf = a_paper(*sizes)
    pages.show_pages(pdf, pages_of(pdf), {}, NO_ROOM)
    return settled(qtbot, pages)


def settled(qtbot: QtBot, pages: PaperPages) -> PaperPages:
    QApplication.processEvents()
    qtbot.waitUntil(lambda: all(n in with_pictures(pages) for n in pages.in_sight if n < len(sheets(pages))))
    pages.finish()
    return pages


def sheets(pages: PaperPages) -> list[QLabel]:
    return pages.findChildren(QLabel, "page")


def with_pictures(pages: PaperPages) -> list[int]:
    return [n for n, sheet in enumerate(sheets(pages)) if not sheet.pixmap().isNull()]


def test_of_a_long_paper_only_the_pages_in_sight_are_drawn_and_all_of_them_can_be_read(qtbot: QtBot):
    pages = shown(qtbot, *[A4] * 60)
    assert with_pictures(pages) == [0, 1]
    assert [sheet.accessibleDescription() for sheet in sheets(pages)] == [f"Sheet {n}" for n in range(60)]


def test_a_page_is_drawn_when_it_comes_in_sight_and_let_go_when_it_leaves(qtbot: QtBot):
    pages = shown(qtbot, *[A4] * 60)
    bar = pages.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert with_pictures(settled(qtbot, pages)) == [58, 59]
    bar.setValue(0)
    assert with_pictures(settled(qtbot, pages)) == [0, 1]


def test_a_page_that_is_come_to_by_keys_is_drawn(qtbot: QtBot):
    pages = shown(qtbot, *[A4] * 12)
    sheets(pages)[7].setFocus()
    qtbot.waitUntil(lambda: 7 in with_pictures(pages))


@pytest.mark.parametrize("whole", [False, True])
def test_pages_follow_the_room_and_are_drawn_as_large_as_they_are_shown(qtbot: QtBot, whole: bool):
    pages = shown(qtbot, A4, ACROSS)
    pages.show_whole(whole)
    for width, height in ((900, 500), (400, 900), (600, 700)):
        pages.resize(width, height)
        qtbot.waitUntil(lambda: all(sheet.drawn_for == pages.view for sheet in sheets(pages)))
        settled(qtbot, pages)
        room = pages.area.viewport().size()
        for n, sheet in enumerate(sheets(pages)):
            fits = pictures(pages._pdf, pages._pages, [n], pages.view)[n]
            assert sheet.pixmap().toImage().convertToFormat(fits.format()) == fits
            assert sheet.width() <= room.width()
            assert (sheet.width(), sheet.height()) == (fits.width() + 4, fits.height() + 4)
            assert not whole or sheet.height() <= room.height()


def test_a_paper_with_fewer_pages_leaves_none_of_the_old(qtbot: QtBot):
    pages = shown(qtbot, *[A4] * 5)
    pdf = a_paper(ACROSS)
    pages.show_pages(pdf, pages_of(pdf), {}, NO_ROOM)
    qtbot.waitUntil(lambda: len(sheets(pages)) == 1)
    settled(qtbot, pages)
    assert sheets(pages)[0].accessibleDescription() == "Sheet 0"
    assert sheets(pages)[0].pixmap().width() > sheets(pages)[0].pixmap().height()
    pages.show_pages(b"", (), {}, NO_ROOM)
    qtbot.waitUntil(lambda: not sheets(pages))

"""Pages ask for the room of the one that is seen, in the width there is."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import in_front

from amie_planner.ui.widgets.basics import Label, Pages

LONG = "Small counts of people are hidden and others rounded, so that many may read it. " * 4


def test_a_long_text_asks_for_the_lines_that_it_takes_in_the_width_there_is(qtbot: QtBot) -> None:
    page, text = QWidget(), Label()
    text.setText(LONG)
    QVBoxLayout(page).addWidget(text)
    pages = Pages()
    pages.addWidget(page)
    shown = in_front(qtbot, pages, 1200, 300)
    margins = page.layout().contentsMargins()
    needed = text.heightForWidth(text.width()) + margins.top() + margins.bottom()
    assert shown.minimumSizeHint().height() == needed


def test_what_is_not_seen_asks_for_nothing(qtbot: QtBot) -> None:
    tall, small = QWidget(), QWidget()
    tall.setMinimumHeight(900)
    small.setMinimumHeight(50)
    pages = Pages()
    for page in (tall, small):
        pages.addWidget(page)
    pages.setCurrentWidget(small)
    assert in_front(qtbot, pages, 300, 300).minimumSizeHint().height() == 50

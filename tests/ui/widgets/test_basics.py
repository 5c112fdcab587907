"""Pages ask for the room of the one that is seen, in the width there is; what has the focus is seen with its words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QGraphicsView, QLineEdit, QListView, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import in_front

from amie_planner.ui.widgets.basics import Label, Pages, Scroll

LONG = "Small counts of people are hidden and others rounded, so that many may read it. " * 4


@pytest.fixture(autouse=True)
def undressed(qapp: QApplication) -> Iterator[None]:
    """In no theme, whichever another test left."""
    sheet, font, style = qapp.styleSheet(), qapp.font(), qapp.style().name()
    qapp.setStyleSheet("")
    qapp.setStyle("fusion")
    qapp.setFont(QFont("sans-serif", 11))
    yield
    qapp.setStyle(style)
    qapp.setStyleSheet(sheet)
    qapp.setFont(font)


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


@pytest.mark.parametrize("points", [11, 22])
def test_what_is_said_under_a_field_comes_into_sight_with_it(qtbot: QtBot, points: int) -> None:
    inside = QWidget()
    layout = QVBoxLayout(inside)
    fields, hints = [QLineEdit() for _ in range(12)], [Label(LONG[:60], "quiet") for _ in range(12)]
    for field, hint in zip(fields, hints, strict=True):
        layout.addWidget(field)
        layout.addWidget(hint)
    area = Scroll(inside, "Fields")
    font = area.font()
    font.setPointSize(points)
    area.setFont(font)
    lines = area.fontMetrics()
    shown = in_front(qtbot, area, lines.horizontalAdvance(LONG[:60]) * 2 // 3, lines.lineSpacing() * 20)
    for field, hint in zip(fields, hints, strict=True):
        field.setFocus()
        qtbot.waitUntil(lambda hint=hint: shown.viewport().rect().contains(_place(hint, shown.viewport())))


@pytest.mark.parametrize("kind", [QPlainTextEdit, QGraphicsView, QListView])
def test_whatever_has_the_focus_comes_into_sight_though_it_says_otherwise_where_one_types(
    qtbot: QtBot, kind: type[QWidget]
) -> None:
    inside, far = QWidget(), kind()
    layout = QVBoxLayout(inside)
    for n in range(12):
        layout.addWidget(QLineEdit() if n < 11 else far)
    shown = in_front(qtbot, Scroll(inside, "Fields"), 300, 300)
    far.setFocus()
    qtbot.waitUntil(lambda: 0 <= _place(far, shown.viewport()).top() < shown.viewport().height() - 20)


def _place(widget: QWidget, within: QWidget) -> QRect:
    return QRect(widget.mapTo(within, QPoint(0, 0)), widget.size())

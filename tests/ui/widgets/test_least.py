"""A place whose lists would like to be tall asks for no more than they need at least."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import in_front

from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.least import Least, LeastCard

_TALL, _ROOM = 90, 80


@pytest.mark.parametrize("kind", [Least, LeastCard])
def test_it_asks_for_the_least_of_a_list_and_for_all_of_a_line_that_wraps(qtbot: QtBot, kind: type[QWidget]) -> None:
    place, rows = kind(), QListWidget()
    rows.setMinimumHeight(_TALL)
    layout = QVBoxLayout(place)
    layout.addWidget(rows)
    in_front(qtbot, place, 400, 300)
    assert place.minimumSizeHint().height() >= _TALL
    label = Label()
    label.setText("Everything that is said here goes on in lines of its own where there is no room for it. " * 3)
    layout.addWidget(label)
    qtbot.waitUntil(label.isVisible)
    for width in (400, 800):
        least = _TALL + label.heightForWidth(width)
        assert least <= place.heightForWidth(width) < least + _ROOM < least + rows.sizeHint().height() - _TALL

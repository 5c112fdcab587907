"""A list to choose from keeps to the room that its layout gives it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from amie_planner.ui.widgets.drop_down import DropDown
from amie_planner.ui.widgets.fields import ChoiceField
from amie_planner.ui.widgets.programme_choice import ProgrammeChoice

LONG = "A special-school class of twelve that comes on Thursdays after lunch"
AFTER_QT_TAKES_ROOM = 80
"""Milliseconds: four times as long as Qt waits."""


class Widths(QObject):
    """Every width that a widget was ever given."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen: list[int] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            self.seen.append(event.size().width())
        return False


def wide() -> ChoiceField:
    field = ChoiceField([("a", LONG)], "Any")
    field.combo.asks_for_all = True
    return field


@pytest.mark.parametrize("make", [wide, ProgrammeChoice])
def test_it_is_never_wider_than_its_field_not_even_for_a_moment(qtbot: QtBot, make: type[ChoiceField]):
    field = make()
    qtbot.addWidget(field)
    widths = Widths(field.combo)
    field.resize(200, 60)
    field.show()
    QTest.qWait(AFTER_QT_TAKES_ROOM)
    field.combo.addItem(LONG)
    QTest.qWait(AFTER_QT_TAKES_ROOM)
    assert widths.seen
    assert max(widths.seen) <= 200


def test_one_that_asks_for_all_would_like_the_room_of_its_longest_choice(qtbot: QtBot):
    combo = DropDown()
    qtbot.addWidget(combo)
    combo.addItems(["Any", "Yes"])
    short, room = combo.sizeHint().width(), combo.fontMetrics().horizontalAdvance(LONG)
    combo.addItem(LONG)
    assert combo.sizeHint().width() == short
    combo.asks_for_all = True
    assert combo.sizeHint().width() > room
    assert combo.minimumSizeHint().width() < room


def test_its_layout_hears_when_a_longer_choice_comes(qtbot: QtBot):
    field = wide()
    qtbot.addWidget(field)
    before = field.sizeHint().width()
    field.combo.addItem(LONG * 2)
    assert field.sizeHint().width() > before
    field.combo.clear()
    assert field.sizeHint().width() < before

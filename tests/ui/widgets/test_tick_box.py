"""A tick box shows all of its words however narrow it is, and can be pressed anywhere on them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from amie_planner.ui.widgets.blocks import WRAP
from amie_planner.ui.widgets.tick_box import TickBox

LONG = "I can press with my chin, if the switch stands on an arm and somebody waits for me"


@pytest.mark.parametrize("words", ["Play", LONG, "a & b < c", "", "Donaudampfschifffahrt" * 9])
@pytest.mark.parametrize("width", [160, 400, 900])
def test_it_is_as_tall_as_its_words_need_in_its_width(qtbot: QtBot, words: str, width: int):
    box = TickBox(words)
    qtbot.addWidget(box)
    box.resize(width, box.heightForWidth(width))
    room = box._room(box.rect())
    needed = box.fontMetrics().boundingRect(QRect(0, 0, room.width(), 1 << 16), WRAP, words)
    assert needed.height() <= room.height()
    assert box.heightForWidth(width) >= box.minimumSizeHint().height()


def test_long_words_do_not_push_the_window_wide(qtbot: QtBot):
    box = TickBox(LONG * 5)
    qtbot.addWidget(box)
    assert box.minimumSizeHint().width() <= box.fontMetrics().averageCharWidth() * 16


def test_every_line_of_its_words_can_be_pressed(qtbot: QtBot):
    box = TickBox(LONG)
    qtbot.addWidget(box)
    box.resize(200, box.heightForWidth(200))
    box.show()
    for n, place in enumerate((QPoint(190, 3), QPoint(60, box.height() - 4), QPoint(8, box.height() // 2))):
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        assert box.isChecked() is (n % 2 == 0)


def test_its_words_are_drawn_and_its_mark_changes(qtbot: QtBot):
    box, bare = TickBox(LONG), TickBox("")
    for made in (box, bare):
        qtbot.addWidget(made)
        made.resize(240, box.heightForWidth(240))
    unticked = box.grab().toImage()
    assert unticked != bare.grab().toImage()
    box.setChecked(True)
    assert box.grab().toImage() != unticked


def test_it_is_called_by_its_words(qtbot: QtBot):
    box = TickBox("a & b < c")
    qtbot.addWidget(box)
    assert box.accessibleName() == "a & b < c"

"""Tick boxes in columns: each is named, what is not offered is kept, and no word is cut however narrow it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from amie_planner.ui.widgets.tick_box import TickBox
from amie_planner.ui.widgets.ticks import ManyField

OFFERED = [("a", "Getting here"), ("b", "Sound, light and the senses"), ("c", "Feeling safe & sound"), ("d", "Pace")]


@pytest.fixture
def field(qtbot: QtBot) -> ManyField:
    made = ManyField(OFFERED, 20)
    qtbot.addWidget(made)
    made.called("What is in the way", "None ticked means any.")
    made.resize(600, 200)
    made.show()
    return made


def boxes(field: ManyField) -> list[TickBox]:
    return field.findChildren(TickBox)


def test_what_is_ticked_is_the_value_in_the_order_offered_and_what_is_not_offered_is_kept(field: ManyField):
    field.show_value(("z", "c", "a"))
    assert field.value() == ("a", "c", "z")
    field.show_value(None)
    assert field.value() == ()


def test_a_tick_by_hand_is_told_and_showing_a_value_is_not(field: ManyField, qtbot: QtBot):
    told: list[str] = []
    field.edited.connect(lambda: told.append("edited"))
    field.finished.connect(lambda: told.append("finished"))
    field.show_value(("a",))
    assert told == []
    QTest.keyClick(boxes(field)[1], Qt.Key.Key_Space)
    assert told == ["edited", "finished"]
    assert field.value() == ("a", "b")


def test_each_box_is_called_by_its_words_and_described_by_the_question(field: ManyField):
    assert [box.accessibleName() for box in boxes(field)] == [words for _, words in OFFERED]
    assert {box.accessibleDescription() for box in boxes(field)} == {"What is in the way. None ticked means any."}
    assert field.focusProxy() is boxes(field)[0]


@pytest.mark.parametrize(("letters", "columns"), [(70, 3), (50, 2), (22, 1)])
def test_there_are_as_many_columns_as_there_is_room_for_and_no_word_is_cut(
    field: ManyField, qtbot: QtBot, letters: int, columns: int
):
    field.resize(field.fontMetrics().averageCharWidth() * letters, 400)
    qtbot.wait(1)
    assert len({box.x() for box in boxes(field)}) == columns
    assert all(box.height() >= box.heightForWidth(box.width()) for box in boxes(field))


@pytest.mark.parametrize(("letters", "columns"), [(70, 2), (60, 1)])
def test_where_nothing_is_said_a_column_has_room_for_the_longest_words(qtbot: QtBot, letters: int, columns: int):
    field = ManyField(OFFERED)
    qtbot.addWidget(field)
    field.resize(field.fontMetrics().averageCharWidth() * letters, 400)
    field.show()
    assert len({box.x() for box in boxes(field)}) == columns

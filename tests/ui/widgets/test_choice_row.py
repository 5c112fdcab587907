"""One of a few as buttons, or none: chosen by key or mouse, and let go of by choosing it again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.hands import in_front

from amie_planner.ui.widgets.choice_row import ChoiceRow

Key = Qt.Key


@pytest.fixture
def row(qtbot: QtBot) -> ChoiceRow:
    made = ChoiceRow([("worked", "Worked"), ("partly", "Partly"), ("not", "Did not work")])
    made.called("How it went", "")
    in_front(qtbot, made)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    return made


def press(key: Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def stops(row: ChoiceRow) -> list[str]:
    return [key for key, button in row.buttons.items() if button.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_it_begins_with_nothing_chosen_and_one_stop(row: ChoiceRow):
    assert row.value() is None
    assert stops(row) == ["worked"]
    assert row.buttons["worked"].hasFocus()


def test_arrows_go_along_without_choosing_and_space_chooses(row: ChoiceRow):
    told: list[object] = []
    row.edited.connect(lambda: told.append(row.value()))
    press(Key.Key_Right)
    press(Key.Key_Right)
    press(Key.Key_Left)
    assert row.value() is None
    press(Key.Key_Space)
    assert row.value() == "partly"
    assert told == ["partly"]
    assert stops(row) == ["partly"]


def test_arrows_come_round(row: ChoiceRow):
    press(Key.Key_Up)
    assert row.buttons["not"].hasFocus()
    press(Key.Key_Down)
    assert row.buttons["worked"].hasFocus()


def test_another_takes_its_place_and_the_same_again_lets_go(row: ChoiceRow):
    row.buttons["partly"].click()
    row.buttons["not"].click()
    assert row.value() == "not"
    row.buttons["not"].click()
    assert row.value() is None


def test_showing_a_value_is_no_edit(row: ChoiceRow):
    told: list[None] = []
    row.edited.connect(lambda: told.append(None))
    row.show_value("not")
    assert row.value() == "not"
    assert stops(row) == ["not"]
    row.show_value(None)
    assert row.value() is None
    assert not told


def test_each_choice_says_what_it_answers(row: ChoiceRow):
    assert {button.accessibleDescription() for button in row.buttons.values()} == {"How it went."}
    assert [button.accessibleName() for button in row.buttons.values()] == ["Worked", "Partly", "Did not work"]

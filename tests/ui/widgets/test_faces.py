"""A row of choices: Tab goes to the row and on, arrows go within it, and one is always on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from amie_planner.ui.widgets.faces import Faces

Key = Qt.Key


class Place(QWidget):
    """Two rows of choices with a field before, between and after."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.before, self.after = QLineEdit(), QLineEdit()
        self.faces = Faces(("One", "Two", "Three"), "Which")
        layout = QVBoxLayout(self)
        for part in (self.before, self.faces, self.after):
            layout.addWidget(part)
        qtbot.addWidget(self)
        self.show()
        self.activateWindow()
        self.before.setFocus()
        qtbot.waitUntil(self.before.hasFocus)

    def press(self, key: Key) -> QWidget:
        QTest.keyClick(QApplication.focusWidget(), key)
        return QApplication.focusWidget()


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    return Place(qtbot)


@pytest.mark.parametrize("on", [0, 1, 2])
def test_tab_goes_to_the_one_that_is_on_and_then_past_the_row(place: Place, on: int):
    place.faces.choose(on)
    assert place.press(Key.Key_Tab) is place.faces.buttons[on]
    assert place.press(Key.Key_Tab) is place.after
    assert place.press(Key.Key_Backtab) is place.faces.buttons[on]
    assert place.press(Key.Key_Backtab) is place.before


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        ((Key.Key_Right,), 1),
        ((Key.Key_Down, Key.Key_Down), 2),
        ((Key.Key_Left,), 2),
        ((Key.Key_Right, Key.Key_Up), 0),
        ((Key.Key_Right,) * 3, 0),
    ],
)
def test_arrows_go_within_the_row_and_round(place: Place, keys: tuple[Key, ...], at: int):
    chosen: list[int] = []
    place.faces.chosen.connect(chosen.append)
    place.press(Key.Key_Tab)
    for key in keys:
        place.press(key)
    assert place.faces.current == at
    assert place.faces.buttons[at].hasFocus()
    assert chosen[-1] == at
    assert len(chosen) == len(keys)


def test_exactly_one_is_on_and_says_so(place: Place):
    for at in (2, 0, 1):
        place.faces.choose(at)
        assert [button.isChecked() for button in place.faces.buttons] == [n == at for n in range(3)]


def test_what_is_on_already_is_told_again_only_when_it_is_pressed(place: Place):
    chosen: list[int] = []
    place.faces.chosen.connect(chosen.append)
    place.faces.choose(0)
    assert not chosen
    place.faces.buttons[0].click()
    assert chosen == [0]
    place.faces.buttons[2].click()
    assert chosen == [0, 2]


def test_each_choice_says_which_row_it_belongs_to(place: Place):
    for button, name in zip(place.faces.buttons, ("One", "Two", "Three"), strict=True):
        assert (button.accessibleName(), button.accessibleDescription()) == (name, "Which")


def test_turning_one_on_moves_nothing(place: Place):
    before = [button.geometry() for button in place.faces.buttons]
    place.faces.choose(2)
    QApplication.processEvents()
    assert [button.geometry() for button in place.faces.buttons] == before


def test_a_choice_is_told_as_one_of_several(place: Place):
    for button in place.faces.buttons:
        assert QAccessible.queryAccessibleInterface(button).role() == QAccessible.Role.RadioButton

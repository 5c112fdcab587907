"""Entries to tick before anything happens: by keys, in words and shape, and the button says how many."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front

from amie_planner.ui.models.long_list import SCREENFUL
from amie_planner.ui.widgets.pack_dialog import Choice, PackDialog, Wording

Key = Qt.Key
CHECK = Qt.ItemDataRole.CheckStateRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
WORDING = Wording("Bring in a pack", "This is what the pack holds.", "Bring in", "Comes in", "Stays out")
CHOICES = (
    Choice("a", "Count in", "New"),
    Choice("b", "Wait", "The same as yours", offered=False),
    Choice("c", "<b>Hum</b>", ""),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> PackDialog:
    return in_front(qtbot, PackDialog(CHOICES, WORDING))


def test_everything_that_is_offered_is_ticked_at_first(dialog: PackDialog):
    assert dialog.ticked == ("a", "c")
    assert dialog.main.text() == dialog.main.accessibleName() == "Bring in 2 changes"
    assert dialog.windowTitle() == "Bring in a pack"


def test_each_row_says_in_words_and_to_assistive_technology_whether_it_is_ticked(dialog: PackDialog):
    index = dialog.model.index
    dialog.toggle(2)
    assert [index(n).data(CHECK) for n in range(3)] == [Qt.CheckState.Checked, None, Qt.CheckState.Unchecked]
    assert [index(n).data(SPOKEN) for n in range(3)] == [
        "Comes in. Count in. New",
        "Wait. The same as yours",
        "Stays out. <b>Hum</b>",
    ]
    assert index(2).data() == "<b>Hum</b>"
    assert index(5).data(CHECK) is None


def test_space_takes_a_tick_away_and_puts_it_back(dialog: PackDialog):
    hands = Hands(dialog)
    assert hands.name == "What is in the pack"
    hands.press(Key.Key_Space)
    assert dialog.ticked == ("c",)
    assert dialog.main.text() == "Bring in 1 change"
    hands.press(Key.Key_Space)
    assert dialog.ticked == ("a", "c")


def test_what_is_not_offered_cannot_be_ticked(dialog: PackDialog):
    hands = Hands(dialog)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Space)
    dialog.toggle(77)
    assert dialog.ticked == ("a", "c")


def test_a_click_ticks_as_space_does(dialog: PackDialog):
    place = dialog.view.visualRect(dialog.model.index(2)).center()
    QTest.mouseClick(dialog.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.ticked == ("a",)


def test_all_or_none_are_ticked_at_once_and_with_none_there_is_nothing_to_do(dialog: PackDialog):
    hands = Hands(dialog)
    hands.push("Tick none")
    assert dialog.ticked == ()
    assert not dialog.main.isEnabled()
    assert dialog.main.text() == "Bring in nothing"
    hands.push("Tick all")
    assert dialog.ticked == ("a", "c")


@pytest.mark.parametrize(
    ("key", "answer"), [(Key.Key_Return, QDialog.DialogCode.Accepted), (Key.Key_Escape, QDialog.DialogCode.Rejected)]
)
def test_enter_goes_on_and_escape_gives_up(dialog: PackDialog, key: Key, answer: QDialog.DialogCode):
    Hands(dialog).press(key)
    assert dialog.result() == answer


def test_a_long_pack_counts_what_has_not_been_scrolled_to(qtbot: QtBot):
    made = PackDialog([Choice(str(n), f"Change {n}", "New") for n in range(10_000)], WORDING)
    qtbot.addWidget(made)
    assert len(made.model.rows) == SCREENFUL
    assert len(made.ticked) == 10_000
    assert made.main.text() == "Bring in 10,000 changes"


def test_qt_finds_no_fault_with_its_list(dialog: PackDialog, qtmodeltester: ModelTester):
    qtmodeltester.check(dialog.model)
    dialog.toggle(0)
    dialog.toggle(0)

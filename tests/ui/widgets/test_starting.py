"""Beginning a programme takes a title and nothing more; a setting is there to choose."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QRadioButton
from pytestqt.qtbot import QtBot

from amie_planner.domain.presets import presets
from amie_planner.domain.records import PlanTemplate
from amie_planner.ui.widgets.starting import StartProgramme, TwoLines

Key = Qt.Key


@pytest.fixture
def dialog(qtbot: QtBot) -> StartProgramme:
    made = StartProgramme()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return made


def test_typing_begins_at_the_title_and_enter_begins_the_programme(dialog: StartProgramme):
    QTest.keyClicks(QApplication.focusWidget(), "  Rain & thunder  ")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.title == "Rain & thunder"
    assert dialog.preset == presets()[0]


@pytest.mark.parametrize("typed", ["", "   "])
def test_without_a_title_there_is_nothing_to_begin(dialog: StartProgramme, typed: str):
    QTest.keyClicks(QApplication.focusWidget(), typed)
    begin = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not begin.isEnabled()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert dialog.isVisible()


def test_escape_begins_nothing(dialog: StartProgramme):
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_arrows_choose_a_setting_and_each_says_what_it_is_like(dialog: StartProgramme):
    choices = dialog.findChildren(QRadioButton)
    assert [choice.text() for choice in choices] == [preset.label for preset in presets()]
    assert [choice.accessibleDescription() for choice in choices] == [preset.words for preset in presets()]
    choices[0].setFocus()
    QTest.keyClick(choices[0], Key.Key_Down)
    assert dialog.preset == presets()[1]


def test_ones_own_first_plans_stand_below_the_settings(qtbot: QtBot):
    own = PlanTemplate.made(id="own-1", title="Drums & bells", setting="choir")
    dialog = StartProgramme(None, [own, PlanTemplate.made(id="own-2", title="Anywhere")])
    qtbot.addWidget(dialog)
    choices = dialog.findChildren(QRadioButton)[len(presets()) :]
    assert [choice.text() for choice in choices] == ["Drums && bells", "Anywhere"]
    choices[0].click()
    assert (dialog.preset.template, dialog.preset.setting) == (own, "choir")
    choices[1].click()
    assert (dialog.preset.template.title, dialog.preset.setting) == ("Anywhere", "")


@pytest.mark.parametrize(("below", "spoken"), [("", "Rain"), ("Choir", "Rain, Choir")])
def test_a_row_of_two_lines_is_spoken_as_one(below: str, spoken: str):
    assert TwoLines("id", "Rain", below).spoken == spoken

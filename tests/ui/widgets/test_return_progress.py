"""What is said of the work on a return: that it goes on and can be stopped, or was and can be begun again."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import in_front

from amie_planner.ui.widgets.return_progress import ReturnProgress


def test_one_button_is_offered_at_a_time(qtbot: QtBot) -> None:
    shown = in_front(qtbot, ReturnProgress(), 500, 60)
    shown.say_working()
    shown.stop.setFocus()
    assert shown.working and shown.has_focus and not shown.again.isVisible()
    with qtbot.waitSignal(shown.stop_wanted):
        shown.stop.click()
    shown.say_stopped(leads_there=False)
    assert not shown.working and shown.again.hasFocus() and shown.has_focus and not shown.stop.isVisible()
    assert shown.about.text().startswith("Stopped.")
    with qtbot.waitSignal(shown.again_wanted):
        shown.again.click()
    shown.say_working()
    assert shown.about.text().startswith("Working out")


@pytest.mark.parametrize("leads_there", [False, True])
def test_whoever_is_elsewhere_is_led_to_begin_again_only_where_nothing_else_is_left(
    qtbot: QtBot, leads_there: bool
) -> None:
    around, line, shown = QWidget(), QLineEdit(), ReturnProgress()
    within = QVBoxLayout(around)
    within.addWidget(line)
    within.addWidget(shown)
    in_front(qtbot, around, 500, 120)
    shown.say_working()
    line.setFocus()
    shown.say_stopped(leads_there=leads_there)
    assert shown.again.isVisible() and (shown.again if leads_there else line).hasFocus()

"""An area is found by typing part of its name, chosen by keys, and loaded only if the leader says so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.hands import in_front

from amie_planner.returns.baselines_local import Area
from amie_planner.ui.widgets.choose_area import ChooseArea

AREAS = (*(Area(f"E{n:03}", f"District {n} Vale") for n in range(200)), Area("E999", "City of York"))
Key = Qt.Key


@pytest.fixture
def dialog(qtbot: QtBot) -> ChooseArea:
    return in_front(qtbot, ChooseArea(AREAS), 460, 520)


def test_parts_of_a_name_in_any_order_find_an_area(dialog: ChooseArea):
    QTest.keyClicks(dialog.line, "YORK city")
    assert dialog.area == AREAS[-1]
    QTest.keyClick(dialog.line, Key.Key_Return)
    assert dialog.result() == ChooseArea.DialogCode.Accepted


def test_arrows_choose_while_the_name_is_typed_however_long_the_list(dialog: ChooseArea):
    for _ in range(60):
        QTest.keyClick(dialog.line, Key.Key_Down)
    assert dialog.area == AREAS[60]
    QTest.keyClick(dialog.line, Key.Key_Up)
    assert dialog.area == AREAS[59]


def test_what_no_area_is_called_loads_nothing(dialog: ChooseArea):
    QTest.keyClicks(dialog.line, "nowhere")
    assert dialog.area is None
    assert dialog.nothing.isVisible()
    assert not dialog.main.isEnabled()
    dialog.line.clear()
    assert dialog.area == AREAS[0]

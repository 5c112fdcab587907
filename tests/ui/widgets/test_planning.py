"""The running-order card: each way of changing the order is one named step, and what follows is in sight."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.hands import in_front

from amie_planner.domain.changes import revise
from amie_planner.ui.widgets.basics import Button
from amie_planner.ui.widgets.dragging import RowDrag
from amie_planner.ui.widgets.planning import Planning
from amie_planner.ui.workspace import OpenSession

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def planning(qtbot: QtBot, desk: OpenSession) -> Planning:
    made = Planning(desk)
    desk.workspace.changed.connect(lambda changes: made.refresh(desk.plan))
    in_front(qtbot, made, 800, 1400)
    made.view.setFocus()
    made.choose("a2")
    return made


def order(desk: OpenSession) -> list[str]:
    return [activity.id for activity in desk.plan.activities]


def drag(planning: Planning, row: int, over: int) -> None:
    """Carries a row below another with the mouse."""
    here, there = (planning.view.visualRect(planning.model.index(at)) for at in (row, over))
    on = planning.view.viewport()
    QTest.mousePress(on, LEFT, pos=here.center())
    QTest.mouseMove(on, there.center())
    QTest.mouseMove(on, there.bottomLeft())
    assert planning.view.findChild(RowDrag).isVisible()
    QTest.mouseRelease(on, LEFT, pos=there.bottomLeft())


DUPLICATE: dict[str, Callable[[Planning], None]] = {
    "key": lambda planning: QTest.keyClick(planning.view, Key.Key_D, Qt.KeyboardModifier.ControlModifier),
    "button": lambda planning: QTest.mouseClick(planning.copy, LEFT),
}


@pytest.mark.parametrize("by", list(DUPLICATE))
def test_a_copy_is_one_named_step_stands_below_and_is_chosen(planning: Planning, desk: OpenSession, by: str):
    before = desk.series
    DUPLICATE[by](planning)
    assert order(desk) == ["a1", "a2", "a8", "a3", "a4", "a5", "a6", "a7"]
    assert planning.current == "a8"
    assert desk.plan.activities[2].title == "Hello song"
    assert desk.workspace.history.undoText() == "Duplicate ‘Hello song’"
    desk.workspace.history.undo()
    assert desk.series == before


def test_a_row_that_is_dragged_moves_in_one_named_step_and_is_chosen(planning: Planning, desk: OpenSession):
    drag(planning, 1, 3)
    assert order(desk) == ["a1", "a3", "a4", "a2", "a5", "a6", "a7"]
    assert planning.current == "a2"
    assert desk.workspace.history.undoText() == "Move ‘Hello song’"
    desk.workspace.history.undo()
    assert order(desk) == [f"a{n}" for n in range(1, 8)]


def test_dragging_and_the_keys_make_the_same_change(planning: Planning, desk: OpenSession):
    drag(planning, 1, 2)
    dragged, said = desk.series, desk.workspace.history.undoText()
    desk.workspace.history.undo()
    planning.choose("a2")
    QTest.keyClick(planning.view, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.series == dragged
    assert desk.workspace.history.undoText() == said


@pytest.mark.parametrize(("activity", "key"), [("a1", Key.Key_Up), ("a7", Key.Key_Down)])
def test_at_an_end_of_the_list_there_is_nowhere_to_move(planning: Planning, desk: OpenSession, activity: str, key: Key):
    planning.choose(activity)
    QTest.keyClick(planning.view, key, Qt.KeyboardModifier.AltModifier)
    assert order(desk) == [f"a{n}" for n in range(1, 8)]
    assert not desk.workspace.history.canUndo()


def test_without_a_chosen_activity_nothing_can_be_done_to_it(planning: Planning, desk: OpenSession):
    for _ in range(7):
        planning.remove_chosen()
    assert not desk.plan.activities
    buttons = (planning.copy, planning.up, planning.down, planning.skip, planning.remove)
    assert not any(button.isEnabled() for button in buttons)
    DUPLICATE["key"](planning)
    planning.shift(1)
    assert not desk.plan.activities


def test_setting_up_is_said_while_there_is_something_to_set_up(planning: Planning, desk: OpenSession):
    desk.do("x", [revise(d, setup_minutes=None) for d in desk.plan.adaptations])
    assert planning.setting_up.isHidden()
    change = revise(desk.plan.adaptations[0], setup_minutes=9, set_up=None)
    desk.do("x", [change, revise(desk.plan.session, ready_minutes=3)])
    assert planning.setting_up.isVisible()
    assert planning.setting_up.text().startswith("Before the start: 9 minutes of setting up, ")


def test_an_empty_running_order_offers_only_how_it_begins(planning: Planning):
    for _ in range(planning.model.rowCount()):
        planning.remove_chosen()
    offered = [button.text() for button in planning.findChildren(Button) if button.isVisible() and button.isEnabled()]
    assert offered == ["Add activity", "Start from a first plan…", "Add from the library…"]
    planning.add_below()
    assert planning.remove.isVisible() and not planning.start.isVisible()

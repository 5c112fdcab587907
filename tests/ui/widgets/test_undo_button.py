"""Undo beside one's work says by name what it takes back, and never takes back something out of sight."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from tests.example_plans import THURSDAY_WRITERS
from tests.hands import Hands, in_front

from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.changes import revise
from amie_planner.domain.edits.activities import add_to_shelf
from amie_planner.exchange.loading import load
from amie_planner.ui.widgets.undo_button import UndoButton
from amie_planner.ui.workspace import OpenProgramme, OpenSession


def beside(qtbot: QtBot, desk: OpenSession) -> UndoButton:
    return in_front(qtbot, UndoButton(OpenProgramme(desk.workspace, desk.programme)), 300, 60)


def aim(desk: OpenSession, text: str) -> None:
    desk.do(f"Change ‘{text}’", [revise(desk.series.programme, aims=text)])


def test_it_says_what_it_takes_back_and_takes_it_back(qtbot: QtBot, desk: OpenSession):
    before = desk.series.programme
    aim(desk, "One & all")
    button = beside(qtbot, desk)
    assert (button.accessibleName(), button.text()) == ("Undo: Change ‘One & all’", "Undo: Change ‘One && all’")
    aim(desk, "Two")
    Hands(button).push("Undo: Change ‘Two’")
    assert button.accessibleName() == "Undo: Change ‘One & all’"
    desk.workspace.history.undo()
    assert desk.series.programme == before and not button.isVisibleTo(None)


def test_what_was_done_to_another_programme_is_not_offered_here(qtbot: QtBot, desk: OpenSession):
    aim(desk, "One")
    button = beside(qtbot, desk)
    desk.workspace.do("Bring in ‘Writers’", bring_in(load(THURSDAY_WRITERS), 1))
    assert not button.isVisible()
    desk.workspace.history.undo()
    assert button.isVisible() and button.accessibleName() == "Undo: Change ‘One’"


def test_what_belongs_to_no_programme_is_offered_everywhere(qtbot: QtBot, desk: OpenSession):
    button = beside(qtbot, desk)
    _, changes = add_to_shelf((), title="Echo song")
    desk.workspace.do("Add ‘Echo song’", changes)
    assert button.isVisible() and button.accessibleName() == "Undo: Add ‘Echo song’"


def test_it_is_no_window_of_its_own_before_it_has_its_place(qtbot: QtBot, desk: OpenSession):
    aim(desk, "One")
    button = UndoButton(desk)
    qtbot.addWidget(button)
    assert not button.isVisible()


def test_where_it_is_private_it_is_not_there(qtbot: QtBot, desk: OpenSession):
    aim(desk, "One")
    button = beside(qtbot, desk)
    button.keep_private(True)
    assert not button.isVisible()
    button.keep_private(False)
    assert button.isVisible()

"""What every screen's menus offer: keys, undo by its name or without it, and how the window looks."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QKeySequence, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from amie_planner.preferences import TEXT_SIZES, THEMES, Preferences
from amie_planner.ui.widgets.menus import Looks, offer, offer_history


@pytest.fixture
def menu(qtbot: QtBot) -> QMenu:
    made = QMenu()
    qtbot.addWidget(made)
    return made


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def action(menu: QMenu, words: str) -> QAction:
    return next(each for each in menu.actions() if each.text() == words)


def test_what_is_offered_is_done_by_its_keys_which_may_be_those_of_the_system(menu: QMenu):
    done: list[str] = []
    offer(menu, "&Own", lambda: done.append("own"), "Ctrl+Shift+L").trigger()
    usual = offer(menu, "&Save", lambda: done.append("saved"), QKeySequence.StandardKey.Save)
    usual.trigger()
    assert done == ["own", "saved"]
    assert action(menu, "&Own").shortcut() == QKeySequence("Ctrl+Shift+L")
    assert usual.shortcuts() == QKeySequence.keyBindings(QKeySequence.StandardKey.Save)


def test_undo_and_redo_are_off_until_there_is_a_step_and_then_name_it(menu: QMenu):
    history = QUndoStack(menu)
    offer_history(menu, history)
    undo, redo = menu.actions()
    assert (undo.isEnabled(), redo.isEnabled(), words(menu)) == (False, False, ["Undo", "Redo"])
    history.push(QUndoCommand("Bread & butter"))
    assert (undo.isEnabled(), words(menu)) == (True, ["Undo: Bread && butter", "Redo"])
    undo.trigger()
    assert (redo.isEnabled(), words(menu)) == (True, ["Undo", "Redo: Bread && butter"])


def test_names_of_steps_are_kept_private_while_they_are_to_be_also_those_that_come_then(menu: QMenu):
    history = QUndoStack(menu)
    keep_private = offer_history(menu, history)
    history.push(QUndoCommand("Name ‘Sky’"))
    keep_private(True)
    assert words(menu) == ["Undo", "Redo"]
    history.push(QUndoCommand("Mark ‘Sky’ present"))
    assert words(menu) == ["Undo", "Redo"]
    keep_private(False)
    assert words(menu) == ["Undo: Mark ‘Sky’ present", "Redo"]


def test_each_theme_and_text_size_can_be_chosen_and_one_of_each_is_on(menu: QMenu):
    told: list[Preferences] = []
    Looks(menu, Preferences("dark", 150), told.append)
    assert len(words(menu)) == len(THEMES) + len(TEXT_SIZES)
    assert [each.text() for each in menu.actions() if each.isChecked()] == ["Dark", "Text 150%"]
    action(menu, "Cream").trigger()
    action(menu, "Text 200%").trigger()
    assert [(one.theme, one.text_size) for one in told] == [("cream", 150), ("cream", 200)]
    assert [each.text() for each in menu.actions() if each.isChecked()] == ["Cream", "Text 200%"]

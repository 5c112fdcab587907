"""Undo and redo in the menu say what they would do, but to nobody who should not read it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from amie_planner.ui.widgets.menus import offer_history


@pytest.fixture
def menu(qtbot: QtBot) -> QMenu:
    made = QMenu()
    qtbot.addWidget(made)
    return made


def said(menu: QMenu) -> list[tuple[str, bool]]:
    return [(action.text(), action.isEnabled()) for action in menu.actions()]


def test_each_says_what_it_would_do_and_an_ampersand_as_it_is(menu: QMenu):
    history = QUndoStack(menu)
    offer_history(menu, history)
    assert said(menu) == [("Undo", False), ("Redo", False)]
    history.push(QUndoCommand("Add ‘Song & dance’"))
    assert said(menu) == [("Undo: Add ‘Song && dance’", True), ("Redo", False)]
    history.undo()
    assert said(menu) == [("Undo", False), ("Redo: Add ‘Song && dance’", True)]


def test_kept_private_they_can_be_done_and_say_nothing_of_what_was_done_meanwhile(menu: QMenu):
    history = QUndoStack(menu)
    keep_private = offer_history(menu, history)
    history.push(QUndoCommand("Add ‘Otter’"))
    keep_private(True)
    assert said(menu) == [("Undo", True), ("Redo", False)]
    history.push(QUndoCommand("Mark ‘Otter’"))
    history.undo()
    assert said(menu) == [("Undo", True), ("Redo", True)]
    keep_private(False)
    assert said(menu) == [("Undo: Add ‘Otter’", True), ("Redo: Mark ‘Otter’", True)]

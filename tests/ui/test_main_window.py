"""The frame: which day it is, and where the sidebar stands."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.example_plans import SPACE_SOUNDS

from amie_planner import app
from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.changes import revise
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui.sidebar import PEOPLE, PROGRAMMES, TODAY, VOICE
from amie_planner.ui.workspace import Workspace


def test_a_window_that_was_left_open_over_night_begins_the_new_day(qtbot: QtBot, store: Store) -> None:
    store.apply(bring_in(load(SPACE_SOUNDS), 0))
    days = [date(2026, 9, 14)]
    instance = QApplication.instance()
    assert isinstance(instance, QApplication)
    window = app.framed(instance)
    qtbot.addWidget(window)
    window.load(Workspace(store, window), lambda: days[-1])
    for at in (PEOPLE, VOICE, TODAY):
        window.show_screen(at)
    window.open_session(load(SPACE_SOUNDS).programme.id, "s2")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    assert window.screens[TODAY].day.text() == "Monday 14 September 2026"
    days.append(date(2026, 9, 15))
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is elsewhere)
    window.activateWindow()
    qtbot.waitUntil(lambda: window.screens[TODAY].day.text() == "Tuesday 15 September 2026")
    assert window.session is not None
    counting = (window.screens[PEOPLE], window.screens[VOICE], window.session.access)
    assert {page._today for page in counting} == {date(2026, 9, 15)}


def test_the_sidebar_says_programmes_while_a_session_is_open(qtbot: QtBot, store: Store) -> None:
    store.apply(bring_in(load(SPACE_SOUNDS), 0))
    instance = QApplication.instance()
    assert isinstance(instance, QApplication)
    window = app.framed(instance)
    qtbot.addWidget(window)
    window.load(Workspace(store, window), lambda: date(2026, 9, 14))
    window.open_session(load(SPACE_SOUNDS).programme.id, "s1")
    assert window.sidebar.current == PROGRAMMES


def test_undo_and_redo_say_what_they_did(qtbot: QtBot, store: Store) -> None:
    store.apply(bring_in(load(SPACE_SOUNDS), 0))
    instance = QApplication.instance()
    assert isinstance(instance, QApplication)
    window = app.framed(instance)
    qtbot.addWidget(window)
    workspace = Workspace(store, window)
    window.load(workspace, lambda: date(2026, 9, 14))
    workspace.do("Rename it", [revise(workspace.programmes()[0], title="Comets")])
    workspace.history.undo()
    assert window.saved.text() == "✓ Undone: Rename it"
    workspace.history.redo()
    assert window.saved.text() == "✓ Done again: Rename it"

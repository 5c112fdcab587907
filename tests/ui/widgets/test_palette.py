"""Ctrl+K does anything the window offers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.hands import Hands
from tests.tour import settle, window_on

from amie_planner.cli.demo import samples
from amie_planner.store.store import Store
from amie_planner.ui.sidebar import LIBRARY, SCREENS
from amie_planner.ui.widgets.palette import commands

Key = Qt.Key


def test_a_few_letters_and_enter_show_a_screen(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        hands = Hands(window)
        hands.meanwhile(lambda: (hands.write("libr"), hands.press(Key.Key_Return)))
        hands.press(Key.Key_K, ctrl=True)
        settle()
        assert window.stack.currentWidget() is window.screens[LIBRARY]
        assert window.sidebar.current == LIBRARY


def test_every_screen_and_everything_the_menus_offer_now_is_among_the_commands(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        space = samples()[0].programme.id

        def said() -> set[str]:
            return {command.words for command in commands(window, window._planner())}

        assert {f"Go to {name}" for name in SCREENS} <= said()
        assert "Add activity" not in said() and "Save PDF…" in said()
        window.open_session(space, "s1")
        assert {"Add activity", "Access", "High contrast", "Text 200%"} <= said()
        menus = {window._file, window._edit, window._session, window._view}
        offered = {a.text().replace("&", "") for menu in menus for a in menu.actions() if a.text() and a.isEnabled()}
        assert offered - {"Commands…"} <= said()


def test_a_command_is_done_by_its_own_action(qtbot: QtBot, store: Store) -> None:
    with window_on(qtbot, store, *samples()) as window:
        window.open_session(samples()[0].programme.id, "s1")
        assert window.session is not None
        before = len(window.session._desk.plan.activities)
        hands = Hands(window)
        hands.meanwhile(lambda: (hands.write("add act"), hands.press(Key.Key_Return)))
        hands.press(Key.Key_K, ctrl=True)
        settle()
        assert len(window.session._desk.plan.activities) == before + 1

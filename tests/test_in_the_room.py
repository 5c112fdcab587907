"""While a session is run, others see the window: nothing in it names anybody, whatever was written and done before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.example_plans import SPACE_SOUNDS
from tests.hands import Hands
from tests.test_accessible import faces_of
from tests.text_everywhere import with_text_everywhere
from tests.tour import settle, window_on

from amie_planner.domain.plan import Series
from amie_planner.domain.records import Person
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui.main_window import MainWindow
from amie_planner.ui.screens.session import PLAN, REGISTER, RUN_IT
from amie_planner.ui.widgets.palette import commands

Key = Qt.Key
NAME = "Zarquonia"
KINDS = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)


@pytest.fixture
def series() -> Series:
    """A programme of one person, who is named in everything that was ever written."""
    told = with_text_everywhere(load(SPACE_SOUNDS), f"With {NAME}")
    first = next(iter(told.people)).id
    return Series.of(r.revised(alias=NAME) if isinstance(r, Person) and r.id == first else r for r in told.records())


def said(window: MainWindow) -> Iterator[str]:
    """All that can be read or is told: what is seen, the menus, what they would do, and the commands."""
    yield window.windowTitle()
    for face in faces_of(QAccessible.queryAccessibleInterface(window)):
        yield from (face.text(kind) for kind in KINDS)
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.statusTip())
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
            yield str(widget.property("text") or "")
    for command in commands(window, window._planner()):
        yield from (command.words, command.where)


def naming(window: MainWindow) -> list[str]:
    settle()
    return [text for text in said(window) if NAME in text]


def test_nothing_in_the_window_names_anybody(qtbot: QtBot, store: Store, series: Series) -> None:
    with window_on(qtbot, store, series) as window:
        hands = Hands(window)
        window.open_session(series.programme.id, "s1")
        window.session.planning.toggle_skip()
        window.session.planning.toggle_skip()
        window._workspace.history.undo()
        assert {"menu": NAME in window._edit.actions()[0].text(), "head": NAME in window.session.title.text()} == {
            "menu": True,
            "head": True,
        }
        window.session.show_face(RUN_IT)
        assert naming(window) == []
        for key in (Key.Key_Space, Key.Key_Space, Key.Key_S, Key.Key_B, Key.Key_Plus):
            hands.press(key)
            assert naming(window) == []
        hands.press(Key.Key_Z, ctrl=True)
        hands.press(Key.Key_Z, ctrl=True, shift=True)
        assert naming(window) == []
        window.session.show_face(PLAN)
        assert naming(window) != []


def test_a_session_that_is_opened_to_be_run_names_nobody_from_the_beginning(
    qtbot: QtBot, store: Store, series: Series
) -> None:
    with window_on(qtbot, store, series) as window:
        window.open_session(series.programme.id, "s1", REGISTER)
        Hands(window).press(Key.Key_E)
        window.open_session(series.programme.id, "s1", RUN_IT)
        assert naming(window) == []


def test_what_was_done_is_said_by_name_again_once_it_is_run_no_more(qtbot: QtBot, store: Store, series: Series) -> None:
    with window_on(qtbot, store, series) as window:
        undo = window._edit.actions()[0]
        window.open_session(series.programme.id, "s1")
        window.session.planning.toggle_skip()
        window.session.show_face(RUN_IT)
        assert undo.text() == "Undo"
        window.show_screen(0)
        assert undo.text().startswith("Undo: ") and NAME in undo.text()

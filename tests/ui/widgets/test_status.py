"""All of a status is read at the foot of the window, and the page above has its room again once it is short."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.tour import settle, window_on

from amie_planner.store.store import Store
from amie_planner.ui.main_window import MainWindow

SHORT = "Everything is saved as you write."
LONG = "Nothing is written here yet. Write what may leave, then say who agreed. " * 2


def lines(window: MainWindow, text: str) -> int:
    """In how many lines a status stands, of which every one is seen."""
    window.saved.say(text)
    settle()
    status, each = window.saved, window.saved.fontMetrics().lineSpacing()
    assert status.height() == status.heightForWidth(status.width())
    assert status.visibleRegion().boundingRect() == status.rect()
    return status.contentsRect().height() // each


@pytest.mark.parametrize(("text_size", "many"), [(100, 1), (200, 2)])
def test_it_takes_more_lines_only_while_its_text_needs_them(
    qtbot: QtBot, store: Store, text_size: int, many: int
) -> None:
    with window_on(qtbot, store, text_size=text_size) as window:
        window.resize(1366, 768)
        assert lines(window, SHORT) == 1
        room = window.stack.height()
        assert lines(window, LONG) == many
        assert (window.stack.height() == room) is (many == 1)
        assert lines(window, SHORT) == 1 and window.stack.height() == room
        window.resize(700, 768)
        assert lines(window, LONG) == many + 1
        window.resize(1366, 768)
        settle()
        assert lines(window, LONG) == many and window.saved.accessibleName() == LONG

"""From a new session with a known group to every cell of the access grid answered, by keys alone."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.example_plans import SPACE_SOUNDS
from tests.hands import Hands

from amie_planner import app
from amie_planner.domain.access import Answered
from amie_planner.domain.access_grid import open_cells
from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.changes import remove
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui.main_window import MainWindow
from amie_planner.ui.sidebar import PROGRAMMES
from amie_planner.ui.widgets.access_picker import Picker
from amie_planner.ui.workspace import Workspace

Key = Qt.Key
MOST_KEYS = 40


def opened(qtbot: QtBot, store: Store) -> MainWindow:
    instance = QApplication.instance()
    assert isinstance(instance, QApplication)
    window = app.framed(instance)
    qtbot.addWidget(window)
    window.load(Workspace(store, window), lambda: date(2026, 9, 16))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def test_a_new_session_of_a_known_group_is_answered_in_under_forty_keys(store: Store, qtbot: QtBot) -> None:
    series = load(SPACE_SOUNDS)
    store.apply(bring_in(series, 0))
    store.apply(remove(r) for lines in series.sessions for r in (*lines.adaptations, *lines.by_design))
    window = opened(qtbot, store)
    hands = Hands(window)
    assert window.programmes is not None
    window.show_screen(PROGRAMMES)
    window.programmes.programme_view.setFocus()
    hands.press(Key.Key_Return)
    hands.press(Key.Key_D, ctrl=True)
    hands.press(Key.Key_Return)
    assert window.session is not None
    hands.press(Key.Key_G, ctrl=True, shift=True)
    access = window.session.access
    assert len(open_cells(access.model.grid)) == 9

    def choose_for_all() -> None:
        assert isinstance(QApplication.activeModalWidget(), Picker)
        hands.press(Key.Key_Return, shift=True)

    for _ in range(3):
        hands.press(Key.Key_N)
        hands.meanwhile(choose_for_all)
        hands.press(Key.Key_Return)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    cells = [cell for row in access.model.grid for cell in row.cells if cell.answer is not None]
    assert [cell.answer for cell in cells] == [Answered.ADAPTED] * 9
    assert hands.pressed < MOST_KEYS
    print(f"\nkeys pressed: {hands.pressed}")

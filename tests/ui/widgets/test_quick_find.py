"""A line to type in and what answers: all of it by keyboard, and every change is spoken."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.hands import in_front

from amie_planner.ui.models.quick_list import Answer, QuickRow
from amie_planner.ui.widgets import quick_find
from amie_planner.ui.widgets.quick_find import QuickFind, Wording

Key = Qt.Key
WORDING = Wording("Find", "Find anything", "What was found", "Go there")


def _answer(typed: str, more: frozenset[str]) -> Answer:
    """Rows that begin with what is typed; two of them until more are asked for."""
    rows = [QuickRow(f"{typed}{n}", f"{typed} {n}", "About") for n in range(80 if more else 2)]
    heading = QuickRow("heading", "Things", heading=True)
    return Answer([heading, *rows, *([] if more else [QuickRow("more", "More…", more="x")])] if typed else [], "Said.")


@pytest.fixture
def dialog(qtbot: QtBot) -> QuickFind:
    """The dialog, in front."""
    return in_front(qtbot, QuickFind(WORDING, _answer))


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced."""
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    return told


def test_it_answers_at_each_key_and_says_so_after_a_pause(
    qtbot: QtBot, dialog: QuickFind, spoken: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert dialog.line.hasFocus()
    assert not dialog.view.isVisible() and not dialog.main.isEnabled()
    for typed in ("d", "dr", "dru"):
        QTest.keyClicks(dialog.line, typed[-1])
        assert [row.text for row in dialog.model.rows][:2] == ["Things", f"{typed} 0"]
    assert dialog.view.currentIndex().row() == 1
    assert dialog.count.text() == "Said."
    qtbot.waitUntil(lambda: "Said." in spoken)
    assert spoken.count("Said.") == 1


def test_arrows_move_past_headings_while_the_line_keeps_the_focus(dialog: QuickFind, spoken: list[str]) -> None:
    QTest.keyClicks(dialog.line, "d")
    QTest.keyClick(dialog.line, Key.Key_Up)
    assert dialog.view.currentIndex().row() == 1
    QTest.keyClick(dialog.line, Key.Key_Down)
    assert dialog.view.currentIndex().row() == 2
    assert spoken == ["d 1. About"]
    assert dialog.line.hasFocus()


def test_enter_takes_the_row_and_escape_takes_none(dialog: QuickFind) -> None:
    QTest.keyClicks(dialog.line, "d")
    QTest.keyClick(dialog.line, Key.Key_Down)
    QTest.keyClick(dialog.line, Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.taken is not None and dialog.taken.id == "d1"


def test_escape_takes_nothing(dialog: QuickFind) -> None:
    QTest.keyClicks(dialog.line, "d")
    QTest.keyClick(dialog.line, Key.Key_Escape)
    assert not dialog.isVisible() and dialog.taken is None


def test_enter_on_nothing_does_nothing(dialog: QuickFind) -> None:
    QTest.keyClick(dialog.line, Key.Key_Return)
    assert dialog.isVisible() and dialog.taken is None


def test_more_goes_on_where_the_leader_is_and_ends_with_another_word(dialog: QuickFind) -> None:
    QTest.keyClicks(dialog.line, "d")
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Return):
        QTest.keyClick(dialog.line, key)
    assert dialog.isVisible()
    assert dialog.view.currentIndex().row() == 3
    assert len(dialog.model.whole) == 81
    QTest.keyClicks(dialog.line, "r")
    assert len(dialog.model.whole) == 4


def test_a_click_or_enter_in_the_list_takes_a_row_and_a_heading_is_none(dialog: QuickFind) -> None:
    QTest.keyClicks(dialog.line, "d")
    view = dialog.view
    middle = view.visualRect(dialog.model.index(0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert dialog.isVisible()
    view.setFocus()
    QTest.keyClick(view, Key.Key_Down)
    QTest.keyClick(view, Key.Key_Enter)
    assert dialog.taken is not None and dialog.taken.id == "d1"


def test_a_click_takes_what_it_meets(dialog: QuickFind) -> None:
    QTest.keyClicks(dialog.line, "d")
    middle = dialog.view.visualRect(dialog.model.index(2)).center()
    QTest.mouseClick(dialog.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert dialog.taken is not None and dialog.taken.id == "d1"


def test_keys_stand_beside_what_they_do_and_words_keep_clear_of_them(dialog: QuickFind) -> None:
    row = QuickRow("a", "A command with many words " * 4, "Menu File", "Ctrl+Shift+P")
    for width in (240, 600):
        text, keys, about = quick_find._blocks(row, width, dialog.font())
        assert not text.rect.intersects(keys.rect)
        assert keys.rect.right() <= width and about.rect.top() >= text.rect.bottom()

"""The buttons of Run it: large, each says its key, and each keeps its place when it cannot be pressed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import in_front
from tests.plans import a_plan

from amie_planner.domain.running import running
from amie_planner.ui.models.presses import may_begin, may_press
from amie_planner.ui.models.running import Wording
from amie_planner.ui.widgets.run_it_buttons import LARGE_TARGET, RunItButtons

DOES = ("go", "back", "one", "five", "skip", "hide", "end", "again")
FIRST = {"a1": {"start": "10:00"}}
LAST = {"a1": {"start": "10:00", "minutes": 5}, "a2": {"start": "10:05"}}
Key = Qt.Key


class Row:
    """The buttons below a face, and what was pressed."""

    def __init__(self, qtbot: QtBot) -> None:
        self.pressed: list[str] = []
        face = QWidget()
        self.face = face
        self.buttons = RunItButtons(face, {name: lambda name=name: self.pressed.append(name) for name in DOES})
        QVBoxLayout(face).addWidget(self.buttons)
        face.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        in_front(qtbot, face, 1100, 200)
        face.setFocus()

    def show(self, actual: dict[str, Any], *, private: bool = False, **session: Any) -> None:
        """The buttons as they stand at half past ten."""
        lines = [{"id": "a1", "minutes": 5}, {"id": "a2", "minutes": 5}]
        plan = a_plan(**({"activities": lines, "date": "2026-09-08", "start": "10:00", "actual": actual} | session))
        now = datetime(2026, 9, 8, 10, 30)
        run = running(plan, now)
        begins = may_begin(run, plan, now)
        wording = Wording.of(plan, private=private)
        self.buttons.show_run(run, "", wording, begins=begins, can=may_press(run, plan, now, ""))
        QApplication.processEvents()

    @property
    def seen(self) -> list[str]:
        """What is in sight, with a stroke where it cannot be pressed."""
        return [b.text() + ("" if b.isEnabled() else " –") for b in self.buttons.all if b.isVisible()]


@pytest.fixture
def row(qtbot: QtBot) -> Row:
    return Row(qtbot)


def test_before_it_begins_only_beginning_and_private_words_are_offered(row: Row):
    row.show({})
    assert row.seen == ["Begin (Space)", "Show private words (H)"]


def test_while_it_runs_every_button_says_its_key(row: Row):
    row.show(FIRST)
    words = ["+1 minute (+)", "+5 minutes (5)", "Skip the next (S)", "Show private words (H)", "End (E)"]
    assert row.seen == ["Next (Space)", "Back (B)", *words]


def test_what_cannot_be_pressed_keeps_its_place(row: Row):
    row.show(FIRST)
    before = [b.pos() for b in (row.buttons.hide_words, row.buttons.end)]
    row.show(FIRST, activities=[{"id": "a1", "minutes": 5}, {"id": "b1", "skip": True}])
    assert "Skip the next (S) –" in row.seen
    row.buttons.go.say("Next (Space)")
    QApplication.processEvents()
    assert [b.pos() for b in (row.buttons.hide_words, row.buttons.end)] == before


def test_at_the_last_going_on_is_ending(row: Row):
    row.show(LAST)
    assert row.seen[0] == "End the session (Space)"


def test_once_it_is_over_it_is_opened_or_begun_again(row: Row):
    row.show(LAST, ended="10:20", status="delivered")
    assert row.seen == ["Open it again (B)", "Show private words (H)", "Begin again"]


def test_private_words_that_are_shown_are_offered_to_be_hidden(row: Row):
    row.show({}, private=True)
    assert row.seen[-1] == "Hide private words (H)"


def test_every_button_is_large_enough_for_any_hand(row: Row):
    row.show(FIRST)
    assert all(min(b.width(), b.height()) >= LARGE_TARGET for b in row.buttons.all if b.isVisible())
    assert LARGE_TARGET == 48


@pytest.mark.parametrize(
    ("key", "does"),
    [
        (Key.Key_N, "go"),
        (Key.Key_Right, "go"),
        (Key.Key_B, "back"),
        (Key.Key_Left, "back"),
        (Key.Key_Plus, "one"),
        (Key.Key_Equal, "one"),
        (Key.Key_5, "five"),
        (Key.Key_S, "skip"),
        (Key.Key_H, "hide"),
        (Key.Key_E, "end"),
    ],
)
def test_each_key_does_what_its_button_does(row: Row, key: Key, does: str):
    row.show(FIRST)
    QTest.keyClick(row.face, key)
    assert row.pressed == [does]


def test_a_click_leaves_the_keys_where_they_were(row: Row):
    row.show(FIRST)
    QTest.mouseClick(row.buttons.five, Qt.MouseButton.LeftButton)
    assert (row.pressed, QApplication.focusWidget() is row.face) == (["five"], True)

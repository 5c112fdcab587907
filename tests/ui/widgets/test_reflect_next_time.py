"""Notes for next time: each is kept as it is typed, is one step to undo, and never takes the place of another."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.example_plans import SPACE_SOUNDS
from tests.hands import Hands, heard, in_front
from tests.ui.note_without_enter import LONGEST, SESSION, TYPED

from amie_planner.domain.changes import add, remove
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui.widgets.reflect_next_time import NextTimeNotes
from amie_planner.ui.workspace import OpenSession, Workspace

Key = Qt.Key
ROOT = Path(__file__).parents[3]
TOO_LONG = 20_001


class Notes:
    """The notes of a session that has none, and hands at the keyboard."""

    def __init__(self, qtbot: QtBot, desk: OpenSession) -> None:
        self.desk, self.qtbot = desk, qtbot
        desk.do("Forget", [remove(note) for note in desk.plan.next_time])
        desk.workspace.history.clear()
        self.card = in_front(qtbot, NextTimeNotes(desk), 500, 400)
        self.said = heard(self.card.said)
        desk.workspace.changed.connect(lambda changes: self.card.refresh())
        self.hands = Hands(self.card)
        self.card.start()

    @property
    def kept(self) -> list[str | None]:
        return [note.text for note in self.desk.plan.next_time]

    @property
    def steps(self) -> list[str]:
        history = self.desk.workspace.history
        return [history.text(n) for n in range(history.index())]

    def pause(self, *kept: str) -> None:
        """Waits as long as it may take until what was typed is kept."""
        self.qtbot.waitUntil(lambda: self.kept == [*kept], timeout=LONGEST)

    def note(self, text: str) -> None:
        self.hands.write(text)
        self.hands.press(Key.Key_Return)


@pytest.fixture
def notes(qtbot: QtBot, desk: OpenSession) -> Notes:
    return Notes(qtbot, desk)


def test_a_note_is_kept_after_a_pause_and_typed_on(notes: Notes):
    notes.hands.write("Lamp")
    notes.pause("Lamp")
    assert (notes.hands.name, notes.card.line.text()) == ("A note for next time", "Lamp")
    notes.hands.press(Key.Key_Space)
    notes.hands.press(Key.Key_1)
    notes.pause("Lamp 1")
    notes.hands.press(Key.Key_Return)
    assert notes.kept == ["Lamp 1"]
    assert (notes.card.line.text(), notes.said) == ("", ["Kept for next time: ‘Lamp 1’"])


def test_a_note_is_one_step_to_undo_however_often_it_was_kept(notes: Notes):
    for text in ("Lamp", "Lamp first"):
        notes.hands.write(text)
        notes.pause(text)
    notes.hands.press(Key.Key_Return)
    notes.note("Bells")
    assert notes.steps == ["Note for next time", "Note for next time"]
    notes.desk.workspace.history.undo()
    assert notes.kept == ["Lamp first"]
    notes.desk.workspace.history.undo()
    assert notes.kept == []


def test_undoing_a_note_that_is_being_typed_empties_its_field_and_it_comes_back_as_a_note(notes: Notes):
    notes.hands.write("Lamp")
    notes.pause("Lamp")
    history = notes.desk.workspace.history
    history.undo()
    assert (notes.kept, notes.card.line.text()) == ([], "")
    history.redo()
    notes.note("Bells")
    assert notes.kept[-1] == "Bells"


def test_a_new_note_that_is_emptied_again_leaves_nothing_behind_and_no_step(notes: Notes):
    notes.hands.write("Lamp")
    notes.pause("Lamp")
    notes.hands.press(Key.Key_A, ctrl=True)
    notes.hands.press(Key.Key_Delete)
    notes.pause()
    assert notes.steps == []
    notes.note("Bells")
    assert (notes.kept, notes.steps) == (["Bells"], ["Note for next time"])


def test_what_is_typed_after_leaving_the_field_is_another_note(notes: Notes):
    notes.hands.write("Lamp")
    notes.hands.press(Key.Key_Tab)
    assert (notes.kept, notes.said) == (["Lamp"], ["Kept for next time: ‘Lamp’"])
    notes.hands.press(Key.Key_Backtab, shift=True)
    notes.hands.write("Bells")
    notes.pause("Lamp", "Bells")


def test_a_note_that_is_being_typed_goes_on_when_the_window_is_looked_at_again(notes: Notes, qtbot: QtBot):
    notes.hands.write("Lamp")
    other = in_front(qtbot, QLineEdit())
    assert notes.said == []
    other.close()
    notes.card.activateWindow()
    qtbot.waitUntil(notes.card.line.hasFocus)
    QTest.keyClicks(notes.card.line, " first")
    notes.hands.press(Key.Key_Return)
    assert (notes.kept, notes.steps) == (["Lamp first"], ["Note for next time"])
    assert notes.said == ["Kept for next time: ‘Lamp first’"]


def test_a_note_that_is_left_after_the_window_was_looked_away_from_is_done(notes: Notes, qtbot: QtBot):
    notes.hands.write("Lamp")
    in_front(qtbot, QLineEdit()).close()
    notes.card.activateWindow()
    qtbot.waitUntil(notes.card.line.hasFocus)
    notes.hands.press(Key.Key_Tab)
    notes.hands.press(Key.Key_Backtab, shift=True)
    notes.note("Bells")
    assert notes.kept == ["Lamp", "Bells"]


def test_a_note_can_be_typed_on_over_a_menu_and_after_it_was_kept(notes: Notes):
    notes.hands.write("Lamp")
    QApplication.sendEvent(notes.card.line, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    assert (notes.card.save(), notes.kept, notes.card.line.text(), notes.said) == ("", ["Lamp"], "Lamp", [])
    QTest.keyClicks(notes.card.line, " first")
    notes.hands.press(Key.Key_Return)
    assert (notes.kept, notes.steps) == (["Lamp first"], ["Note for next time"])


def test_changing_a_note_is_a_step_of_its_own_and_emptying_it_does_not_lose_it(notes: Notes):
    notes.note("Lamp")
    notes.hands.push("Change the chosen note")
    assert notes.card.line.selectedText() == "Lamp"
    notes.hands.write("Lamp first")
    notes.pause("Lamp first")
    notes.hands.press(Key.Key_A, ctrl=True)
    notes.hands.press(Key.Key_Delete)
    notes.hands.press(Key.Key_Return)
    assert notes.kept == ["Lamp first"]
    assert notes.steps == ["Note for next time", "Change a note for next time"]
    notes.note("Bells")
    assert notes.kept == ["Lamp first", "Bells"]


def test_removing_the_note_that_is_being_typed_empties_its_field(notes: Notes):
    notes.hands.write("Lamp")
    notes.pause("Lamp")
    notes.card.remove()
    assert (notes.kept, notes.card.line.text(), notes.card.save()) == ([], "", "")
    assert notes.kept == []


def test_a_note_of_several_lines_from_elsewhere_is_not_changed_by_looking_at_it(notes: Notes):
    notes.note("Lamp")
    before = notes.desk.plan.next_time[0]
    lines = before.revised(text="Lamp\n  first")
    notes.desk.do("Elsewhere", [remove(before)])
    notes.desk.workspace.history.clear()
    notes.desk.do("Elsewhere", [add(lines)])
    notes.hands.push("Change the chosen note")
    assert notes.card.line.text() == "Lamp first"
    assert notes.card.save() == ""
    assert notes.kept == ["Lamp\n  first"]


def test_a_note_that_is_too_long_says_why_at_its_field_and_no_other_is_lost(notes: Notes):
    notes.note("Lamp")
    notes.card.line.setText("x" * TOO_LONG)
    notes.hands.press(Key.Key_Return)
    assert "20,000" in notes.card.line.accessibleDescription()
    assert (notes.kept, len(notes.card.line.text())) == (["Lamp"], TOO_LONG)
    notes.note("Bells")
    assert notes.kept == ["Lamp", "Bells"]


def test_a_note_that_nobody_ended_with_enter_is_there_after_the_program_was_killed(qapp: object, tmp_path: Path):
    planner = tmp_path / "planner.amie"
    command = [sys.executable, "-m", "tests.ui.note_without_enter", str(planner)]
    given = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, cwd=ROOT, env=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        typed = process.stdout.readline().decode().strip()
        process.kill()
    with Store.open(planner) as store:
        desk = OpenSession(Workspace(store), load(SPACE_SOUNDS).programme.id, SESSION)
        assert (typed, [note.text for note in desk.plan.next_time]) == (TYPED, [TYPED])

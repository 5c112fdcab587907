"""HEARD in a hub's words: seen before it is taken, in one step to undo, saved to be changed, and let go of again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front
from tests.plans import in_bytes
from tests.test_accessible import _cut, _named, faces_of, reachable, stops
from tests.tour import settle, window_on

from amie_planner.checks import HEARD
from amie_planner.errors import AmieError
from amie_planner.exchange import heard_wording
from amie_planner.places import resource
from amie_planner.store.store import Store
from amie_planner.ui.models.heard_wording import WordingRow
from amie_planner.ui.widgets.heard_wording import (
    HeardWordingDialog,
    ask_and_load,
    ask_and_save,
    our_own_words,
    take,
)
from amie_planner.ui.workspace import Workspace

Key = Qt.Key
EXAMPLE = resource("samples", "hub-wording.json")


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def a_file(folder: Path, **parts: Any) -> Path:
    path = folder / "hub.json"
    path.write_bytes(in_bytes({"format": "amie-heard-wording", "version": 1} | parts))
    return path


def pressing(place: QWidget, key: Key) -> list[list[str]]:
    """Presses a key in the dialog that is about to open; gives the list that will hold what its rows say."""
    seen: list[list[str]] = []
    hands = Hands(place)

    def now() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, HeardWordingDialog)
        seen.append([row.spoken for row in dialog.model.rows])
        hands.press(key)

    hands.meanwhile(now)
    return seen


def answering(monkeypatch: pytest.MonkeyPatch, name: str, answer: Path | None) -> list[tuple[Any, ...]]:
    asked: list[tuple[Any, ...]] = []

    def chosen(*said: Any) -> tuple[str, str]:
        asked.append(said)
        return (str(answer) if answer else "", "")

    monkeypatch.setattr(QFileDialog, name, chosen)
    return asked


def test_what_changes_is_seen_and_then_done_in_one_step(
    place: QWidget, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    answering(monkeypatch, "getOpenFileName", EXAMPLE)
    seen = pressing(place, Key.Key_Return)
    assert ask_and_load(place, workspace) == "HEARD is in the words of ‘Riverside Music Hub (an example)’ now."
    assert [said.partition(".")[0] for said in seen[0]] == [
        "Holistic (H), in other words",
        "Holistic (H04), in other words",
        "Equitable (E), in other words",
        "Equitable (E09), in other words",
        "Authentic (A), in other words",
        "Authentic (A01), in other words",
        "Representative (R), left out, with all its questions",
        "Diverse (D13), left out",
    ]
    assert [principle.letter for principle in workspace.heard().principles] == ["H", "E", "A", "D"]
    assert workspace.history.undoText() == "Use the words of ‘Riverside Music Hub (an example)’ for HEARD"
    workspace.history.undo()
    assert workspace.heard() == HEARD
    workspace.history.redo()
    assert workspace.wording() == heard_wording.load(EXAMPLE).records


def test_what_was_taken_is_there_again_when_the_planner_is_opened_again(
    place: QWidget, workspace: Workspace, store: Store
):
    pressing(place, Key.Key_Return)
    take(place, workspace, EXAMPLE)
    assert Workspace(store).heard() == heard_wording.heard(EXAMPLE)


@pytest.mark.parametrize("chosen", [EXAMPLE, None])
def test_who_gives_up_keeps_the_words_there_are(
    place: QWidget, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, chosen: Path | None
):
    answering(monkeypatch, "getOpenFileName", chosen)
    if chosen:
        pressing(place, Key.Key_Escape)
    assert ask_and_load(place, workspace) == ""
    assert not workspace.history.canUndo()
    assert workspace.heard() == HEARD


def test_a_second_hubs_words_take_the_place_of_the_first(place: QWidget, workspace: Workspace, tmp_path: Path):
    pressing(place, Key.Key_Return)
    take(place, workspace, EXAMPLE)
    seen = pressing(place, Key.Key_Return)
    assert take(place, workspace, a_file(tmp_path, principles={"D": {"name": "Wide"}})) == (
        "HEARD is in a hub’s words now."
    )
    assert "Representative (R), asked again." in " ".join(seen[0])
    assert [(record.id, record.name) for record in workspace.wording()] == [("D", "Wide")]
    assert workspace.history.undoText() == "Use a hub’s words for HEARD"


def test_words_that_are_there_already_ask_nothing_and_change_nothing(place: QWidget, workspace: Workspace):
    pressing(place, Key.Key_Return)
    take(place, workspace, EXAMPLE)
    assert take(place, workspace, EXAMPLE) == "HEARD is already in these words."
    assert workspace.history.count() == 1


def test_a_file_that_does_not_hold_changes_nothing(place: QWidget, workspace: Workspace, tmp_path: Path):
    with pytest.raises(AmieError, match=r"questions\.Z01 is not the id"):
        take(place, workspace, a_file(tmp_path, questions={"Z01": {"left_out": True}}))
    assert workspace.heard() == HEARD


def test_our_own_words_come_back_in_one_step(place: QWidget, workspace: Workspace):
    assert our_own_words(workspace) == "HEARD is already in our own words."
    assert not workspace.history.canUndo()
    pressing(place, Key.Key_Return)
    take(place, workspace, EXAMPLE)
    assert our_own_words(workspace) == "HEARD is in our own words now."
    assert workspace.heard() == HEARD
    workspace.history.undo()
    assert workspace.wording() == heard_wording.load(EXAMPLE).records


def test_the_wording_there_is_goes_out_whole_under_a_name_that_names_nobody(
    place: QWidget, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    target = tmp_path / "out.json"
    asked = answering(monkeypatch, "getSaveFileName", target)
    assert ask_and_save(place, workspace) == target
    assert asked[0][2] == "heard-wording.json"
    assert target.read_bytes() == heard_wording.content(())
    pressing(place, Key.Key_Return)
    take(place, workspace, EXAMPLE)
    ask_and_save(place, workspace)
    assert heard_wording.load(target).records == workspace.wording()


def test_who_names_no_file_writes_none(place: QWidget, workspace: Workspace, monkeypatch: pytest.MonkeyPatch):
    answering(monkeypatch, "getSaveFileName", None)
    assert ask_and_save(place, workspace) is None


def labels(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_word_that_reads_as_a_mark_is_named_over_the_list_and_does_not_stop_anybody(qtbot: QtBot):
    row = WordingRow("A01", "Authentic (A01), in other words", "Whose voice?", "What is the score?", "Look.")
    dialog = in_front(qtbot, HeardWordingDialog([row], "A <b>hub</b> & more"))
    assert "HEARD here is a conversation: ‘score’ reads as a mark. You can use these words all the same." in labels(
        dialog
    )
    assert "From A <b>hub</b> & more" in labels(dialog)
    assert dialog.main.isEnabled()


def test_words_that_judge_nobody_are_shown_without_a_caution(qtbot: QtBot):
    dialog = HeardWordingDialog([WordingRow("A01", "A01", "Whose?", "Which?")], None)
    qtbot.addWidget(dialog)
    assert "conversation" not in labels(dialog)
    assert "From" not in labels(dialog)


def test_the_list_is_read_by_keys_and_enter_takes_the_words(qtbot: QtBot, qtmodeltester: ModelTester):
    rows = [WordingRow(str(n), f"Row {n}", then="Why?") for n in range(40)]
    dialog = in_front(qtbot, HeardWordingDialog(rows, None))
    hands = Hands(dialog)
    assert hands.name == "What changes"
    hands.press(Key.Key_End)
    assert dialog.view.currentIndex().row() == 39
    assert dialog.view.visualRect(dialog.view.currentIndex()).bottom() <= dialog.view.viewport().height()
    qtmodeltester.check(dialog.model)
    hands.press(Key.Key_Return)
    assert dialog.result() == HeardWordingDialog.DialogCode.Accepted


LONG = "Would it cost a family money, a journey or kit at home to join in, and what is the score? " * 4


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [100, 200])
def test_everything_is_named_reached_and_whole_at_any_size(qtbot: QtBot, store: Store, size: int, theme: str):
    with window_on(qtbot, store, theme=theme, text_size=size) as window:
        row = WordingRow("E09", "Equitable (E09), in other words", LONG, LONG, "‘score’ reads as a mark.")
        dialog = HeardWordingDialog([row], "Riverside Music Hub of the north and the south", window)
        dialog.show()
        dialog.activateWindow()
        assert dialog.height() <= dialog.screen().availableSize().height()
        for width in (760, 1326):
            dialog.resize(width, 728)
            settle()
            shown = [w for w in dialog.findChildren(QWidget) if w.isVisible() and w.window() is dialog]
            assert [(w.accessibleName(), amiss) for w in shown if (amiss := _cut(w))] == []
        faces = faces_of(QAccessible.queryAccessibleInterface(dialog))
        assert [face.role().name for face in faces if face.state().focusable and not _named(face)] == []
        assert set(stops(dialog)) == reachable(dialog)
        dialog.close()
        dialog.deleteLater()

"""Bringing a plan file in and handing one on: what has to be asked is asked, by keys, and a no changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from tests.example_plans import SPACE_SOUNDS, THURSDAY_WRITERS
from tests.plans import a_document, in_bytes

from amie_planner.domain.changes import add, revise
from amie_planner.domain.monitoring import MonitoringAnswers
from amie_planner.errors import AmieError
from amie_planner.exchange import plan_file
from amie_planner.exchange.loading import load
from amie_planner.ui.widgets import exchanging
from amie_planner.ui.workspace import Workspace

Key = Qt.Key
SAMPLE = load(SPACE_SOUNDS).programme.id


def then_press(*keys: Key) -> list[str]:
    """Presses keys in the question that is about to open; gives the list that will hold what it asked."""
    asked: list[str] = []

    def press() -> None:
        box, focused = QApplication.activeModalWidget(), QApplication.focusWidget()
        if box is None or focused is None or not box.isAncestorOf(focused):
            QTimer.singleShot(10, press)
            return
        assert isinstance(box, QMessageBox)
        assert box.textFormat() == Qt.TextFormat.PlainText
        asked.append(box.text())
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or box, key)

    QTimer.singleShot(10, press)
    return asked


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The sample's plan file as somebody else went on with it."""
    file = tmp_path / "changed.amieplan"
    text = SPACE_SOUNDS.read_text(encoding="utf-8").replace("Hello song", "Hello everyone")
    file.write_text(text, encoding="utf-8")
    return file


def test_a_programme_that_is_new_comes_in_without_a_question(place: QWidget, workspace: Workspace):
    uid = exchanging.bring_in(place, workspace, THURSDAY_WRITERS)
    assert [p.id for p in workspace.programmes()] == [SAMPLE, uid]
    assert workspace.history.undoText().startswith("Bring in ‘")
    workspace.history.undo()
    assert [p.id for p in workspace.programmes()] == [SAMPLE]


def test_enter_replaces_a_programme_that_is_known_and_undo_brings_it_back(
    place: QWidget, workspace: Workspace, changed: Path
):
    before = workspace.series(SAMPLE)
    asked = then_press(Key.Key_Return)
    assert exchanging.bring_in(place, workspace, changed) == SAMPLE
    assert len(asked) == 1
    assert "already in your planner" in asked[0]
    assert workspace.plan(SAMPLE, "s1").activities[1].title == "Hello everyone"
    workspace.history.undo()
    assert workspace.series(SAMPLE) == before


def test_it_is_said_before_what_is_kept_apart_of_somebody_goes(place: QWidget, workspace: Workspace, tmp_path: Path):
    first = workspace.series(SAMPLE).people[0]
    workspace.do("Told", [add(MonitoringAnswers.made(id=first.id, person=first.id, programme=SAMPLE))])
    others = (first.revised(alias="Sorrel", name=None), *workspace.series(SAMPLE).people[1:])
    other = replace(workspace.series(SAMPLE), people=others)
    (tmp_path / "other.amieplan").write_bytes(plan_file.write(other))
    asked = then_press(Key.Key_Escape)
    exchanging.bring_in(place, workspace, tmp_path / "other.amieplan")
    assert "Replacing it also removes what equality monitoring keeps of 1 person" in asked[0]


def test_keeping_both_leaves_the_first_as_it_was_and_adds_a_copy(place: QWidget, workspace: Workspace, changed: Path):
    before = workspace.series(SAMPLE)
    then_press(Key.Key_Tab, Key.Key_Return)
    uid = exchanging.bring_in(place, workspace, changed)
    assert uid != SAMPLE
    assert workspace.series(SAMPLE) == before
    assert workspace.plan(uid, "s1").activities[1].title == "Hello everyone"


@pytest.mark.parametrize("keys", [(Key.Key_Escape,), (Key.Key_Tab, Key.Key_Tab, Key.Key_Return)])
def test_cancel_changes_nothing(place: QWidget, workspace: Workspace, changed: Path, keys: tuple[Key, ...]):
    before = workspace.series(SAMPLE)
    then_press(*keys)
    assert exchanging.bring_in(place, workspace, changed) == ""
    assert workspace.series(SAMPLE) == before
    assert not workspace.history.canUndo()


def test_a_file_that_is_no_plan_file_is_refused_and_changes_nothing(
    place: QWidget, workspace: Workspace, tmp_path: Path
):
    for name, content in (("cut.amieplan", b'{"format'), ("none.amieplan", None)):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        with pytest.raises(AmieError) as refused:
            exchanging.bring_in(place, workspace, tmp_path / name)
        assert refused.value.hint
    assert not workspace.history.canUndo()


def test_a_title_with_marks_of_its_own_is_asked_about_as_it_is(place: QWidget, workspace: Workspace, tmp_path: Path):
    file = tmp_path / "marks.amieplan"
    title = "<b>a & b</b> <img src='x'>"
    file.write_bytes(in_bytes(a_document(programme={"uid": "u1", "title": title})))
    exchanging.bring_in(place, workspace, file)
    asked = then_press(Key.Key_Escape)
    exchanging.bring_in(place, workspace, file)
    assert title in asked[0]


def answering(path: Path | None) -> Callable[..., tuple[str, str]]:
    return lambda *_: (str(path) if path else "", "")


def test_handing_on_without_people_is_offered_first_and_leaves_them_out(
    place: QWidget, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    target = tmp_path / "out.amieplan"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answering(target))
    held = workspace.series(SAMPLE)
    then_press(Key.Key_Return)
    assert exchanging.ask_and_hand_on(place, held) == target
    assert load(target).people == ()
    then_press(Key.Key_Tab, Key.Key_Return)
    exchanging.ask_and_hand_on(place, held)
    assert load(target) == held


def test_a_name_that_would_go_out_in_the_text_stops_the_file_before_it_is_written(
    place: QWidget, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    target = tmp_path / "out.amieplan"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answering(target))
    song = workspace.plan(SAMPLE, "s1").activities[1]
    workspace.do("Name somebody", [revise(song, title="Hello Moss")])
    held = workspace.series(SAMPLE)
    monkeypatch.setattr(exchanging, "ask", lambda _, question, *words: asked.append(question) or answers.pop(0))
    asked: list[str] = []
    answers = [0, -1]
    assert exchanging.ask_and_hand_on(place, held) is None
    assert "“Moss” in sessions[0].activities[1].title" in asked[1]
    assert not target.exists()
    answers = [0, 0]
    assert exchanging.ask_and_hand_on(place, held) == target
    assert load(target).plan("s1").activities[1].title == "Hello Moss"


@pytest.mark.parametrize("chosen", [False, True])
def test_whoever_cancels_handing_on_writes_nothing(
    place: QWidget, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: bool
):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answering(None))
    then_press(*((Key.Key_Tab, Key.Key_Return) if chosen else (Key.Key_Escape,)))
    assert exchanging.ask_and_hand_on(place, workspace.series(SAMPLE)) is None
    assert not list(tmp_path.glob("*.amieplan"))


def test_the_names_that_are_suggested_for_files_name_nobody(
    place: QWidget, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    suggested: list[str] = []

    def ask(parent: QWidget, title: str, name: str, kinds: str) -> tuple[str, str]:
        suggested.extend((title, name))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    then_press(Key.Key_Tab, Key.Key_Return)
    exchanging.ask_and_hand_on(place, workspace.series(SAMPLE))
    assert exchanging.ask_and_bring_in(place, workspace) == ""
    assert suggested == ["Hand on as a plan file", "programme.amieplan", "Bring in a plan file", ""]


@pytest.mark.parametrize(
    ("named", "found"), [("", None), ("a.pdf", "a.pdf"), ("a.PDF", "a.PDF"), ("a", "a.pdf"), ("12.5", "12.5.pdf")]
)
def test_a_file_ends_as_what_is_suggested_does(
    place: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, found: str | None
):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answering(tmp_path / named if named else None))
    asked = exchanging.ask_where(place, "day.pdf", "Save PDF", "PDF (*.pdf)")
    assert asked == (tmp_path / found if found else None)


@pytest.mark.parametrize(("keys", "agreed"), [((Key.Key_Return,), False), ((Key.Key_Tab, Key.Key_Return), True)])
def test_a_file_that_was_named_without_its_ending_is_not_replaced_unasked(
    place: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: tuple[Key, ...], agreed: bool
):
    (tmp_path / "a.pdf").write_text("old")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answering(tmp_path / "a"))
    asked = then_press(*keys)
    assert (exchanging.ask_where(place, "day.pdf", "Save PDF", "PDF (*.pdf)") is not None) is agreed
    assert asked == ["There is a file a.pdf already."]

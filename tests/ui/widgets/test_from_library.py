"""Between a session and the library of activities: what is added stands where it was asked for, and what is kept names
nobody unasked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front

from amie_planner.domain import activities
from amie_planner.domain.changes import add, revise
from amie_planner.domain.records import LibraryActivity
from amie_planner.ui.widgets import from_library
from amie_planner.ui.widgets.from_library import COPY_BACK, KEEP, FromLibrary
from amie_planner.ui.widgets.planning import Planning
from amie_planner.ui.workspace import OpenSession, Workspace

Key = Qt.Key
FIRST = activities.starter()[0]


@pytest.fixture
def planning(qtbot: QtBot, desk: OpenSession) -> Planning:
    made = Planning(desk)
    desk.workspace.changed.connect(lambda changes: made.refresh(desk.plan))
    in_front(qtbot, made, 800, 1000)
    made.view.setFocus()
    made.choose("a2")
    return made


@pytest.fixture
def hands(planning: Planning) -> Hands:
    return Hands(planning)


def own(desk: OpenSession) -> tuple[LibraryActivity, ...]:
    return desk.workspace.own(LibraryActivity)


def add_by_keys(hands: Hands, words: str) -> None:
    def choose() -> None:
        hands.write(words)
        hands.press(Key.Key_Return)

    hands.meanwhile(choose)
    hands.press(Key.Key_Return, ctrl=True, shift=True)


def test_an_activity_of_the_library_is_added_by_keys_below_the_chosen_one(
    planning: Planning, hands: Hands, desk: OpenSession
):
    before, told = desk.series, heard(planning.said)
    add_by_keys(hands, FIRST.title)
    order = [each.id for each in desk.plan.activities]
    assert order[:3] == ["a1", "a2", planning.current]
    assert {n: getattr(desk.plan.activities[2], n) for n in activities.taken(FIRST)} == activities.taken(FIRST)
    assert hands.here is planning.view
    assert told == [f"Added from the library: {FIRST.title}"]
    assert desk.workspace.history.undoText() == f"Add ‘{FIRST.title}’ from the library"
    desk.workspace.history.undo()
    assert desk.series == before


def test_the_key_works_while_the_focus_is_beside_the_running_order(qtbot: QtBot, desk: OpenSession):
    whole, beside = QWidget(), QLineEdit()
    layout = QHBoxLayout(whole)
    planning = Planning(desk)
    layout.addWidget(planning)
    layout.addWidget(beside)
    in_front(qtbot, whole, 1000, 800)
    planning.choose("a1")
    beside.setFocus()
    add_by_keys(Hands(whole), FIRST.title)
    assert desk.plan.activities[1].title == FIRST.title


def test_leaving_the_dialog_adds_nothing(planning: Planning, hands: Hands, desk: OpenSession):
    before = desk.series
    hands.meanwhile(lambda: hands.press(Key.Key_Escape))
    hands.press(Key.Key_Return, ctrl=True, shift=True)
    assert desk.series == before


def test_enter_adds_nothing_where_nothing_is_found(qtbot: QtBot, workspace: Workspace):
    asked = in_front(qtbot, FromLibrary(workspace, "choir"))
    QTest.keyClicks(asked.finder.line, "xyzzy")
    QTest.keyClick(asked.finder.line, Key.Key_Return)
    assert asked.isVisible()
    assert not asked.add.isEnabled()


@pytest.mark.parametrize("setting", ["choir", "hospital-bedside"])
def test_what_suits_the_setting_comes_first(qtbot: QtBot, workspace: Workspace, setting: str):
    asked = FromLibrary(workspace, setting)
    qtbot.addWidget(asked)
    suits = [activities.suits(entry, setting) for entry in asked.finder.model.whole]
    assert suits == sorted(suits, reverse=True)
    assert any(suits)
    assert not all(suits)
    assert "setting" not in asked.finder.choices


def test_an_activity_is_kept_in_place_and_then_has_nothing_to_keep(planning: Planning, desk: OpenSession):
    told = heard(planning.said)
    assert planning.keep.text() == KEEP
    planning.keep.click()
    (kept,) = own(desk)
    assert (kept.title, kept.settings) == ("Hello song", (desk.plan.programme.setting,))
    assert not planning.keep.isEnabled()
    assert told == ["In your library: Hello song"]
    assert desk.workspace.history.undoText() == "Keep ‘Hello song’ in the library"
    desk.workspace.history.undo()
    assert own(desk) == ()


def test_what_was_learned_is_copied_back_into_the_entry_of_the_same_title(planning: Planning, desk: OpenSession):
    desk.do("Begin", [add(LibraryActivity.made(id="own-1", title="Hello song", minutes=40, ages="Any"))])
    planning.refresh(desk.plan)
    assert planning.keep.text() == COPY_BACK
    planning.keep.click()
    (kept,) = own(desk)
    assert (kept.minutes, kept.ages) == (desk.plan.activities[1].minutes, "Any")
    assert not planning.keep.isEnabled()


@pytest.mark.parametrize(("answer", "kept"), [(0, 0), (1, 1), (-1, 0)])
def test_a_name_in_the_words_is_asked_about_before_it_is_kept(
    planning: Planning, desk: OpenSession, monkeypatch: pytest.MonkeyPatch, answer: int, kept: int
):
    asked: list[str] = []
    monkeypatch.setattr(from_library, "ask", lambda _, question, *answers: asked.append(question) or answer)
    desk.do("Reword", [revise(desk.plan.activities[1], instructions="Moss begins")])
    planning.keep.click()
    assert "“Moss”" in asked[0]
    assert len(own(desk)) == kept


def test_an_empty_running_order_has_nothing_to_keep(planning: Planning):
    for _ in range(7):
        planning.remove_chosen()
    assert not planning.keep.isEnabled()
    assert not planning.keep_plan.isEnabled()

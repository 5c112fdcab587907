"""Finding a change: a place in the list holds through searches, far entries are reached, what is found is told."""

from __future__ import annotations

from itertools import cycle, islice

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from amie_planner.domain import library
from amie_planner.domain.changes import add
from amie_planner.ui.models.library import OpenLibrary
from amie_planner.ui.models.long_list import SCREENFUL
from amie_planner.ui.widgets.finder import Finder
from amie_planner.ui.workspace import Workspace

Key = Qt.Key
MANY = 400


@pytest.fixture
def finder(qtbot: QtBot, workspace: Workspace) -> Finder:
    """A shelf of many of the leader's own, and what came."""
    many = islice(cycle(library.starter()), MANY)
    own = [entry.revised(id=f"own-{n}", position=n, title=f"Way {n:03}") for n, entry in enumerate(many)]
    workspace.do("Begin", [add(entry) for entry in own])
    made = Finder(OpenLibrary(workspace))
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.refresh()
    made.show()
    return made


def chosen(finder: Finder) -> str:
    row = finder.model.at(finder.view.currentIndex().row())
    return row.text if row else ""


def test_nothing_is_worked_out_before_it_is_asked_for(qtbot: QtBot, workspace: Workspace):
    made = Finder(OpenLibrary(workspace))
    qtbot.addWidget(made)
    assert made.model.rowCount() == 0


def test_few_rows_are_made_and_all_are_counted(finder: Finder):
    assert finder.model.rowCount() < MANY
    assert finder.count.text() == f"{MANY + len(library.starter())} changes on the shelf"


def test_each_entry_can_be_come_to_by_keys(finder: Finder):
    for _ in range(2 * SCREENFUL + 5):
        QTest.keyClick(finder.view, Key.Key_Down)
        finder.model.reach(finder.view.currentIndex().row() + 1)
    assert chosen(finder) == f"Way {MANY - 1 - 2 * SCREENFUL - 5:03}"


def test_the_entry_that_is_chosen_stays_so_while_it_is_found(finder: Finder):
    finder.choose(f"own-{MANY - 10}")
    heard: list[str] = []
    finder.chosen.connect(heard.append)
    QTest.keyClicks(finder.line, "way 39")
    assert chosen(finder) == "Way 390"
    assert heard == []
    QTest.keyClicks(finder.line, "5")
    assert chosen(finder) == "Way 395"
    QTest.keyClicks(finder.line, "5")
    assert heard == ["own-395", ""]
    assert finder.current == ""


def test_an_entry_far_down_is_reached(finder: Finder):
    finder.choose("own-3")
    assert chosen(finder) == "Way 003"
    assert finder.current == "own-3"


def test_an_entry_that_is_not_found_is_chosen_by_letting_go_of_what_was_looked_for(finder: Finder):
    QTest.keyClicks(finder.line, "way 39")
    finder.choices["barrier"].show_value("attitudes")
    finder.choices["kind"].show_value("sing")
    finder.to_review.setChecked(True)
    finder.choose("own-8")
    assert chosen(finder) == "Way 008"
    assert finder.wanted == library.Wanted()


def test_enter_and_a_double_click_open(finder: Finder, qtbot: QtBot):
    for key in (Key.Key_Return, Key.Key_Enter):
        with qtbot.waitSignal(finder.view.opened):
            QTest.keyClick(finder.view, key)
    with qtbot.waitSignal(finder.view.opened):
        place = finder.view.visualRect(finder.model.index(0)).center()
        QTest.mouseClick(finder.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(finder.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_what_was_found_is_spoken_once_when_typing_pauses(
    finder: Finder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    spoken: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: spoken.append(event.message()))
    QTest.keyClicks(finder.line, "way 39")
    qtbot.waitUntil(lambda: bool(spoken), timeout=3_000)
    assert spoken == [finder.count.text()]
    finder.hide()
    finder._speak()
    assert len(spoken) == 1

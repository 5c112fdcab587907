"""A shelf beside its chosen entry: what cannot be kept holds it, what is taken off is found again, keys do it all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front

from amie_planner.domain import activities
from amie_planner.domain.changes import add
from amie_planner.domain.records import LibraryActivity
from amie_planner.ui.models.activities import NEW_TITLE, OpenActivities
from amie_planner.ui.widgets.activity_entry import ActivityEntry, ActivityForm
from amie_planner.ui.widgets.shelf_face import ShelfFace
from amie_planner.ui.workspace import Workspace

Key = Qt.Key
FIRST, SECOND = activities.starter()[:2]
MINE = LibraryActivity.made(id="own-1", title="Zither round", kind="play")
Face = ShelfFace[LibraryActivity, ActivityForm]


@pytest.fixture
def shelf(workspace: Workspace) -> OpenActivities:
    workspace.do("Begin", [add(MINE)])
    return OpenActivities(workspace)


@pytest.fixture
def face(qtbot: QtBot, shelf: OpenActivities) -> Face:
    made = in_front(qtbot, ShelfFace(shelf, ActivityEntry(shelf), shelf.add), 1100, 760)
    shelf.workspace.changed.connect(lambda changes: made.refresh())
    made.refresh()
    made.setFocus()
    return made


def test_the_chosen_entry_stands_beside_the_list_and_enter_goes_into_it(face: Face):
    hands = Hands(face)
    hands.write(FIRST.title)
    assert face.entry.shown == FIRST.id
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    assert hands.name == "Title"


def test_insert_adds_one_of_the_leaders_own_and_goes_to_its_title(face: Face, shelf: OpenActivities):
    hands = Hands(face)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Insert)
    added = shelf.entry(face.entry.shown)
    assert added is not None and added.title == NEW_TITLE
    assert hands.name == "Title"


def test_delete_takes_off_and_what_is_off_already_stays_so(face: Face, shelf: OpenActivities):
    face.go_to(FIRST.id)
    QTest.keyClick(face.finder.view, Key.Key_Delete)
    assert [entry.id for entry in shelf.taken_off.entries] == [FIRST.id]
    face.finder.look_for_nothing(off=True)
    face.finder.choose(FIRST.id)
    before = shelf.workspace.history.count()
    QTest.keyClick(face.finder.view, Key.Key_Delete)
    assert shelf.workspace.history.count() == before


def test_an_entry_that_was_taken_off_is_gone_to_among_those_that_are_off(face: Face, shelf: OpenActivities):
    shelf.remove(FIRST)
    face.go_to(FIRST.id)
    assert face.finder.off.isChecked() and face.finder.current == FIRST.id
    face.go_to(MINE.id)
    assert not face.finder.off.isChecked() and face.finder.current == MINE.id
    face.go_to("nobody’s")
    assert face.finder.current == MINE.id


def test_what_cannot_be_kept_holds_its_entry_and_is_said(face: Face):
    said = heard(face.said)
    face.go_to(MINE.id)
    hands = Hands(face)
    face.entry.start()
    hands.write("")
    hands.press(Key.Key_Backspace)
    face.finder.choose(FIRST.id)
    QApplication.processEvents()
    assert face.entry.shown == face.finder.current == MINE.id
    assert said and said[0].startswith("Not kept: ")
    hands.write("Zither rounds")
    face.finder.choose(FIRST.id)
    QApplication.processEvents()
    assert face.entry.shown == FIRST.id


def test_a_shelf_that_nothing_can_be_added_to_adds_nothing(qtbot: QtBot, shelf: OpenActivities):
    made = ShelfFace(shelf, ActivityEntry(shelf))
    qtbot.addWidget(made)
    before = shelf.workspace.history.count()
    made.add()
    assert shelf.workspace.history.count() == before

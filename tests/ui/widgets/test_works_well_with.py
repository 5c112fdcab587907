"""What a change works well with: shown as titles, chosen by name by keys alone, taken out again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front

from amie_planner.domain import library
from amie_planner.ui.models.library import OpenLibrary
from amie_planner.ui.widgets.works_well_with import ChooseFromShelf, WorksWellWithField
from amie_planner.ui.workspace import Workspace

Key = Qt.Key
FIRST, SECOND = library.starter()[:2]


@pytest.fixture
def field(qtbot: QtBot, workspace: Workspace) -> WorksWellWithField:
    made = WorksWellWithField(OpenLibrary(workspace))
    made.called("Works well with", "")
    return in_front(qtbot, made, 500, 300)


@pytest.fixture
def told(field: WorksWellWithField) -> list[str]:
    heard: list[str] = []
    field.edited.connect(lambda: heard.append("edited"))
    field.finished.connect(lambda: heard.append("finished"))
    return heard


def titles(field: WorksWellWithField) -> list[str]:
    return [row.text for row in field.model.rows]


def test_ids_are_shown_as_titles_and_those_that_are_not_here_are_kept(field: WorksWellWithField, told: list[str]):
    field.show_value((SECOND.id, "gone", FIRST.id))
    assert titles(field) == [SECOND.title, FIRST.title]
    assert field.value() == (SECOND.id, "gone", FIRST.id)
    assert told == []


def test_with_none_there_is_one_button_and_no_empty_list(field: WorksWellWithField):
    field.show_value(None)
    assert field.value() == ()
    assert not field.view.isVisible()
    assert not field.remove_button.isVisible()
    assert field.add_button.isVisible()
    assert field.focusProxy() is field.add_button


def test_one_is_chosen_by_name_with_keys_alone(field: WorksWellWithField, told: list[str]):
    hands = Hands(field)

    def find() -> None:
        assert hands.name == "Search"
        hands.write(SECOND.title)
        hands.press(Key.Key_Return)
        assert hands.name == "Changes on the shelf"
        hands.press(Key.Key_Return)

    field.setFocus()
    hands.meanwhile(find)
    hands.press(Key.Key_Space)
    assert field.value() == (SECOND.id,)
    assert titles(field) == [SECOND.title]
    assert told == ["edited", "finished"]


def test_choosing_may_be_given_up(field: WorksWellWithField, told: list[str]):
    hands = Hands(field)
    field.setFocus()
    hands.meanwhile(lambda: hands.press(Key.Key_Escape))
    hands.press(Key.Key_Space)
    assert (field.value(), told) == ((), [])


def test_one_that_is_there_is_not_added_again_and_nothing_is_not_added(field: WorksWellWithField, told: list[str]):
    field.show_value((FIRST.id,))
    field.choose(FIRST.id)
    field.choose("")
    assert (field.value(), told) == ((FIRST.id,), [])


def test_tab_goes_to_the_list_and_then_to_both_buttons(field: WorksWellWithField):
    field.show_value((FIRST.id,))
    field.setFocus()
    hands, seen = Hands(field), []
    for _ in range(3):
        seen.append(hands.name)
        hands.press(Key.Key_Tab)
    assert seen == ["Works well with, list", "Choose one from the shelf…", "Take it out"]


def test_delete_or_the_button_takes_the_chosen_one_out(field: WorksWellWithField, told: list[str]):
    field.show_value((FIRST.id, SECOND.id))
    field.view.setFocus()
    QTest.keyClick(field.view, Key.Key_Delete)
    assert titles(field) == [SECOND.title]
    field.remove_button.click()
    assert field.value() == ()
    assert told == ["edited", "finished"] * 2
    assert QApplication.focusWidget() is field.add_button
    field.remove_button.click()
    assert field.value() == ()


def test_what_was_taken_off_the_shelf_is_not_offered(field: WorksWellWithField, qtbot: QtBot):
    asked = ChooseFromShelf(field._shelf)
    qtbot.addWidget(asked)
    asked.show()
    assert not asked.finder.off.isVisible()
    assert asked.finder.model.rows[0].text == FIRST.title

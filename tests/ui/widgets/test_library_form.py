"""One form for whichever entry is chosen: nothing typed for one entry comes to stand in another."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front

from amie_planner.domain import library
from amie_planner.domain.changes import add
from amie_planner.domain.records import LibraryAdaptation
from amie_planner.ui.models.library import OpenLibrary
from amie_planner.ui.widgets.library_form import LibraryEntry
from amie_planner.ui.workspace import Workspace

FIRST, SECOND = library.starter()[:2]
MINE = FIRST.revised(title="Mine", to_review=False)


@pytest.fixture
def shown(qtbot: QtBot, workspace: Workspace) -> LibraryEntry:
    """The form on an entry that came and was altered."""
    workspace.do("Begin", [add(MINE), add(LibraryAdaptation.made(id="own-1", title="Count in"))])
    made = LibraryEntry(OpenLibrary(workspace))
    made.show_entry(FIRST.id)
    in_front(qtbot, made, 600, 700)
    made.form.fields["title"].setFocus()
    return made


def title(shown: LibraryEntry) -> str:
    return shown.form.fields["title"].value()


def test_with_no_entry_there_is_no_form(shown: LibraryEntry):
    shown.show_entry("")
    assert not shown.isVisible()
    shown.remove()
    shown.as_it_came.click()
    shown.show_entry("gone")
    assert not shown.isVisible()


@pytest.mark.parametrize(
    ("id", "about", "button", "altered"),
    [
        ("own-1", "Your own", "Remove", False),
        (FIRST.id, "Came with the program, altered by you", "Take off the shelf", True),
        (SECOND.id, "Came with the program", "Take off the shelf", False),
    ],
)
def test_it_says_whose_an_entry_is_and_offers_what_can_be_done(
    shown: LibraryEntry, id: str, about: str, button: str, altered: bool
):
    shown.show_entry(id)
    assert shown.about.text() == about
    assert shown.remove_button.text() == shown.remove_button.accessibleName() == button
    assert shown.as_it_came.isVisible() is altered


def test_putting_back_as_it_came_lets_go_of_what_cannot_be_kept(shown: LibraryEntry):
    Hands(shown).write(" ")
    assert shown.save().startswith("Title. ")
    shown.as_it_came.click()
    shown.refresh()
    assert title(shown) == FIRST.title
    assert shown.save() == ""


def test_what_cannot_be_kept_of_one_entry_is_not_shown_in_the_next(shown: LibraryEntry):
    Hands(shown).write(" ")
    shown.save()
    shown.show_entry("own-1")
    assert title(shown) == "Count in"
    assert shown.save() == ""


def test_what_is_still_being_typed_is_kept_with_the_entry_that_is_removed(shown: LibraryEntry):
    shown.show_entry("own-1")
    Hands(shown).write("Count on")
    shown.remove()
    history = shown._shelf.workspace.history
    assert history.undoText() == "Remove ‘Count on’ from the library"
    history.undo()
    shown.refresh()
    assert title(shown) == "Count on"


def test_short_fields_stand_side_by_side_where_there_is_room(shown: LibraryEntry):
    places = [shown.form.fields[name].mapTo(shown, QPoint(0, 0)) for name in ("setup_minutes", "set_up")]
    assert places[0].y() == places[1].y()
    assert places[0].x() < places[1].x()

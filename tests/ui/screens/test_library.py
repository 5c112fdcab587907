"""The library: found as one types, altered in place, added to, taken off the shelf, shared; all of it undone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front

from amie_planner.domain import library
from amie_planner.domain.changes import add
from amie_planner.domain.records import LibraryAdaptation
from amie_planner.exchange.library_pack import content, load
from amie_planner.store.store import Store
from amie_planner.ui.models.library import NEW_TITLE
from amie_planner.ui.screens.library import LibraryScreen
from amie_planner.ui.workspace import Workspace

Key = Qt.Key
FIRST, SECOND = library.starter()[:2]


def entry(id: str = "own-1", title: str = "Wobble a gong", **fields: Any) -> LibraryAdaptation:
    return LibraryAdaptation.made(id=id, title=title, **fields)


@pytest.fixture
def screen(qtbot: QtBot, workspace: Workspace) -> LibraryScreen:
    """The library with one entry of the leader's own, in front."""
    workspace.do("Begin", [add(entry(barriers=("pace-memory-structure",), kinds=("sing",)))])
    return in_front(qtbot, LibraryScreen(workspace), 1200, 700)


@pytest.fixture
def hands(screen: LibraryScreen) -> Hands:
    screen.finder.line.setFocus()
    return Hands(screen)


def titles(screen: LibraryScreen) -> list[str]:
    return [row.text for row in screen.finder.model.rows]


def typed(screen: LibraryScreen, name: str) -> Any:
    """What a field of the form shows."""
    return screen.entry.form.fields[name].value()


def held(screen: LibraryScreen, store: Store, id: str) -> LibraryAdaptation | None:
    return next((each for each in store.library() if each.id == id), None)


def undo(screen: LibraryScreen) -> str:
    """Takes the last step back; gives its name."""
    history = screen._shelf.workspace.history
    name = history.undoText()
    history.undo()
    return name


def test_it_opens_on_the_leaders_own_with_its_form_beside_it(screen: LibraryScreen):
    assert titles(screen)[:2] == ["Wobble a gong", FIRST.title]
    assert screen.finder.count.text() == f"{len(library.starter()) + 1} changes on the shelf"
    assert typed(screen, "title") == "Wobble a gong"
    assert screen.entry.about.text() == "Your own"


def test_each_key_in_the_search_narrows_the_list_and_down_goes_into_it(screen: LibraryScreen, hands: Hands):
    whole = len(screen.finder.model.whole)
    counts = []
    for letter in "wobb":
        QTest.keyClicks(hands.here, letter)
        counts.append(len(screen.finder.model.whole))
    assert whole >= counts[0] > counts[1] > counts[2] >= counts[3] == 1
    assert titles(screen) == ["Wobble a gong"]
    assert screen.finder.count.text() == f"1 change of {len(library.starter()) + 1} on the shelf"
    hands.press(Key.Key_Down)
    assert hands.here is screen.finder.view


def test_the_filters_the_tick_box_and_the_search_narrow_together(screen: LibraryScreen, hands: Hands):
    hands.choose("What is in the way", "Pace")
    hands.choose("Kind of activity", "Sing")
    found = set(titles(screen))
    assert "Wobble a gong" in found
    expected = {
        each.title
        for each in library.starter()
        if "pace-memory-structure" in each.barriers and (not each.kinds or "sing" in each.kinds)
    }
    assert {row.title for row in screen.finder.model.whole} == expected | {"Wobble a gong"}
    hands.push("To review")
    assert {row.title for row in screen.finder.model.whole} == {
        each.title for each in library.starter() if each.to_review and each.title in expected
    }


def test_where_nothing_is_found_one_button_shows_the_whole_shelf_again(screen: LibraryScreen, hands: Hands):
    hands.write("xyzzy")
    assert titles(screen) == []
    assert screen.finder.count.text() == f"None of the {len(library.starter()) + 1} on the shelf answers that."
    assert not screen.entry.isVisible()
    hands.press(Key.Key_Down)
    assert hands.name == "Search"
    hands.push("Show the whole shelf")
    assert hands.name == "Search"
    assert titles(screen)[0] == "Wobble a gong"
    assert screen.entry.isVisible()


def test_arrows_go_down_the_list_and_the_form_follows(screen: LibraryScreen, hands: Hands):
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Down)
    assert typed(screen, "title") == FIRST.title
    assert screen.entry.about.text() == "Came with the program"
    hands.press(Key.Key_Return)
    assert hands.name == "Title"


def test_altering_what_came_makes_it_the_leaders_in_its_place_until_it_is_put_back(
    screen: LibraryScreen, hands: Hands, store: Store
):
    screen.finder.choose(SECOND.id)
    hands.go_to("Changes on the shelf")
    hands.press(Key.Key_Return)
    hands.write("Show what is next")
    hands.press(Key.Key_Tab)
    assert titles(screen)[2] == "Show what is next"
    assert "altered by you" in screen.finder.model.rows[2].found
    assert screen.entry.about.text() == "Came with the program, altered by you"
    assert held(screen, store, SECOND.id) == SECOND.revised(title="Show what is next")
    screen.entry.as_it_came.click()
    assert titles(screen)[2] == typed(screen, "title") == SECOND.title
    assert held(screen, store, SECOND.id) is None
    assert not screen.entry.as_it_came.isVisible()
    assert undo(screen) == "Put ‘Show what is next’ back as it came"
    assert undo(screen).startswith("Change ‘Title’ of ‘Show now")
    assert typed(screen, "title") == SECOND.title


def test_every_field_is_kept_and_shown_again(screen: LibraryScreen, store: Store):
    full = entry(
        title="All of it",
        what="Do\nthis",
        reach="some",
        barriers=("attitudes",),
        kinds=("play",),
        kit=("lamp",),
        nothing_needed=True,
        setup_minutes=3,
        set_up="in place",
        lead_days=2,
        adults=1,
        fallback="Hum",
        safety="Cables",
        ages="All",
        works_well_with=(FIRST.id,),
        source="A friend",
        to_review=True,
    )
    assert set(screen.entry.form.fields) == set(LibraryAdaptation.model_fields) - {"id", "position", "hidden"}
    for name, field in screen.entry.form.fields.items():
        field.show_value(getattr(full, name))
        field.edited.emit()
    assert screen.save() == ""
    assert held(screen, store, "own-1") == full
    screen.finder.choose(FIRST.id)
    screen.finder.choose("own-1")
    assert all(typed(screen, name) == getattr(full, name) for name in screen.entry.form.fields)


def test_insert_adds_an_entry_and_goes_to_its_title(screen: LibraryScreen, hands: Hands, store: Store):
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Insert)
    assert hands.name == "Title"
    assert titles(screen)[0] == NEW_TITLE
    QTest.keyClicks(hands.here, "Echo")
    hands.press(Key.Key_Tab)
    assert [each.title for each in store.library()] == ["Wobble a gong", "Echo"]
    assert titles(screen)[0] == "Echo"
    assert undo(screen) == f"Change ‘Title’ of ‘{NEW_TITLE}’"
    assert undo(screen) == "Add to the library"
    assert titles(screen)[0] == "Wobble a gong"


def test_an_entry_is_added_whatever_is_looked_for(screen: LibraryScreen, hands: Hands):
    hands.write("xyzzy")
    screen.add_button.click()
    assert titles(screen)[0] == NEW_TITLE
    assert screen.finder.line.text() == ""


def test_delete_removes_the_leaders_own_and_goes_on_to_the_next(screen: LibraryScreen, hands: Hands, store: Store):
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Delete)
    assert store.library() == ()
    assert typed(screen, "title") == FIRST.title
    assert undo(screen) == "Remove ‘Wobble a gong’ from the library"
    assert titles(screen)[0] == "Wobble a gong"


def test_what_came_is_taken_off_the_shelf_and_brought_back(screen: LibraryScreen, hands: Hands, store: Store):
    screen.finder.choose(FIRST.id)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Delete)
    assert FIRST.title not in titles(screen)
    assert typed(screen, "title") == SECOND.title
    hands.go_to("Show those taken off the shelf", back=True)
    hands.press(Key.Key_Space)
    assert titles(screen) == [FIRST.title]
    assert screen.finder.count.text() == "1 change taken off the shelf"
    assert screen.entry.about.text() == "Came with the program · taken off the shelf"
    hands.go_to("Changes on the shelf")
    hands.press(Key.Key_Delete)
    assert titles(screen) == [FIRST.title]
    hands.push("Put on the shelf")
    assert screen.finder.count.text() == "Nothing is taken off the shelf."
    assert store.library() == (entry(barriers=("pace-memory-structure",), kinds=("sing",)),)


def test_an_entry_that_is_being_altered_stays_though_it_answers_the_search_no_longer(
    screen: LibraryScreen, hands: Hands
):
    hands.write("gong wobble")
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    hands.write("Wait")
    hands.press(Key.Key_Tab)
    assert titles(screen) == ["Wait"]
    assert typed(screen, "title") == "Wait"
    assert screen.finder.count.text().startswith("None of the")
    hands.go_to("Search", back=True)
    hands.write("gong")
    assert "Wait" not in titles(screen)


def test_what_cannot_be_kept_stays_in_front_with_its_reason_and_is_told(
    screen: LibraryScreen, hands: Hands, qtbot: QtBot, store: Store
):
    told = heard(screen.said)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    hands.write(" ")
    hands.go_to("Changes on the shelf", back=True)
    hands.press(Key.Key_Down)
    qtbot.waitUntil(lambda: screen.finder.current == "own-1")
    assert screen.entry.shown == "own-1"
    assert screen.save().startswith("Title. ")
    assert told[0].startswith("Not kept: Title. ")
    assert [each.title for each in store.library()] == ["Wobble a gong"]
    hands.press(Key.Key_Delete)
    assert typed(screen, "title") == FIRST.title
    assert screen.save() == ""


def test_the_form_of_the_next_entry_begins_at_its_top(screen: LibraryScreen, hands: Hands):
    screen.entry.area.verticalScrollBar().setValue(300)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Down)
    assert screen.entry.area.verticalScrollBar().value() == 0


def test_what_changed_while_it_was_not_seen_is_shown_when_it_is(screen: LibraryScreen, workspace: Workspace):
    screen.hide()
    workspace.do("Elsewhere", [add(entry("own-2", "From a plan", position=5))])
    assert "From a plan" not in titles(screen)
    screen.show()
    assert titles(screen)[0] == "From a plan"


def test_a_pack_is_shared_and_told(
    screen: LibraryScreen, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    target = tmp_path / "library.amiepack"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    told = heard(screen.said)
    screen.share_button.setFocus()
    hands.meanwhile(lambda: QTest.keyClick(QApplication.focusWidget(), Key.Key_Return))
    hands.press(Key.Key_Space)
    assert [each.title for each in load(target)] == ["Wobble a gong"]
    assert told == ["Saved library.amiepack"]


def test_a_pack_is_brought_in_and_stands_on_top(
    screen: LibraryScreen, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: Store
):
    pack = tmp_path / "theirs.amiepack"
    pack.write_bytes(content([entry("x1", "One"), entry("x2", "Two")], ()))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(pack), ""))
    told = heard(screen.said)
    hands.write("xyzzy")
    screen.bring_in_button.setFocus()
    hands.meanwhile(lambda: QTest.keyClick(QApplication.focusWidget(), Key.Key_Return))
    hands.press(Key.Key_Space)
    assert titles(screen)[:3] == ["One", "Two", "Wobble a gong"]
    assert told == ["Brought in 2 changes"]
    assert undo(screen) == "Bring in a pack of 2"
    assert len(store.library()) == 1

"""Voices over a programme: found by what they wait for, told with one key, and written in one form."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.example_plans import THURSDAY_WRITERS
from tests.hands import Hands, heard, in_front

from amie_planner.domain import edits
from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.changes import revise
from amie_planner.domain.edits.reporting import add_story
from amie_planner.domain.records import Touch, VoiceEntry
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui.screens.voice import FILTERS, STORIES, VoiceScreen
from amie_planner.ui.workspace import OpenSession, Workspace

Key = Qt.Key
TODAY = date(2026, 11, 22)
TO_TELL, TO_DECIDE, ALL = range(len(FILTERS))


def written(desk: OpenSession, **fields: Any) -> str:
    id, changes = edits.add_voice(desk.series, **fields)
    desk.do("Add", changes)
    return id


@pytest.fixture
def desk(desk: OpenSession) -> OpenSession:
    """Space-sounds, where v1 has been told; v2 and v3 wait to be told, v4 and v5 to be decided."""
    written(desk, text="More drums", method="said", from_whom="group", date="2026-09-08", outcome="adopted")
    written(desk, method="drawn", from_whom=("p1",), date="2026-09-08", outcome="not possible")
    written(desk, text="Weather", outcome="undecided")
    written(desk, text="Trains")
    desk.workspace.history.clear()
    return desk


def shown(qtbot: QtBot, workspace: Workspace) -> VoiceScreen:
    return in_front(qtbot, VoiceScreen(workspace, TODAY), 1100, 700)


@pytest.fixture
def screen(qtbot: QtBot, desk: OpenSession) -> VoiceScreen:
    return shown(qtbot, desk.workspace)


def ids(screen: VoiceScreen) -> list[str]:
    return [row.id for row in screen.rows.rows]


def entry(desk: OpenSession, id: str) -> VoiceEntry:
    return next(v for v in desk.series.voice if v.id == id)


@pytest.mark.parametrize(
    ("at", "found"), [(TO_TELL, ["v2", "v3"]), (TO_DECIDE, ["v4", "v5"]), (ALL, ["v1", "v2", "v3", "v4", "v5"])]
)
def test_each_filter_shows_what_it_says(screen: VoiceScreen, at: int, found: list[str]):
    screen.filters.choose(at)
    assert ids(screen) == found
    assert screen.chosen in found


def test_what_was_taken_into_a_coming_session_is_not_still_to_be_decided(qtbot: QtBot, desk: OpenSession):
    id, made = edits.add_session(desk.series, {"title": "Next", "date": "2026-11-29"})
    desk.do("Add", made)
    (trains,) = [v for v in desk.series.voice if v.text == "Trains"]
    desk.do("Take", [revise(trains, touches=(Touch(session=id),))])
    screen = shown(qtbot, desk.workspace)
    screen.filters.choose(TO_DECIDE)
    assert ids(screen) == ["v4"]
    screen.filters.choose(ALL)
    assert screen.rows.rows[-1].spoken == "Trains, Taken into Next, 29 November"


def test_it_opens_on_what_waits_to_be_told(screen: VoiceScreen):
    assert ids(screen) == ["v2", "v3"]
    assert screen.title.text() == "More drums"


def test_what_was_given_without_speech_reads_as_well(screen: VoiceScreen):
    assert screen.rows.rows[1].spoken == "A drawing, Drawn by Sky, 8 September · Not possible, waiting to be told"


def test_t_notes_that_they_were_told_today_and_asks_how(screen: VoiceScreen, desk: OpenSession):
    said = heard(screen.said)
    screen.view.setFocus()
    QTest.keyClick(screen.view, Key.Key_T)
    assert entry(desk, "v2").told_on == TODAY
    assert QApplication.focusWidget().accessibleName() == "They were told how"
    assert said == ["Told today: ‘More drums’. How were they told?"]
    assert desk.workspace.history.undoText() == "Told today: ‘More drums’"
    QTest.keyClicks(QApplication.focusWidget(), "With a song")
    assert screen.save() == ""
    assert entry(desk, "v2").told_how == "With a song"


def test_what_was_just_told_stays_until_another_is_chosen(screen: VoiceScreen):
    screen.told.click()
    assert ids(screen) == ["v2", "v3"]
    screen.view.setCurrentIndex(screen.rows.index(1))
    screen.refresh()
    assert ids(screen) == ["v3"]


def test_what_is_not_decided_is_decided_before_it_is_told(screen: VoiceScreen, desk: OpenSession):
    said = heard(screen.said)
    screen.filters.choose(TO_DECIDE)
    screen.told.click()
    assert entry(desk, "v4").told_on is None
    assert said == ["First say what became of it."]
    assert QApplication.focusWidget().accessibleName() == "What became of it"


def test_what_was_told_before_keeps_its_day(screen: VoiceScreen, desk: OpenSession):
    said = heard(screen.said)
    screen.go_to(desk.programme, "v1")
    screen.told.click()
    assert entry(desk, "v1").told_on == date(2026, 9, 8)
    assert said == ["They were told on 8 September."]


def test_with_keys_alone_one_is_added_described_and_found_again(screen: VoiceScreen, desk: OpenSession):
    hands = Hands(screen)
    screen.view.setFocus()
    hands.press(Key.Key_Insert)
    assert hands.name == "What they said or showed"
    hands.write("Turned to the window")
    hands.choose("How", "Recording")
    hands.go_to("What became of it")
    made = entry(desk, "v6")
    assert (made.text, made.method, made.date) == ("Turned to the window", "recording", TODAY)
    assert screen.chosen == "v6"
    screen.filters.choose(TO_DECIDE)
    assert "v6" in ids(screen)


@pytest.mark.parametrize("how", ["key", "button"])
def test_removing_is_taken_back_by_undo(screen: VoiceScreen, desk: OpenSession, how: str):
    screen.view.setFocus()
    if how == "key":
        QTest.keyClick(screen.view, Key.Key_Delete)
    else:
        screen.remove.click()
    assert ids(screen) == ["v3"]
    assert screen.view.hasFocus()
    assert desk.workspace.history.undoText() == "Remove ‘More drums’"
    desk.workspace.history.undo()
    assert ids(screen) == ["v2", "v3"]


def test_once_the_last_is_removed_the_keys_are_at_adding(screen: VoiceScreen):
    screen.remove.click()
    screen.remove.click()
    assert ids(screen) == []
    assert screen.add.hasFocus()
    assert screen.empty.text() == "Nobody waits to be told what became of an idea."
    assert not screen.told.isVisible()
    assert screen.form is None


@pytest.mark.parametrize("wanted", ["v1", "v2", "v5"])
def test_going_to_an_entry_shows_it_whatever_was_looked_for(screen: VoiceScreen, desk: OpenSession, wanted: str):
    screen.go_to(desk.programme, wanted)
    assert screen.chosen == wanted
    assert screen.view.hasFocus()


def test_another_programme_has_entries_of_its_own(qtbot: QtBot, store: Store, desk: OpenSession):
    store.apply(bring_in(load(THURSDAY_WRITERS), 1))
    screen = shown(qtbot, Workspace(store))
    other = load(THURSDAY_WRITERS).programme.id
    screen.choice.show_value(other)
    screen.choice.edited.emit()
    assert ids(screen) == []
    screen.add.click()
    assert screen.programme == other
    assert ids(screen) == ["v1"]
    screen.go_to(desk.programme, "v1")
    assert screen.form is not None
    assert screen.form.fields["text"].value() == entry(desk, "v1").text


def test_without_a_programme_it_says_where_to_begin(qtbot: QtBot, store: Store):
    screen = shown(qtbot, Workspace(store))
    assert "Begin one under Programmes" in screen.empty.text()
    assert not screen.add.isEnabled()
    assert screen.save() == ""


def test_what_cannot_be_kept_is_said_and_does_not_come_along(screen: VoiceScreen, desk: OpenSession):
    said = heard(screen.said)
    assert screen.form is not None
    screen.form.fields["told_on"].line.setText("some day")
    assert "That is not a date." in screen.save()
    screen.view.setCurrentIndex(screen.rows.index(1))
    assert said and said[-1].startswith("Not kept: They were told on.")
    assert screen.form.fields["told_on"].value() is None


def test_what_changes_elsewhere_is_shown_at_once_or_when_it_is_seen_again(screen: VoiceScreen, desk: OpenSession):
    written(desk, text="Echo", outcome="adapted")
    assert ids(screen)[-1] == "v6"
    screen.hide()
    desk.do("Remove", edits.remove_voice(desk.series, "v6"))
    screen.show()
    assert ids(screen) == ["v2", "v3"]


def test_a_full_name_stands_nowhere(screen: VoiceScreen, desk: OpenSession):
    person = desk.series.people[0]
    desk.keep(person, "Full name", name="Skyler Jones")
    screen.filters.choose(ALL)
    assert not [row for row in screen.rows.rows if "Jones" in row.spoken]


def test_a_quote_is_made_of_what_somebody_said_and_agreed_to_by_keys(screen: VoiceScreen, desk: OpenSession):
    hands = Hands(screen)
    said = heard(screen.said)
    screen.view.setFocus()
    hands.push("Make a quote of it")
    assert hands.name == "What may be told"
    hands.fill("Made-up name", "Robin")
    hands.fill("Who agreed", "she and her mother")
    hands.push("They agree that it may leave")
    (story,) = desk.series.stories
    assert (story.words, story.voice, story.made_up_name) == ("More drums", "v2", "Robin")
    assert story.agreed_on == TODAY
    assert said == ["It may leave: they agreed on 22 November 2026."]
    assert [row.below for row in screen.rows.rows] == ["Quote · may leave, agreed 22 November"]


def test_stories_are_listed_apart_from_what_was_said(screen: VoiceScreen, desk: OpenSession):
    screen.filters.choose(STORIES)
    assert ids(screen) == []
    assert screen.empty.text().startswith("No quote or case study yet.")
    assert not screen.told.isVisible()
    screen.add.click()
    assert screen.add.text() == "Add a quote or case study"
    assert ids(screen) == ["story1"]
    assert screen.view.accessibleName() == "Quotes and case studies"
    assert "T notes" not in screen.view.accessibleDescription()
    screen.filters.choose(ALL)
    assert ids(screen) == ["v1", "v2", "v3", "v4", "v5"]
    assert screen.view.accessibleName() == "Voice entries"
    assert screen.add.text() == "Add a voice entry"
    assert "T notes" in screen.view.accessibleDescription()


def test_keys_of_the_list_do_to_stories_what_they_do_to_entries(screen: VoiceScreen, desk: OpenSession):
    screen.filters.choose(STORIES)
    screen.view.setFocus()
    hands = Hands(screen)
    screen.add_entry()
    hands.write("I made that")
    screen.save()
    screen.view.setFocus()
    hands.press(Key.Key_T)
    hands.press(Key.Key_Return)
    assert hands.name == "What may be told"
    screen.view.setFocus()
    hands.press(Key.Key_Delete)
    assert desk.series.stories == ()
    assert screen.add.hasFocus()
    assert desk.workspace.history.undoText() == "Remove ‘I made that’"


@pytest.mark.parametrize("before", [TO_TELL, STORIES])
def test_going_to_a_story_shows_it_and_going_to_an_entry_leaves_the_stories(
    screen: VoiceScreen, desk: OpenSession, before: int
):
    id, changes = add_story(desk.series)
    desk.do("Add", changes)
    screen.filters.choose(before)
    screen.go_to(desk.programme, id)
    assert (screen.filters.current, screen.chosen) == (STORIES, id)
    screen.go_to(desk.programme, "v5")
    assert (screen.filters.current, screen.chosen) == (ALL, "v5")


def test_what_is_typed_of_a_story_is_kept_when_the_list_turns_to_entries(screen: VoiceScreen, desk: OpenSession):
    screen.filters.choose(STORIES)
    screen.add.click()
    Hands(screen).write("I made that")
    screen.filters.choose(TO_TELL)
    assert desk.series.stories[0].words == "I made that"


def test_entries_that_come_are_offered_as_what_a_story_is_taken_from(screen: VoiceScreen, desk: OpenSession):
    screen.filters.choose(STORIES)
    screen.add.click()
    desk.do("Add", edits.add_voice(desk.series, text="Quieter, please")[1])
    assert screen.form is not None
    assert screen.form.fields["voice"].control.findText("Quieter, please") > 0

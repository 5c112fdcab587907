"""Choosing the past session that a new one is made from: by keys, of any programme, and never of nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front
from tests.plans import a_series

from amie_planner.domain.bringing_in import bring_in
from amie_planner.store.store import Store
from amie_planner.ui.widgets.past_session import PastSession
from amie_planner.ui.workspace import Workspace

Key = Qt.Key
HELLO = {"id": "a1", "title": "Hello", "instructions": "Wait for Sky"}


@pytest.fixture
def dialog(qtbot: QtBot, store: Store, qapp: object) -> PastSession:
    days = ("2026-09-08", "2026-09-15", "2026-11-03")
    here = [{"id": f"s{n}", "title": f"Week {n}", "date": day, "activities": [HELLO]} for n, day in enumerate(days, 1)]
    there = [{"id": "s1", "title": "Drum day", "date": "2025-05-06", "activities": [HELLO]}]
    people = [{"id": "p1", "alias": "Sky"}]
    for n, (title, sessions) in enumerate((("Sound makers", here), ("Another", there), ("Bare", []))):
        told = {"uid": f"u{n + 1}", "title": title}
        store.apply(bring_in(a_series(programme=told, sessions=sessions, people=people), n))
    return in_front(qtbot, PastSession(Workspace(store), "u1"), 700, 500)


def test_it_begins_at_the_latest_of_this_programme_and_enter_takes_it(dialog: PastSession):
    hands = Hands(dialog)
    assert hands.name == "Sessions, the latest first"
    assert [row.id for row in dialog.rows.rows] == ["s3", "s2", "s1"]
    assert "may name somebody" not in dialog.about.text()
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    assert (dialog.result(), dialog.source, dialog.session) == (1, "u1", "s2")


def test_words_that_are_typed_narrow_the_list_and_enter_goes_on_to_it(dialog: PastSession):
    hands = Hands(dialog)
    hands.go_to("Find a session")
    hands.write("hello sept")
    assert [row.id for row in dialog.rows.rows] == ["s2", "s1"]
    assert dialog.session == "s2"
    hands.press(Key.Key_Return)
    assert hands.here is dialog.view and dialog.isVisible()


def test_where_no_session_has_the_words_nothing_is_made(dialog: PastSession):
    hands = Hands(dialog)
    hands.go_to("Find a session")
    hands.write("nothing like it")
    assert (dialog.session, dialog.make.isEnabled()) == ("", False)
    assert dialog.about.text() == "No session has these words."
    dialog.accept()
    assert dialog.isVisible()


def test_another_programme_is_chosen_and_its_names_are_told(dialog: PastSession):
    Hands(dialog).choose("Programme", "Ano")
    assert (dialog.source, dialog.session) == ("u2", "s1")
    assert dialog.about.text().endswith("Its words may name somebody: “Sky”.")


def test_a_programme_without_a_session_says_so(dialog: PastSession):
    Hands(dialog).choose("Programme", "Bar")
    assert (dialog.session, dialog.make.isEnabled()) == ("", False)
    assert dialog.about.text() == "This programme has no session yet."

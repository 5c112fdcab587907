"""Programmes and their sessions: a session more, on the next day of the rhythm, new or from a past one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front
from tests.plans import a_document, a_series, in_bytes

from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.changes import revise
from amie_planner.domain.plan import Lines
from amie_planner.domain.records import Term
from amie_planner.exchange.plan_file import read
from amie_planner.store.store import Store
from amie_planner.ui.screens.programmes import ProgrammesScreen
from amie_planner.ui.widgets.past_session import PastSession
from amie_planner.ui.widgets.series_pages import SESSIONS
from amie_planner.ui.workspace import Workspace

Key = Qt.Key
HELLO = {"id": "a1", "title": "Hello", "minutes": 10, "kit": ["drum"], "instructions": "Wait for Sky"}

TODAY = date(2026, 10, 1)


def held(*days: str, **programme: Any) -> dict[str, Any]:
    sessions = [
        {
            "id": f"s{n}",
            "title": f"Week {n}",
            "date": day,
            "start": "10:00",
            "activities": [HELLO],
            "status": "delivered",
        }
        for n, day in enumerate(days, 1)
    ]
    return a_document(programme={"uid": "u1", "title": "Sound makers", **programme}, sessions=sessions)


def opened(qtbot: QtBot, store: Store, **document: Any) -> ProgrammesScreen:
    store.apply(bring_in(read(in_bytes(document)), 0))
    other = {"uid": "u2", "title": "Another"}
    people = [{"id": "p1", "alias": "Sky"}]
    song = {"id": "s1", "title": "Drum day", "date": "2025-05-06", "minutes": 60, "activities": [HELLO]}
    store.apply(bring_in(a_series(programme=other, people=people, sessions=[song]), 1))
    return in_front(qtbot, ProgrammesScreen(Workspace(store), TODAY), 1000, 700)


def added(screen: ProgrammesScreen) -> Lines:
    return screen._workspace.series("u1").sessions[-1]


@pytest.mark.parametrize(
    ("days", "holidays", "then"),
    [
        (["2026-09-08", "2026-09-15"], [], "2026-09-22"),
        (["2026-09-08", "2026-09-22"], [], "2026-10-06"),
        (["2026-10-13", "2026-10-20"], [{"from": "2026-10-26", "to": "2026-10-30"}], "2026-11-03"),
        (["2026-10-20"], [{"from": "2026-10-21", "to": "9999-12-31"}], "None"),
    ],
    ids=["weekly", "every other week", "after half term", "no day is left"],
)
def test_one_more_session_meets_on_the_next_day_of_the_rhythm(
    qtbot: QtBot, store: Store, qapp: object, days: list[str], holidays: list[dict[str, str]], then: str
):
    screen = opened(qtbot, store, **held(*days, holidays=holidays))
    screen.choose("u1")
    screen.add_session()
    assert str(added(screen).session.date) == then


def test_a_session_is_made_from_one_of_another_programme_by_keys(qtbot: QtBot, store: Store, qapp: object):
    screen = opened(qtbot, store, **held("2026-09-08", "2026-09-15"))
    screen.choose("u1")
    hands = Hands(screen)
    screen.programme_view.setFocus(Qt.FocusReason.TabFocusReason)

    def within() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PastSession)
        inside = Hands(dialog)
        inside.choose("Programme", "Ano")
        inside.go_to("Sessions, the latest first")
        assert dialog.about.text().endswith("Its words may name somebody: “Sky”.")
        inside.press(Key.Key_Return)

    hands.meanwhile(within)
    hands.push("Add from a past session…")
    new = added(screen)
    assert (new.session.title, str(new.session.date), new.session.minutes) == ("Session 3", "2026-09-22", 60)
    assert [(a.title, a.kit) for a in new.activities] == [("Hello", ("drum",))]
    assert hands.name == "Sessions of the programme"
    screen._workspace.history.undo()
    assert len(screen._workspace.series("u1").sessions) == 2


def test_a_session_that_a_holiday_was_laid_over_says_so_and_leads_to_where_it_is_moved(
    qtbot: QtBot, store: Store, qapp: object
):
    document = held("2026-10-20", "2026-10-27", holidays=[{"label": "Half term", "from": "2026-10-26"}])
    for session in document["sessions"]:
        session["status"] = "planned"
    screen = opened(qtbot, store, **document)
    screen.choose("u1")
    assert not screen.lying.isVisible() and not screen.move_lying.isVisible()
    programme = screen._workspace.series("u1").programme
    term = Term(label="Half term", starts=date(2026, 10, 26), ends=date(2026, 10, 30))
    screen._workspace.do("Add a holiday", [revise(programme, holidays=(term,))])
    assert screen.sessions.rows[1].spoken.endswith("27 October 2026 · 10:00 · Planned · in the holidays: Half term")
    assert screen.lying.text() == "‘Week 2’ lies in the holidays: Half term."
    asked: list[tuple[str, int]] = []
    screen.series_wanted.connect(lambda programme, face: asked.append((programme, face)))
    screen.programme_view.setFocus(Qt.FocusReason.TabFocusReason)
    Hands(screen).push("Move or cancel…")
    assert asked == [("u1", SESSIONS)]
    screen.choose("u2")
    assert not screen.lying.isVisible() and not screen.move_lying.isVisible()
    screen.choose("u1")
    assert screen.lying.isVisible()
    screen.begin_day(date(2026, 10, 28))
    assert not screen.lying.isVisible() and not screen.move_lying.isVisible()


def test_what_returns_ask_is_answered_by_keys_on_a_page_of_its_own(qtbot: QtBot, store: Store, qapp: object):
    screen = opened(qtbot, store, **held("2026-09-08"))
    hands = Hands(screen)
    hands.push("For returns")
    hands.choose("Kind of provision", "Whole")
    hands.push("All programmes")
    provision = screen._workspace.series("u1").programme.provision
    assert provision is not None and provision.delivery == "whole class"
    assert hands.name == "For returns"
    assert screen.session_view.isVisible()


def test_what_is_typed_for_returns_is_kept_on_the_way_to_another_screen_which_comes_back_to_the_lists(
    qtbot: QtBot, store: Store, qapp: object
):
    screen = opened(qtbot, store, **held("2026-09-08"))
    screen.open_returns()
    hands = Hands(screen)
    hands.go_to("Sessions agreed")
    hands.write("30")
    assert screen.save() == ""
    screen.hide()
    screen.show()
    targets = screen._workspace.series("u1").programme.targets
    assert targets is not None and targets.sessions == 30
    assert screen.session_view.isVisible()


def test_a_programme_that_is_gone_to_is_shown_with_its_sessions(qtbot: QtBot, store: Store, qapp: object):
    screen = opened(qtbot, store, **held("2026-09-08"))
    screen.open_returns()
    screen.choose("u2")
    assert screen.chosen == "u2"
    assert screen.session_view.hasFocus()

"""The first thing of the morning: what comes next and what waits, each leading to its place."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.example_plans import THURSDAY_WRITERS
from tests.hands import in_front

from amie_planner.domain import edits
from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.changes import revise
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui.screens.today import TodayScreen
from amie_planner.ui.workspace import OpenSession, Workspace

Key = Qt.Key
MORNING = date(2026, 9, 14)
"""The day before Moon landing."""


def shown(qtbot: QtBot, workspace: Workspace, today: date = MORNING) -> TodayScreen:
    return in_front(qtbot, TodayScreen(workspace, today), 1100, 700)


def wanted(screen: TodayScreen) -> list[tuple[str, ...]]:
    """Where the screen asks to go from now on."""
    asked: list[tuple[str, ...]] = []
    screen.session_wanted.connect(lambda programme, session: asked.append(("session", programme, session)))
    screen.person_wanted.connect(lambda programme, person: asked.append(("person", programme, person)))
    screen.voice_wanted.connect(lambda programme, entry: asked.append(("voice", programme, entry)))
    screen.reflect_wanted.connect(lambda programme, session: asked.append(("reflect", programme, session)))
    screen.programmes_wanted.connect(lambda: asked.append(("programmes",)))
    return asked


def kinds(screen: TodayScreen) -> list[str]:
    return [row.text for row in screen.waits.model.rows]


def open_row(screen: TodayScreen, text: str, key: Key = Key.Key_Return) -> None:
    at = next(n for n, row in enumerate(screen.waits.model.rows) if row.text == text)
    screen.waits.view.setCurrentIndex(screen.waits.model.index(at))
    QTest.keyClick(screen.waits.view, key)


def test_the_next_session_stands_in_large_type_and_opens(qtbot: QtBot, workspace: Workspace, desk: OpenSession):
    screen = shown(qtbot, workspace)
    asked = wanted(screen)
    assert screen.next.when.text() == "Tomorrow, 10:00 to 10:45"
    assert screen.next.title.text() == "Moon landing"
    screen.setFocus()
    assert screen.next.open.hasFocus()
    QTest.keyClick(screen.next.open, Key.Key_Space)
    assert asked == [("session", desk.programme, "s2")]


def test_it_says_when_something_from_earlier_sessions_waits_there(
    qtbot: QtBot, workspace: Workspace, desk: OpenSession
):
    screen = shown(qtbot, workspace)
    assert screen.next.last_time.isVisible()
    first = workspace.plan(desk.programme, "s1")
    workspace.do("Decline", [revise(d, carried="declined") for d in first.adaptations])
    assert screen.next.last_time.isVisible()
    workspace.do("Decline", [revise(note, answer="declined") for note in first.next_time])
    assert screen.next.last_time.isVisible()
    workspace.do("Empty", [revise(first.session, reflection={"went_well": "The lights"})])
    assert not screen.next.last_time.isVisible()


def test_the_others_of_the_week_stand_below_and_open_with_enter(qtbot: QtBot, workspace: Workspace, desk: OpenSession):
    id, changes = edits.add_session(desk.series, {"title": "Re-entry", "date": "2026-09-18", "start": "09:30"})
    workspace.do("Add", changes)
    screen = shown(qtbot, workspace)
    asked = wanted(screen)
    (row,) = screen.next.rows.rows
    assert row.spoken.startswith("Friday 18 September, 09:30, Re-entry")
    screen.next.view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(screen.next.view, Key.Key_Return)
    QTest.mouseClick(
        screen.next.view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=screen.next.view.visualRect(screen.next.rows.index(0)).center(),
    )
    assert asked == [("session", desk.programme, id)] * 2


def test_where_the_week_is_free_the_next_session_later_is_shown(qtbot: QtBot, workspace: Workspace):
    soon, later = (shown(qtbot, workspace, date(2026, 9, day)) for day in (8, 7))
    assert not soon.next.words.isVisible()
    assert later.next.words.text() == "The next seven days are free. After them comes"
    assert soon.next.title.text() == later.next.title.text() == "Moon landing"


def test_where_no_session_lies_ahead_it_says_so_and_offers_the_programmes(qtbot: QtBot, workspace: Workspace):
    screen = shown(qtbot, workspace, date(2027, 1, 1))
    asked = wanted(screen)
    assert screen.next.words.text() == "No session lies ahead. Add the next one to its programme."
    assert not screen.next.open.isVisible()
    screen.setFocus()
    assert screen.next.programmes.hasFocus()
    screen.next.programmes.click()
    assert asked == [("programmes",)]


def test_an_empty_planner_says_how_to_begin(qtbot: QtBot, store: Store):
    screen = shown(qtbot, Workspace(store))
    assert screen.next.words.text() == "Nothing is planned yet. Begin a programme, or bring in a plan file."
    assert screen.waits.calm.isVisible()


def test_where_nothing_waits_one_calm_sentence_is_left(qtbot: QtBot, workspace: Workspace):
    screen = shown(qtbot, workspace)
    assert screen.waits.calm.isVisible()
    assert not screen.waits.view.isVisible()


def waiting_everywhere(desk: OpenSession) -> None:
    """A review of each kind, an idea to tell, one to decide, and a change that two sessions left alone."""
    person, need, member = desk.series.people[0], desk.series.requirements[2], desk.series.team[1]
    desk.do("Due", [revise(person, review_on="2026-09-01"), revise(need, review_on="2026-09-02")])
    desk.do("Due", [revise(member, access_review_on="2026-09-03")])
    for fields in ({"text": "More drums", "outcome": "adopted"}, {"text": "Weather"}):
        desk.do("Add", edits.add_voice(desk.series, **fields)[1])
    for day in ("2026-09-09", "2026-09-10"):
        written = {"reflection": {"went_well": "The drone"}}
        fields: dict[str, Any] = {"title": "Between", "date": day, "status": "delivered", **written}
        desk.do("Add", edits.add_session(desk.series, fields)[1])


@pytest.mark.parametrize(
    ("text", "kind", "id"),
    [
        ("Sky", "person", "p1"),
        ("Moss: Sudden loud starts make me leave", "person", "p2"),
        ("Class support", "session", "s2"),
        ("More drums", "voice", "v2"),
        ("Weather", "voice", "v3"),
        ("Count in with five fingers, lights dip before the loud part", "session", "s2"),
    ],
)
@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space])
def test_each_line_leads_to_its_place(
    qtbot: QtBot, workspace: Workspace, desk: OpenSession, text: str, kind: str, id: str, key: Key
):
    waiting_everywhere(desk)
    screen = shown(qtbot, workspace)
    asked = wanted(screen)
    open_row(screen, text, key)
    assert asked == [(kind, desk.programme, id)]


def test_a_session_nobody_looked_back_on_leads_to_looking_back_and_goes_once_something_is_written(
    qtbot: QtBot, workspace: Workspace, desk: OpenSession
):
    id, changes = edits.add_session(desk.series, {"title": "Between", "date": "2026-09-11", "status": "planned"})
    desk.do("Add", changes)
    screen = shown(qtbot, workspace)
    assert [row.spoken for row in screen.waits.model.rows[:2]] == [
        "To look back on",
        "Between. 11 September, and nothing is written about it yet",
    ]
    asked = wanted(screen)
    open_row(screen, "Between")
    assert asked == [("reflect", desk.programme, id)]
    workspace.do("Write", [revise(workspace.plan(desk.programme, id).session, reflection={"went_well": "The drone"})])
    assert "To look back on" not in kinds(screen)


def test_a_click_leads_there_too(qtbot: QtBot, workspace: Workspace, desk: OpenSession):
    waiting_everywhere(desk)
    screen = shown(qtbot, workspace)
    asked = wanted(screen)
    view = screen.waits.view
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(screen.waits.model.index(1)).center()
    )
    assert asked == [("person", desk.programme, "p1")]


def test_a_heading_leads_on_to_its_first_line(qtbot: QtBot, workspace: Workspace, desk: OpenSession):
    waiting_everywhere(desk)
    screen = shown(qtbot, workspace)
    asked = wanted(screen)
    open_row(screen, "To tell: what became of an idea")
    assert screen.waits.model.at(screen.waits.view.currentIndex().row()).text == "More drums"
    assert asked == []


def test_nothing_stands_out_until_the_keys_come_to_the_list(qtbot: QtBot, workspace: Workspace, desk: OpenSession):
    waiting_everywhere(desk)
    screen = shown(qtbot, workspace)
    assert not screen.waits.view.currentIndex().isValid()
    screen.waits.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert screen.waits.view.currentIndex().row() == 1


def test_a_review_of_the_team_without_a_session_leads_to_the_programmes(
    qtbot: QtBot, workspace: Workspace, desk: OpenSession
):
    waiting_everywhere(desk)
    for lines in desk.series.sessions:
        desk.do("Remove", edits.remove_session(desk.series, lines.session.id))
    screen = shown(qtbot, workspace)
    asked = wanted(screen)
    open_row(screen, "Class support")
    assert asked == [("programmes",)]


def test_many_of_a_kind_fold_until_they_are_asked_for(qtbot: QtBot, workspace: Workspace, desk: OpenSession):
    for n in range(8):
        desk.do("Add", edits.add_voice(desk.series, text=f"Idea {n}")[1])
    screen = shown(qtbot, workspace)
    assert kinds(screen)[-1] == "Show the others too"
    open_row(screen, "Show the others too")
    assert kinds(screen)[1:] == [f"Idea {n}" for n in range(8)]
    assert screen.waits.model.at(screen.waits.view.currentIndex().row()).text == "Idea 4"


def test_it_follows_what_changes_while_it_is_seen_and_catches_up_after(
    qtbot: QtBot, workspace: Workspace, desk: OpenSession
):
    screen = shown(qtbot, workspace)
    desk.do("Add", edits.add_voice(desk.series, text="Weather")[1])
    assert kinds(screen) == ["To decide: what becomes of an idea", "Weather"]
    screen.hide()
    workspace.history.undo()
    assert screen.waits.model.rows
    screen.show()
    assert not screen.waits.model.rows
    assert screen.waits.calm.isVisible()


def test_with_two_programmes_a_line_says_of_which(qtbot: QtBot, store: Store, desk: OpenSession):
    waiting_everywhere(desk)
    store.apply(bring_in(load(THURSDAY_WRITERS), 1))
    screen = shown(qtbot, Workspace(store))
    qtbot.waitUntil(lambda: any(row.waiting for row in screen.waits.model.rows))
    below = [row.below for row in screen.waits.model.rows if row.waiting]
    assert all("Space sounds" in each for each in below)


def test_a_full_name_stands_nowhere(qtbot: QtBot, workspace: Workspace, desk: OpenSession):
    waiting_everywhere(desk)
    desk.keep(desk.series.people[0], "Full name", name="Skyler Jones")
    assert not [row for row in shown(qtbot, workspace).waits.model.rows if "Jones" in row.spoken]


def test_what_waits_stands_below_what_comes_where_it_is_narrow(qtbot: QtBot, workspace: Workspace):
    screen = shown(qtbot, workspace)
    assert screen.waits.x() > screen.next.geometry().right()
    screen.resize(500, 900)
    QApplication.processEvents()
    assert screen.waits.y() > screen.next.geometry().bottom()

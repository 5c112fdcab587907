"""One session: its head says what it is, and while it is run names nobody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from pytestqt.qtbot import QtBot
from tests.hands import heard, in_front

from amie_planner.domain.changes import revise
from amie_planner.domain.edits.programmes import remove_session
from amie_planner.ui.screens.session import PLAN, REGISTER, RUN_IT, SessionScreen
from amie_planner.ui.widgets.plan_face import PlanFace
from amie_planner.ui.workspace import OpenSession

TODAY, NOW = date(2026, 9, 8), datetime(2026, 9, 8, 10, 0)


@pytest.fixture
def screen(qtbot: QtBot, desk: OpenSession) -> Iterator[SessionScreen]:
    made = SessionScreen(desk, TODAY, lambda: NOW)
    made.show_face(PLAN)
    yield in_front(qtbot, made, 1200, 800)
    made.findChildren(PlanFace)[0].leave()


def call(desk: OpenSession, title: str, place: str, programme: str) -> None:
    session, of = desk.plan.session, desk.series.programme
    desk.do("Call it", [revise(session, title=title), revise(of, title=programme, place=place)])


def test_the_head_says_what_it_is_when_and_where(screen: SessionScreen, desk: OpenSession):
    call(desk, "Lift-off", "The hall", "Space")
    assert screen.title.text() == "Lift-off"
    assert screen.when.text().startswith("Space · ")
    assert screen.when.text().endswith(" · The hall")


def test_while_it_is_run_the_head_says_when_and_names_nobody(screen: SessionScreen, desk: OpenSession):
    alias = desk.series.people[0].alias
    call(desk, f"{alias}'s birthday", f"{alias}'s house", f"Music with {alias}")
    screen.show_face(RUN_IT)
    assert screen.title.text() == "Run it"
    assert alias not in screen.when.text()
    start = desk.plan.session.start
    assert start is not None and f"{start:%H:%M} to " in screen.when.text()
    call(desk, f"{alias} again", "The hall", "Space")
    assert (screen.title.text(), "The hall" in screen.when.text()) == ("Run it", True)
    screen.show_face(PLAN)
    assert screen.title.text() == f"{alias} again"


def test_while_it_is_run_a_title_that_names_nobody_stays(screen: SessionScreen, desk: OpenSession):
    call(desk, "Lift-off", "The hall", "Space")
    before = screen.when.text()
    screen.show_face(RUN_IT)
    assert (screen.title.text(), screen.when.text()) == ("Lift-off", before)


def test_running_it_is_told_and_undo_is_not_there(screen: SessionScreen, desk: OpenSession):
    call(desk, "Lift-off", "The hall", "Space")
    assert screen.undo.isVisible()
    told = heard(screen.said)
    screen.show_face(RUN_IT)
    assert "Private words are hidden here." in told
    assert not screen.undo.isVisible()
    screen.show_face(PLAN)
    assert screen.undo.isVisible()
    assert told[-1] == "Private words are in sight here."
    screen.show_face(REGISTER)
    assert told.count("Private words are in sight here.") == 1


def test_a_session_that_has_gone_leads_back(screen: SessionScreen, desk: OpenSession):
    wanted: list[bool] = []
    screen.back_wanted.connect(lambda: (wanted.append(True), screen.leave()))
    desk.do("Remove it", remove_session(desk.series, desk.session))
    assert wanted == [True]
    assert screen.save() == ""


def test_once_left_it_follows_no_change(screen: SessionScreen, desk: OpenSession):
    call(desk, "Lift-off", "The hall", "Space")
    screen.leave()
    call(desk, "Landing", "The hall", "Space")
    assert screen.title.text() == "Lift-off"

"""A date is lost: every old and new day is seen first, and one step takes all of it back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front
from tests.plans import a_series

from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.edits import add_person
from amie_planner.domain.edits.register import away
from amie_planner.domain.records import Session
from amie_planner.domain.vocabulary import Status
from amie_planner.store.store import Store
from amie_planner.ui.widgets.basics import Scroll
from amie_planner.ui.widgets.move_sessions import MoveSessions
from amie_planner.ui.workspace import OpenProgramme, Workspace

Key = Qt.Key


def made(store: Store, **programme: Any) -> tuple[MoveSessions, OpenProgramme]:
    first = date(2026, 9, 8)
    sessions = [
        {"id": f"s{n}", "title": f"Week {n}", "date": (first + timedelta(weeks=n - 1)).isoformat(), "status": status}
        for n, status in enumerate(("delivered", "planned", "planned"), 1)
    ]
    told = {"uid": "u1", "title": "Sound makers", **programme}
    store.apply(bring_in(a_series(programme=told, sessions=sessions), 0))
    desk = OpenProgramme(Workspace(store), "u1")
    return MoveSessions(desk), desk


def opened(qtbot: QtBot, store: Store, **programme: Any) -> tuple[MoveSessions, OpenProgramme]:
    panel, desk = made(store, **programme)
    in_front(qtbot, panel, 600, 400)
    return panel, desk


def session(desk: OpenProgramme, id: str = "s2") -> Session:
    return next(lines.session for lines in desk.series.sessions if lines.session.id == id)


def days(desk: OpenProgramme) -> list[str]:
    return [str(lines.session.date) for lines in desk.series.sessions]


def test_absences_that_were_noted_for_the_old_day_are_told_before_and_after_they_go(
    qtbot: QtBot, store: Store, qapp: object
):
    panel, desk = opened(qtbot, store)
    desk.do("Add", add_person(desk.series, alias="Sky")[1])
    desk.do("Away", away(desk.series, "p1", date(2026, 9, 15), date(2026, 9, 15), "Hospital"))
    told = heard(panel.said)
    panel.ask_lost(session(desk))
    noted = "Absences that are noted for the old days go: Sky (1 session). Note them again for the new days."
    assert noted in panel.about.text()
    Hands(panel).push("Move it and those after it")
    assert told == [f"Moved 2 sessions. {noted} Undo takes it all back."]
    assert session(desk).attendance is None
    desk.workspace.history.undo()
    assert session(desk).attendance is not None


def test_both_days_of_each_are_seen_before_they_move_in_one_step(qtbot: QtBot, store: Store, qapp: object):
    panel, desk = opened(qtbot, store)
    told, before = heard(panel.said), days(desk)
    panel.ask_lost(session(desk))
    assert panel.heading.text() == "Tuesday 15 September 2026 is lost. What becomes of ‘Week 2’?"
    assert [row.spoken for row in panel.rows.rows] == [
        "Week 2: from Tuesday 15 September to Tuesday 22 September 2026",
        "Week 3: from Tuesday 22 September to Tuesday 29 September 2026",
    ]
    assert days(desk) == before
    Hands(panel).push("Move it and those after it")
    assert days(desk) == ["2026-09-08", "2026-09-22", "2026-09-29"]
    assert told == ["Moved 2 sessions. Undo takes it all back."]
    assert panel.isHidden() and desk.workspace.history.count() == 1
    desk.workspace.history.undo()
    assert days(desk) == before


def test_cancelled_instead_it_stays_in_its_place(qtbot: QtBot, store: Store, qapp: object):
    panel, desk = opened(qtbot, store)
    before = days(desk)
    panel.ask_lost(session(desk))
    Hands(panel).push("Cancel the session")
    assert session(desk).status is Status.CANCELLED
    assert days(desk) == before


def test_weeks_are_typed_and_what_would_move_follows(qtbot: QtBot, store: Store, qapp: object):
    panel, desk = opened(qtbot, store)
    panel.ask_weeks(session(desk))
    hands = Hands(panel)
    assert hands.name == "Weeks to move by" and panel.rows.rows[0].text.endswith("to Tuesday 22 September 2026")
    hands.write("3")
    assert panel.rows.rows[0].text.endswith("to Tuesday 6 October 2026")
    hands.push("Move them")
    assert days(desk) == ["2026-09-08", "2026-10-06", "2026-10-13"]


def test_why_one_moves_by_more_weeks_than_were_asked_is_said(qtbot: QtBot, store: Store, qapp: object):
    panel, desk = opened(qtbot, store, holidays=[{"label": "Half term", "from": "2026-09-28", "to": "2026-10-02"}])
    panel.ask_weeks(session(desk, "s3"))
    assert panel.about.text().startswith("1 session moves. 1 goes to a later week: ")
    Hands(panel).write("2")
    assert panel.about.text() == "1 session moves."


def test_earlier_comes_before_nothing_that_stays(qtbot: QtBot, store: Store, qapp: object):
    panel, desk = opened(qtbot, store)
    panel.ask_weeks(session(desk, "s3"))
    hands = Hands(panel)
    assert panel.rows.rows
    hands.choose("Which way", "Ear")
    assert panel.rows.rows == () and not panel.move_button.isEnabled()


@pytest.mark.parametrize("typed", ["0", "53"])
def test_too_few_or_too_many_weeks_are_said_and_nothing_can_be_done(
    qtbot: QtBot, store: Store, qapp: object, typed: str
):
    panel, desk = opened(qtbot, store)
    panel.ask_weeks(session(desk))
    Hands(panel).write(typed)
    assert panel.problem.text().startswith("Sessions are moved by 1 to 52 weeks.")
    assert not panel.move_button.isEnabled() and panel.rows.rows == ()


def test_beyond_the_programme_is_said(qtbot: QtBot, store: Store, qapp: object):
    panel, desk = opened(qtbot, store, to="2026-09-22")
    panel.ask_lost(session(desk))
    assert "1 session is then after the programme’s last day, Tuesday 22 September 2026." in panel.about.text()


def test_not_now_does_nothing(qtbot: QtBot, store: Store, qapp: object):
    panel, desk = opened(qtbot, store)
    closed, before = [], days(desk)
    panel.closed.connect(lambda: closed.append(True))
    panel.ask_lost(session(desk))
    Hands(panel).push("Not now")
    assert (closed, days(desk), panel.isHidden()) == ([True], before, True)


def test_all_that_is_asked_stands_in_sight_where_little_of_it_would(qtbot: QtBot, store: Store, qapp: object):
    panel, desk = made(store)
    inside, above = QWidget(), QWidget()
    above.setMinimumHeight(600)
    layout = QVBoxLayout(inside)
    layout.addWidget(above)
    layout.addWidget(panel)
    area = in_front(qtbot, Scroll(inside, "Page"), 600, 400)
    panel.ask_lost(session(desk))
    viewport = area.viewport()

    def seen(part: QWidget) -> bool:
        return viewport.rect().contains(QRect(part.mapTo(viewport, part.rect().topLeft()), part.size()))

    qtbot.waitUntil(lambda: seen(panel.heading) and seen(panel.move_button) and seen(panel.not_now))

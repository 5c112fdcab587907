"""Away for longer: folded until it is asked for, marked in one step, and told where it cannot be."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front

from amie_planner.domain.changes import revise
from amie_planner.ui.widgets.register_away import Away
from amie_planner.ui.workspace import OpenSession


@pytest.fixture
def away(qtbot: QtBot, desk: OpenSession) -> Away:
    desk.do("Forget", [revise(desk.plan.session, attendance=None)])
    desk.workspace.history.clear()
    made = Away(desk)
    made.turn_to("p1", "Sky")
    return in_front(qtbot, made, 420, 500)


def marked(desk: OpenSession) -> list[dict[str, str]]:
    return [dict(held.people) if (held := lines.session.attendance) else {} for lines in desk.series.in_order()]


def is_open(away: Away) -> bool:
    return away.open_button.isHidden()


def test_the_days_are_asked_for_from_the_day_of_the_session_on(away: Away):
    assert not is_open(away)
    hands = Hands(away)
    hands.push("Away for longer…")
    assert is_open(away)
    assert away.form.fields["first"].value() == date(2026, 9, 8)
    assert hands.name == "Last day away"


def test_in_a_session_without_a_date_the_first_day_is_asked_for_first(away: Away, desk: OpenSession):
    desk.do("Some day", [revise(desk.plan.session, date=None)])
    hands = Hands(away)
    hands.push("Away for longer…")
    assert hands.name == "First day away"


def test_every_session_of_the_days_is_marked_in_one_step(away: Away, desk: OpenSession):
    said, closed = heard(away.said), []
    away.closed.connect(lambda: closed.append("closed"))
    hands = Hands(away)
    hands.push("Away for longer…")
    hands.fill("Last day away", "20/9/2026")
    hands.fill("Reason, if you want one", "Hospital")
    hands.push("Mark as away")
    assert marked(desk) == [{"p1": "absent", "p2": "not taken", "p3": "not taken"}] * 2
    assert desk.plan.session.attendance.reasons == {"p1": "Hospital"}
    assert (said, closed, is_open(away)) == (["Sky: absent in 2 sessions"], ["closed"], False)
    assert desk.workspace.history.undoText() == "‘Sky’: away until 20 September"
    desk.workspace.history.undo()
    assert marked(desk) == [{}, {}]


@pytest.mark.parametrize(
    ("last", "problem"),
    [
        ("", "The days are not known yet. Write the first and the last day."),
        ("7/9/2026", "The last day is before the first. Change one of the two days."),
    ],
)
def test_days_that_cannot_be_are_told_and_nothing_is_marked(away: Away, desk: OpenSession, last: str, problem: str):
    said = heard(away.said)
    away.open()
    away.form.fields["last"].line.setText(last)
    away.main.click()
    assert (away.problem.text(), said, is_open(away)) == (problem, [problem], True)
    assert desk.workspace.history.count() == 0


def test_a_day_that_is_none_is_told_under_its_field(away: Away, desk: OpenSession):
    away.open()
    away.form.fields["last"].line.setText("soon")
    away.main.click()
    assert "That is not a date." in away.form.problem
    assert desk.workspace.history.count() == 0


def test_enter_in_a_box_marks_them_too(away: Away, desk: OpenSession):
    hands = Hands(away)
    hands.push("Away for longer…")
    hands.fill("Last day away", "20/9/2026")
    hands.go_to("Reason, if you want one")
    hands.write("Hospital")
    hands.press(Qt.Key.Key_Return)
    assert desk.plan.session.attendance.reasons == {"p1": "Hospital"}
    assert not is_open(away)


@pytest.mark.parametrize("leave", ["not now", "somebody else"])
def test_what_was_typed_is_let_go_of_and_that_is_said(away: Away, leave: str):
    said = heard(away.said)
    away.open()
    away.form.fields["last"].line.setText("soon")
    away.form.fields["reason"].line.setText("Snow")
    away.close_up() if leave == "not now" else away.turn_to("p2", "Moss")
    assert not is_open(away)
    assert said == ([] if leave == "not now" else ["Sky was not marked as away."])
    away.open()
    assert [field.value() for field in away.form.fields.values()] == [date(2026, 9, 8), None, None]
    assert away.problem.isHidden()

"""What stands in the way of a return, and what failed with a file of it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from tests.hands import heard, in_front

from amie_planner.errors import AmieError
from amie_planner.ui.widgets.return_problem import ReturnProblem

NO_DAY, NO_ROOM = AmieError("A day is missing.", "Write it."), AmieError("The disk is full.", "Make room.")


def test_a_refusal_is_told_once_until_it_was_solved_and_a_failure_each_time(qtbot: QtBot) -> None:
    shown = in_front(qtbot, ReturnProblem(), 400, 100)
    told = heard(shown.said)
    for _ in range(2):
        shown.forget()
        shown.refuse(NO_DAY)
    assert told == [str(NO_DAY)]
    shown.forget()
    shown.solved()
    shown.refuse(NO_DAY)
    assert told == [str(NO_DAY)] * 2
    shown.fail(NO_ROOM)
    shown.fail(NO_ROOM)
    assert told[2:] == [str(NO_ROOM)] * 2


def test_what_stands_beside_a_field_is_told_and_does_not_stand_here_as_well(qtbot: QtBot) -> None:
    shown = in_front(qtbot, ReturnProblem(), 400, 100)
    told = heard(shown.said)
    shown.refuse(NO_DAY, "From: A day is missing.")
    assert told == [shown.why_not] == ["From: A day is missing."] and not shown.isVisible()
    shown.fail(NO_ROOM)
    assert shown.isVisible()
    shown.show_why_not()
    assert not shown.isVisible()


def test_a_failure_that_has_passed_leaves_why_it_is_no_return_yet(qtbot: QtBot) -> None:
    shown = in_front(qtbot, ReturnProblem(), 400, 100)
    shown.fail(NO_ROOM)
    shown.show_why_not()
    assert not shown.isVisible()
    shown.refuse(NO_DAY)
    shown.fail(NO_ROOM)
    assert shown.text() == str(NO_ROOM)
    shown.show_why_not()
    assert shown.isVisible() and shown.text() == shown.why_not == str(NO_DAY)

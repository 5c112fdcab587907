"""The list of the register: one key a mark, digits for how late and why, and the list goes on by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front

from amie_planner.domain import edits
from amie_planner.domain.changes import revise
from amie_planner.domain.records import Register
from amie_planner.domain.vocabulary import Mark
from amie_planner.ui.models.register import OTHERS
from amie_planner.ui.widgets.register_marks import Marks
from amie_planner.ui.workspace import OpenSession

Key = Qt.Key


@pytest.fixture
def desk(desk: OpenSession) -> OpenSession:
    """The session of Sky, Moss and River, with no register yet."""
    desk.do("Forget", [revise(desk.plan.session, attendance=None)])
    desk.workspace.history.clear()
    return desk


@pytest.fixture
def show(qtbot: QtBot, desk: OpenSession) -> Callable[[], Marks]:
    def made() -> Marks:
        shown = Marks(desk)
        desk.workspace.changed.connect(lambda changes: shown.refresh())
        in_front(qtbot, shown, 900, 600)
        shown.view.setFocus(Qt.FocusReason.TabFocusReason)
        return shown

    return made


@pytest.fixture
def marks(show: Callable[[], Marks]) -> Marks:
    return show()


def register(desk: OpenSession) -> Register:
    return desk.plan.session.attendance or Register()


def press(marks: Marks, keys: str) -> None:
    QTest.keyClicks(marks.view, keys)


def all_but(**marks: str) -> dict[str, str]:
    """These marks, and nobody else is marked yet."""
    return {"p1": "not taken", "p2": "not taken", "p3": "not taken"} | marks


def test_each_key_marks_and_goes_on_to_the_next(marks: Marks, desk: OpenSession):
    press(marks, "pla")
    assert register(desk).people == {"p1": "present", "p2": "late", "p3": "absent"}
    assert marks.current == "p3"


def test_not_taken_takes_a_mark_away(marks: Marks, desk: OpenSession):
    press(marks, "p")
    marks.choose("p1")
    press(marks, "n")
    assert register(desk).people == all_but()


@pytest.mark.parametrize("by", ["key", "button"])
def test_after_late_more_is_asked_of_that_person_and_the_next_mark_is_for_the_next(
    marks: Marks, desk: OpenSession, by: str
):
    asked: list[str] = []
    marks.more_wanted.connect(lambda: asked.append(marks.current))
    if by == "key":
        press(marks, "l")
    else:
        marks.buttons[Mark.LATE].click()
    assert (asked, marks.current) == (["p1"], "p1")
    press(marks, "p")
    assert register(desk).people == all_but(p1="late", p2="present")


@pytest.mark.parametrize("way", ["click", "tab", "everyone", "undo"])
def test_a_person_chosen_anew_just_after_late_is_the_one_who_is_marked(marks: Marks, desk: OpenSession, way: str):
    press(marks, "l")
    if way == "click":
        place = marks.view.visualRect(marks.model.index(0)).center()
        QTest.mouseClick(marks.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    elif way == "tab":
        marks.everyone.setFocus()
        marks.view.setFocus(Qt.FocusReason.BacktabFocusReason)
    elif way == "everyone":
        marks.everyone.click()
    else:
        desk.workspace.history.undo()
    press(marks, "a")
    assert register(desk).people["p1"] == "absent"


def test_back_to_the_list_on_the_same_person_the_next_mark_is_theirs(marks: Marks, desk: OpenSession):
    press(marks, "l")
    marks.go_back_here()
    assert (marks.current, marks.view.hasFocus()) == ("p1", True)
    press(marks, "p")
    assert register(desk).people == all_but(p1="present")


def test_on_the_last_person_the_list_goes_nowhere(marks: Marks, desk: OpenSession):
    marks.choose("p3")
    press(marks, "l")
    marks.go_back()
    assert (marks.current, marks.view.hasFocus()) == ("p3", True)


def test_absent_by_a_button_stays_with_the_person_so_that_the_reason_can_be_given(marks: Marks, desk: OpenSession):
    marks.buttons[Mark.ABSENT].click()
    assert (marks.current, marks.view.hasFocus()) == ("p1", True)
    press(marks, "4")
    assert register(desk).reasons == {"p1": "Transport"}
    marks.buttons[Mark.PRESENT].click()
    assert register(desk).people == all_but(p1="absent", p2="present")


def test_a_reason_is_typed_just_after_absent(marks: Marks, desk: OpenSession):
    said = heard(marks.said)
    press(marks, "a49")
    assert register(desk).reasons == {"p1": "Transport"}
    assert said == ["Sky: Absent", "Sky: Absent: Transport"]
    QTest.keyClick(marks.view, Key.Key_Backspace)
    assert register(desk).reasons == {}


@pytest.mark.parametrize("keys", ["5", "p5", "n5", "e5", "l5"])
def test_a_digit_after_anything_else_says_nothing(marks: Marks, desk: OpenSession, keys: str):
    press(marks, keys)
    assert (register(desk).late, register(desk).reasons) == ({}, {})


def test_after_an_arrow_or_a_click_a_digit_says_nothing_more_of_the_last_mark(marks: Marks, desk: OpenSession):
    press(marks, "a")
    QTest.keyClick(marks.view, Key.Key_Down)
    press(marks, "5")
    marks.choose("p1")
    press(marks, "a")
    place = marks.view.visualRect(marks.model.index(2)).center()
    QTest.mouseClick(marks.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    press(marks, "5")
    assert register(desk).reasons == {}


def test_a_mark_with_what_is_typed_after_it_is_one_step(marks: Marks, desk: OpenSession):
    history = desk.workspace.history
    press(marks, "pa1a2")
    assert [history.text(n) for n in range(history.count())] == ["‘Sky’: present", "‘Moss’: absent", "‘River’: absent"]
    history.undo()
    assert register(desk).reasons == {"p2": "Not well"}
    history.undo()
    assert register(desk).people == all_but(p1="present")


def test_a_digit_after_a_mark_was_undone_marks_nobody(marks: Marks, desk: OpenSession):
    press(marks, "a")
    desk.workspace.history.undo()
    press(marks, "5")
    assert register(desk) == Register()


def test_two_marks_of_one_person_are_two_steps(marks: Marks, desk: OpenSession):
    press(marks, "p")
    marks.choose("p1")
    press(marks, "a")
    desk.workspace.history.undo()
    assert register(desk).people == all_but(p1="present")


def test_marks_made_after_the_list_was_opened_again_are_steps_of_their_own(
    show: Callable[[], Marks], desk: OpenSession
):
    press(show(), "p")
    again = show()
    again.choose("p2")
    press(again, "a")
    desk.workspace.history.undo()
    assert register(desk).people == all_but(p1="present")


def test_everyone_here_is_one_key_and_one_step_and_changes_no_other_mark(marks: Marks, desk: OpenSession):
    said = heard(marks.said)
    press(marks, "aee")
    assert register(desk).people == {"p1": "absent", "p2": "present", "p3": "present"}
    assert said[1:] == ["Everyone not marked yet is present", "Nobody was left to mark"]
    desk.workspace.history.undo()
    assert register(desk).people == all_but(p1="absent")


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_a_letter_held_with_another_key_marks_nobody(marks: Marks, desk: OpenSession, held: Qt.KeyboardModifier):
    QTest.keyClick(marks.view, Key.Key_A, held)
    assert register(desk).people == {}


def test_every_mark_has_a_button_that_names_its_key(marks: Marks, desk: OpenSession):
    assert [button.accessibleName() for button in marks.buttons.values()] == [
        "Present (P)",
        "Late (L)",
        "Absent (A)",
        "Not taken (N)",
    ]
    for mark in (Mark.LATE, Mark.PRESENT, Mark.ABSENT):
        marks.buttons[mark].click()
    assert register(desk).people == {"p1": "late", "p2": "present", "p3": "absent"}
    marks.choose("p3")
    marks.buttons[Mark.NOT_TAKEN].click()
    marks.everyone.click()
    assert register(desk).people == {"p1": "late", "p2": "present", "p3": "present"}


def test_the_others_unfold_by_enter_and_are_marked_as_the_rest(marks: Marks, desk: OpenSession):
    desk.do("Not today", [revise(desk.plan.session, not_expected=("p1",))])
    assert [row.id for row in marks.model.rows] == ["p2", "p3", OTHERS]
    marks.choose(OTHERS)
    press(marks, "p")
    QTest.keyClick(marks.view, Key.Key_Return)
    assert [row.id for row in marks.model.rows] == ["p2", "p3", OTHERS, "p1"]
    marks.choose("p3")
    press(marks, "pp")
    assert register(desk).people == {"p2": "not taken", "p3": "present", "p1": "present"}
    marks.choose(OTHERS)
    QTest.keyClick(marks.view, Key.Key_Enter)
    assert [row.id for row in marks.model.rows] == ["p2", "p3", OTHERS, "p1"]


def test_w_and_enter_ask_for_more(marks: Marks):
    asked = [heard(marks.chosen)]
    notes: list[str] = []
    marks.emergency_wanted.connect(lambda: notes.append("note"))
    marks.more_wanted.connect(lambda: notes.append("more"))
    press(marks, "w")
    QTest.keyClick(marks.view, Key.Key_Return)
    assert notes == ["note", "more"]
    press(marks, "a")
    QTest.keyClick(marks.view, Key.Key_Return)
    assert asked == [["p2", "p1"]]
    assert notes[2:] == ["more"]


@pytest.mark.parametrize(("first", "then"), [("a", "p2"), ("", "p1")], ids=["after a mark", "otherwise"])
def test_back_from_a_field_the_list_goes_on_where_it_was_about_the_last_mark(marks: Marks, first: str, then: str):
    press(marks, first)
    QTest.keyClick(marks.view, Key.Key_Return)
    marks.everyone.setFocus()
    marks.go_back()
    assert (marks.current, marks.view.hasFocus()) == (then, True)


def test_a_group_of_nobody_says_what_to_do(show: Callable[[], Marks], desk: OpenSession):
    for person in desk.series.people:
        desk.do("Remove", edits.remove_person(desk.series, person.id))
    marks = show()
    assert not marks.empty.isHidden()
    assert marks.view.isHidden() and marks.everyone.isHidden()
    marks.mark_chosen(Mark.PRESENT)
    assert desk.plan.session.attendance is None


def test_a_session_that_has_gone_is_left_as_it_is(marks: Marks, desk: OpenSession):
    desk.do("Remove", edits.remove_session(desk.series, desk.session))
    marks.refresh()
    assert marks.model.rowCount() == 3


def test_a_person_who_goes_leaves_the_list(marks: Marks, desk: OpenSession):
    press(marks, "l")
    desk.do("Remove", edits.remove_person(desk.series, "p1"))
    press(marks, "5")
    assert [row.id for row in marks.model.rows] == ["p2", "p3"]


def test_what_the_list_is_for_is_told_with_its_keys(marks: Marks):
    hands = Hands(marks)
    assert hands.name == "Who is here"
    assert "L late" in marks.view.accessibleDescription()
    assert "4 transport" in marks.keys.text()

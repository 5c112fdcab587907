"""Beside the register: how late, why absent, what to do in an emergency, and coming back, of one person at a time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.hands import heard, in_front

from amie_planner.domain.changes import revise
from amie_planner.domain.edits.register import mark
from amie_planner.domain.records import Register
from amie_planner.domain.register import Entry, entries
from amie_planner.domain.vocabulary import Mark
from amie_planner.ui.widgets.register_person import ChosenPerson
from amie_planner.ui.workspace import OpenSession

Key = Qt.Key
MARKS = {"p1": Mark.PRESENT, "p2": Mark.LATE, "p3": Mark.ABSENT}


@pytest.fixture
def desk(desk: OpenSession) -> OpenSession:
    """Sky is present and has an emergency note, Moss is late and must not be recorded, River is absent."""
    desk.do("Mark", [revise(desk.plan.session, attendance=Register(people=MARKS))])
    desk.do("Note", [revise(desk.series.people[0], emergency="Call Sam")])
    desk.workspace.history.clear()
    return desk


@pytest.fixture
def person(qtbot: QtBot, desk: OpenSession) -> ChosenPerson:
    def read(id: str) -> Entry | None:
        return next((entry for entry in entries(desk.series, desk.session) if entry.person == id), None)

    made = ChosenPerson(desk, read)
    desk.workspace.changed.connect(lambda changes: made.refresh())
    return in_front(qtbot, made, 420, 600)


def register(desk: OpenSession) -> Register:
    return desk.plan.session.attendance or Register()


def seen(person: ChosenPerson) -> tuple[bool, bool, bool]:
    """Whether minutes, a reason and an emergency note can be said."""
    return tuple(not part.isHidden() for part in (person.late, person.why, person.emergency))


@pytest.mark.parametrize(
    ("who", "shown"), [("p1", (False, False, True)), ("p2", (True, False, False)), ("p3", (False, True, False))]
)
def test_only_what_belongs_to_the_mark_is_asked(person: ChosenPerson, who: str, shown: tuple[bool, ...]):
    person.turn_to(who)
    assert seen(person) == shown


def test_recording_is_said_where_it_matters(person: ChosenPerson):
    person.turn_to("p2")
    assert (person.recording.text(), person.recording.isHidden()) == ("Not to be recorded", False)
    person.turn_to("p1")
    assert person.recording.isHidden()


def test_nobody_is_shown_where_nobody_is_chosen(person: ChosenPerson):
    person.turn_to("p1")
    person.turn_to("")
    assert person.isHidden()
    person.go_to_more()
    person.show_emergency()
    person._come_back()


def test_minutes_are_kept_by_typing(person: ChosenPerson, desk: OpenSession):
    person.turn_to("p2")
    person.go_to_more()
    assert QApplication.focusWidget().accessibleName() == "Minutes late"
    QTest.keyClicks(QApplication.focusWidget(), "25")
    assert person.save() == ""
    assert register(desk).late == {"p2": 25}
    assert desk.workspace.history.undoText() == "Change ‘Minutes late’ of ‘Moss’"


@pytest.mark.parametrize(
    ("key", "goes"),
    [
        (Key.Key_Return, "on"),
        (Key.Key_Down, "on"),
        (Key.Key_Up, "back here"),
        (Key.Key_Escape, "back here"),
        (Key.Key_P, Key.Key_P),
        (Key.Key_E, Key.Key_E),
        (Key.Key_3, None),
        (Key.Key_X, None),
    ],
)
def test_from_the_minutes_enter_and_the_arrows_and_the_letters_of_the_list_lead_back_to_it(
    person: ChosenPerson, desk: OpenSession, key: Qt.Key, goes: str | Qt.Key | None
):
    went: list[str | Qt.Key] = []
    person.done.connect(lambda: went.append("on"))
    person.left.connect(lambda: went.append("back here"))
    person.lettered.connect(went.append)
    person.turn_to("p2")
    person.go_to_more()
    QTest.keyClicks(QApplication.focusWidget(), "12")
    QTest.keyClick(QApplication.focusWidget(), key)
    assert went == ([] if goes is None else [goes])
    assert person.save() == ""
    assert register(desk).late == {"p2": 123 if key == Key.Key_3 else 12}


def test_a_letter_held_with_another_key_where_minutes_are_typed_is_left_to_the_field(person: ChosenPerson):
    went = heard(person.lettered)
    person.turn_to("p2")
    person.go_to_more()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert went == []


def test_a_reason_is_one_of_those_offered_or_the_leaders_own_words(person: ChosenPerson, desk: OpenSession):
    person.turn_to("p3")
    person.why.fields["reason"].buttons["Transport"].click()
    assert register(desk).reasons == {"p3": "Transport"}
    person.go_to_more()
    assert QApplication.focusWidget().accessibleName() == "Reason in your own words"
    QTest.keyClicks(QApplication.focusWidget(), "Snow")
    assert person.save() == ""
    assert register(desk).reasons == {"p3": "Snow"}
    assert person.why.fields["reason"].value() is None


def test_enter_in_a_field_goes_back_to_the_list(person: ChosenPerson):
    done: list[str] = []
    person.done.connect(lambda: done.append("done"))
    person.turn_to("p3")
    person.go_to_more()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert done == ["done"]


def test_what_is_typed_about_one_person_is_kept_and_stays_with_them(person: ChosenPerson, desk: OpenSession):
    desk.do("Mark", mark(desk.plan, "p1", Mark.ABSENT))
    person.turn_to("p3")
    person.go_to_more()
    line = QApplication.focusWidget()
    QTest.keyClicks(line, "Snow")
    person.turn_to("p1")
    QTest.keyClick(line, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (person.why.fields["own"].value(), person.save()) == (None, "")
    assert register(desk).reasons == {"p3": "Snow"}


def test_what_is_typed_of_a_mark_that_has_become_another_changes_nothing(person: ChosenPerson, desk: OpenSession):
    person.turn_to("p3")
    person.go_to_more()
    QTest.keyClicks(QApplication.focusWidget(), "Snow")
    desk.do("Mark", mark(desk.plan, "p3", Mark.PRESENT))
    assert person.save() == ""
    assert register(desk).people["p3"] == "present"


def test_what_cannot_be_kept_is_told_and_let_go_of(person: ChosenPerson, desk: OpenSession):
    said = heard(person.said)
    person.turn_to("p3")
    person.why.fields["own"].line.setMaxLength(30_000)
    person.why.fields["own"].line.setText("x" * 20_001)
    assert "longer than 20,000" in person.save()
    person.turn_to("p1")
    person.turn_to("p3")
    assert person.why.fields["own"].value() is None
    assert said[0].startswith("Not kept: Reason in your own words.")


def test_the_emergency_note_is_hidden_until_it_is_asked_for_and_hides_with_the_next_person(
    person: ChosenPerson, desk: OpenSession
):
    desk.do("Note", [revise(desk.series.people[1], emergency="Call Ada")])
    said = heard(person.said)
    person.turn_to("p1")
    assert person.note.isHidden() and person.note.text() == ""
    person.show_emergency()
    assert (person.note.text(), person.emergency.text()) == ("Call Sam", "Hide the emergency note (W)")
    person.show_emergency()
    assert person.note.isHidden()
    person.emergency.click()
    person.turn_to("p2")
    assert (person.note.text(), person.note.isHidden()) == ("", True)
    assert said == []


def test_an_emergency_note_that_is_asked_for_and_not_there_is_told(person: ChosenPerson):
    said = heard(person.said)
    person.turn_to("p2")
    person.show_emergency()
    assert said == ["No emergency note is written down for Moss"]


def test_an_emergency_note_that_has_become_another_is_not_shown_as_it_was(person: ChosenPerson, desk: OpenSession):
    person.turn_to("p1")
    person.show_emergency()
    desk.do("Note", [revise(desk.series.people[0], emergency="Call Ada")])
    assert person.note.text() == "Call Ada"


@pytest.mark.parametrize(("note", "name"), [("Call Sam", "What to do in an emergency (W)"), (None, "Away for longer…")])
def test_where_a_mark_says_all_enter_goes_to_what_else_there_is(
    person: ChosenPerson, desk: OpenSession, note: str | None, name: str
):
    person.turn_to("p1")
    desk.do("Note", [revise(desk.series.people[0], emergency=note)])
    person.go_to_more()
    assert QApplication.focusWidget().accessibleName() == name


def test_who_was_away_for_long_comes_back_by_one_button(person: ChosenPerson, desk: OpenSession):
    said = heard(person.said)
    person.turn_to("p3")
    assert person.back.isHidden()
    second = desk.workspace.plan(desk.programme, "s2")
    desk.do("Away", mark(second, "p3", Mark.ABSENT))
    assert person.mark.text() == "Absent, away until 15 September"
    assert person.back.accessibleDescription() == "Clears the marks of River until 15 September"
    person.back.click()
    assert register(desk).people["p3"] == "not taken"
    assert desk.workspace.history.undoText() == "‘River’: back again"
    assert said == ["River: not taken from this session on"]

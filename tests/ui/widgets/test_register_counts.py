"""Headcounts with broad ages, and walk-ins who are counted, named and taken into the group."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front

from amie_planner.domain import edits
from amie_planner.domain.changes import revise
from amie_planner.domain.records import Register
from amie_planner.ui.widgets.register_counts import Headcount, WalkIns
from amie_planner.ui.workspace import OpenSession


@pytest.fixture
def desk(desk: OpenSession) -> OpenSession:
    desk.do("Forget", [revise(desk.plan.session, attendance=None)])
    desk.workspace.history.clear()
    return desk


@pytest.fixture
def headcount(qtbot: QtBot, desk: OpenSession) -> Headcount:
    made = Headcount(desk)
    desk.workspace.changed.connect(lambda changes: made.refresh())
    return in_front(qtbot, made, 600, 500)


@pytest.fixture
def walk_ins(qtbot: QtBot, desk: OpenSession) -> WalkIns:
    made = WalkIns(desk)
    desk.workspace.changed.connect(lambda changes: made.refresh())
    return in_front(qtbot, made, 420, 500)


def register(desk: OpenSession) -> Register:
    return desk.plan.session.attendance or Register()


def names(walk_ins: WalkIns) -> list[str]:
    return [row.text for row in walk_ins.model.rows]


def test_a_headcount_is_typed(headcount: Headcount, desk: OpenSession):
    Hands(headcount).fill("How many came", "12")
    assert (register(desk).headcount, register(desk).mode) == (12, "headcount")
    assert desk.workspace.history.undoText() == "Change ‘Headcount’"


def test_ages_are_asked_for_only_on_wish_and_the_headcount_is_never_changed_for_them(
    headcount: Headcount, desk: OpenSession
):
    said = heard(headcount.said)
    hands = Hands(headcount)
    hands.fill("How many came", "12")
    hands.push("Add broad ages")
    assert hands.name == "0 to 4"
    hands.fill("5 to 10", "11")
    assert (register(desk).headcount, register(desk).bands) == (12, {"5-10": 11})
    assert said == ["The ages come to 11, and the headcount is 12."]
    assert headcount.differs.text() == said[0]
    hands.fill("11 to 15", "1")
    assert headcount.differs.isHidden()
    assert desk.workspace.history.undoText() == "Change ‘Aged 11 to 15’"


def test_what_has_to_be_known_in_the_room_stands_beside_a_headcount_too(headcount: Headcount, desk: OpenSession):
    assert headcount.known.text() == "Not to be recorded: Moss."
    desk.do("Note", [revise(desk.series.people[0], emergency="Call Sam")])
    assert "\nEmergency note: Sky. What to do" in headcount.known.text()
    desk.do("Forget", [revise(person, emergency=None, recording_ok=None) for person in desk.series.people])
    assert headcount.known.isHidden()


def test_ages_that_are_written_down_are_shown(headcount: Headcount, desk: OpenSession):
    assert not headcount.ages.isHidden()
    desk.do("Count", [revise(desk.plan.session, attendance=Register(bands={"26+": 2}))])
    assert headcount.ages.isHidden()
    assert headcount.bands["26+"].fields["many"].value() == 2


def test_what_is_too_much_to_count_is_told(headcount: Headcount):
    assert headcount.save() == ""
    headcount.total.fields["headcount"].spin.setMaximum(2_000_000)
    headcount.total.fields["headcount"].spin.setValue(1_000_001)
    assert "must be 1000000 or less" in headcount.save()


def test_walk_ins_are_counted(walk_ins: WalkIns, desk: OpenSession):
    Hands(walk_ins).fill("How many walked in", "3")
    assert (register(desk).walk_ins, register(desk).mode) == (3, "people")
    assert desk.workspace.history.undoText() == "Change ‘Walk-ins’"


def test_names_are_written_down_as_they_come(walk_ins: WalkIns, desk: OpenSession):
    said = heard(walk_ins.said)
    hands = Hands(walk_ins)
    hands.go_to("What to call somebody who walked in")
    for name in ("Bo", "  ", "Cy  Day"):
        hands.write(name)
        hands.press(Qt.Key.Key_Return)
    assert (register(desk).guests, names(walk_ins)) == (("Bo", "Cy Day"), ["Bo", "Cy Day"])
    assert said == ["Bo: walked in", "Cy Day: walked in"]
    assert walk_ins.line.hasFocus() and walk_ins.line.text() == ""
    assert "Bo" not in desk.workspace.history.undoText()


def test_who_walked_in_is_added_to_the_group_in_one_step(walk_ins: WalkIns, desk: OpenSession):
    desk.do("Walk in", [revise(desk.plan.session, attendance=Register(walk_ins=2, guests=("Bo", "Cy")))])
    said = heard(walk_ins.said)
    Hands(walk_ins).push("Add to the group")
    person = desk.series.people[-1]
    assert (person.alias, person.joined) == ("Bo", desk.plan.session.date)
    others = dict.fromkeys(("p1", "p2", "p3"), "not taken")
    assert (register(desk).people, register(desk).walk_ins) == (others | {person.id: "present"}, 1)
    assert (names(walk_ins), said) == (["Cy"], ["Bo: in the group now, and present"])
    assert walk_ins.view.hasFocus()
    desk.workspace.history.undo()
    assert desk.series.people[-1].alias != "Bo"
    assert names(walk_ins) == ["Bo", "Cy"]


def test_a_name_that_was_not_added_yet_is_kept_on_leaving(walk_ins: WalkIns, desk: OpenSession):
    walk_ins.line.setText("  Robin ")
    assert walk_ins.save() == ""
    assert (register(desk).guests, walk_ins.line.text()) == (("Robin",), "")
    assert walk_ins.save() == ""
    assert register(desk).guests == ("Robin",)


def test_the_last_name_that_goes_leaves_the_line_to_type_in(walk_ins: WalkIns, desk: OpenSession):
    desk.do("Walk in", [revise(desk.plan.session, attendance=Register(walk_ins=2, guests=("Bo", "Cy")))])
    walk_ins.view.setCurrentIndex(walk_ins.model.index(1))
    walk_ins.view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(walk_ins.view, Qt.Key.Key_Delete)
    assert names(walk_ins) == ["Bo"]
    walk_ins.forget.click()
    assert (register(desk).guests, register(desk).walk_ins) == ((), 2)
    assert QApplication.focusWidget() is walk_ins.line
    assert walk_ins.view.isHidden() and walk_ins.join.isHidden()
    walk_ins.remove_name()
    walk_ins.add_to_group()
    assert desk.workspace.history.count() == 3


def test_walk_ins_that_cannot_be_counted_are_told(walk_ins: WalkIns):
    walk_ins.total.fields["walk_ins"].spin.setMaximum(2_000_000)
    walk_ins.total.fields["walk_ins"].spin.setValue(1_000_001)
    assert "must be 1000000 or less" in walk_ins.save()


def test_a_session_that_has_gone_is_left_as_it_is(headcount: Headcount, walk_ins: WalkIns, desk: OpenSession):
    desk.do("Remove", edits.remove_session(desk.series, desk.session))
    assert (headcount.save(), walk_ins.save()) == ("", "")


def test_a_headcount_may_be_about_so_many(headcount: Headcount, desk: OpenSession):
    hands = Hands(headcount)
    hands.fill("How many came", "40")
    hands.push("About: not counted one by one")
    assert (register(desk).headcount, register(desk).estimated) == (40, True)
    assert desk.workspace.history.undoText() == "Change ‘About: not counted one by one’"
    hands.push("About: not counted one by one")
    assert not register(desk).estimated

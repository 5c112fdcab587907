"""The whole register by keys: twelve people in a few, thirty in large text, and two ways to count that lose nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front

from amie_planner.domain import edits
from amie_planner.domain.attendance import attendance
from amie_planner.domain.changes import revise
from amie_planner.domain.records import Register
from amie_planner.domain.vocabulary import Mark
from amie_planner.ui import theme
from amie_planner.ui.widgets.basics import WholeWindow
from amie_planner.ui.widgets.register import RegisterFace
from amie_planner.ui.workspace import OpenSession

Key = Qt.Key


@pytest.fixture
def desk(desk: OpenSession) -> OpenSession:
    """The session with no register yet."""
    desk.do("Forget", [revise(desk.plan.session, attendance=None)])
    desk.workspace.history.clear()
    return desk


@pytest.fixture
def show(qtbot: QtBot, desk: OpenSession) -> Callable[..., RegisterFace]:
    def made(people: int = 3, size: tuple[int, int] = (1100, 640)) -> RegisterFace:
        for n in range(len(desk.series.people), people):
            desk.do("Add", edits.add_person(desk.series, alias=f"Young person {n}", emergency="Call Sam")[1])
        face = RegisterFace(desk)
        desk.workspace.changed.connect(lambda changes: face.refresh())
        in_front(qtbot, face, *size)
        face.start()
        return face

    return made


@pytest.fixture
def face(show: Callable[..., RegisterFace]) -> RegisterFace:
    return show()


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    font, palette, sheet, style = QFont(qapp.font()), qapp.palette(), qapp.styleSheet(), qapp.style().name()
    theme.dress(qapp, theme.load_fonts(), 11, "light", 200)
    yield
    qapp.setStyleSheet(sheet)
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


def register(desk: OpenSession) -> Register:
    return desk.plan.session.attendance or Register()


def test_twelve_people_of_whom_one_is_late_and_two_are_absent_are_registered_by_nine_keys(
    show: Callable[..., RegisterFace], desk: OpenSession
):
    face = show(12)
    hands = Hands(face)
    for key in (Key.Key_E, Key.Key_Down, Key.Key_L, Key.Key_1, Key.Key_0, Key.Key_A, Key.Key_4, Key.Key_A, Key.Key_1):
        hands.press(key)
    assert hands.pressed == 9
    assert face.counted.text() == "9 here, 1 late, 2 absent, none not taken."
    assert register(desk).late == {"p2": 10}
    assert register(desk).reasons == {"p3": "Transport", "p4": "Not well"}


@pytest.mark.parametrize("then", [Key.Key_Return, Key.Key_Down], ids=["Enter", "Down"])
def test_late_by_key_asks_the_minutes_of_that_person_and_goes_on_with_the_next(
    face: RegisterFace, desk: OpenSession, then: Qt.Key
):
    hands = Hands(face)
    hands.press(Key.Key_L)
    assert (hands.name, face.person.name.text(), face.marks.current) == ("Minutes late", "Sky", "p1")
    hands.press(Key.Key_1)
    hands.press(Key.Key_2)
    hands.press(then)
    assert (hands.name, face.person.name.text(), face.marks.current) == ("Who is here", "Moss", "p2")
    assert register(desk).late == {"p1": 12}


def test_the_letters_go_on_from_the_minutes_to_the_next_person_and_to_their_minutes(
    face: RegisterFace, desk: OpenSession
):
    hands = Hands(face)
    for key in (Key.Key_L, Key.Key_5, Key.Key_L, Key.Key_1, Key.Key_0, Key.Key_A, Key.Key_4):
        hands.press(key)
    assert register(desk).people == {"p1": "late", "p2": "late", "p3": "absent"}
    assert (register(desk).late, register(desk).reasons) == ({"p1": 5, "p2": 10}, {"p3": "Transport"})


def test_late_without_minutes_is_late_and_one_key_leads_back_to_put_it_right(face: RegisterFace, desk: OpenSession):
    hands = Hands(face)
    hands.press(Key.Key_L)
    hands.press(Key.Key_Escape)
    assert (hands.name, face.marks.current) == ("Who is here", "p1")
    hands.press(Key.Key_P)
    assert register(desk).people["p1"] == "present"
    hands.press(Key.Key_L)
    hands.press(Key.Key_E)
    assert register(desk).people == {"p1": "present", "p2": "late", "p3": "present"}
    assert (hands.name, face.marks.current) == ("Who is here", "p3")


def test_the_whole_register_goes_by_the_mouse_but_for_the_minutes(face: RegisterFace, desk: OpenSession):
    def click(part: QWidget) -> None:
        QTest.mouseClick(part, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    hands, buttons = Hands(face), face.marks.buttons
    click(buttons[Mark.LATE])
    assert (hands.name, face.person.name.text()) == ("Minutes late", "Sky")
    QTest.keyClicks(hands.here, "15")
    click(buttons[Mark.ABSENT])
    assert face.person.name.text() == "Moss"
    click(face.person.why.fields["reason"].buttons["Transport"])
    click(buttons[Mark.PRESENT])
    assert register(desk).people == {"p1": "late", "p2": "absent", "p3": "present"}
    assert (register(desk).late, register(desk).reasons) == ({"p1": 15}, {"p2": "Transport"})
    assert face.counted.text() == "1 here, 1 late, 1 absent, none not taken."


def test_the_note_for_an_emergency_is_one_key_away_from_the_minutes_too(face: RegisterFace, desk: OpenSession):
    desk.do("Note", [revise(desk.series.people[0], emergency="Call Sam")])
    hands = Hands(face)
    hands.press(Key.Key_L)
    hands.press(Key.Key_W)
    assert (face.person.note.text(), hands.name) == ("Call Sam", "Minutes late")


def test_what_was_counted_follows_every_mark(face: RegisterFace):
    hands, counted = Hands(face), [face.counted.text()]
    for key in (Key.Key_P, Key.Key_A, Key.Key_E):
        hands.press(key)
        counted.append(face.counted.text())
    assert counted == [
        "3 not taken.",
        "1 here, 2 not taken.",
        "1 here, 1 absent, 1 not taken.",
        "2 here, 1 absent, none not taken.",
    ]


def test_a_reason_in_own_words_is_typed_and_enter_goes_on_with_the_next_person(face: RegisterFace, desk: OpenSession):
    hands = Hands(face)
    hands.press(Key.Key_A)
    hands.press(Key.Key_Return)
    assert (hands.name, face.person.name.text()) == ("Reason in your own words", "Sky")
    hands.write("Snow")
    hands.press(Key.Key_Return)
    assert (hands.name, face.marks.current) == ("Who is here", "p2")
    assert register(desk).reasons == {"p1": "Snow"}


def test_a_long_absence_is_told_in_the_row_and_everyone_here_leaves_it(face: RegisterFace, desk: OpenSession):
    face.person.away.open()
    face.person.away.form.fields["last"].line.setText("20/9/2026")
    face.person.away.main.click()
    assert face.marks.model.rows[0].spoken == "Sky: Absent, away until 15 September"
    assert face.marks.view.hasFocus()
    Hands(face).press(Key.Key_E)
    assert register(desk).people == {"p1": "absent", "p2": "present", "p3": "present"}


def test_the_note_for_an_emergency_is_shown_by_one_key(face: RegisterFace, desk: OpenSession):
    desk.do("Note", [revise(desk.series.people[0], emergency="Call Sam")])
    assert face.marks.model.rows[0].spoken == "Sky: Not taken, emergency note"
    assert "Call Sam" not in [label.text() for label in face.findChildren(QLabel)]
    Hands(face).press(Key.Key_W)
    assert face.person.note.text() == "Call Sam"
    Hands(face).press(Key.Key_Down)
    assert face.person.note.isHidden()


def test_another_way_to_count_and_back_loses_nothing_and_is_told(face: RegisterFace, desk: OpenSession):
    said, hands = heard(face.said), Hands(face)
    hands.press(Key.Key_P)
    hands.go_to("By person", back=True)
    hands.press(Key.Key_Right)
    assert (face.marks.isHidden(), face.person.isHidden(), face.headcount.isHidden()) == (True, True, False)
    hands.fill("How many came", "9")
    assert (attendance(register(desk), desk.plan.expected), face.counted.text()) == (9, "9 here by headcount.")
    hands.go_to("Headcount only", back=True)
    hands.press(Key.Key_Left)
    assert (attendance(register(desk), desk.plan.expected), face.counted.text()) == (1, "1 here, 2 not taken.")
    assert register(desk).headcount == 9
    assert said[1:] == ["The headcount counts now; the marks are kept.", "The marks count now; a headcount is kept."]
    assert desk.workspace.history.undoText() == "Count: by person"
    desk.workspace.history.undo()
    assert not face.headcount.isHidden()


def test_to_look_at_the_register_is_to_change_nothing(face: RegisterFace, desk: OpenSession):
    face.modes.buttons[0].click()
    assert face.save() == ""
    assert desk.plan.session.attendance is None
    assert desk.workspace.history.count() == 0


def test_what_cannot_be_kept_is_told_before_another_way_to_count(face: RegisterFace, desk: OpenSession):
    said = heard(face.said)
    face.walk_ins.total.fields["walk_ins"].spin.setMaximum(2_000_000)
    face.walk_ins.total.fields["walk_ins"].spin.setValue(1_000_001)
    face.modes.choose(1)
    assert said[0].startswith("Not kept: How many walked in.")
    assert face.save().startswith("How many walked in.")


def test_with_a_headcount_the_hands_go_to_the_number(show: Callable[..., RegisterFace], desk: OpenSession):
    desk.do("Count", [revise(desk.plan.session, attendance=Register(headcount=3))])
    show()
    assert QApplication.focusWidget().accessibleName() == "How many came"


def test_in_a_group_of_nobody_the_hands_go_to_the_first_name(show: Callable[..., RegisterFace], desk: OpenSession):
    for person in desk.series.people:
        desk.do("Remove", edits.remove_person(desk.series, person.id))
    desk.do("Count", [revise(desk.plan.session, attendance=Register(mode="people"))])
    face = show(0)
    assert QApplication.focusWidget() is face.walk_ins.line
    hands = Hands(face)
    hands.write("Bo")
    hands.press(Key.Key_Return)
    hands.push("Add to the group")
    assert [row.spoken for row in face.marks.model.rows] == ["Bo: Present"]
    assert face.counted.text() == "1 here, none not taken."


def test_a_session_that_has_gone_is_left_as_it_is(face: RegisterFace, desk: OpenSession):
    desk.do("Remove", edits.remove_session(desk.series, desk.session))
    face.refresh()
    assert face.counted.text() == "3 not taken."


@pytest.mark.usefixtures("large_text")
@pytest.mark.parametrize("width", [560, 1100, 1366])
def test_thirty_people_at_twice_the_text_are_whole_and_within_reach(
    show: Callable[..., RegisterFace], desk: OpenSession, width: int
):
    face = show(30, (width, 1500))
    hands = Hands(face)
    hands.press(Key.Key_P, times=30)
    assert list(register(desk).people.values()) == ["present"] * 30
    view = face.marks.view
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    assert face.width() == width
    for label in face.findChildren(QLabel):
        if label.isVisible():
            needs = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needs, label.text()
    for part in (face.marks, face.modes):
        assert QRect(0, 0, part.width(), part.height()).contains(part.childrenRect())


@pytest.mark.usefixtures("large_text")
@pytest.mark.parametrize("key", [Key.Key_L, Key.Key_W, Key.Key_Down], ids=["minutes", "emergency", "list"])
def test_at_twice_the_text_in_a_small_window_what_a_key_is_about_is_in_sight(
    desk: OpenSession, qtbot: QtBot, key: Qt.Key
):
    desk.do("Note", [revise(desk.series.people[0], emergency="Call Sam")])
    face = RegisterFace(desk)
    desk.workspace.changed.connect(lambda changes: face.refresh())
    window = in_front(qtbot, WholeWindow(face), 900, 560)
    face.start()
    hands = Hands(window)
    if key == Key.Key_Down:
        hands.press(Key.Key_W)
    hands.press(key)
    view = face.marks.view
    line = view.visualRect(view.currentIndex())
    seen = {Key.Key_L: hands.here, Key.Key_W: face.person.note, Key.Key_Down: view.viewport()}[key]
    whole = line if key == Key.Key_Down else seen.rect()
    qtbot.waitUntil(lambda: seen.visibleRegion().boundingRect().contains(whole))

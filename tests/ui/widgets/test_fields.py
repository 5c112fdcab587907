"""The fields of a form: each shows one value and gives it back, and only a leader's hand makes an edit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from amie_planner.errors import AmieError
from amie_planner.ui.widgets.fields import (
    ChoiceField,
    DateField,
    Field,
    FlagField,
    LongTextField,
    NumberField,
    TextField,
    TimeField,
    WordsField,
)
from amie_planner.ui.widgets.ticks import ManyField

on_one_window = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
GENRES = [("hip-hop-rap", "Hip-hop and rap"), ("brass", "Brass, wind, steel"), ("jazz", "Jazz")]


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said to who hears the window."""
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    return told


def typed(field: TextField, text: str) -> TextField:
    field.line.insert(text)
    return field


@pytest.mark.parametrize("text", ["", "   "])
@pytest.mark.parametrize("kind", [DateField, TimeField])
def test_an_empty_field_holds_no_day_and_no_time(qtbot: QtBot, kind: type[TextField], text: str):
    assert typed(kind(), text).value() is None


@pytest.mark.parametrize(
    ("kind", "text", "value", "shown"),
    [
        (DateField, "10 Sept 2026", date(2026, 9, 10), "10/9/2026"),
        (DateField, " 10/9/26", date(2026, 9, 10), "10/9/2026"),
        (TimeField, "4:30", time(16, 30), "16:30"),
        (TimeField, "4.30am", time(4, 30), "04:30"),
    ],
)
def test_on_leaving_a_field_shows_and_says_how_it_was_understood(
    qtbot: QtBot, announced: list[str], kind: type[TextField], text: str, value: Any, shown: str
):
    field = kind()
    field.called("When", "")
    control = shown_with_focus_on(qtbot, field)
    told: list[str] = []
    QTest.keyClicks(control, text)
    assert (field.line.text(), announced) == (text, [])
    field.edited.connect(lambda: told.append("edited"))
    field.finished.connect(lambda: told.append("finished"))
    control.clearFocus()
    assert (field.value(), field.line.text(), announced, told) == (value, shown, [f"When: {shown}"], ["finished"])


@pytest.mark.parametrize(("kind", "text"), [(DateField, "10 Sept"), (TimeField, "7:30"), (TimeField, "half four")])
def test_what_is_not_understood_stays_as_it_was_typed(qtbot: QtBot, kind: type[TextField], text: str):
    field = kind()
    control = shown_with_focus_on(qtbot, field)
    QTest.keyClicks(control, text)
    control.clearFocus()
    assert field.line.text() == text
    with pytest.raises(AmieError):
        field.value()


def test_a_day_that_could_not_be_typed_stays_until_another_is_typed(qtbot: QtBot):
    field = DateField()
    field.show_value(date(26, 9, 8))
    assert field.value() == date(26, 9, 8)
    field.line.setText("8/9/0027")
    with pytest.raises(AmieError, match="not a date"):
        field.value()


@pytest.mark.parametrize(("kind", "shown"), [(DateField, "8/9/2026"), (TimeField, "10:00")])
def test_what_a_field_would_show_itself_is_not_said_again(
    qtbot: QtBot, announced: list[str], kind: type[TextField], shown: str
):
    control = shown_with_focus_on(qtbot, field := kind())
    QTest.keyClicks(control, shown)
    control.clearFocus()
    assert (field.line.text(), announced) == (shown, [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        (" , ;", ()),
        ("drum, bells; drum", ("drum", "bells")),
        ("JAZZ, our own", ("jazz", "our own")),
        ("brass, wind, steel, hip-hop and rap", ("brass", "hip-hop-rap")),
        ("Brass, jazz", ("Brass", "jazz")),
    ],
)
def test_words_stand_between_commas_and_labels_are_known(qtbot: QtBot, text: str, words: tuple[str, ...]):
    assert typed(WordsField(GENRES), text).value() == words


CLOCKS = st.builds(time, st.integers(0, 23), st.integers(0, 59))
KEYS = st.sampled_from([key for key, _ in GENRES] + ["own word"])
FIELDS: dict[str, tuple[Callable[[], Field], st.SearchStrategy[Any]]] = {
    "text": (TextField, st.none() | st.text("ab <&é🎶").map(str.strip).filter(bool)),
    "long": (LongTextField, st.none() | st.text("ab <&é\n🎶").map(str.strip).filter(bool)),
    "date": (DateField, st.none() | st.dates()),
    "time": (TimeField, st.none() | CLOCKS),
    "words": (lambda: WordsField(GENRES), st.lists(KEYS, unique=True).map(tuple)),
    "number": (NumberField, st.none() | st.integers(0, 1440)),
    "choice": (lambda: ChoiceField(GENRES), st.none() | KEYS),
    "yes or no": (lambda: ChoiceField((), yes_no=True), st.none() | st.booleans()),
    "flag": (lambda: FlagField("Yes & no"), st.booleans()),
    "many": (lambda: ManyField(GENRES), st.lists(st.sampled_from(["jazz", "brass"]), unique=True).map(tuple)),
}
"""A field of every kind, and values that it may be shown."""


@pytest.mark.parametrize("name", FIELDS)
@on_one_window
@given(data=st.data())
def test_a_field_gives_back_what_it_was_shown_and_says_nothing(qtbot: QtBot, name: str, data: st.DataObject):
    make, values = FIELDS[name]
    field = make()
    told: list[str] = []
    field.edited.connect(lambda: told.append("edited"))
    field.finished.connect(lambda: told.append("finished"))
    for value in data.draw(st.lists(values, min_size=1, max_size=3)):
        field.show_value(value)
        shown = field.value()
        assert set(shown) == set(value) if name == "many" else shown == value
    assert not told


def test_keys_that_a_field_does_not_offer_are_kept(qtbot: QtBot):
    many = ManyField(GENRES)
    many.show_value(("own word", "jazz"))
    many._boxes["brass"].click()
    assert set(many.value()) == {"own word", "jazz", "brass"}
    choice = ChoiceField(GENRES)
    choice.show_value("own word")
    assert (choice.value(), choice.combo.currentText()) == ("own word", "own word")


def shown_with_focus_on(qtbot: QtBot, field: Field) -> QWidget:
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    control = field.focusProxy() or field.control
    control.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return control


@pytest.mark.parametrize("name", FIELDS)
def test_passing_through_a_field_is_no_edit(qtbot: QtBot, name: str):
    field = FIELDS[name][0]()
    told: list[str] = []
    field.edited.connect(lambda: told.append("edited"))
    control = shown_with_focus_on(qtbot, field)
    control.clearFocus()
    assert not told


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("text", Qt.Key.Key_A),
        ("long", Qt.Key.Key_A),
        ("date", Qt.Key.Key_1),
        ("number", Qt.Key.Key_Up),
        ("choice", Qt.Key.Key_Down),
        ("flag", Qt.Key.Key_Space),
        ("many", Qt.Key.Key_Space),
    ],
)
def test_a_key_in_a_field_is_an_edit(qtbot: QtBot, name: str, key: Qt.Key):
    field = FIELDS[name][0]()
    told: list[str] = []
    field.edited.connect(lambda: told.append("edited"))
    control = shown_with_focus_on(qtbot, field)
    QTest.keyClick(control, key)
    assert told == ["edited"]


@pytest.mark.parametrize("name", ["number", "choice"])
def test_a_passing_wheel_changes_nothing(qtbot: QtBot, name: str):
    field = FIELDS[name][0]()
    field.show_value({"number": 5, "choice": "jazz"}[name])
    control = shown_with_focus_on(qtbot, field)
    middle = QPointF(control.rect().center())
    turn = QPoint(0, 120)
    none = Qt.KeyboardModifier.NoModifier
    wheel = QWheelEvent(middle, middle, turn, turn, Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(control, wheel)
    assert field.value() == {"number": 5, "choice": "jazz"}[name]
    assert not wheel.isAccepted()


@on_one_window
@example(text="two  lines\nand more")
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20))
def test_text_is_kept_as_it_was_typed_but_for_space_around_it(qtbot: QtBot, text: str):
    long = LongTextField()
    long.box.insertPlainText(text)
    assert (long.value() or "").split() == text.split()


def test_tab_leaves_a_field_of_several_lines(qtbot: QtBot):
    long = LongTextField()
    assert long.box.tabChangesFocus()


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_is_called_by_its_name_and_says_its_hint_after_it(qtbot: QtBot, name: str):
    field = FIELDS[name][0]()
    field.called("Where", "By the door.")
    control = field.focusProxy() or field.control
    own = control.text().replace("&&", "&") if name == "flag" and isinstance(control, QCheckBox) else "Where"
    assert own in f"{control.accessibleName()} {control.accessibleDescription()}"
    assert "By the door." in control.accessibleDescription()


def test_an_ampersand_in_an_option_is_shown_as_it_is(qtbot: QtBot):
    many = ManyField([("a", "a & b < c")])
    assert many._boxes["a"].text() == "a && b < c"
    assert many._boxes["a"].accessibleName() == "a & b < c"

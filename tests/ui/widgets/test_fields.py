"""The fields of a form: each shows one value and gives it back, and only a leader's hand makes an edit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
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


def typed(field: TextField, text: str) -> TextField:
    field.line.insert(text)
    return field


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", None),
        ("   ", None),
        ("8/9/2026", date(2026, 9, 8)),
        ("08-09-2026", date(2026, 9, 8)),
        ("8.9.2026 ", date(2026, 9, 8)),
        ("8 9 2026", date(2026, 9, 8)),
        ("2026-09-08", date(2026, 9, 8)),
        ("29/2/2024", date(2024, 2, 29)),
    ],
)
def test_a_day_is_read_day_first(qtbot: QtBot, text: str, day: date | None):
    assert typed(DateField(), text).value() == day


@pytest.mark.parametrize(
    "text", ["soon", "29/2/2025", "31/4/2026", "9/8", "8/9/26", "0/0/0000", "٨/٩/٢٠٢٦", "2026-13-01"]
)
def test_what_is_no_day_is_refused_with_an_example(qtbot: QtBot, text: str):
    with pytest.raises(AmieError, match="not a date") as refused:
        typed(DateField(), text).value()
    assert "8/9/2026" in refused.value.hint


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("", None),
        ("9:05", time(9, 5)),
        ("09.05", time(9, 5)),
        ("1830", time(18, 30)),
        ("900", time(9)),
        (" 0:00 ", time()),
    ],
)
def test_a_time_is_read_in_the_ways_it_is_written(qtbot: QtBot, text: str, clock: time | None):
    assert typed(TimeField(), text).value() == clock


@pytest.mark.parametrize("text", ["24:00", "9:60", "9", "9:5", "noon", "9:05:30", "٩:٠٥", "-9:05"])
def test_what_is_no_time_is_refused_with_an_example(qtbot: QtBot, text: str):
    with pytest.raises(AmieError, match="not a time") as refused:
        typed(TimeField(), text).value()
    assert "10:00" in refused.value.hint


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

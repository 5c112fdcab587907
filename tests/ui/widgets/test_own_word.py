"""A word is chosen from a list or typed; a month is shown as it was understood; schools follow the programme."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front
from tests.plans import a_series

from amie_planner.domain.records import Programme
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.own_word import MonthField, OneOfField, OwnWordField, SchoolField

_OTHER, _NONE = "Another, in your own words", "Not recorded"


def programme(*schools: dict[str, str]) -> Programme:
    return a_series(programme={"uid": "u1", "title": "Sound makers", "schools": list(schools)}).programme


def test_a_word_is_chosen_from_the_list(qtbot: QtBot):
    field = in_front(qtbot, OwnWordField(options.of("ensemble")))
    field.called("Kind of ensemble", "")
    Hands(field).choose("Kind of ensemble", "Jazz")
    assert field.value() == "jazz"
    assert not field.line.isVisible()


@pytest.mark.parametrize(
    ("typed", "value"),
    [("Ukulele circle", "Ukulele circle"), (" choir or VOCAL group ", "choir-vocal"), (" ", None)],
)
def test_a_word_may_be_the_leaders_own_and_one_of_the_list_is_known_there_too(
    qtbot: QtBot, typed: str, value: str | None
):
    field = in_front(qtbot, OwnWordField(options.of("ensemble")))
    field.called("Kind of ensemble", "Choose one, or write your own.")
    hands = Hands(field)
    hands.choose("Kind of ensemble", "Another")
    assert field.value() is None
    hands.go_to("Kind of ensemble, in your own words")
    assert hands.here.accessibleDescription() == "Choose one, or write your own."
    hands.write(typed)
    assert field.value() == value


@pytest.mark.parametrize(
    ("value", "shown", "line"),
    [("choir-vocal", "Choir or vocal group", ""), ("Ukulele circle", _OTHER, "Ukulele circle"), (None, _NONE, "")],
)
def test_what_is_kept_is_shown_in_words_and_showing_it_edits_nothing(
    qtbot: QtBot, value: str | None, shown: str, line: str
):
    field = in_front(qtbot, OwnWordField(options.of("ensemble")))
    with qtbot.assertNotEmitted(field.edited):
        field.show_value("Steel pans")
        field.show_value(value)
    assert (field.combo.currentText(), field.line.text(), field.line.isVisible()) == (shown, line, bool(line))
    assert field.value() == value


def test_a_choice_that_is_always_made_offers_no_nothing(qtbot: QtBot):
    field = OneOfField(options.of("story_kind"))
    qtbot.addWidget(field)
    field.show_value("case study")
    assert field.value() == "case study"
    assert [field.combo.itemText(n) for n in range(field.combo.count())] == ["Quote", "Case study"]


def test_a_month_is_shown_as_it_was_understood(qtbot: QtBot):
    field = MonthField()
    qtbot.addWidget(field)
    field.line.setText("3/2014")
    field.line.editingFinished.emit()
    assert (field.line.text(), field.value()) == ("March 2014", "2014-03")


def test_schools_are_offered_by_name_else_by_number_and_the_chosen_one_stays_while_it_is_there(qtbot: QtBot):
    field = SchoolField()
    qtbot.addWidget(field)
    hill, vale = {"id": "school1", "name": "Hill"}, {"id": "school2", "urn": "012345"}
    field.offer(programme(hill, vale, {"id": "school3"}))
    shown = [field.combo.itemText(n) for n in range(field.combo.count())]
    assert shown == ["Not recorded", "Hill", "012345", "A school without a name"]
    field.show_value("school2")
    field.offer(programme(vale | {"name": "Vale"}))
    assert (field.value(), field.combo.currentText()) == ("school2", "Vale")
    field.offer(programme(hill))
    assert field.value() is None

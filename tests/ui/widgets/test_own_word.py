"""A word is chosen from a list or typed; a month is shown as it was understood; schools follow the programme."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front
from tests.plans import a_series

from amie_planner.domain.records import Programme
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.own_word import MonthField, OneOfField, OwnWordField, SchoolField


def programme(*schools: dict[str, str]) -> Programme:
    return a_series(programme={"uid": "u1", "title": "Sound makers", "schools": list(schools)}).programme


@pytest.mark.parametrize(
    ("typed", "value"),
    [("Jazz", "jazz"), (" choir or VOCAL group ", "choir-vocal"), ("Ukulele circle", "Ukulele circle"), (" ", None)],
)
def test_a_word_of_the_list_is_known_however_it_is_typed_and_any_other_is_the_leaders_own(
    qtbot: QtBot, typed: str, value: str | None
):
    field = in_front(qtbot, OwnWordField(options.of("ensemble")))
    field.setFocus()
    Hands(field).write(typed)
    assert field.value() == value


@pytest.mark.parametrize(
    ("value", "shown"), [("choir-vocal", "Choir or vocal group"), ("Ukulele circle", "Ukulele circle"), (None, "")]
)
def test_what_is_kept_is_shown_in_words_and_showing_it_edits_nothing(qtbot: QtBot, value: str | None, shown: str):
    field = OwnWordField(options.of("ensemble"))
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.edited):
        field.show_value("jazz")
        field.show_value(value)
    assert field.line.text() == shown
    assert field.value() == value


def test_both_the_list_and_the_line_have_the_name_of_the_field(qtbot: QtBot):
    field = OwnWordField(options.of("when"))
    qtbot.addWidget(field)
    field.called("When it takes place", "Choose one, or write your own.")
    for part in (field.combo, field.line):
        assert (part.accessibleName(), part.accessibleDescription()) == (
            "When it takes place",
            "Choose one, or write your own.",
        )


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

"""What becomes of each column, and what a person can choose about it."""

from __future__ import annotations

import pytest

from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists.columns import FIELDS, FOR_RETURNS, HELD, columns


def found(headings: list[str], **chosen: str) -> list[tuple[str | None, bool]]:
    return [(c.field, c.left_out) for c in columns(headings, chosen)]


def test_names_groups_and_school_years_are_held_and_all_else_is_left_out_with_a_reason():
    made = columns(["Surname", "UPN", "DOB", "PP", "Animal", ""], {})
    assert [(c.header, c.field, c.left_out) for c in made] == [
        ("Surname", "surname", False),
        ("UPN", None, True),
        ("DOB", "birth-date", True),
        ("PP", "pupil-premium", True),
        ("Animal", None, True),
        ("", None, True),
    ]
    assert all(column.why for column in made)
    assert made[2].why == "for a hub return only; this version keeps it nowhere"


@pytest.mark.parametrize("field", HELD)
def test_a_column_that_is_not_known_can_be_chosen_for_each_field_that_is_held(field: str):
    [column] = columns(["Animal"], {"animal": field})
    assert (column.field, column.left_out, column.why) == (field, False, "chosen")


@pytest.mark.parametrize("field", FOR_RETURNS)
def test_what_is_for_returns_only_is_left_out_even_where_it_is_chosen(field: str):
    [column] = columns(["Animal"], {"Animal": field})
    assert (column.field, column.left_out) == (field, True)
    assert "hub return" in column.why


def test_a_column_can_be_left_out_by_choice():
    [column] = columns(["Surname"], {"Surname": "other"})
    assert (column.field, column.left_out, column.why) == ("other", True, "chosen to be left out")


def test_of_two_columns_for_one_field_the_name_in_use_wins_over_the_legal_one_wherever_it_stands():
    assert found(["Legal Surname", "Surname"]) == [("surname", True), ("surname", False)]
    assert found(["Surname", "Legal Surname"]) == [("surname", False), ("surname", True)]
    assert "another column" in columns(["Legal Surname", "Surname"], {})[0].why


def gives(*headings: str, **chosen: str) -> list[str | None]:
    return [c.gives for c in columns(headings, chosen)]


def test_where_the_legal_name_is_whole_any_other_is_the_name_in_use():
    legal = ("Legal Forename", "Legal Surname")
    assert gives(*legal, "Preferred Forename", "Preferred Surname") == [
        "forename",
        "surname",
        "preferred-name",
        "surname-in-use",
    ]
    assert gives("First name", "Last name", *legal) == ["preferred-name", "surname-in-use", "forename", "surname"]
    assert gives("Surname", "Preferred Surname", *legal) == [None, "surname-in-use", "forename", "surname"]
    assert gives("Forename", "Known As", *legal) == [None, "preferred-name", "forename", "surname"]


def test_half_a_legal_name_stands_behind_a_name_of_no_kind():
    assert gives("Legal Surname", "Surname", "Forename") == [None, "surname", "forename"]
    assert gives("Legal Forename", "Surname", "Forename") == [None, "surname", "forename"]


def test_a_choice_goes_before_the_legal_name():
    assert gives("Nick", "Legal Forename", "Legal Surname", Nick="forename") == ["forename", None, "surname"]
    assert gives("Legal Surname", "Preferred Surname", **{"Preferred Surname": "surname"}) == [None, "surname"]


def test_a_surname_in_use_says_so_under_the_field_that_it_is():
    [column] = columns(["Preferred Surname"], {})
    assert (column.field, column.left_out) == ("surname", False)
    assert column.why == "known by its heading, as what people go by"


def test_a_chosen_column_wins_over_one_that_is_known():
    assert found(["Surname", "Animal"], Animal="surname") == [("surname", True), ("surname", False)]


@pytest.mark.parametrize(
    ("chosen", "words", "hint"),
    [
        ({"Colour": "group"}, "no column Colour", "Surname, Class, Class"),
        ({"Surname": "colour"}, "no field colour", ", ".join(FIELDS)),
        ({"Class": "group"}, "2 columns Class", "Name each"),
        ({"Surname": "group", "surname": "other"}, "chosen twice", "one field"),
        ({"Surname": "group", "Animal": "group"}, "Two columns are chosen for group", "one of them"),
        ({"": "group"}, "no column", "Surname"),
    ],
)
def test_a_choice_that_cannot_be_met_is_refused(chosen: dict[str, str], words: str, hint: str):
    with pytest.raises(AmieError) as caught:
        columns(["Surname", "Class", "Class", "Animal", ""], chosen)
    assert words in caught.value.message
    assert hint in caught.value.hint


def test_several_columns_can_be_left_out_by_choice():
    assert found(["Surname", "Class"], Surname="other", Class="other") == [("other", True), ("other", True)]

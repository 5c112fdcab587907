"""Whose name stands in a row."""

from __future__ import annotations

import pytest

from amie_planner.domain.edits.class_lists import Listed
from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists.columns import columns
from amie_planner.exchange.class_lists.people import (
    cells_of,
    is_total,
    legal_name_is_halved,
    person,
    plain,
    school_year,
    told_apart,
)


def parts(**cells: str) -> tuple[str, str, str] | None:
    found = person({name.replace("_", "-"): text for name, text in cells.items()}, 2)
    return found and (found.first, found.rest, found.name)


def test_the_preferred_name_goes_before_the_forename_and_the_full_name_is_kept_apart():
    assert parts(surname="Otter", forename="Fernanda") == ("Fernanda", "Otter", "Fernanda Otter")
    assert parts(surname="Otter", forename="Fernanda", preferred_name="Fern") == ("Fern", "Otter", "Fernanda Otter")
    assert parts(surname="Otter", preferred_name="Fern") == ("Fern", "Otter", "Fern Otter")
    assert parts(forename="Fern") == ("Fern", "", "Fern")
    assert parts(preferred_name="Fern") == ("Fern", "", "Fern")


LEGAL = {"forename": "James", "surname": "Lee"}
IN_USE = {"preferred_name": "Jamie", "surname_in_use": "Smith"}


def test_no_full_name_is_made_of_a_legal_and_a_preferred_half():
    assert parts(**LEGAL, **IN_USE) == ("Jamie", "Smith", "James Lee")
    assert parts(**LEGAL, surname_in_use="Smith") == ("James", "Smith", "James Lee")
    assert parts(**LEGAL, preferred_name="Jamie") == ("Jamie", "Lee", "James Lee")
    assert parts(forename="James", **IN_USE) == ("Jamie", "Smith", "Jamie Smith")
    assert parts(surname="Lee", **IN_USE) == ("Jamie", "Smith", "Jamie Smith")
    assert parts(**IN_USE) == ("Jamie", "Smith", "Jamie Smith")
    assert parts(full_name="Lee, James", **IN_USE) == ("Jamie", "Smith", "James Lee")


KINDS = {"forename": "legal", "surname": "legal", "preferred-name": "preferred", "surname-in-use": "preferred"}


@pytest.mark.parametrize(
    ("held", "halved"),
    [
        ("forename surname", False),
        ("forename surname preferred-name surname-in-use", False),
        ("surname preferred-name", True),
        ("forename surname-in-use", True),
        ("surname preferred-name surname-in-use", True),
        ("forename preferred-name surname-in-use", True),
        ("preferred-name surname-in-use", False),
        ("full-name preferred-name", False),
    ],
)
def test_half_a_legal_name_is_doubtful(held: str, halved: bool):
    cells = dict.fromkeys(held.split(), "x")
    assert legal_name_is_halved(cells, KINDS) == halved
    assert not legal_name_is_halved(cells, {"preferred-name": "preferred", "surname-in-use": "preferred"})


def test_a_full_name_is_parted_at_one_comma_and_otherwise_kept_whole():
    assert parts(full_name="OTTER, Fern Ivy") == ("Fern Ivy", "OTTER", "Fern Ivy OTTER")
    assert parts(full_name="Fern van Otter") == ("Fern", "van Otter", "Fern van Otter")
    assert parts(full_name="Fern") == ("Fern", "", "Fern")
    assert parts(full_name="Otter, Fern, 7B") == ("Otter,", "Fern, 7B", "Otter, Fern, 7B")
    assert parts(full_name="Otter,") == ("Otter,", "", "Otter,")


def test_a_full_name_beside_its_parts_does_not_replace_them():
    assert parts(full_name="Miss F Otter", surname="Otter", forename="Fern") == ("Fern", "Otter", "Fern Otter")
    assert parts(full_name="Fern Otter", forename="Fern") == ("Fern", "Otter", "Fern Otter")
    assert parts(full_name="OTTER, Fern", preferred_name="Fee") == ("Fee", "OTTER", "Fern OTTER")


def test_a_row_that_says_nothing_somebody_goes_by_is_nobody():
    assert parts(surname="Otter") is None
    assert parts(group="7B") is None
    assert parts() is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("7", "Y7"),
        ("07", "Y7"),
        ("Year 7", "Y7"),
        ("year  11", "Y11"),
        ("Yr 9", "Y9"),
        ("Y9", "Y9"),
        ("NC Year 10", "Y10"),
        ("R", "R"),
        ("Reception", "R"),
        ("Year R", "R"),
        ("N", "N"),
        ("Nursery", "N"),
        ("N2", "N2"),
        ("Class Oak", "Class Oak"),
        ("0", "0"),
        ("15", "15"),
        ("2014", "2014"),
        ("", ""),
    ],
)
def test_a_school_year_is_said_in_one_way_or_as_it_is_written(text: str, year: str):
    assert school_year(text) == year


@pytest.mark.parametrize(
    "row", [("Total", "30"), ("TOTALS:", "", "30", "12.5 %"), ("Total: 30",), ("Number of pupils: 30",)]
)
def test_rows_that_count_the_others_are_known(row: tuple[str, ...]):
    assert is_total(row)


@pytest.mark.parametrize("row", [("Total", "Fern", "7B"), ("Countess", "1"), ("Otter", "7"), ("Sum", "Ting")])
def test_people_are_not_taken_for_totals(row: tuple[str, ...]):
    assert not is_total(row)


def test_a_cell_becomes_one_line_without_signs_that_steer_a_terminal():
    assert plain(" Fern\x1b[31m\tIvy\nOtter\x00 ") == "Fern [31m Ivy Otter"
    assert plain("زهرة") == "زهرة"


def test_only_what_is_held_is_taken_from_a_row_and_never_more_than_a_record_can_hold():
    found = columns(["Surname", "UPN", "Forename"], {})
    assert cells_of(("Otter", "A1", "x" * 20_000), 2, found) == {"surname": "Otter", "forename": "x" * 20_000}
    assert cells_of(("Otter",), 2, found) == {"surname": "Otter"}
    assert cells_of(("Otter", "x" * 20_001), 2, found) == {"surname": "Otter"}
    with pytest.raises(AmieError, match=r"Row 2 has more than 20,000 characters in one cell \(Forename\)"):
        cells_of(("Otter", "A1", "x" * 20_001), 2, found)


def test_whoever_gets_more_than_a_first_name_is_said_without_the_name():
    people = [Listed(2, "Fern", "Otter", "Fern Otter"), Listed(3, "Ash", "Wren", "Ash Wren")]
    twins = [Listed(4, "Moss", "Hare", "Moss Hare"), Listed(5, "Moss", "Hare", "Moss Hare")]
    said = list(told_apart([*people, *twins], ["Fern O", "Ash", "Moss H 1", "Moss H 2"]))
    assert [(p.row, p.column, "same full name" in p.text) for p in said] == [
        (2, None, False),
        (4, None, True),
        (5, None, True),
    ]
    assert not any(name in p.text for p in said for name in ("Fern", "Otter", "Moss", "Hare"))


def test_the_same_full_name_tells_nothing_of_two_who_go_by_other_first_names():
    people = [Listed(2, "Fern", "Otter", "Fern Otter"), Listed(3, "Fee", "Otter", "Fern Otter")]
    [said] = told_apart(people, ["Fern O", "Fee"])
    assert "goes by the same first name" in said.text

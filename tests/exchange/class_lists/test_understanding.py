"""A list as a whole: who is on it, which rows are passed over, and what a person should look at."""

from __future__ import annotations

import pytest
from tests.exchange.class_lists import sheets
from tests.exchange.class_lists.sheets import Raw

from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists import ClassList, read, understood
from amie_planner.exchange.class_lists.table import MOST_ROWS

SIMS = [
    ("Legal Surname", "Legal Forename", "Preferred Forename", "Reg", "NC Year", "UPN", "DOB", "SEN Status", "PP"),
    ("Otter", "Fernanda", "Fern", "7B", "7", "A1", "13/04/2014", "K", "T"),
    ("Heron", "Ash", "", "7B", "Year 7", "A2", "14/05/2014", "", "F"),
]
ARBOR = [
    ("Student", "Year group", "Registration form", "Pupil Premium", "Religion"),
    ("Fern Otter", "Year 7", "7B", "Yes", ""),
    ("Heron, Ash", "Year 7", "7B", "No", ""),
]
ISAMS = [
    ("Full Name", "Forename", "Surname", "Preferred Name", "NC Year", "Form", "Boarding"),
    ("Miss F Otter", "Fernanda", "Otter", "Fern", "7", "7B", "Day"),
    ("Mr A Heron", "Ash", "Heron", "", "7", "7B", "Day"),
]


def listed(rows: list[tuple[object, ...]], **chosen: str) -> ClassList:
    return understood(read(sheets.csv(rows)), chosen)


@pytest.mark.parametrize("rows", [SIMS, ARBOR, ISAMS], ids=["SIMS", "Arbor", "iSAMS"])
@pytest.mark.parametrize("write", [sheets.csv, sheets.xlsx, sheets.ods], ids=["csv", "xlsx", "ods"])
def test_lists_of_the_systems_that_schools_use_give_the_same_people(rows, write):
    found = understood(read(write(rows)))
    assert [(p.row, p.first, p.rest, p.group, p.school_year) for p in found.people] == [
        (2, "Fern", "Otter", "7B", "Y7"),
        (3, "Ash", "Heron", "7B", "Y7"),
    ]
    assert found.problems == ()
    assert found.passed_over == ()


def test_nothing_that_is_left_out_is_in_what_is_understood():
    found = listed(SIMS)
    assert [c.header for c in found.columns if c.left_out] == ["UPN", "DOB", "SEN Status", "PP"]
    held = repr(found.people)
    assert not any(text in held for text in ("A1", "2014", "'K'", "'T'"))


def test_titles_above_blank_rows_totals_and_repeated_headings_are_passed_over_and_said():
    rows = [
        ("Hill School", ""),
        (),
        ("Surname", "Forename"),
        ("Otter", "Fern"),
        ("", ""),
        ("Surname", "Forename"),
        ("Heron", "Ash"),
        ("Total", "2"),
        ("Printed on Monday", ""),
    ]
    found = listed(rows)
    assert found.heading == 3
    assert [p.row for p in found.people] == [4, 7]
    assert found.passed_over == ((5, "blank"), (6, "the headings again"), (8, "a total"), (9, "names nobody"))
    assert [(p.row, p.text) for p in found.problems] == [
        (1, "1 row above the headings: passed over."),
        (5, "1 row with nothing in it: passed over."),
        (6, "This row is the headings again: passed over."),
        (8, "This row is a total: passed over."),
        (9, "This row names nobody: passed over."),
    ]


def test_two_children_of_one_name_are_two_people():
    found = listed([("Surname", "Forename"), ("Otter", "Fern"), ("Otter", "Fern")])
    assert [p.row for p in found.people] == [2, 3]


LEGAL_AND_PREFERRED = ("Legal Forename", "Legal Surname", "Preferred Forename", "Preferred Surname")


def test_the_legal_name_is_kept_whole_and_the_alias_comes_from_the_preferred_one():
    found = listed([LEGAL_AND_PREFERRED, ("James", "Lee", "Jamie", "Smith"), ("Ann", "Ray", "", "")])
    assert [(p.first, p.rest, p.name) for p in found.people] == [
        ("Jamie", "Smith", "James Lee"),
        ("Ann", "Ray", "Ann Ray"),
    ]
    assert found.problems == ()
    assert not any(column.left_out for column in found.columns)


@pytest.mark.parametrize(
    ("headings", "cells", "name", "column"),
    [
        (("Legal Surname", "Preferred Forename"), ("Lee", "Jamie"), "Jamie Lee", "Legal Surname"),
        (("Preferred Surname", "Legal Forename"), ("Smith", "James"), "James Smith", "Legal Forename"),
        (("Known As", "Preferred Surname", "Legal Surname"), ("Jamie", "Smith", "Lee"), "Jamie Smith", "Legal Surname"),
    ],
)
def test_half_a_legal_name_is_a_problem_with_its_row_and_heading(headings, cells, name: str, column: str):
    found = listed([headings, cells, cells])
    assert [p.name for p in found.people] == [name, name]
    [problem] = found.problems
    assert (problem.row, problem.column) == (2, column)
    assert "2 people" in problem.text
    assert not any(word in problem.text for word in cells)


def test_half_a_legal_name_in_one_row_is_said_of_that_row():
    found = listed([LEGAL_AND_PREFERRED, ("James", "Lee", "Jamie", "Smith"), ("", "Ray", "Ann", "")])
    assert [p.name for p in found.people] == ["James Lee", "Ann Ray"]
    assert [(p.row, "people" in p.text) for p in found.problems] == [(3, False)]


def test_a_chosen_preferred_surname_beside_a_legal_forename_is_said():
    rows = [("Legal Forename", "Legal Surname", "Preferred Surname"), ("James", "Lee", "Smith")]
    found = understood(read(sheets.csv(rows)), {"Preferred Surname": "surname"})
    assert [(p.row, p.column) for p in found.problems] == [(2, "Legal Forename")]


def test_dates_that_could_be_either_way_round_are_a_problem_and_can_be_left_out_by_choice():
    rows = [("Forename", "DOB"), ("Fern", "03/04/2014"), ("Ash", "05/06/2014")]
    [problem] = listed(rows).problems
    assert (problem.row, problem.column) == (2, "DOB")
    assert listed(rows, DOB="other").problems == ()
    [chosen] = listed([("Forename", "When"), ("Fern", "03/04/2014")], When="birth-date").problems
    assert chosen.column == "When"


def test_a_list_without_known_headings_is_refused_and_a_choice_finds_them():
    rows = [("Otter", "Fern"), ("Who", "Where"), ("Moss", "Oak")]
    with pytest.raises(AmieError, match="No row of this list has headings") as caught:
        listed(rows)
    assert caught.value.hint == "Put a row of headings above the people; on the command line, --map can name them."
    found = listed(rows, Who="forename", Where="group")
    assert [(p.row, p.first, p.group) for p in found.people] == [(3, "Moss", "Oak")]


def test_a_list_that_names_nobody_says_so():
    [problem] = listed([("Year", "Animal")]).problems
    assert "nobody is found" in problem.text


def test_a_row_whose_cells_may_have_shifted_is_refused():
    with pytest.raises(AmieError, match="Row 3 has more cells than row 1 has headings"):
        understood(read(b"Surname,Forename\nOtter,Fern\nHeron, Jr,Ash\n"))
    padded = understood(read(b"Surname,Forename,,\nOtter,Fern,,\nHeron,Ash,,x\n"))
    assert [(c.header, c.left_out) for c in padded.columns] == [("Surname", False), ("Forename", False), ("", True)]


def test_notes_beside_a_sheet_are_a_column_without_a_heading():
    found = understood(read(sheets.xlsx([("Name", ""), ("Fern", "", "late")])))
    assert [(c.header, c.why) for c in found.columns] == [
        ("Name", "known by its heading"),
        ("", "it has no heading"),
    ]


def test_formulas_are_said_with_row_and_heading_and_what_they_showed_is_taken():
    formula = Raw("<c t='str'><f>A1</f><v>Ash</v></c>")
    empty = Raw("<c><f>A1</f></c>")
    found = understood(read(sheets.xlsx([("Name", "Year"), ("Fern", empty), (formula, 7), (formula, 7)])))
    assert [p.first for p in found.people] == ["Fern", "Ash", "Ash"]
    assert [(p.row, p.column) for p in found.problems] == [(2, "Year"), (3, "Name")]
    assert "nothing is taken" in found.problems[0].text
    assert "2 cells of this column" in found.problems[1].text


def test_a_cell_of_separated_text_that_begins_like_a_formula_is_text_and_said_with_row_and_heading():
    link = '=HYPERLINK("http://x.example","Fern")'
    found = listed([("=Forename", "Surname"), ("Ash", "Heron"), (link, "Lee"), ("Moss", "-Hare")])
    assert [p.first for p in listed([("Forename",), ("Ash",), (link,)]).people] == ["Ash", link]
    assert [(p.row, p.column) for p in found.problems] == [(3, "=Forename"), (4, "Surname")]
    assert all("begins like a formula" in p.text for p in found.problems)


def test_text_in_a_spreadsheet_that_only_looks_like_a_formula_is_not_spoken_of_as_one():
    rows = [("Name",), ("=Fern",)]
    assert understood(read(sheets.xlsx(rows))).problems == ()
    assert understood(read(sheets.ods(rows))).problems == ()


def test_formulas_in_a_title_are_not_spoken_of():
    today = Raw("<c><f>TODAY()</f><v>46000</v></c>")
    found = understood(read(sheets.xlsx([(today,), ("Name",), ("Fern",)])))
    assert [p.text for p in found.problems] == ["1 row above the headings: passed over."]


def test_as_many_rows_as_there_may_be_are_understood_and_one_more_is_refused():
    rows = [("Surname", "Forename"), *[(f"Otter{n}", "Fern") for n in range(MOST_ROWS)]]
    assert len(listed(rows).people) == MOST_ROWS
    with pytest.raises(AmieError, match="more than 50,000 rows"):
        listed([*rows, ("Heron", "Ash")])
    assert len(understood(read(sheets.xlsx(rows))).people) == MOST_ROWS
    with pytest.raises(AmieError, match="more than 50,000 rows"):
        read(sheets.xlsx([*rows, ("Heron", "Ash")]))


def test_far_more_text_than_names_have_is_refused():
    with pytest.raises(AmieError, match="far more text"):
        listed([("Name",), *[(f"F{'x' * 19_000}",)] * 200])


def test_no_problem_repeats_what_a_cell_says():
    rows = [
        ("Name", "DOB", "Class"),
        ("Zephyrine", "31/31/2014", "Wolverines"),
        ("", "", "Wolverines"),
        ("Zephyrine", "", ""),
    ]
    assert not any(word in p.text for p in listed(rows).problems for word in ("Zephyrine", "31", "Wolverines"))

"""A class list in words: each says what becomes of it, and what to do where something is not sure."""

from __future__ import annotations

import pytest
from tests.exchange.class_lists import sheets
from tests.plans import a_series

from amie_planner.domain.changes import revise
from amie_planner.domain.edits.class_lists import Listed
from amie_planner.domain.plan import Series
from amie_planner.exchange.class_lists import read
from amie_planner.ui.models.class_list import Proposal, proposed
from amie_planner.ui.models.class_list_rows import (
    ColumnRow,
    column_row,
    entry_row,
    how_read,
    people,
    problem_row,
    summed_up,
    why_nobody,
)


def group(**fields: object) -> Series:
    return a_series(people=[{"id": "p1", "alias": "Sky", "school_year": "Y5", **fields}, {"id": "p2", "alias": "Moss"}])


def proposal_of(text: str, series: Series | None = None) -> Proposal:
    return proposed(read(text.encode()), series or group())


def column(proposal: Proposal, header: str) -> ColumnRow:
    found = proposal.reading.found.columns
    return next(column_row(proposal.reading, c) for c in found if c.header == header)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            b"Forename,Surname\nAnn,Lee\nTom,Lee\n",
            "Read as text in UTF-8, with commas between its columns. Its headings are in row 1, with 2 rows below.",
        ),
        (
            "\ufeffOak\tSchool\nForename\tSurname\nAnn\tLee\n".encode("utf-16-le"),
            "Read as text in UTF-16, with tabs between its columns. Its headings are in row 2, with 1 row below.",
        ),
        (b"Forename\nAnn\n", "Read as text in UTF-8. Its headings are in row 1, with 1 row below."),
        (
            b"PK,Forename\n1,Ann\n",
            "Read as text in UTF-8, with commas between its columns. Its headings are in row 1, with 1 row below.",
        ),
        (
            sheets.xlsx([("Forename",), ("Ann",)]),
            "Read as an XLSX spreadsheet. Its headings are in row 1, with 1 row below.",
        ),
        (
            sheets.ods([("Forename",), ("Ann",)]),
            "Read as an ODS spreadsheet. Its headings are in row 1, with 1 row below.",
        ),
    ],
)
def test_how_a_file_was_read_is_said_in_a_sentence(data: bytes, said: str):
    assert how_read(proposed(read(data), group()).reading) == said


def test_a_column_says_what_becomes_of_it_and_why():
    proposal = proposal_of("UPN,Forename,DOB,Nick\nA1,Ann,31/12/2015,x\n")
    assert column(proposal, "Forename").text == "Forename → Forename"
    assert column(proposal, "Forename").spoken == "Forename: Forename. Known by its heading"
    assert column(proposal, "UPN").text == "UPN → left out"
    assert "number" in column(proposal, "UPN").why
    assert column(proposal, "DOB").why.startswith("Date of birth, for a hub return only")
    assert column(proposal, "Nick").field is None
    assert column(proposal.choose(3, "group"), "Nick").text == "Nick → Group"


def test_a_column_that_cannot_be_chosen_says_what_to_do():
    proposal = proposal_of("Forename,Nick,nick,\nAnn,a,b,c\n")
    assert not column(proposal, "Nick").offered
    assert column(proposal, "Nick").why.endswith("give each its own in the file to choose them")
    unnamed = column_row(proposal.reading, proposal.reading.found.columns[-1])
    assert (unnamed.text, unnamed.why, unnamed.offered) == (
        "Column 4, with no heading → left out",
        "It has no heading",
        False,
    )


def test_a_row_says_its_alias_full_name_group_and_year():
    proposal = proposal_of("Forename,Surname,Reg,Year\nAnn,Lee,4B,4\n")
    row = entry_row(proposal, proposal.reading.entries[0])
    assert (row.text, row.about, row.fate) == ("Ann", "Ann Lee · group 4B · school year Y4 · row 2", "Will be added")
    assert row.spoken == "Will be added. Ann. Ann Lee · group 4B · school year Y4 · row 2"
    left = entry_row(proposal.turn(2), proposal.reading.entries[0])
    assert (left.text, left.fate, left.ticked) == ("Ann", "Not added", False)


def test_a_row_that_may_be_somebody_says_who_and_how_to_add_them_all_the_same():
    proposal = proposal_of("Forename,Surname,Year\nSky,Lee,5\n")
    row = entry_row(proposal, proposal.reading.entries[0])
    assert row.fate == "Not added: may be Sky, who is here already. Tick to add all the same."
    assert (row.ticked, row.doubtful) == (False, True)
    ticked = entry_row(proposal.turn(2), proposal.reading.entries[0])
    assert ticked.fate == "Will be added, though it may be Sky, who is here already"
    assert ticked.text == "Sky L"
    assert ticked.note


def test_a_row_may_be_one_of_several_and_says_who_is_archived():
    series = group(name="Ann Lee", archived=True)
    series = series.after([revise(series.people[1], name="ann lee")])
    row = entry_row(made := proposal_of("Forename,Surname\nAnn,Lee\n", series), made.reading.entries[0])
    assert row.fate.startswith("Not added: may be Sky (archived) or Moss, who are here already.")


def test_a_row_that_is_passed_over_says_why_and_cannot_be_ticked():
    proposal = proposal_of("Forename,Surname\nAnn,Lee\nTotal,1\n")
    row = entry_row(proposal, proposal.reading.entries[-1])
    assert (row.text, row.fate, row.ticked) == ("Row 3", "Passed over: a total", None)


def test_two_who_share_a_name_say_what_tells_them_apart():
    proposal = proposal_of("Forename,Surname\nAnn,Lee\nAnn,Lee\n")
    notes = [entry_row(proposal, entry).note for entry in proposal.reading.entries]
    assert all("same full name" in note for note in notes)


def test_a_name_like_a_formula_stands_whole_in_its_row_and_is_said():
    proposal = proposal_of("Forename,Surname\n=1+Ann,Lee\nTom,=Lee\nSam,Lee\n=1+Ann,Ray\n")
    rows = [entry_row(proposal, entry) for entry in proposal.reading.entries]
    assert [row.text for row in rows] == ["=1+Ann L", "Tom", "Sam", "=1+Ann R"]
    assert ["begins like a formula" in row.note for row in rows] == [True, True, False, True]
    assert "begins like a formula" in rows[0].spoken
    assert "same first name" in rows[0].note
    [first, _] = proposal.reading.problems
    assert problem_row(proposal.reading, 0, first).text == "Row 2, column Forename"


def test_a_problem_says_where_it_is_and_whether_it_matters():
    reading = proposal_of("Forename,DOB\nAnn,30/02/2016\n").reading
    row = problem_row(reading, 0, reading.problems[0])
    assert row.text == "Row 2, column DOB"
    assert row.below.endswith("Nothing of this column is kept, so it need not hold you up.")
    nobody = proposal_of("Surname\nLee\n").reading
    assert problem_row(nobody, 0, nobody.problems[0]).text == "Row 1"
    assert problem_row(nobody, 0, nobody.problems[0]).below.endswith("nobody is found. Choose it under Columns.")
    doubtful = proposed(read(b"Forename,Surname\nAnn,\xc3\xa9\n\xe9,b\n"), group()).reading
    assert problem_row(doubtful, 0, doubtful.problems[0]).below.endswith("before you go on.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Surname\nLee\n", "Nobody is found · 1 row passed over"),
        ("Forename,Year\nAnn,5\n", "1 of 1 person will be added"),
        (
            "Forename,Year\nAnn,5\nSky,5\nTotal,2\n",
            "1 of 2 people will be added · 1 may be here already, shown first · 1 row passed over",
        ),
    ],
)
def test_the_sum_says_how_many_come_and_how_many_do_not(text: str, said: str):
    assert summed_up(proposal_of(text)) == said


def test_it_is_said_why_nobody_would_come():
    assert why_nobody(proposal_of("Surname\nLee\n")).startswith("Nobody is found in this list.")
    assert why_nobody(proposal_of("Forename,Year\nSky,5\n")).startswith("Everybody on this list may be here already.")
    one = proposal_of("Forename\nAnn\n")
    assert why_nobody(one) == ""
    assert why_nobody(one.turn(2)).startswith("Nobody is ticked.")


def test_people_are_counted_in_words():
    assert [people(count) for count in (1, 2, 1200)] == ["1 person", "2 people", "1,200 people"]


def test_what_is_endless_in_a_file_is_cut_short():
    long = "a" * 5_000
    proposal = proposal_of(f"Forename,{long}\n{long},x\n")
    assert len(column(proposal, long).text) < 120
    [entry] = proposal.reading.entries
    assert isinstance(entry, Listed)
    assert len(entry_row(proposal, entry).spoken) < 400

"""Headings as schools' systems write them; case, spaces, punctuation and a byte order mark make no difference."""

from __future__ import annotations

import pytest

from amie_planner.exchange.class_lists.columns import FIELDS
from amie_planner.exchange.class_lists.headings import field_of, heading_row, key, kind_of, known, why_left_out

SIMS = {
    "Legal Surname": "surname",
    "Legal Forename": "forename",
    "Preferred Forename": "preferred-name",
    "Reg": "group",
    "Reg Group": "group",
    "NC Year": "school-year",
    "Year Group": "school-year",
    "Year taught in": "school-year",
    "PP": "pupil-premium",
    "SEN": "send-status",
    "SEN Status": "send-status",
    "EAL": "eal",
    "FSM": "free-meals",
    "In care": "in-care",
    "LAC": "in-care",
    "DOB": "birth-date",
    "Date of birth": "birth-date",
}
ARBOR = {
    "Student": "full-name",
    "First name": "forename",
    "Last name": "surname",
    "Preferred name": "preferred-name",
    "Registration form": "group",
    "Year group": "school-year",
    "Pupil Premium": "pupil-premium",
}
ISAMS = {
    "Forename": "forename",
    "Preferred Name": "preferred-name",
    "Surname": "surname",
    "Full Name": "full-name",
    "NC Year": "school-year",
    "Form": "group",
    "Tutor Group": "group",
}


@pytest.mark.parametrize(("heading", "field"), [*SIMS.items(), *ARBOR.items(), *ISAMS.items()])
def test_headings_of_the_systems_that_schools_use_are_known_however_they_are_typed(heading: str, field: str):
    typed = (heading, heading.upper(), f"\ufeff{heading}", heading.replace(" ", ""), f" {heading.replace(' ', '_')}*: ")
    for text in typed:
        found = field_of(text)
        assert found is not None, text
        assert found[0] == field


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("UPN", "follows a child"),
        ("Former UPN", "follows a child"),
        ("ULN", "follows a child"),
        ("Address Line 1", "contact details"),
        ("Post Code", "contact details"),
        ("Parent/Carer 1 e-mail", "contact details"),
        ("Mobile phone", "contact details"),
        ("Boarding", "contact details"),
        ("Ethnicity", "equality monitoring"),
        ("Religion", "equality monitoring"),
        ("Gender", "equality monitoring"),
        ("SEN type", "in the way"),
        ("Primary SEN Need Type", "in the way"),
        ("Medical Conditions", "in the way"),
        ("Diagnosis", "in the way"),
        ("Safeguarding notes", "safeguarding"),
        ("Child Protection", "safeguarding"),
        ("Young carer", "safeguarding"),
        ("Form Tutor", "not needed"),
    ],
)
def test_what_the_planner_should_not_hold_is_known_with_its_reason(heading: str, words: str):
    assert field_of(heading) is None
    assert words in (why_left_out(heading) or "")


def test_a_heading_that_nobody_knows_has_no_field_and_no_reason():
    assert field_of("Favourite animal") is None
    assert why_left_out("Favourite animal") is None


def test_the_list_of_headings_names_fields_that_there_are_and_no_heading_twice():
    fields = known()["fields"]
    assert set(fields) == set(FIELDS) - {"other"}
    headings = [key(heading) for field in fields.values() for heading in field]
    assert all(headings)
    headings += [key(heading) for group in known()["left_out"] for heading in group["headings"]]
    assert len(headings) == len(set(headings))


def test_headings_say_whether_a_name_is_the_legal_or_the_preferred_one():
    assert [kind_of(h) for h in ("legal_surname", "PREFERRED SURNAME", "Surname", "Animal")] == [
        "legal",
        "preferred",
        None,
        None,
    ]
    assert all(field_of(h) for kind in ("legal", "preferred") for h in known()[kind])


def test_the_headings_stand_where_most_are_known_and_titles_do_not_mislead():
    rows = [("Class", "7B"), ("",), ("Surname", "Forename", "Year"), ("Reg", "Year", "Form"), ("a", "b", "c")]
    assert heading_row(rows) == 2
    assert heading_row([("Otter", "Fern"), ("Heron", "Ash")]) is None
    assert heading_row([("Otter", "Fern"), ("Who", "Where")], ["who"]) == 1
    assert heading_row([*[("",)] * 30, ("Surname",)]) is None

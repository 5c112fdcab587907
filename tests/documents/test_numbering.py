"""Lines by number: those that follow one another are said as one stretch."""

import pytest
from tests.plans import a_plan

from amie_planner.checks.check import Line, LineKind
from amie_planner.documents.numbering import Numbers

PLAN = a_plan(
    intentions=[{"id": "i1"}, {"id": "i2"}],
    activities=[{"id": f"a{n}"} for n in range(1, 13)],
    adaptations=[{"id": f"d{n}", "activities": ["a1"]} for n in range(1, 6)],
)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], ""),
        ([3], "activity 3"),
        ([1, 2, 3], "activities 1, 2 and 3"),
        ([1, 2, 3, 4], "activities 1 to 4"),
        ([1, 3, 4, 5, 6, 9, 10, 12], "activities 1, 3 to 6, 9, 10 and 12"),
        ([9, 10, 11, 12, 1], "activities 9 to 12 and 1"),
    ],
)
def test_four_numbers_or_more_that_follow_one_another_are_one_stretch(lines, said):
    assert Numbers(PLAN).activities(f"a{n}" for n in lines) == said


def test_what_is_not_here_has_no_number():
    assert Numbers(PLAN).activities(["a1", "gone"]) == "activity 1"
    assert Numbers(PLAN).activity("gone") == ""


def test_each_kind_of_line_is_said_by_its_numbers():
    lines = [Line(LineKind.ACTIVITY, "a2", ""), Line(LineKind.PERSON, "p1", ""), Line(LineKind.INTENTION, "i1", "")]
    lines += [Line(LineKind.ADAPTATION, f"d{n}", "") for n in range(1, 6)]
    assert Numbers(PLAN).of_lines(lines) == "intention 1; activity 2; adaptations 1 to 5"
    assert Numbers(PLAN).adaptations_in("a1") == "1 to 5"

"""What follows from counts follows from printed ones alone: nothing of a withheld count shows in a per cent."""

from __future__ import annotations

import pytest

from amie_planner.returns.table import Column, Draft, People, Value, Withheld
from amie_planner.returns.tables.worked_out import FEWEST_OF, Later, WorkedOut, fewest_of, per_cent, two_counts

PART, WHOLE = People("all|a=b", 13), People("all", 52)
COLUMNS = tuple(Column(name, "") for name in ("Part", "Whole", "Per cent"))


def printed(part: Value, whole: Value, smallest: int = FEWEST_OF) -> Value:
    """The per cent that stands beside a part and a whole which are printed so."""
    draft = Draft("t", "T", COLUMNS, ((PART, WHOLE, per_cent(PART, WHOLE, smallest)),))
    said = {PART.key: part, WHOLE.key: whole}
    [row] = WorkedOut.of(draft).decided(lambda people: said[people.key]).rows
    return row[-1]


@pytest.mark.parametrize(
    ("part", "whole", "says"),
    [
        (15, 50, 30),
        (13, 52, 25),
        (0, 25, 0),
        (0, 20, Withheld.NOT_AVAILABLE),
        (10, 0, Withheld.NOT_AVAILABLE),
        (35, 35, Withheld.NOT_AVAILABLE),
        (0, 0, Withheld.NOT_AVAILABLE),
        (Withheld.CONFIDENTIAL, 50, Withheld.CONFIDENTIAL),
        (Withheld.NOT_AVAILABLE, 50, Withheld.NOT_AVAILABLE),
        (15, Withheld.NOT_AVAILABLE, Withheld.NOT_AVAILABLE),
        (15, Withheld.CONFIDENTIAL, Withheld.NOT_AVAILABLE),
        ("fewer than 10", 50, Withheld.NOT_AVAILABLE),
        (0, "fewer than 10", Withheld.NOT_AVAILABLE),
    ],
)
def test_a_per_cent_is_of_what_is_printed_and_of_nothing_else(part: Value, whole: Value, says: Value):
    assert printed(part, whole) == says


def test_the_exact_profile_gives_a_per_cent_of_few_people_and_none_of_nobody():
    assert printed(1, 4, fewest_of(True)) == 25
    assert printed(35, 35, fewest_of(True)) == 100
    assert printed(0, 0, fewest_of(True)) == Withheld.NOT_AVAILABLE
    assert fewest_of(False) == 25


def test_a_count_whose_column_was_not_asked_for_gives_blank():
    draft = Draft("t", "T", COLUMNS[1:], ((WHOLE, per_cent(PART, WHOLE, 1)),))
    [row] = WorkedOut.of(draft).decided(lambda people: people.count).rows
    assert row == (52, None)
    assert two_counts({PART.key: 1}, PART, WHOLE, 1) is None


def test_a_draft_keeps_its_later_values_when_more_is_said_below_it():
    draft = WorkedOut.of(Draft("t", "T", COLUMNS[:1], ((Later(lambda printed: 7),),))).also("More.")
    table = draft.decided(lambda people: people.count)
    assert (table.rows, table.notes) == (((7,),), ("More.",))

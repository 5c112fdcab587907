"""Who hands a return in: what is written down, and nobody to write to where it may go anywhere."""

from __future__ import annotations

from dataclasses import replace

from tests.returns.planners import TEMPLATE, a_source, counted, facts_of

from amie_planner.domain.records import Organisation
from amie_planner.returns.facts import Facts
from amie_planner.returns.tables.organisation import organisation

TOLD = Organisation(id="organisation", name="Sound Trust", role="Delivery partner", contact="Ann", hub_area="Devon")
WHOEVER = a_source(people=[{"id": "p1", "name": "Zarquonia Vogon"}])


def handed_in_by(told: Organisation | None) -> Facts:
    return replace(facts_of(WHOEVER), organisation=told)


def test_it_has_what_is_written_down_and_no_row_for_what_is_not() -> None:
    draft = organisation(handed_in_by(TOLD), TEMPLATE, detailed=True)
    assert counted(draft) == [
        ("Organisation", "Sound Trust"),
        ("Role", "Delivery partner"),
        ("Hub area", "Devon"),
        ("Contact", "Ann"),
    ]


def test_whom_to_write_to_is_told_to_a_named_recipient_alone() -> None:
    draft = organisation(handed_in_by(TOLD), TEMPLATE)
    assert "Ann" not in str(draft)
    assert not draft.notes


def test_what_may_be_somebodys_name_is_left_out_and_said_to_be() -> None:
    told = handed_in_by(TOLD.revised(name="Friends of Zarquonia"))
    draft = organisation(told, TEMPLATE)
    assert "Zarquonia" not in str(draft)
    assert draft.notes == ("“Organisation” is left out: it holds what may be somebody’s name.",)
    assert "Zarquonia" in str(organisation(told, TEMPLATE, detailed=True))


def test_where_nobody_is_written_down_there_is_no_row() -> None:
    assert not organisation(handed_in_by(None), TEMPLATE).rows
    assert not organisation(handed_in_by(Organisation(id="organisation")), TEMPLATE).rows

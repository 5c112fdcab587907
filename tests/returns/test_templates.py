"""What a return asks, as a record: which tables, and which of them."""

from __future__ import annotations

from amie_planner.returns.templates import Asked, ReturnTemplate

TEMPLATE = ReturnTemplate(
    id="ours",
    version="1",
    label="Ours",
    about="A few figures",
    source="Ourselves",
    tables=(Asked(table="people", title="People", columns={"unique": "Participants"}),),
)


def test_a_table_is_found_by_its_id_with_the_headings_it_is_to_have() -> None:
    asked = TEMPLATE.asked("people")
    assert asked is not None
    assert asked.columns == {"unique": "Participants"}


def test_a_table_gives_the_columns_it_names_and_all_where_it_names_none() -> None:
    assert [TEMPLATE.tables[0].gives(column) for column in ("unique", "places")] == [True, False]
    assert Asked(table="people", title="People").gives("places")


def test_a_table_that_is_not_asked_for_is_not_found() -> None:
    assert TEMPLATE.asked("lessons") is None


def test_whoever_came_three_times_takes_part_in_the_core_where_nothing_else_is_said() -> None:
    assert TEMPLATE.core_sessions == 3

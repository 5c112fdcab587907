"""The tables say what the records say."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from amie_planner.domain.monitoring import OF_MONITORING, LocalBaseline, MonitoringAnswers
from amie_planner.domain.records import (
    OF_PROGRAMMES,
    RECORDS,
    Activity,
    InProgramme,
    InSession,
    Programme,
    Record,
    Requirement,
)
from amie_planner.store.tables import TABLES

KEPT = (*RECORDS, *OF_MONITORING, LocalBaseline)


def test_every_kind_of_record_has_a_table_with_a_column_for_each_field() -> None:
    assert list(TABLES) == list(KEPT)
    for kind, table in TABLES.items():
        assert list(table.c.keys()) == list(kind.model_fields)


def test_tables_leave_the_records_themselves_as_they_were() -> None:
    assert Activity.model_config["frozen"] is True
    assert not any(hasattr(item, "sa_type") for field in Activity.model_fields.values() for item in field.metadata)


@pytest.mark.parametrize("kind", KEPT)
def test_a_row_is_found_by_the_key_of_its_record(kind: type[Record]) -> None:
    names = ["programme"] * issubclass(kind, InProgramme) + ["session"] * issubclass(kind, InSession) + ["id"]
    names = ["programme"] if kind is Programme else names
    assert [column.name for column in TABLES[kind].primary_key] == names


def test_references_wait_for_the_commit() -> None:
    ties = [tie for table in TABLES.values() for tie in table.foreign_key_constraints]
    assert len(ties) == len(OF_PROGRAMMES) - 1 + 1 + len(OF_MONITORING) + 1
    assert {(tie.deferrable, tie.initially) for tie in ties} == {(True, "DEFERRED")}


def test_only_what_is_kept_apart_goes_with_what_it_belongs_to() -> None:
    going = {
        kind for kind, table in TABLES.items() for tie in table.foreign_key_constraints if tie.ondelete == "CASCADE"
    }
    assert going == set(OF_MONITORING)
    assert len(TABLES[MonitoringAnswers].foreign_key_constraints) == 2


def test_words_of_a_closed_list_are_stored_as_they_are_written() -> None:
    assert isinstance(TABLES[Requirement].c.weight.type, sa.Text)
    assert isinstance(TABLES[Requirement].c["where"].type, sa.JSON)

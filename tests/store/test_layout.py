"""How a record lies in the file."""

from __future__ import annotations

from datetime import date, time

import pytest

from amie_planner.domain.records import Activity, Adaptation, ByDesign, Person, Programme, Record, Requirement, Session
from amie_planner.store import layout


def test_a_table_is_called_as_its_kind() -> None:
    assert [layout.table(kind.__name__) for kind in (Person, ByDesign)] == ["person", "by_design"]


def test_a_record_is_found_by_where_it_belongs_and_its_id() -> None:
    assert layout.key(Programme) == ("programme",)
    assert layout.key(Session) == ("programme", "id")
    assert layout.key(Activity) == ("programme", "session", "id")


@pytest.mark.parametrize(
    ("kind", "field", "stored"),
    [
        (Requirement, "active", bool),
        (Person, "asked_about_access", bool),
        (Activity, "position", int),
        (Activity, "minutes", int),
        (Session, "date", date),
        (Session, "start", time),
        (Session, "title", str),
        (Session, "notes", str),
        (Requirement, "weight", str),
        (Person, "likes", None),
        (Adaptation, "activities", None),
        (Session, "reflection", None),
        (Activity, "decision", None),
    ],
)
def test_texts_numbers_truths_days_and_times_are_stored_as_they_are(
    kind: type[Record], field: str, stored: type | None
) -> None:
    assert layout.plain(kind.model_fields[field].annotation) is stored

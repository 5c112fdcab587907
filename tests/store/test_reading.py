"""Records out of the file: in order, as they were kept, and never out of a file that is not as it should be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as driver

from amie_planner.domain.records import Person, Programme
from amie_planner.errors import InvalidRecord
from amie_planner.store import reading
from amie_planner.store.tables import TABLES


@pytest.fixture
def people() -> Iterator[Any]:
    """A database in memory with a table of people and nobody in it."""
    connection = driver.connect(":memory:")
    connection.execute(f"CREATE TABLE person ({', '.join(TABLES[Person].c.keys())})")
    yield connection
    connection.close()


def _put(people: Any, **values: Any) -> None:
    lists = dict.fromkeys(("likes", "music_loved", "ways_to_communicate"), "[]")
    given = {"programme": "g", "position": 0} | lists | values
    marks = ", ".join(f":{name}" for name in given)
    people.execute(f"INSERT INTO person ({', '.join(given)}) VALUES ({marks})", given)


def test_records_come_by_programme_and_position(people: Any) -> None:
    for programme, position, id in (("h", 0, "d"), ("g", 10, "a"), ("g", 2, "c"), ("g", 2, "b")):
        _put(people, programme=programme, position=position, id=id)
    assert [person.id for person in reading.records(people, Person)] == ["b", "c", "a", "d"]


def test_records_are_found_by_their_fields(people: Any) -> None:
    for programme in ("g", "h"):
        for id in ("a", "b"):
            _put(people, programme=programme, id=id)
    assert [p.key[1:] for p in reading.records(people, Person, programme="h", id="b")] == [("h", "", "b")]
    assert len(reading.records(people, Person, programme="g")) == 2
    assert reading.records(people, Person, programme="' OR 1") == ()


@pytest.mark.parametrize("values", [{"recording_ok": "perhaps"}, {"id": ""}, {"position": -1}, {"likes": '["a", 7]'}])
def test_what_a_record_may_not_hold_is_not_read(people: Any, values: dict[str, Any]) -> None:
    _put(people, **{"id": "a"} | values)
    with pytest.raises(InvalidRecord):
        reading.records(people, Person)


@pytest.mark.parametrize("values", [{"joined": "yesterday"}, {"likes": "["}])
def test_what_no_change_can_have_written_is_not_read(people: Any, values: dict[str, Any]) -> None:
    _put(people, **{"id": "a"} | values)
    with pytest.raises(ValueError):
        reading.records(people, Person)


def test_a_column_that_is_not_there_is_a_fault_and_no_text(people: Any) -> None:
    people.execute("ALTER TABLE person DROP COLUMN alias")
    _put(people, id="a")
    with pytest.raises(driver.OperationalError, match="alias"):
        reading.records(people, Person)
    with pytest.raises(driver.OperationalError, match="programme"):
        reading.records(people, Programme)

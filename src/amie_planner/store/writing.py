"""Changes into a planner file: Core statements on the tables. Loading this takes a third of a second."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa

from amie_planner.domain.changes import Change
from amie_planner.domain.records import Record
from amie_planner.errors import InvalidRecord
from amie_planner.store import database, index, layout, reading
from amie_planner.store.tables import TABLES

R = TypeVar("R", bound=Record)


def apply(connection: sa.Connection, change: Change) -> None:
    """Makes one change in the transaction of a connection.

    Raises StaleChange if the record is not as the change found it, InvalidRecord if it does not hold.
    """
    kind = type(change.record)
    after = {} if change.after is None else dict(_sound(change.after))
    driver = connection.connection.driver_connection
    _write(connection, driver, change, after, _statements(kind))
    index.keep(driver, change.before, change.after)


def _write(connection: sa.Connection, driver: Any, change: Change, after: dict[str, Any], sql: _Statements) -> None:
    if change.before is None:
        connection.execute(sql.insert, after)
        return
    kind = type(change.record)
    key = {name: getattr(change.before, name) for name in layout.key(kind)}
    if reading.records(driver, kind, **key) != (change.before,):
        raise database.stale()
    found = {f"key_{name}": value for name, value in key.items()}
    if change.after is None:
        connection.execute(sql.delete, found)
    else:
        connection.execute(sql.update, found | {name: value for name, value in after.items() if name not in key})


class _Statements(NamedTuple):
    """What is done to one table; the parts of a key are given as `key_…`."""

    insert: sa.Insert
    update: sa.Update
    delete: sa.Delete


@cache
def _statements(kind: type[Record]) -> _Statements:
    table = TABLES[kind]
    found = sa.and_(*(table.c[name] == sa.bindparam(f"key_{name}") for name in layout.key(kind)))
    return _Statements(sa.insert(table), sa.update(table).where(found), sa.delete(table).where(found))


def _sound(record: R) -> R:
    """The record once more through its own class, as it will be read back. Raises InvalidRecord."""
    again = type(record).made(**record.model_dump(mode="json", by_alias=False, warnings=False))
    if again != record:
        raise InvalidRecord("This entry cannot be kept as it is.", "Change it and try again.")
    return again

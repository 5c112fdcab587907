"""Store: the planner file as records. Changes go in all or none; records, a Series or a Plan come out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, Self, TypeVar

import sqlalchemy as sa

from amie_planner.domain.changes import Change
from amie_planner.domain.plan import Plan, Series
from amie_planner.domain.records import RECORDS, Programme, Record
from amie_planner.errors import AmieError, InvalidRecord
from amie_planner.places import make_private
from amie_planner.store import database, files, schema, vault
from amie_planner.store.tables import TABLES

R = TypeVar("R", bound=Record)


class Store:
    """One open planner file. One thread at a time uses it; a second window on the file is refused."""

    def __init__(self, path: Path, engine: sa.Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Self:
        """Opens a planner file, looking through every page of it, and makes a new one where there is none.

        Raises AmieError: no such file, no key, another key, damaged, newer, open elsewhere, no room, read-only.
        """
        path = path.resolve()
        try:
            if not path.exists():
                _make(path, create)
            if not path.stat().st_size:
                raise AmieError("This planner file is empty.", "Open a copy of it from before. Nothing is changed.")
            engine = database.engine(path, vault.read(path))
        except OSError as error:
            raise files.cannot_write(path.parent, error) from error
        store = cls(path, engine)
        try:
            schema.bring_up_to_date(engine)
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Lets the file go, for another window to open."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def apply(self, changes: Iterable[Change]) -> None:
        """Makes all the changes or none; they are durable when this returns.

        Raises StaleChange if a record is not as its change found it, InvalidRecord if one does not hold or would be
        left without what it belongs to, and AmieError if the place cannot be written.
        """
        with self._engine.begin() as connection:
            for change in changes:
                _apply(connection, change)

    def programmes(self) -> tuple[Programme, ...]:
        """Every programme, in order."""
        return self.all(Programme)

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of one kind, by programme, session and position."""
        with self._engine.begin() as connection:
            return _records(connection, kind, _statements(kind).all, {})

    def series(self, programme: str) -> Series:
        """A programme and all that belongs to it. Raises AmieError if it is not here."""
        with self._engine.begin() as connection:
            found = [
                record
                for kind in RECORDS
                for record in _records(connection, kind, _statements(kind).of_programme, {"key_programme": programme})
            ]
        if not found:
            raise AmieError("This programme is not in the planner.", "It may have been removed.")
        return Series.of(found)

    def plan(self, programme: str, session: str) -> Plan:
        """One session, its programme and the sessions before it. Raises AmieError if it is not here."""
        try:
            return self.series(programme).plan(session)
        except KeyError:
            raise AmieError("This session is not in the planner.", "It may have been removed.") from None


def _make(path: Path, create: bool) -> None:
    if not create:
        raise AmieError(f"There is no planner file {path}.", "Choose another file.")
    if path.with_name(path.name + "-wal").exists():
        raise AmieError(
            f"{path.name} is missing, but changes that belong to it are still here.",
            f"Put {path.name} back into {path.parent}. Nothing has been changed.",
        )
    make_private(path.parent)
    try:
        schema.make(path, vault.make(path))
    except FileExistsError:
        return  # another window was quicker


class _Statements(NamedTuple):
    """What is asked of one table; the parts of a key are given as `key_…`."""

    all: sa.Select[Any]
    of_programme: sa.Select[Any]
    one: sa.Select[Any]
    insert: sa.Insert
    update: sa.Update
    delete: sa.Delete


@cache
def _statements(kind: type[Record]) -> _Statements:
    table = TABLES[kind]
    key = sa.and_(*(column == sa.bindparam(f"key_{column.name}") for column in table.primary_key))
    named = [column for column in table.primary_key if column.name != "id"]
    in_order = sa.select(table).order_by(*named, table.c.position, table.c.id)
    return _Statements(
        all=in_order,
        of_programme=in_order.where(table.c.programme == sa.bindparam("key_programme")),
        one=sa.select(table).where(key),
        insert=sa.insert(table),
        update=sa.update(table).where(key),
        delete=sa.delete(table).where(key),
    )


def _records(connection: sa.Connection, kind: type[R], which: sa.Select[Any], key: dict[str, str]) -> tuple[R, ...]:
    return tuple(kind.made(**row._asdict()) for row in connection.execute(which, key))


def _apply(connection: sa.Connection, change: Change) -> None:
    kind = type(change.record)
    sql = _statements(kind)
    after = {} if change.after is None else dict(_sound(change.after))
    if change.before is None:
        connection.execute(sql.insert, after)
        return
    key = {f"key_{column.name}": getattr(change.before, column.name) for column in TABLES[kind].primary_key}
    if _records(connection, kind, sql.one, key) != (change.before,):
        raise database.stale()
    if change.after is None:
        connection.execute(sql.delete, key)
    else:
        named = TABLES[kind].primary_key.columns
        connection.execute(sql.update, key | {name: value for name, value in after.items() if name not in named})


def _sound(record: R) -> R:
    """The record once more through its own class, as it will be read back. Raises InvalidRecord."""
    again = type(record).made(**record.model_dump(mode="json", by_alias=False, warnings=False))
    if again != record:
        raise InvalidRecord("This entry cannot be kept as it is.", "Change it and try again.")
    return again

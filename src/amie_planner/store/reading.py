"""Records out of a planner file, by the driver alone: a leader sees them before SQLAlchemy has been loaded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from functools import cache
from typing import Any, TypeVar

from pydantic_core import from_json

from amie_planner.domain.records import Record
from amie_planner.store import layout

R = TypeVar("R", bound=Record)

_AS_KEPT: Mapping[type | None, Callable[[Any], Any]] = {
    bool: bool,
    date: date.fromisoformat,
    time: time.fromisoformat,
    None: from_json,
}
"""What makes a value of what is stored, where that is not the value itself."""


def records(connection: Any, kind: type[R], **fields: str) -> tuple[R, ...]:
    """The records of one kind in which these fields are so, by programme, session and position.

    Raises InvalidRecord if one does not hold, and driver errors.
    """
    rows = connection.execute(_select(kind, *fields), fields)
    return tuple(kind.made(**_values(kind, row)) for row in rows)


def verdicts(connection: Any) -> tuple[tuple[str, str, int], ...]:
    """Entries of the library that a plan took a change from, with each verdict on it and how often it was given."""
    counted = (
        "SELECT library, verdict, count(*) FROM adaptation "
        "WHERE library IS NOT NULL AND verdict IS NOT NULL GROUP BY library, verdict ORDER BY library, verdict"
    )
    return tuple(connection.execute(counted).fetchall())


@cache
def _select(kind: type[Record], *fields: str) -> str:
    """Each column stands with its table: a quoted name alone would be read as a text if there were no such column."""
    table = layout.table(kind.__name__)
    columns = {name: f'{table}."{name}"' for name in kind.model_fields}
    which = " AND ".join(f"{columns[name]} = :{name}" for name in fields) or "TRUE"
    order = [columns[name] for name in (*(n for n in layout.key(kind) if n != "id"), "position", "id")]
    return f"SELECT {', '.join(columns.values())} FROM {table} WHERE {which} ORDER BY {', '.join(order)}"


@cache
def _kept_otherwise(kind: type[Record]) -> Mapping[str, Callable[[Any], Any]]:
    stored = {name: layout.plain(field.annotation) for name, field in kind.model_fields.items()}
    return {name: _AS_KEPT[plain] for name, plain in stored.items() if plain in _AS_KEPT}


def _values(kind: type[Record], row: tuple[Any, ...]) -> dict[str, Any]:
    values = dict(zip(kind.model_fields, row, strict=True))
    for name, as_kept in _kept_otherwise(kind).items():
        if values[name] is not None:
            values[name] = as_kept(values[name])
    return values

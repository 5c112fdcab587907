"""Records out of a planner file, by the driver alone: a leader sees them before SQLAlchemy has been loaded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from functools import cache
from typing import Any, TypeVar

from pydantic_core import from_json

from amie_planner.domain.records import Record, Session
from amie_planner.store import layout

R = TypeVar("R", bound=Record)

_AS_KEPT: Mapping[type | None, Callable[[Any], Any]] = {
    bool: bool,
    date: date.fromisoformat,
    time: time.fromisoformat,
    None: from_json,
}
"""What makes a value of what is stored, where that is not the value itself."""
_EMPTY: Mapping[type, str] = {tuple: "[]", dict: "{}"}


def records(connection: Any, kind: type[R], **fields: str) -> tuple[R, ...]:
    """The records of one kind in which these fields are so, by programme, session and position.

    Raises InvalidRecord if one does not hold, and driver errors.
    """
    rows = connection.execute(_select(kind, *fields), fields)
    return tuple(kind.made(**_values(kind, row)) for row in rows)


def ahead(connection: Any, day: date) -> tuple[Session, ...]:
    """The sessions of a day and of those after it, by day."""
    rows = connection.execute(f"{_all(Session)} WHERE date >= ? ORDER BY date, programme, id", (day.isoformat(),))
    return tuple(Session.made(**_values(Session, row)) for row in rows)


def spans(connection: Any) -> dict[str, tuple[date, date] | None]:
    """Of each programme the days of its first and its last session; nothing where none has a day."""
    found = connection.execute(
        "SELECT programme.programme, min(session.date), max(session.date) FROM programme "
        "LEFT JOIN session ON session.programme = programme.programme GROUP BY programme.programme"
    )
    return {id: (date.fromisoformat(first), date.fromisoformat(last)) if first else None for id, first, last in found}


def verdicts(connection: Any) -> tuple[tuple[str, str, int], ...]:
    """Entries of the library that a plan took a change from, with each verdict on it and how often it was given."""
    counted = (
        "SELECT library, verdict, count(*) FROM adaptation "
        "WHERE library IS NOT NULL AND verdict IS NOT NULL GROUP BY library, verdict ORDER BY library, verdict"
    )
    return tuple(connection.execute(counted).fetchall())


@cache
def _select(kind: type[Record], *fields: str) -> str:
    columns = _columns(kind)
    which = " AND ".join(f"{columns[name]} = :{name}" for name in fields) or "TRUE"
    order = [columns[name] for name in (*(n for n in layout.key(kind) if n != "id"), "position", "id")]
    return f"{_all(kind)} WHERE {which} ORDER BY {', '.join(order)}"


def _all(kind: type[Record]) -> str:
    return f"SELECT {', '.join(_columns(kind).values())} FROM {layout.table(kind.__name__)}"


def _columns(kind: type[Record]) -> dict[str, str]:
    """Each column stands with its table: a quoted name alone would be read as a text if there were no such column."""
    return {name: f'{layout.table(kind.__name__)}."{name}"' for name in kind.model_fields}


@cache
def _fields(kind: type[Record]) -> tuple[tuple[str, Callable[[Any], Any] | None, str | None], ...]:
    """Each field, what makes its value of what is stored, and what is stored where a list or table of it is empty."""
    as_kept = {name: _AS_KEPT.get(layout.plain(field.annotation)) for name, field in kind.model_fields.items()}
    empty = {name: field.get_default(call_default_factory=True) for name, field in kind.model_fields.items()}
    return tuple((name, as_kept[name], _EMPTY.get(type(empty[name]))) for name in kind.model_fields)


def _values(kind: type[Record], row: tuple[Any, ...]) -> dict[str, Any]:
    """What is not recorded is left out, which saves a fifth of the time where most of a record is empty."""
    return {
        name: value if as_kept is None else as_kept(value)
        for (name, as_kept, empty), value in zip(_fields(kind), row, strict=True)
        if value is not None and value != empty
    }

"""How a record lies in the planner file: its table, its key, and which values are stored as what they are.

Said once, for the tables and for reading, and without loading a database.
"""

from __future__ import annotations

import re
from datetime import date, time
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from amie_planner.domain.records import InProgramme, InSession, Programme, Record

PLAIN = (bool, int, date, time, str)
"""An enum is a str here: stored by its value, and checked by its record when read."""


def table(kind: str) -> str:
    """The name of the table for the kind of record with this name."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind).lower()


def key(kind: type[Record]) -> tuple[str, ...]:
    """The fields by which a record of one kind is found."""
    if issubclass(kind, Programme):
        return ("programme",)
    if issubclass(kind, InSession):
        return ("programme", "session", "id")
    return ("programme", "id") if issubclass(kind, InProgramme) else ("id",)


def plain(annotation: Any) -> type | None:
    """Which of PLAIN the values of a field are stored as, or None: then they are stored as JSON."""
    if get_origin(annotation) is Annotated:
        return plain(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        choices = [choice for choice in get_args(annotation) if choice is not type(None)]
        return plain(choices[0]) if len(choices) == 1 else None
    if not isinstance(annotation, type):
        return None
    return next((known for known in PLAIN if issubclass(annotation, known)), None)

"""The classes that a plan file is read with: the records without their place.

Each field is declared once, in the records; here stands only which list holds which kind. What a record
says by where it stands (`placed`) is no key of the file.
"""

from __future__ import annotations

from copy import copy
from types import GenericAlias
from typing import Any, Literal

from pydantic import Field, create_model

from amie_planner.domain.plan import LINES, SHARED
from amie_planner.domain.records import Activity, InProgramme, Part, Person, Programme, Record, Requirement, Session
from amie_planner.domain.values import MOST_ACTIVITIES, MOST_SESSIONS, Day, Id

Format = Literal["amie-plan"]
Version = Literal[1]


def in_file(record: type[Record], **more: Any) -> type[Part]:
    """The class that reads a record as it stands in a file."""
    own = {
        name: (field.annotation, copy(field))
        for name, field in record.model_fields.items()
        if name not in record.placed
    }
    return create_model(record.__name__, __base__=Part, __doc__=record.__doc__, **(own | more))


def list_of(entry: type[Part], most: int | None = None) -> Any:
    """A list in a file that need not be there, and of how many at most."""
    return (GenericAlias(tuple, (entry, ...)), Field(default=(), max_length=most))


_MOST: dict[type[Record], int] = {Activity: MOST_ACTIVITIES}

_PERSON = in_file(Person, requirements=list_of(in_file(Requirement)))
_SESSION = in_file(Session, **{name: list_of(in_file(kind), _MOST.get(kind)) for kind, name in LINES.items()})
_PROGRAMME = in_file(Programme, id=(Id | None, Field(default=None, alias="uid")))
_MADE = {Person: _PERSON, Session: _SESSION}

LISTS: dict[str, type[InProgramme]] = {name: kind for kind, name in SHARED.items() if kind is not Requirement}
"""The lists of the programme by name; requirements stand with their person, sessions apart."""

PlanFile = create_model(
    "PlanFile",
    __base__=Part,
    __doc__="A programme and all that belongs to it.",
    format=(Format, ...),
    version=(Version, ...),
    prepared_on=(Day | None, None),
    programme=(_PROGRAMME, ...),
    sessions=list_of(_SESSION, MOST_SESSIONS),
    **{name: list_of(_MADE.get(kind) or in_file(kind)) for name, kind in LISTS.items()},
)

"""What a return asks, as data: which tables, under which headings, by which rules. A hub can write its own.

A template is read whole or not at all; what is wrong with one is said by line and key.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from amie_planner.domain.records.record import Part
from amie_planner.domain.values import Title

_Age = Annotated[int, Field(strict=True, ge=0, le=120)]
_Slug = Annotated[str, Field(strict=True, max_length=40, pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]


class Asked(Part):
    """One table that a return asks for, under its title.

    `columns` are those to be given, by id (see COLUMNS), with the heading that the return gives them; none is all of
    them, under our own headings.
    """

    table: Title
    title: Title
    columns: dict[str, Title] = {}


class ReturnTemplate(Part):
    """What a return asks. `source` says where that is known from.

    A core participant came to at least `core_sessions` sessions. `bands` are ages in whole years, the youngest and the
    oldest of each, both included.
    """

    id: _Slug
    version: _Slug
    label: Title
    about: Title
    source: Title
    core_sessions: Annotated[int, Field(strict=True, ge=1, le=100)] = 3
    bands: tuple[tuple[_Age, _Age], ...] = ()
    tables: tuple[Asked, ...]

    def asked(self, table: str) -> Asked | None:
        """What it asks of a table, by id; None where it does not ask for it."""
        return next((asked for asked in self.tables if asked.table == table), None)

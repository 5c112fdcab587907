"""What a return asks, as data: which tables, under which headings, by which rules. A hub can write its own."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from amie_planner.domain.records.record import Part


def _id(value: str) -> str:
    if not value.isascii() or not value.replace("-", "a").isalnum() or value != value.lower():
        raise ValueError("may hold small letters, digits and hyphens alone")
    return value


def _one_line(value: str) -> str:
    if not value.strip() or len(value.splitlines()) > 1:
        raise ValueError("must be one line with something in it")
    if unseen := next((sign for sign in value if not sign.isprintable()), ""):
        raise ValueError(f"holds a character that cannot be seen, U+{ord(unseen):04X}")
    return value


def _some(value: tuple[Any, ...]) -> tuple[Any, ...]:
    if not value:
        raise ValueError("must hold one or more")
    return value


def _bands_apart(value: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    if any(oldest < youngest for youngest, oldest in value):
        raise ValueError("must give the younger age of a band first")
    if any(later[0] <= earlier[1] for earlier, later in pairwise(value)):
        raise ValueError("must go up, no age in two bands")
    return value


_Age = Annotated[int, Field(strict=True, ge=0, le=120)]
_Slug = Annotated[str, Field(strict=True, min_length=1, max_length=40), AfterValidator(_id)]
_Heading = Annotated[str, Field(strict=True, max_length=100), AfterValidator(_one_line)]
_Sentence = Annotated[str, Field(strict=True, max_length=1_000), AfterValidator(_one_line)]
_Bands = Annotated[tuple[tuple[_Age, _Age], ...], Field(max_length=30), AfterValidator(_bands_apart)]


class Asked(Part):
    """One table that a return asks for, under its title.

    `columns` are those to be given, by the ids that subjects.COLUMNS has, with the heading that the return gives them
    and in its order; none is all of them, under our own headings.
    """

    table: _Slug
    title: _Heading
    columns: dict[str, _Heading] = Field(default_factory=dict)

    def gives(self, column: str) -> bool:
        """Whether a column is asked for, by id."""
        return not self.columns or column in self.columns


class ReturnTemplate(Part):
    """What a return asks. `source` says where that is known from.

    A core participant came to at least `core_sessions` sessions. `bands` are ages in whole years, the youngest and the
    oldest of each, both included.
    """

    id: _Slug
    version: _Slug
    label: _Heading
    about: _Sentence
    source: _Sentence
    core_sessions: Annotated[int, Field(strict=True, ge=1, le=100)] = 3
    bands: _Bands = ()
    tables: Annotated[tuple[Asked, ...], Field(max_length=100), AfterValidator(_some)]

    def asked(self, table: str) -> Asked | None:
        """What it asks of a table, by id; None where it does not ask for it."""
        return next((asked for asked in self.tables if asked.table == table), None)

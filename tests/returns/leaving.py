"""Returns as they leave, made up: for what writes them, whatever they count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from amie_planner.domain.vocabulary import Profile
from amie_planner.returns.making import MadeReturn
from amie_planner.returns.table import Column, Table, Value, Withheld
from amie_planner.returns.templates import Asked, ReturnTemplate

TEMPLATE = ReturnTemplate(
    id="general",
    version="2026",
    label="General hub return",
    about="For any hub",
    source="Forms that hubs publish",
    tables=(Asked(table="people", title="People and attendances"),),
)
PEOPLE = Table(
    "People counts",
    (
        Column("Programme", "Its title"),
        Column("Code", "What the hub calls it"),
        Column("Since", "The day of its first session"),
        Column("Unique people", "Present or late at least once"),
        Column("Contact hours", "Hours × attendance"),
    ),
    (
        ("Sound makers", "007", date(2026, 9, 8), 15, 7.25),
        ("Łukasz & 李", "0012", None, Withheld.CONFIDENTIAL, None),
        ("=1+1", "", date(1899, 12, 31), 0, 1.5),
    ),
    "People and attendances",
    ("Two sessions were counted by heads alone.",),
)
NOTES = Table(
    "Notes",
    (Column("About", ""), Column("What it says", "")),
    (("[c]", "not shown, to protect people"), ("blank", "nothing is recorded")),
    "What to know of this return",
)


def a_return(tables: tuple[Table, ...] = (PEOPLE,), **said: Any) -> MadeReturn:
    """A shareable return over a school year with these tables, and whatever else is said of it."""
    made = MadeReturn(TEMPLATE, Profile.SHAREABLE, date(2026, 9, 1), date(2027, 8, 31), tables, NOTES)
    return replace(made, **said)


def a_table(*rows: tuple[Value, ...], name: str = "Texts", title: str = "", notes: tuple[str, ...] = ()) -> Table:
    """A table of these rows, with a heading for each column."""
    heads = tuple(Column(f"Column {n}", f"What {n} is") for n in range(1, len(rows[0]) + 1))
    return Table(name, heads, rows, title, notes)

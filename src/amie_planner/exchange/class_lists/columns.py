"""Columns: the field that each one fills, or why it is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists.headings import field_of, key, why_left_out

HELD = ("surname", "forename", "preferred-name", "full-name", "group", "school-year")
FOR_RETURNS = ("birth-date", "pupil-premium", "send-status", "eal", "free-meals", "in-care")
FIELDS = (*HELD, *FOR_RETURNS, "other")

_CHOSEN = "chosen"
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list. `field` is one of FIELDS, or None where its heading is not known; `at` counts from 0."""

    header: str
    field: str | None
    left_out: bool
    why: str
    at: int


def columns(headings: Sequence[str], chosen: Mapping[str, str]) -> tuple[Column, ...]:
    """What becomes of each column; `chosen` maps a heading to a field, over what its words say. Raises AmieError."""
    mine = _chosen(headings, chosen)
    claims: dict[str, list[tuple[bool, int, int]]] = {}
    for at, heading in enumerate(headings):
        field, rank = (mine[at], 0) if at in mine else field_of(heading) or (None, 0)
        if field:
            claims.setdefault(field, []).append((at not in mine, rank, at))
    first = {field: min(claimed)[2] for field, claimed in claims.items()}
    return tuple(_column(heading, at, mine.get(at), first) for at, heading in enumerate(headings))


def _column(heading: str, at: int, chosen: str | None, first: Mapping[str, int]) -> Column:
    found = field_of(heading)
    field = chosen or (found[0] if found else None)
    if chosen == "other":
        return Column(heading, field, True, "chosen to be left out", at)
    if field in FOR_RETURNS:
        return Column(heading, field, True, "for a hub return only; this version keeps it nowhere", at)
    if field is None:
        why = why_left_out(heading) or "not known; choose a field for it if it is needed"
        return Column(heading, None, True, why if heading else "it has no heading", at)
    if first[field] != at:
        return Column(heading, field, True, "another column already gives this", at)
    return Column(heading, field, False, _CHOSEN if chosen else "known by its heading", at)


def _chosen(headings: Sequence[str], chosen: Mapping[str, str]) -> dict[int, str]:
    """The chosen field of each column. Raises AmieError for what is not there, or is chosen twice."""
    found: dict[int, str] = {}
    for heading, field in chosen.items():
        at = [n for n, other in enumerate(headings) if key(other) == key(heading) and key(heading)]
        if field not in FIELDS:
            raise AmieError(f"There is no field {field[:_LONGEST_SHOWN]}.", f"The fields are: {', '.join(FIELDS)}.")
        if not at:
            named = ", ".join(h[:_LONGEST_SHOWN] for h in headings if h)
            raise AmieError(f"This list has no column {heading[:_LONGEST_SHOWN]}.", f"Its columns are: {named}.")
        if len(at) > 1:
            raise AmieError(f"This list has {len(at)} columns {heading[:_LONGEST_SHOWN]}.", "Name each in its own way.")
        if at[0] in found:
            raise AmieError(f"The column {heading[:_LONGEST_SHOWN]} is chosen twice.", "Choose one field for it.")
        found[at[0]] = field
    fields = [field for field in found.values() if field != "other"]
    for field in fields:
        if fields.count(field) > 1:
            raise AmieError(f"Two columns are chosen for {field}.", "Choose one of them.")
    return found

"""Columns: the field that each one fills, or why it is left out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from amie_planner.errors import AmieError
from amie_planner.exchange.class_lists.headings import field_of, key, kind_of, why_left_out

HELD = ("surname", "forename", "preferred-name", "full-name", "group", "school-year")
FOR_RETURNS = ("birth-date", "pupil-premium", "send-status", "eal", "free-meals", "in-care")
FIELDS = (*HELD, *FOR_RETURNS, "other")

IN_USE = {"surname": "surname-in-use", "forename": "preferred-name"}
"""What a column tells of a person where it holds the name that they go by, beside a legal one."""
_CHOSEN, _KNOWN = "chosen", "known by its heading"
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list. `field` is one of FIELDS, or None where its heading is not known; `at` counts from 0.

    `gives` is what it tells of a person, or None where it is left out: its field, or the name that they go by (IN_USE).
    """

    header: str
    field: str | None
    left_out: bool
    why: str
    at: int
    gives: str | None = None


def columns(headings: Sequence[str], chosen: Mapping[str, str]) -> tuple[Column, ...]:
    """What becomes of each column; `chosen` maps a heading to a field, over what its words say. Raises AmieError."""
    mine = _chosen(headings, chosen)
    legal = _has_legal_names(headings, mine.values())
    parts = [_part(heading, mine.get(at), legal) for at, heading in enumerate(headings)]
    claims: dict[str, list[tuple[bool, bool, int, int]]] = {}
    for at, (heading, part) in enumerate(zip(headings, parts, strict=True)):
        field, rank = field_of(heading) or (None, 0)
        if part:
            claims.setdefault(part, []).append((at not in mine, part != field, rank, at))
    first = {part: min(claimed)[-1] for part, claimed in claims.items()}
    return tuple(
        _column(heading, at, mine.get(at), part, part is None or first[part] == at)
        for at, (heading, part) in enumerate(zip(headings, parts, strict=True))
    )


def _has_legal_names(headings: Sequence[str], chosen: Collection[str]) -> bool:
    """Whether both parts of the legal name have a column, so that any other name is the one in use."""
    legal = {found[0] for heading in headings if kind_of(heading) == "legal" and (found := field_of(heading))}
    return legal == set(IN_USE) and not legal.intersection(chosen)


def _part(heading: str, chosen: str | None, legal: bool) -> str | None:
    """What a column would tell of a person."""
    if chosen:
        return chosen
    found, kind = field_of(heading), kind_of(heading)
    if found is None:
        return None
    in_use = kind == "preferred" or (legal and kind is None)
    return IN_USE.get(found[0], found[0]) if in_use else found[0]


def _column(heading: str, at: int, chosen: str | None, part: str | None, first: bool) -> Column:
    found = field_of(heading)
    field = chosen or (found[0] if found else None)
    if chosen == "other":
        return Column(heading, field, True, "chosen to be left out", at)
    if field in FOR_RETURNS:
        return Column(heading, field, True, "for a hub return only; this version keeps it nowhere", at)
    if field is None:
        why = why_left_out(heading) or "not known; choose a field for it if it is needed"
        return Column(heading, None, True, why if heading else "it has no heading", at)
    if not first:
        return Column(heading, field, True, "another column already gives this", at)
    known = _KNOWN if part == field else f"{_KNOWN}, as what people go by"
    return Column(heading, field, False, _CHOSEN if chosen else known, at, part)


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

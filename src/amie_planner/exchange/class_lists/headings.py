"""Which field a heading speaks of. Source: resources/class-lists.json, the headings that schools' systems write.

Case, spaces, punctuation and a byte order mark make no difference to a heading.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from amie_planner.places import resource

_LOOKED_AT = 30
"""Rows among which the headings must stand."""


@cache
def known() -> dict[str, Any]:
    """The headings of each field, which of them are legal or preferred, those left out, the words of a total."""
    return dict(json.loads(resource("class-lists.json").read_text(encoding="utf-8")))


def key(text: str) -> str:
    """What two headings that are the same have in common."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


@cache
def _by_key() -> dict[str, tuple[str, int]]:
    return {key(h): (field, rank) for field, headings in known()["fields"].items() for rank, h in enumerate(headings)}


def field_of(heading: str) -> tuple[str, int] | None:
    """The field, and the place of the heading among those that mean it: the first is the one to rely on."""
    return _by_key().get(key(heading))


def kind_of(heading: str) -> str | None:
    """Whether a surname or forename is the "legal" or the "preferred" one, if its heading says so."""
    mine = key(heading)
    return next((kind for kind in ("legal", "preferred") if mine in map(key, known()[kind])), None)


def why_left_out(heading: str) -> str | None:
    """Why a column with this heading is not held, if it is known as one of those."""
    mine = key(heading)
    for group in known()["left_out"]:
        if mine in map(key, group["headings"]) or any(key(part) in mine for part in group["parts"]):
            return str(group["why"])
    return None


def recognised(row: Sequence[str]) -> set[str]:
    """The fields that the cells of a row name."""
    return {found[0] for found in map(field_of, row) if found}


def heading_row(rows: Sequence[Sequence[str]], chosen: Collection[str] = ()) -> int | None:
    """Where the headings stand: the row with the most that are known or `chosen`, the first of equals."""
    wanted = set(map(key, chosen))
    best, most = None, 0
    for at, row in enumerate(rows[:_LOOKED_AT]):
        found = len(recognised(row)) + len(wanted.intersection(map(key, row)) if wanted else ())
        if found > most:
            best, most = at, found
    return best

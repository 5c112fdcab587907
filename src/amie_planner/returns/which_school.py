"""Which school is which, over all programmes of a return: its URN tells, and where there is none its name does."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from amie_planner.domain.records import School
from amie_planner.returns.facts import Facts

URN = re.compile(r"[0-9]{6}")
"""Every school in England has a number of six digits."""
Place = tuple[str, str]
"""A programme and the id of one of its schools."""


def places_of_schools(facts: Facts) -> tuple[Mapping[Place, int], Sequence[Sequence[School]]]:
    """Which school each place is, from 1, and what each of its places says of it, in order.

    It is the same where the URN is, whatever it is called, or where the name is and neither has a URN.
    """
    which: dict[Place, int] = {}
    found: dict[str, int] = {}
    held: list[list[School]] = []
    for source in facts.sources:
        for school in source.series.programme.schools:
            place = (source.series.programme.id, school.id)
            known = found.setdefault(_same(school) or "\n".join(place), len(held) + 1)
            held += [[]] if known > len(held) else []
            held[known - 1].append(school)
            which[place] = known
    return which, held


def urn(school: School) -> str:
    """Its number without spaces; "" where there is none."""
    return "".join((school.urn or "").split())


def name(school: School) -> str:
    """What it is called, with single spaces; "" where it has no name."""
    return " ".join((school.name or "").split())


def folded(called: str) -> str:
    """A name as names are compared: St Hilda’s is St. Hildas too."""
    return "".join(sign for sign in called.casefold() if unicodedata.category(sign)[0] not in "PZC")


def names(schools: Iterable[School]) -> tuple[str, ...]:
    """What they are called, each different name once, as the first of them writes it."""
    found: dict[str, str] = {}
    for called in filter(None, map(name, schools)):
        found.setdefault(folded(called), called)
    return tuple(found.values())


def _same(school: School) -> str:
    number, called = urn(school).casefold(), folded(name(school)) or name(school)
    return f"urn:{number}" if number else f"name:{called}" if called else ""

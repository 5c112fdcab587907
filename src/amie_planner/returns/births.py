"""Months of birth that cannot be: of whom came before they were born, say, or is in a school year at ninety."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amie_planner.domain.records import Person
from amie_planner.returns.facts import Facts
from amie_planner.returns.stages import ADULT, age, by_birth, by_year

_OLDEST = 100
"""In years: whoever is older was hardly meant."""


class CannotBe(StrEnum):
    """Why a month of birth cannot be, as what is said of it."""

    UNBORN = "is later than the day on which they came"
    TOO_OLD = f"makes them more than {_OLDEST} years old"
    AND_IN_SCHOOL = "makes them too old for their school year"


@dataclass(frozen=True, slots=True)
class WrongBirth:
    """Somebody of a programme, as it is said there, and why they were not born then."""

    person: Person
    why: CannotBe


def wrong_births(facts: Facts) -> Iterator[WrongBirth]:
    """Of everybody who came, by the day on which they first came in the period."""
    for member in facts.members:
        for _, person in member.known:
            why = _why(person, member.since) if person.born else None
            if why is not None:
                yield WrongBirth(person, why)


def births_in_short(facts: Facts) -> Iterator[str]:
    """The same as sentences that name nobody, one for each programme and reason."""
    titles = {source.series.programme.id: source.series.programme.title for source in facts.sources}
    many = Counter((each.person.programme, each.why) for each in wrong_births(facts))
    for (programme, why), people in many.items():
        who = f"{people:,} {'person' if people == 1 else 'people'}"
        yield f"“{titles[programme]}”, {who}: the month of birth {why}."


def _why(person: Person, day: date) -> CannotBe | None:
    years = age(person.born or "", day)
    if years is None:
        return CannotBe.UNBORN
    if years > _OLDEST:
        return CannotBe.TOO_OLD
    in_school = by_year(person.school_year or "") not in ("", ADULT)
    return CannotBe.AND_IN_SCHOOL if in_school and not by_birth(person.born or "", day) else None

"""Codes of a framework that others made, noted beside what was seen or heard: the bare code and its version.

What a code stands for is the framework's own text and is not here. Source: resources/frameworks.json.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from amie_planner.domain.days import near
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Observation
from amie_planner.domain.words import listed
from amie_planner.errors import AmieError
from amie_planner.places import resource


@dataclass(frozen=True, slots=True)
class Framework:
    """Its name, the version its codes are of, its domains by letter, and the other parts that a code can have."""

    name: str
    version: str
    domains: dict[str, str]
    levels: str
    elements: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A code that was noted for somebody, in one version, and on which days."""

    code: str
    version: str
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Domain:
    """What was noted in one domain, in the order in which it was first noted: that says nothing of better or worse."""

    name: str
    noted: tuple[Noted, ...]


@cache
def sounds_of_intent() -> Framework:
    """The one framework whose codes are known."""
    return Framework(**json.loads(resource("frameworks.json").read_text(encoding="utf-8"))["sounds-of-intent"])


def with_version(typed: str | None) -> str | None:
    """r4d → Sounds of Intent (soundsofintent.org, 2026) R.4.D; another framework's code stays as typed.

    Raises AmieError where it looks like a code and is none.
    """
    text = " ".join((typed or "").split())
    found = re.fullmatch(r"([a-z])[ .]?(\d)[ .]?([a-z])", text, re.IGNORECASE | re.ASCII)
    if not found:
        return text or None
    known, (domain, level, element) = sounds_of_intent(), (part.upper() for part in found.groups())
    if domain not in known.domains or level not in known.levels or element not in known.elements:
        raise AmieError(
            f"{domain}.{level}.{element} is not a code of {known.name}.",
            f"Write it as R.4.D: {listed(known.domains, 'or')}, then 1 to {known.levels[-1]}, then A to "
            f"{known.elements[-1]}.",
        )
    return f"{known.name} ({known.version}) {domain}.{level}.{element}"


def bare(written: str | None) -> str:
    """The code alone, where it is one; else all that is written."""
    found = _parts(written)
    return found[1] if found else written or ""


def profile(series: Series, person: str) -> tuple[Domain, ...]:
    """Which codes were noted for a person and when, by domain."""
    days = {lines.session.id: lines.session.date for lines in series.sessions}
    found: dict[tuple[str, str], set[date]] = {}
    for seen in _by_day((held for held in series.observations if held.person == person), days):
        if parts := _parts(seen.framework):
            day = _day(seen, days)
            found.setdefault(parts, set()).update({day} if day else ())
    return tuple(
        Domain(name, noted)
        for letter, name in sounds_of_intent().domains.items()
        if (noted := tuple(Noted(c, v, tuple(sorted(on))) for (v, c), on in found.items() if c[0] == letter))
    )


def in_words(domain: Domain, today: date | None) -> str:
    """Reactive: R.4.D on 8 September and 15 September, R.2.A."""
    return f"{domain.name}: {', '.join(_said(noted, today) for noted in domain.noted)}."


def _said(noted: Noted, today: date | None) -> str:
    days = listed(near(day, today) for day in noted.days)
    other = f" ({noted.version})" if noted.version != sounds_of_intent().version else ""
    return f"{noted.code}{other}{f' on {days}' if days else ''}"


def _parts(written: str | None) -> tuple[str, str] | None:
    """The version and the code, where it is one of Sounds of Intent."""
    known = sounds_of_intent()
    code = rf"([{''.join(known.domains)}]\.[{known.levels}]\.[{known.elements}])"
    found = re.fullmatch(rf"{re.escape(known.name)} \((.+)\) {code}", written or "")
    return (found[1], found[2]) if found else None


def _by_day(observations: Iterable[Observation], days: dict[str, date | None]) -> list[Observation]:
    return sorted(observations, key=lambda held: (_day(held, days) or date.max, held.position))


def _day(held: Observation, days: dict[str, date | None]) -> date | None:
    return held.date or days.get(held.session or "")

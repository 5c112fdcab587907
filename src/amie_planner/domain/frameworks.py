"""Codes of a framework that others made, noted beside what was seen or heard: the bare code and its version.

Those of Sounds of Intent are known and checked; any other framework's stay as they are written, in a short line.
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

_MOST = 120
"""Letters of a framework's name, its version and a code."""
OTHERS = "Other frameworks"


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
    """A code that was noted for somebody, in one version, and on which days.

    Of another framework's it is all that was written, and there is no version beside it.
    """

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
    """r4d → Sounds of Intent (soundsofintent.org, 2026) R.4.D; another framework's code stays as typed, in one line.

    Raises AmieError for a code of Sounds of Intent that there is not, for several of them, and for more than a short
    line.
    """
    text, known = " ".join((typed or "").split()), sounds_of_intent()
    if len(text) > _MOST:
        raise AmieError(
            "That is too long for a code.",
            f"Write the framework’s name, its version and the code, in at most {_MOST} letters.",
        )
    is_named = text.casefold().startswith(known.name.casefold())
    _one_code_at_most(text, is_named=is_named)
    named = rf"(?:{re.escape(known.name)}\b(?P<version>.*?)[\s,:)]*\b)?"
    code = r"(?P<domain>[a-z])[ .]?(?P<level>\d)[ .]?(?P<element>[a-z])"
    found = re.fullmatch(named + code, text, re.IGNORECASE | re.ASCII)
    if not is_named and (found is None or found["domain"].upper() not in known.domains):
        return text or None
    return f"{known.name} ({_version(found)}) {_checked(found)}"


def _one_code_at_most(text: str, *, is_named: bool) -> None:
    """Raises AmieError for several codes after the name of Sounds of Intent, or after a bare code of it."""
    a_code = re.compile(rf"\b[{''.join(sounds_of_intent().domains)}][ .]?\d[ .]?[a-z]\b", re.IGNORECASE | re.ASCII)
    if (is_named or a_code.match(text)) and len(a_code.findall(text)) > 1:
        raise AmieError("There is more than one code.", "Write one code here; add another entry for the other.")


def _version(found: re.Match[str] | None) -> str:
    said = (found["version"] or "").strip(" (),:") if found else ""
    return said or sounds_of_intent().version


def _checked(found: re.Match[str] | None) -> str:
    """R.4.D; raises AmieError where there is no such code."""
    known, parts = sounds_of_intent(), (found.group("domain", "level", "element") if found else ())
    code = ".".join(parts).upper()
    if not found or not re.fullmatch(_code(known), code):
        raise AmieError(
            f"{code or 'That'} is not a code of {known.name}.",
            f"Write it as R.4.D: {listed(known.domains, 'or')}, then 1 to {known.levels[-1]}, then A to "
            f"{known.elements[-1]}. Before a code of another framework write its name.",
        )
    return code


def _code(known: Framework) -> str:
    return rf"[{''.join(known.domains)}]\.[{known.levels}]\.[{known.elements}]"


def bare(written: str | None) -> str:
    """The code alone, where it is one; else all that is written."""
    found = _parts(written)
    return found[1] if found else written or ""


def profile(series: Series, person: str) -> tuple[Domain, ...]:
    """Which codes were noted for a person and when, by domain; those of other frameworks last, as they were written."""
    found = _noted(series, person)
    by_letter = {**sounds_of_intent().domains, "": OTHERS}
    return tuple(
        Domain(name, noted)
        for letter, name in by_letter.items()
        if (noted := tuple(one for domain, one in found if domain == letter))
    )


def _noted(series: Series, person: str) -> tuple[tuple[str, Noted], ...]:
    """Each code in the order in which it was first noted, with the letter of its domain, which another's has not."""
    days = {lines.session.id: lines.session.date for lines in series.sessions}
    found: dict[tuple[str, str], set[date]] = {}
    for seen in _by_day((held for held in series.observations if held.person == person), days):
        if seen.framework:
            day = _day(seen, days)
            found.setdefault(_parts(seen.framework) or ("", seen.framework), set()).update({day} if day else ())
    return tuple((c[0] if v else "", Noted(c, v, tuple(sorted(on)))) for (v, c), on in found.items())


def in_words(domain: Domain, today: date | None) -> str:
    """Reactive: R.4.D on 8 September and 15 September, R.2.A."""
    return f"{domain.name}: {', '.join(_said(noted, today) for noted in domain.noted)}."


def _said(noted: Noted, today: date | None) -> str:
    days = listed(near(day, today) for day in noted.days)
    other = f" ({noted.version})" if noted.version not in ("", sounds_of_intent().version) else ""
    return f"{noted.code}{other}{f' on {days}' if days else ''}"


def _parts(written: str | None) -> tuple[str, str] | None:
    """The version and the code, where it is one of Sounds of Intent."""
    known = sounds_of_intent()
    found = re.fullmatch(rf"{re.escape(known.name)} \((.+)\) ({_code(known)})", written or "")
    return (found[1], found[2]) if found else None


def _by_day(observations: Iterable[Observation], days: dict[str, date | None]) -> list[Observation]:
    return sorted(observations, key=lambda held: (_day(held, days) or date.max, held.position))


def _day(held: Observation, days: dict[str, date | None]) -> date | None:
    return held.date or days.get(held.session or "")

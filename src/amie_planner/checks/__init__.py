"""HEARD as a conversation: a frozen plan or series in, findings out. The same in gives the same out, in one order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from types import ModuleType
from typing import Any, TypeVar

from amie_planner import log
from amie_planner.checks import (
    authentic,
    authentic_series,
    diverse,
    diverse_series,
    equitable,
    equitable_adaptations,
    equitable_series,
    holistic,
    holistic_series,
    representative,
    representative_series,
)
from amie_planner.checks.check import Check, Finding, Principle, Prompt, Scope, your_call
from amie_planner.checks.figures import Figures
from amie_planner.checks.period import Period, period
from amie_planner.checks.reading import read
from amie_planner.domain.plan import Plan, Series
from amie_planner.domain.records import HeardWording
from amie_planner.domain.words import listed

S = TypeVar("S")
PlanCheck = Check[Plan] | Prompt[Plan]
SeriesCheck = Check[Period]

_MODULES = (
    (holistic, holistic_series),
    (equitable, equitable_adaptations, equitable_series),
    (authentic, authentic_series),
    (representative, representative_series),
    (diverse, diverse_series),
)

PRINCIPLES: tuple[Principle, ...] = tuple(modules[0].PRINCIPLE for modules in _MODULES)
"""The five, in their order."""


def _in(modules: tuple[ModuleType, ...], scope: Scope) -> list[Any]:
    held = chain.from_iterable(vars(module).values() for module in modules)
    found = (check for check in held if isinstance(check, Check | Prompt) and check.scope is scope)
    return sorted(found, key=lambda check: check.id)


PLAN_CHECKS: tuple[PlanCheck, ...] = tuple(held for modules in _MODULES for held in _in(modules, Scope.PLAN))
"""Every check of one plan, by principle and number."""

SERIES_CHECKS: tuple[SeriesCheck, ...] = tuple(held for modules in _MODULES for held in _in(modules, Scope.SERIES))
"""Every check of a programme over a period, by principle and number."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What is asked, in whose words: the principles, and the checks of a plan and of a series."""

    principles: tuple[Principle, ...] = PRINCIPLES
    plan_checks: tuple[PlanCheck, ...] = PLAN_CHECKS
    series_checks: tuple[SeriesCheck, ...] = SERIES_CHECKS

    def of(self, id: str) -> Check[Any] | Prompt[Any]:
        """The check with an id. Raises KeyError for one that is not asked."""
        for held in (*self.plan_checks, *self.series_checks):
            if held.id == id:
                return held
        raise KeyError(id)


HEARD = Heard()
"""HEARD in our own words."""


def worded(wording: Iterable[HeardWording]) -> Heard:
    """HEARD as a hub words it. What it leaves out is not asked; ids stay, and so does what a check sees."""
    said = {held.id: held for held in wording}
    principles = {p.letter: _reworded(p, said.get(p.letter)) for p in PRINCIPLES if not _left_out(said, p.letter)}

    def asked(checks: tuple[Any, ...]) -> Iterator[Any]:
        for held in checks:
            if held.principle.letter in principles and not _left_out(said, held.id):
                own = said.get(held.id)
                question = own.asks if own and own.asks else held.question
                yield replace(held, principle=principles[held.principle.letter], question=question)

    return Heard(tuple(principles.values()), tuple(asked(PLAN_CHECKS)), tuple(asked(SERIES_CHECKS)))


def in_other_words(findings: Iterable[Finding]) -> str:
    """A sentence where HEARD is in a hub's words or asks less than we do; nothing where it is ours."""
    found = tuple(findings)
    ours = {held.id: (held.question, held.principle) for held in (*PLAN_CHECKS, *SERIES_CHECKS)}
    principles = {finding.principle.letter: finding.principle for finding in found}
    own = any(ours.get(f.check) != (f.question, f.principle) for f in found)
    gone = [p.name for p in PRINCIPLES if found and p.letter not in principles]
    left_out = f"Nothing is asked here about {listed(gone)}." if gone else ""
    return " ".join(filter(None, ("In the words of a hub." if own else "", left_out)))


def _left_out(said: dict[str, HeardWording], id: str) -> bool:
    return id in said and said[id].left_out


def _reworded(principle: Principle, own: HeardWording | None) -> Principle:
    return replace(principle, name=own.name or principle.name, says=own.says or principle.says) if own else principle


def run(plan: Plan, checks: tuple[PlanCheck, ...] = PLAN_CHECKS) -> tuple[Finding, ...]:
    """What the checks find in a plan, one finding a check at most. A check that fails says so and stops no other."""
    once = read(plan)
    found = (_finding(held, once) for held in checks)
    return tuple(finding for finding in found if finding)


def run_series(
    series: Series,
    first: date | None,
    last: date | None,
    figures: Figures | None = None,
    checks: tuple[SeriesCheck, ...] = SERIES_CHECKS,
) -> tuple[Finding, ...]:
    """The same of a programme from a first day to a last, both included; without one it is open on that side."""
    once = period(series, first, last, figures)
    found = (_finding(held, once) for held in checks)
    return tuple(finding for finding in found if finding)


def _finding(held: Check[S] | Prompt[S], subject: S) -> Finding | None:
    try:
        return held.finding(subject)
    except Exception as error:
        log.trouble(f"Check {held.id} could not be run", error)
        text = f"This check could not be run. Its question is still yours to ask: {held.question}"
        return held.found(your_call(text))

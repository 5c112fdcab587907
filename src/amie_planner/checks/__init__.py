"""HEARD as a conversation: a frozen plan in, findings out. The same plan gives the same findings, in one order."""

from __future__ import annotations

from types import ModuleType

from amie_planner import log
from amie_planner.checks import authentic, diverse, equitable, holistic, representative
from amie_planner.checks.check import Answer, Check, Finding, Principle, Prompt
from amie_planner.domain.plan import Plan

PlanCheck = Check[Plan] | Prompt[Plan]

_MODULES = (holistic, equitable, authentic, representative, diverse)

PRINCIPLES: tuple[Principle, ...] = tuple(module.PRINCIPLE for module in _MODULES)
"""The five, in their order."""


def _in(module: ModuleType) -> list[PlanCheck]:
    found = [held for held in vars(module).values() if isinstance(held, Check | Prompt)]
    return sorted(found, key=lambda held: held.id)


PLAN_CHECKS: tuple[PlanCheck, ...] = tuple(held for module in _MODULES for held in _in(module))
"""Every check of one plan, by principle and number."""


def of(id: str) -> PlanCheck:
    """The check with an id. Raises KeyError."""
    return _BY_ID[id]


_BY_ID = {held.id: held for held in PLAN_CHECKS}


def run(plan: Plan, checks: tuple[PlanCheck, ...] = PLAN_CHECKS) -> tuple[Finding, ...]:
    """What the checks find in a plan, one finding a check at most. A check that fails says so and stops no other."""
    found = (_finding(held, plan) for held in checks)
    return tuple(finding for finding in found if finding)


def _finding(held: PlanCheck, plan: Plan) -> Finding | None:
    try:
        return held.finding(plan)
    except Exception as error:
        log.trouble(f"Check {held.id} could not be run", error)
        text = f"This check could not be run. Its question is still yours to ask: {held.question}"
        return Finding(held.id, Answer.YOUR_CALL, text)

"""The grid: which access requirement meets which activity, and what answers it there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity, Adaptation, ByDesign, Requirement


class Answered(StrEnum):
    """How a requirement is answered where it bites."""

    BY_DESIGN = "by design"
    ADAPTED = "adapted"
    NOT_YET = "not yet"


@dataclass(frozen=True, slots=True)
class Cell:
    """One requirement in one counted activity where it bites, and what answers it."""

    requirement: Requirement
    activity: Activity
    answer: Answered
    by: tuple[ByDesign | Adaptation, ...] = ()

    @property
    def id(self) -> str:
        """The cell's name in findings: requirement/activity."""
        return f"{self.requirement.id}/{self.activity.id}"


def bites(requirement: Requirement, activity: Activity) -> bool:
    """Whether a requirement is in the way in an activity: its `where` names the kind, or is empty."""
    return not requirement.where or activity.kind in requirement.where


def adapts(adaptation: Adaptation, requirement: Requirement, activity: Activity) -> bool:
    """Whether an adaptation names this requirement, and this activity or all of them."""
    here = adaptation.activities == "all" or activity.id in adaptation.activities
    return here and requirement.id in adaptation.requirements


def requirements(plan: Plan) -> tuple[Requirement, ...]:
    """The active requirements of the people of the plan, person by person."""
    active = [r for r in plan.requirements if r.active]
    return tuple(r for person in plan.expected for r in active if r.person == person.id)


def grid(plan: Plan) -> tuple[Cell, ...]:
    """Every cell where a requirement bites, by requirement and then in the order of the day."""
    met = {(b.requirement, b.activity): b for b in reversed(plan.by_design)}
    found = []
    for requirement in requirements(plan):
        mine = [d for d in plan.adaptations if requirement.id in d.requirements]
        for activity in plan.counted:
            if bites(requirement, activity):
                found.append(_cell(requirement, activity, met.get((requirement.id, activity.id)), mine))
    return tuple(found)


def _cell(requirement: Requirement, activity: Activity, met: ByDesign | None, mine: list[Adaptation]) -> Cell:
    if met is not None:
        return Cell(requirement, activity, Answered.BY_DESIGN, (met,))
    changes = tuple(d for d in mine if adapts(d, requirement, activity))
    return Cell(requirement, activity, Answered.ADAPTED if changes else Answered.NOT_YET, changes)

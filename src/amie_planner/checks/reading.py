"""A plan read once: what several checks look at is worked out when the first of them asks, and kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cached_property

from amie_planner.domain.access import bites, requirements
from amie_planner.domain.plan import Lines, Plan
from amie_planner.domain.records import Activity, Adaptation, Person, Requirement


@dataclass(frozen=True, slots=True)
class Row:
    """A requirement's row of the access grid: the minutes where it bites, those met, and where it is “not yet”."""

    requirement: Requirement
    needed: int
    met: int
    waiting: tuple[Activity, ...]


@dataclass(frozen=True, kw_only=True)
class ReadPlan(Plan):
    """A plan whose derived parts are worked out once."""

    @cached_property
    def counted(self) -> tuple[Activity, ...]:
        return super().counted

    @cached_property
    def read_adaptations(self) -> tuple[Adaptation, ...]:
        return super().read_adaptations

    @cached_property
    def expected(self) -> tuple[Person, ...]:
        return super().expected

    @cached_property
    def previous(self) -> tuple[Lines, ...]:
        return super().previous

    @cached_property
    def needs(self) -> tuple[Requirement, ...]:
        """The active requirements of the people of the plan, r2 before r10."""
        return tuple(sorted(requirements(self), key=lambda r: (len(r.id), r.id)))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """What `grid` says, a row for each requirement that bites somewhere, in the order of `needs`."""
        answered: dict[str, set[str]] = {}
        for met in self.by_design:
            answered.setdefault(met.requirement or "", set()).add(met.activity or "")
        for change in self.adaptations:
            where = [a.id for a in self.counted] if change.activities == "all" else change.activities
            for requirement in change.requirements:
                answered.setdefault(requirement, set()).update(where)
        found = (_row(need, self.counted, answered.get(need.id, set())) for need in self.needs)
        return tuple(row for row in found if row)


def _row(need: Requirement, counted: Iterable[Activity], answered: set[str]) -> Row | None:
    bitten = [a for a in counted if bites(need, a)]
    waiting = tuple(a for a in bitten if a.id not in answered)
    needed = _minutes(bitten)
    return Row(need, needed, needed - _minutes(waiting), waiting) if bitten else None


def _minutes(activities: Iterable[Activity]) -> int:
    return sum(a.minutes or 0 for a in activities)


def read(plan: Plan) -> ReadPlan:
    """The plan, ready to be read by many checks; the same object if it is so already."""
    if isinstance(plan, ReadPlan):
        return plan
    return ReadPlan(**{f.name: getattr(plan, f.name) for f in fields(Plan)})

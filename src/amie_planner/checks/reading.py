"""A plan read once: what several checks look at is worked out when the first of them asks, and kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cached_property

from amie_planner.domain.access import Answered, Cell, grid, requirements
from amie_planner.domain.plan import Lines, Plan
from amie_planner.domain.records import Activity, Adaptation, Person, Requirement


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement in the counted activities where it bites, in minutes, and the cells that are “not yet”."""

    requirement: Requirement
    needed: int
    met: int
    waiting: tuple[Cell, ...]


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
        """The grid, a row for each requirement that bites somewhere, in the order of `needs`."""
        found: dict[str, list[Cell]] = {r.id: [] for r in self.needs}
        for cell in grid(self):
            found[cell.requirement.id].append(cell)
        return tuple(_row(cells) for cells in found.values() if cells)


def _row(cells: list[Cell]) -> Row:
    waiting = tuple(cell for cell in cells if cell.answer is Answered.NOT_YET)
    needed = _minutes(cells)
    return Row(cells[0].requirement, needed, needed - _minutes(waiting), waiting)


def _minutes(cells: Iterable[Cell]) -> int:
    return sum(cell.activity.minutes or 0 for cell in cells)


def read(plan: Plan) -> ReadPlan:
    """The plan, ready to be read by many checks; the same object if it is so already."""
    if isinstance(plan, ReadPlan):
        return plan
    return ReadPlan(**{f.name: getattr(plan, f.name) for f in fields(Plan)})

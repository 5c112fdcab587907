"""The access grid as a leader sees it: a row for each thing that is in the way, a cell for each activity.

Where people are listed, rows are their access requirements; where nobody is, rows are the barriers that are expected.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amie_planner.domain.access import Answered, adapts, bites, requirements
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity, Adaptation, ByDesign, Person, Requirement
from amie_planner.domain.vocabulary import Barrier


@dataclass(frozen=True, slots=True)
class Need:
    """What a row is about: a requirement of a person, or a barrier; or a person with nothing in their way."""

    person: Person | None = None
    requirement: Requirement | None = None
    expected: Barrier | None = None

    @property
    def id(self) -> str:
        """Unique among the rows."""
        if self.requirement:
            return self.requirement.id
        return f"barrier/{self.expected}" if self.expected else f"person/{self.person.id if self.person else ''}"

    @property
    def barrier(self) -> Barrier | None:
        """What is in the way, where it is said."""
        return self.requirement.barrier if self.requirement else self.expected

    @property
    def asks(self) -> bool:
        """Whether anything is in the way."""
        return self.requirement is not None or self.expected is not None


@dataclass(frozen=True, slots=True)
class GridCell:
    """One need in one counted activity. Without an answer it is not in the way here.

    `by` is all that answers it, what meets it by design first: a change beside that still takes its time and kit.
    """

    need: Need
    activity: Activity
    answer: Answered | None = None
    by: tuple[ByDesign | Adaptation, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nothing answers it yet."""
        return self.answer is Answered.NOT_YET


@dataclass(frozen=True, slots=True)
class GridRow:
    """One need and its cells, in the order of the day."""

    need: Need
    cells: tuple[GridCell, ...]


def rows(plan: Plan) -> tuple[GridRow, ...]:
    """Every row, person by person; or barrier by barrier where nobody is listed."""
    return tuple(GridRow(need, tuple(_cells(need, plan))) for need in needs(plan))


def needs(plan: Plan) -> Iterator[Need]:
    """What the rows are about."""
    people = plan.expected
    if not people:
        named = (barrier for d in plan.read_adaptations for barrier in d.barriers)
        yield from (Need(expected=barrier) for barrier in dict.fromkeys((*plan.session.expects, *named)))
        return
    asked = requirements(plan)
    for person in people:
        mine = [r for r in asked if r.person == person.id]
        yield from (Need(person, requirement) for requirement in mine)
        if not mine:
            yield Need(person)


def open_cells(grid: tuple[GridRow, ...]) -> tuple[GridCell, ...]:
    """The cells that nothing answers yet."""
    return tuple(cell for row in grid for cell in row.cells if cell.is_open)


def _cells(need: Need, plan: Plan) -> Iterator[GridCell]:
    mine = [d for d in plan.adaptations if _speaks_of(d, need)]
    met = {b.activity: b for b in reversed(plan.by_design) if b.activity and _is_met(b, need)}
    for activity in plan.counted:
        here = need.expected is not None or (need.requirement is not None and bites(need.requirement, activity))
        if not here:
            yield GridCell(need, activity)
            continue
        by = tuple(d for d in mine if _is_in(d, need, activity))
        if activity.id in met:
            yield GridCell(need, activity, Answered.BY_DESIGN, (met[activity.id], *by))
        else:
            yield GridCell(need, activity, Answered.ADAPTED if by else Answered.NOT_YET, by)


def _speaks_of(adaptation: Adaptation, need: Need) -> bool:
    if need.requirement:
        return need.requirement.id in adaptation.requirements
    return need.expected in adaptation.barriers


def _is_met(met: ByDesign, need: Need) -> bool:
    return (
        met.requirement == need.requirement.id
        if need.requirement
        else met.barrier is not None and met.barrier == need.expected
    )


def _is_in(adaptation: Adaptation, need: Need, activity: Activity) -> bool:
    if need.requirement:
        return adapts(adaptation, need.requirement, activity)
    return adaptation.activities == "all" or activity.id in adaptation.activities

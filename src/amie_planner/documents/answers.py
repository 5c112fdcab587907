"""What an activity answers as it is, and what nothing answers yet; what is open nearly everywhere is said once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from amie_planner.checks.lines import barrier
from amie_planner.documents.house_style import EASY_READ, Part, PrintStyle
from amie_planner.documents.running_order import place
from amie_planner.documents.wording import opening, sentences, with_label
from amie_planner.domain import words
from amie_planner.domain.access import requirements
from amie_planner.domain.access_grid import GridCell, Need, open_cells, rows
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity
from amie_planner.domain.timing import Timing
from amie_planner.domain.vocabulary import label


def by_design(plan: Plan) -> dict[str, list[tuple[str, str]]]:
    """By activity: whose requirement, or which barrier, it answers as it is, and how."""
    people = {p.id: words.person_name(p, plan) for p in plan.people}
    owners = {r.id: people[r.person] for r in requirements(plan)}
    found: dict[str, list[tuple[str, str]]] = {}
    for met in plan.by_design:
        whose = opening(owners.get(met.requirement or "") or label("barrier", met.barrier))
        if met.activity and met.how and whose:
            found.setdefault(met.activity, []).append((whose, met.how))
    return found


@dataclass(frozen=True)
class Open:
    """What nothing answers yet in some activities: what is open in most of them, and the rest by activity."""

    plan: Plan
    times: Timing
    all_through: tuple[tuple[Need, tuple[Activity, ...]], ...]
    """Each with the activities in which it is not open."""
    cells: tuple[GridCell, ...]
    style: PrintStyle

    @classmethod
    def of(cls, plan: Plan, times: Timing, style: PrintStyle) -> Open:
        """What is open in a plan, activity by activity."""
        return cls(plan, times, (), open_cells(rows(plan)), style)

    def among(self, activities: Iterable[Activity]) -> Open:
        """What is open in some activities, as far as they count."""
        wanted = {a.id for a in activities}
        counted = [a for a in self.plan.counted if a.id in wanted]
        cells = [cell for cell in self.cells if cell.activity.id in wanted]
        often = {id for id, many in Counter(c.need.id for c in cells).items() if many > 1 and 2 * many > len(counted)}
        needs = {cell.need.id: cell.need for cell in cells if cell.need.id in often}
        waits = {(cell.need.id, cell.activity.id) for cell in cells}
        through = ((need, tuple(a for a in counted if (id, a.id) not in waits)) for id, need in needs.items())
        rest = tuple(cell for cell in cells if cell.need.id not in often)
        return replace(self, all_through=tuple(through), cells=rest)

    def said_once(self) -> tuple[Part, ...]:
        """What is open in most activities, and where it is not."""
        return _not_yet(self._but_for(need, answered) for need, answered in self.all_through)

    def said_in(self, activity: Activity, *, brief: bool = False) -> tuple[Part, ...]:
        """What else is open in one activity; where it is brief, what would help is said the first time only."""
        first = {cell.need.id: cell.activity.id for cell in reversed(self.cells)} if brief else {}
        here = (cell.need for cell in self.cells if cell.activity.id == activity.id)
        return _not_yet(self._said(need, brief=first.get(need.id, activity.id) != activity.id) for need in here)

    def _but_for(self, need: Need, answered: tuple[Activity, ...]) -> str:
        at = {slot.activity.id: place(slot, self.times) for slot in self.times.slots}
        but = [at[a.id] for a in answered]
        if self._is_easy:
            return sentences(self._said(need), f"It is answered at: {'; '.join(but)}" if but else "")
        return f"{self._said(need)}, but not at {words.listed(but)}" if but else self._said(need)

    @property
    def _is_easy(self) -> bool:
        return self.style.id == EASY_READ.id

    def _said(self, need: Need, *, brief: bool = False) -> str:
        if need.requirement is None or need.person is None:
            return label("barrier", need.expected)
        change = "" if brief else (need.requirement.change or "").strip().rstrip(".")
        if self._is_easy:
            whose = opening(words.person_name(need.person, self.plan))
            return sentences(f"{whose}: {barrier(need.requirement)}", f"What would help: {change}" if change else "")
        said = f"{opening(words.person_name(need.person, self.plan))}, {barrier(need.requirement)}"
        return f"{said} ({change})" if change else said


def _not_yet(said: Iterable[str]) -> tuple[Part, ...]:
    return with_label("Not yet answered", sentences(*said))

"""Lines of a plan by number, so that one page of a document can point at another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from amie_planner.checks.check import Line, LineKind
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Adaptation, Record
from amie_planner.domain.words import listed


@dataclass(frozen=True)
class Numbers:
    """The numbers of a plan's intentions, activities and adaptations, each counted from 1 in the order of the plan."""

    plan: Plan

    @cached_property
    def _intentions(self) -> dict[str, str]:
        return _counted(self.plan.intentions)

    @cached_property
    def _activities(self) -> dict[str, str]:
        return _counted(self.plan.activities)

    @cached_property
    def _adaptations(self) -> dict[str, str]:
        return _counted(self.plan.adaptations)

    def intention(self, id: str) -> str:
        """An intention's number; nothing for one that is not here."""
        return self._intentions.get(id, "")

    def activity(self, id: str) -> str:
        """An activity's number; nothing for one that is not here."""
        return self._activities.get(id, "")

    def adaptation(self, id: str) -> str:
        """An adaptation's number; nothing for one that is not here."""
        return self._adaptations.get(id, "")

    def intentions(self, ids: Iterable[str]) -> str:
        """intentions 1 and 2."""
        return _several("intention", map(self.intention, ids))

    def activities(self, ids: Iterable[str]) -> str:
        """activities 1, 3 and 5."""
        return _several("activity", map(self.activity, ids))

    def where(self, change: Adaptation) -> str:
        """The activities of an adaptation."""
        return "all activities" if change.activities == "all" else self.activities(change.activities)

    def of_lines(self, lines: Iterable[Line]) -> str:
        """intentions 1 and 2; activity 3: the lines that have a number."""
        ids = [(line.kind, line.id) for line in lines]
        numbered = (
            _several("intention", (self.intention(id) for kind, id in ids if kind is LineKind.INTENTION)),
            _several("activity", (self.activity(id) for kind, id in ids if kind is LineKind.ACTIVITY)),
            _several("adaptation", (self.adaptation(id) for kind, id in ids if kind is LineKind.ADAPTATION)),
        )
        return "; ".join(filter(None, numbered))

    def adaptations_in(self, activity: str) -> str:
        """The adaptations made for an activity, but for those that go all through."""
        here = (d.id for d in self.plan.adaptations if d.activities != "all" and activity in d.activities)
        return listed(_in_runs([self.adaptation(id) for id in here]))


def _counted(records: Iterable[Record]) -> dict[str, str]:
    return {record.id: str(number) for number, record in enumerate(records, 1)}


def _several(one: str, numbers: Iterable[str]) -> str:
    known = [number for number in numbers if number]
    many = f"{one[:-1]}ies" if one.endswith("y") else f"{one}s"
    return f"{one if len(known) == 1 else many} {listed(_in_runs(known))}" if known else ""


def _in_runs(numbers: Sequence[str]) -> list[str]:
    """4 to 7, of four or more that follow one another."""
    runs = [list(run) for _, run in groupby(enumerate(numbers), key=lambda at: int(at[1]) - at[0])]
    said = ([f"{run[0][1]} to {run[-1][1]}"] if len(run) > 3 else [number for _, number in run] for run in runs)
    return [one for run in said for one in run]

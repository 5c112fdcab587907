"""The activities of a session as they stand in the room, block by block and group by group.

An activity with a start and no minutes is under way. Minutes are counted from midnight of the session's day by the
local clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity, Actual, Session
from amie_planner.domain.side_by_side import side_by_side
from amie_planner.domain.timing import Slot, Timing, minute_of, timing

A_DAY = 24 * 60
HALF_A_DAY = 12 * 60
_SET_BACK = 60
"""Minutes that a clock may have been set back while a session without a date runs."""
_NOT_BEGUN = Actual()


class State(StrEnum):
    """Where one activity stands in the room."""

    TO_COME = "to come"
    UNDER_WAY = "under way"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Step:
    """One activity in the room: when it was to begin, when it began, what it took and was given."""

    activity: Activity
    state: State
    planned: int | None
    start: int | None
    minutes: int | None
    added: int

    @property
    def length(self) -> int | None:
        """What was planned for it and given to it in the room; None where it has no length."""
        planned = self.activity.minutes
        return None if planned is None and not self.added else max(0, (planned or 0) + self.added)

    @property
    def end(self) -> int | None:
        """When it ended."""
        return None if self.start is None or self.minutes is None else self.start + self.minutes


Block = tuple[tuple[Step, ...], ...]
"""What follows one another; inside it, the groups that go on side by side, each with its activities in order."""


def place(lane: tuple[Step, ...]) -> int:
    """Where a group is: at what is under way, else at what it did last, else before the first."""
    for wanted in (State.UNDER_WAY, State.DONE):
        there = [n for n, step in enumerate(lane) if step.state is wanted]
        if there:
            return there[-1]
    return -1


def times_in_the_room(plan: Plan) -> Timing:
    """The planned times, with Plan B that was begun all the same in its place."""
    begun = {id for id, actual in plan.session.actual.items() if actual.start is not None}
    there = (a.revised(skip=False) if a.skip and a.id in begun else a for a in plan.activities)
    return timing(replace(plan, activities=tuple(there)))


def began_at(session: Session, times: Timing, at: int) -> int | None:
    """When the first activity began: near its planned start, and never half a day from now on. `at` is now."""
    recorded = (session.actual.get(slot.activity.id, _NOT_BEGUN).start for slot in times.slots)
    first = next((minute_of(start) for start in recorded if start is not None), None)
    if first is None:
        return None
    began = near(first, times.start) if times.clock else first
    if session.date is None or began > at + HALF_A_DAY:
        return at + _SET_BACK - (at + _SET_BACK - first) % A_DAY
    return began


def near(minute: int, other: int) -> int:
    """The minute of the clock that is less than half a day from another."""
    return other + (minute - other + HALF_A_DAY) % A_DAY - HALF_A_DAY


def blocks(times: Timing, session: Session, began: int | None) -> tuple[Block, ...]:
    """Every activity but Plan B. Without a start of its own, a session is planned from when it began."""
    offset = 0 if times.clock else began or 0
    beside = side_by_side(times.slots)
    known = times.clock or began is not None

    def step(slot: Slot) -> Step:
        actual = session.actual.get(slot.activity.id, _NOT_BEGUN)
        start = None if actual.start is None or began is None else near(minute_of(actual.start), began)
        planned = slot.start + offset if slot.start is not None and known else None
        return Step(slot.activity, _state(actual), planned, start, actual.minutes, actual.added or 0)

    def together(slot: Slot) -> int | str:
        return beside[slot.activity.id].block if slot.activity.id in beside else slot.activity.id

    def lanes(stretch: Sequence[Slot]) -> Block:
        found: dict[int, list[Step]] = {}
        for slot in stretch:
            lane = beside[slot.activity.id].lane if slot.activity.id in beside else 0
            found.setdefault(lane, []).append(step(slot))
        return tuple(tuple(found[lane]) for lane in sorted(found))

    there = (slot for slot in times.slots if slot.start is not None)
    return tuple(lanes(tuple(stretch)) for _, stretch in groupby(there, key=together))


def _state(actual: Actual) -> State:
    if actual.minutes is not None:
        return State.DONE
    if actual.skipped:
        return State.SKIPPED
    return State.TO_COME if actual.start is None else State.UNDER_WAY

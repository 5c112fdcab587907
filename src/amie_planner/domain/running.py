"""A session in the room: what is now and next in each group, how long it has, and planned against actual.

Nothing is held but what the session records: an activity with a start and no minutes is under way. Minutes are
counted from midnight of the session's day by the local clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from itertools import chain, takewhile

from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Session
from amie_planner.domain.steps import (
    A_DAY,
    HALF_A_DAY,
    Block,
    State,
    Step,
    began_at,
    blocks,
    near,
    place,
    times_in_the_room,
)
from amie_planner.domain.timing import Timing, minute_of
from amie_planner.domain.vocabulary import Status

LEFT_AFTER = 3 * 60
"""Minutes beyond a session's length after which it was left running, and is not going on."""


class Phase(StrEnum):
    """Where the whole session stands in the room."""

    NOT_BEGUN = "not begun"
    UNDER_WAY = "under way"
    LEFT_RUNNING = "left running"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Group:
    """What one group does. `next` is its own next activity, else what all do together once every group is done."""

    strand: str
    steps: tuple[Step, ...]
    now: Step | None
    next: tuple[Step, ...]
    own: bool

    @property
    def going(self) -> bool:
        """Whether it still has something of its own to do before all go on together."""
        return self.now is not None or self.own


@dataclass(frozen=True, slots=True)
class Running:
    """A session as it stands at a moment. `ends` is when it looks like ending, `to_end` when its plan ends, `until`
    when the session's own length does; `began` and `ended` are what happened."""

    day: date
    at: int
    phase: Phase
    blocks: tuple[Block, ...]
    current: int
    groups: tuple[Group, ...]
    began: int | None
    ended: int | None
    ends: int | None
    to_end: int
    until: int | None

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every activity but Plan B, block by block and group by group."""
        return tuple(step for block in self.blocks for lane in block for step in lane)

    @property
    def behind(self) -> int | None:
        """Minutes later than the running order; negative when ahead."""
        last = self.ended if self.phase is Phase.OVER else self.ends
        return None if last is None else last - self.to_end

    @property
    def planned_end(self) -> int:
        """When it was to end, or when its last activity began if that was later."""
        starts = (step.start for step in self.steps if step.start is not None)
        return max((self.to_end if self.until is None else self.until, *starts))

    def group(self, strand: str) -> Group | None:
        """A group by its name, else the first."""
        first = self.groups[0] if self.groups else None
        return next((group for group in self.groups if group.strand == strand), first)

    def left(self, step: Step) -> int | None:
        """Minutes that what is under way still has, negative when over; None where it has no length."""
        return None if step.length is None else step.length - self.gone(step)

    def gone(self, step: Step) -> int:
        """Minutes since it began, never negative: a clock that was set back has not undone anything."""
        return 0 if step.start is None else max(0, self.at - step.start)

    def skipped_ahead(self, group: Group) -> tuple[Step, ...]:
        """What was skipped in the room straight after what a group did last."""
        alone = takewhile(lambda block: len(block) == 1, self.blocks[self.current + 1 :])
        ahead = (*group.steps[place(group.steps) + 1 :], *(step for block in alone for step in block[0]))
        return tuple(takewhile(lambda step: step.state is State.SKIPPED, ahead))


def is_its_day(session: Session, now: datetime) -> bool:
    """Whether a session is planned for now: for today, or for less than half a day away, as across midnight."""
    if session.date is None or session.date == now.date():
        return session.date is not None
    planned = datetime.combine(session.date, session.start or time(12))
    return session.start is not None and abs((now - planned).total_seconds()) < HALF_A_DAY * 60


def running(plan: Plan, now: datetime) -> Running:
    """How a session stands at a moment of the local clock."""
    session = plan.session
    times = times_in_the_room(plan)
    day = session.date or now.date()
    at = (now.date() - day).days * A_DAY + minute_of(now.time())
    began = began_at(session, times, at)
    offset = 0 if times.clock else began or 0
    there = blocks(times, session, began)
    current = _current(there)
    ended = None if session.ended is None else near(minute_of(session.ended), at if began is None else began)
    phase = _phase(session, there, at, times)
    ends = _ends(there[current:], at) if phase is Phase.UNDER_WAY else None
    until = None if times.planned_end is None else times.planned_end + offset
    groups = _groups(there, current)
    return Running(day, at, phase, there, current, groups, began, ended, ends, times.end + offset, until)


def _current(blocks: tuple[Block, ...]) -> int:
    """The last block with something under way, else with something that was done, else the first."""
    for wanted in (State.UNDER_WAY, State.DONE):
        there = [
            n for n, block in enumerate(blocks) if any(s.state is wanted and s.start is not None for s in _all(block))
        ]
        if there:
            return there[-1]
    return 0


def _all(block: Block) -> tuple[Step, ...]:
    return tuple(chain.from_iterable(block))


def _groups(blocks: tuple[Block, ...], current: int) -> tuple[Group, ...]:
    here = blocks[current] if blocks else ()
    after = next((firsts for block in blocks[current + 1 :] if (firsts := _firsts(block))), ())
    return tuple(_group(lane, len(here) > 1, after) for lane in here)


def _firsts(block: Block) -> tuple[Step, ...]:
    """What begins when a block does: the first of each group."""
    coming = (next((step for step in lane if step.state is State.TO_COME), None) for lane in block)
    return tuple(step for step in coming if step is not None)


def _group(lane: tuple[Step, ...], beside: bool, after: tuple[Step, ...]) -> Group:
    here = place(lane)
    now = lane[here] if here >= 0 and lane[here].state is State.UNDER_WAY else None
    own = next((step for step in lane[here + 1 :] if step.state is State.TO_COME), None)
    strand = (lane[0].activity.strand or "") if beside else ""
    return Group(strand, lane, now, (own,) if own else after, own is not None)


def _phase(session: Session, blocks: tuple[Block, ...], at: int, times: Timing) -> Phase:
    steps = [step for block in blocks for step in _all(block)]
    starts = [step.start for step in steps if step.start is not None]
    length = session.minutes if session.minutes is not None else times.end - times.start
    stale = bool(starts) and at - max(starts) > length + LEFT_AFTER
    if session.ended is None and any(step.state is State.UNDER_WAY for step in steps):
        return Phase.LEFT_RUNNING if stale else Phase.UNDER_WAY
    done = any(step.state is State.DONE for step in steps)
    if session.ended is not None or stale or (done and session.status is Status.DELIVERED):
        return Phase.OVER
    return Phase.UNDER_WAY if starts else Phase.NOT_BEGUN


def _ends(blocks: tuple[Block, ...], at: int) -> int:
    """When all that is under way and to come would end, with nothing more given or left out."""
    for block in blocks:
        at = max((_lane_ends(lane, at) for lane in block), default=at)
    return at


def _lane_ends(lane: tuple[Step, ...], at: int) -> int:
    end = at
    for step in lane[max(place(lane), 0) :]:
        if step.state is State.UNDER_WAY:
            end = max(at, (step.start or 0) + (step.length or 0))
        elif step.state is State.TO_COME:
            pinned = step.planned if step.activity.pinned_start is not None else None
            end = max(end, end if pinned is None else pinned) + (step.length or 0)
    return end

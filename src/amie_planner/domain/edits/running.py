"""What a leader does while a session runs: begin, next, back, add time, skip, end. Each press is one step.

All of it is kept in the session itself, so that whatever happens to the laptop it comes back where it was. What a press
has nothing to do for gives no changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from amie_planner.domain.changes import Change
from amie_planner.domain.edits.parts import Changes, if_different
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Actual, Session
from amie_planner.domain.running import Group, Phase, Running, is_its_day, running
from amie_planner.domain.steps import State, Step
from amie_planner.domain.timing import shown
from amie_planner.domain.values import MINUTES_IN_A_DAY
from amie_planner.domain.vocabulary import Status
from amie_planner.errors import AmieError

_LATEST_END = 12 * 60
"""Minutes after the last activity began."""

_Kept = dict[str, Actual]


def begin_session(plan: Plan, now: datetime) -> Changes:
    """The first activity begins, in each group; whatever was kept of an earlier run goes.

    A session that is planned for another day moves to this one, and whatever its status was, it is planned again:
    ask first. Raises AmieError where there is nothing to begin.
    """
    fresh = replace(plan, session=plan.session.revised(actual={}, ended=None))
    run = running(fresh, now)
    firsts = [group.next[0] for group in run.groups if group.own]
    if not firsts:
        raise AmieError("There is no activity to begin.", "Add one in the plan.")
    actual = {step.activity.id: Actual.made(start=_clock(now)) for step in firsts}
    day = plan.session.date if is_its_day(plan.session, now) else now.date()
    return if_different(plan.session, actual=actual, ended=None, date=day, status=Status.PLANNED)


def next_activity(plan: Plan, now: datetime, strand: str = "") -> Changes:
    """What a group does ends and its next begins; its last waits for the other groups. The last of all ends it all."""
    run = running(plan, now)
    group = run.group(strand)
    if group is None or run.phase is not Phase.UNDER_WAY:
        return ()
    closing = _under_way(run, group)
    others = any(other.going for other in run.groups if other is not group)
    opening = group.next[:1] if group.own else () if others else group.next
    if not opening and not others:
        return end_session(plan, now)
    actual = _ended(plan.session.actual, closing, run.at)
    for step in opening:
        actual = _with(actual, step, start=_clock(now))
    return if_different(plan.session, actual=actual)


def _under_way(run: Running, group: Group) -> tuple[Step, ...]:
    """What a group does, and what was left under way in what came before."""
    here = {step.activity.id for other in run.groups if other is not group for step in other.steps}
    return tuple(s for s in run.steps if s.state is State.UNDER_WAY and s.activity.id not in here)


def back_one(plan: Plan, now: datetime, strand: str = "", begun: Change | None = None) -> Changes:
    """Takes back what a group did last: what was skipped comes again, what was begun is not begun, and what it
    followed is under way again. Nothing, where another group has gone on since they began together.

    Out of the beginning, `begun` is what that changed: day, status and minutes are then as they were before.
    """
    changes = _back_one(plan, now, strand)
    back = [change.after for change in changes if isinstance(change.after, Session)]
    if begun is None or not back or any(actual.start for actual in back[0].actual.values()):
        return changes
    return _as_before(plan, begun)


def _as_before(plan: Plan, begun: Change) -> Changes:
    """A day that was chosen since the session began, and what was taken out of the plan since, stay so."""
    session, before, after = plan.session, begun.before, begun.after
    if not isinstance(before, Session) or not isinstance(after, Session):
        return ()
    here = {activity.id for activity in plan.activities}
    actual = {id: held for id, held in before.actual.items() if id in here}
    day = before.date if session.date == after.date else session.date
    return if_different(session, actual=actual, ended=before.ended, date=day, status=before.status)


def _back_one(plan: Plan, now: datetime, strand: str) -> Changes:
    run = running(plan, now)
    group = run.group(strand)
    if plan.session.ended is not None or run.phase is Phase.OVER:
        return _opened_again(plan.session, run)
    if group is None or run.phase is not Phase.UNDER_WAY:
        return ()
    if group.now is not None and (skipped := run.skipped_ahead(group)):
        return if_different(plan.session, actual=_with(plan.session.actual, skipped[-1], skipped=False))
    before = [step for step in group.steps if _was_done(step)]
    if group.now is not None and not before:
        return _whole_block_back(plan.session, run)
    actual = _without(plan.session.actual, () if group.now is None else (group.now,))
    return if_different(plan.session, actual=_going_again(actual, before[-1:]))


def _whole_block_back(session: Session, run: Running) -> Changes:
    here = [step for group in run.groups for step in group.steps]
    if any(map(_was_done, here)) or any(map(run.skipped_ahead, run.groups)):
        return ()
    order = list(session.actual)
    earlier = [s for block in run.blocks[: run.current] for lane in block for s in lane if _was_done(s)]
    last = sorted(earlier, key=lambda step: (step.end, order.index(step.activity.id)))[-1:]
    begun = [step for step in here if step.state is State.UNDER_WAY]
    return if_different(session, actual=_going_again(_without(session.actual, begun), last))


def _opened_again(session: Session, run: Running) -> Changes:
    """What was under way when the session ended is so again."""
    lasts = [done[-1] for group in run.groups if (done := [step for step in group.steps if _was_done(step)])]
    ended = [step for step in lasts if step.end == run.ended] or sorted(lasts, key=lambda step: step.end or 0)[-1:]
    status = Status.PLANNED if session.status is Status.DELIVERED else session.status
    return if_different(session, actual=_going_again(session.actual, ended), ended=None, status=status)


def add_minutes(plan: Plan, now: datetime, minutes: int, strand: str = "") -> Changes:
    """Gives what a group does some minutes more. Raises InvalidRecord beyond a day."""
    run = running(plan, now)
    group = run.group(strand)
    if group is None or group.now is None or run.phase is not Phase.UNDER_WAY:
        return ()
    given = group.now.added + minutes
    return if_different(plan.session, actual=_with(plan.session.actual, group.now, added=given))


def skip_next(plan: Plan, now: datetime, strand: str = "") -> Changes:
    """Leaves out what a group has next; it stays in the plan. Nothing, where several groups would begin at once, or
    where all would go on together and another group is not done."""
    run = running(plan, now)
    group = run.group(strand)
    if group is None or group.now is None or run.phase is not Phase.UNDER_WAY or len(group.next) != 1:
        return ()
    if not group.own and any(other.going for other in run.groups if other is not group):
        return ()
    return if_different(plan.session, actual=_with(plan.session.actual, group.next[0], skipped=True))


def end_session(plan: Plan, now: datetime, at: time | None = None) -> Changes:
    """All that is under way ends now, or when it did, and the session is delivered. Raises AmieError for an end that
    is before the last activity began, later than now or half a day later."""
    run = running(plan, now)
    going = [step for step in run.steps if step.state is State.UNDER_WAY]
    end = run.at if at is None else _end(run, going, at)
    actual = _ended(plan.session.actual, going, end)
    return if_different(plan.session, actual=actual, ended=_time(end), status=Status.DELIVERED)


def _end(run: Running, going: list[Step], at: time) -> int:
    last = max((step.start for step in going if step.start is not None), default=run.at)
    end = last + (at.hour * 60 + at.minute - last) % MINUTES_IN_A_DAY
    if end > run.at or end > max(last + _LATEST_END, run.planned_end):
        raise AmieError(f"It was still under way at {shown(last)}.", "Write a time after that, and not in the future.")
    return end


def _was_done(step: Step) -> bool:
    return step.state is State.DONE and step.start is not None


def _ended(actual: _Kept, steps: Iterable[Step], at: int) -> _Kept:
    for step in steps:
        took = max(0, at - (step.start if step.start is not None else at))
        actual = _with(actual, step, minutes=min(took, MINUTES_IN_A_DAY))
    return actual


def _going_again(actual: _Kept, steps: Iterable[Step]) -> _Kept:
    for step in steps:
        actual = _with(actual, step, minutes=None)
    return actual


def _without(actual: _Kept, steps: Iterable[Step]) -> _Kept:
    gone = {step.activity.id for step in steps}
    return {id: held for id, held in actual.items() if id not in gone}


def _with(actual: _Kept, step: Step, **fields: Any) -> _Kept:
    """What is kept, with one step changed; it goes last, so that the order tells what was pressed last."""
    made = actual.get(step.activity.id, Actual()).revised(**fields)
    rest = _without(actual, (step,))
    return rest if made == Actual() else rest | {step.activity.id: made}


def _clock(now: datetime) -> time:
    return time(now.hour, now.minute)


def _time(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)

"""The running order: add exactly here, move, remove, start."""

from __future__ import annotations

from datetime import time
from typing import Any

from amie_planner.domain.changes import Change, add, remove, revise
from amie_planner.domain.edits.changes_inside import remove_adaptation
from amie_planner.domain.edits.parts import (
    Changes,
    if_different,
    in_this_order,
    keeping,
    lines_of,
    new_id,
    next_position,
    one,
    replies_to,
    without,
)
from amie_planner.domain.plan import Lines, Plan, Series
from amie_planner.domain.records import Activity, ByDesign
from amie_planner.domain.values import MOST_ACTIVITIES
from amie_planner.errors import AmieError


def add_activity(plan: Plan, at: int, **fields: Any) -> tuple[str, Changes]:
    """A new activity exactly here: before the one at index `at`, or at the end. Raises AmieError if it is full."""
    if len(plan.activities) >= MOST_ACTIVITIES:
        hint = "Remove one that is not needed, or begin another session."
        raise AmieError(f"A session holds at most {MOST_ACTIVITIES} activities.", hint)
    id = new_id("a", plan.activities, plan.replies)
    here = plan.session
    new = Activity.made(id=id, programme=here.programme, session=here.id, position=at, **fields)
    rest = (revise(a, position=n + (n >= at)) for n, a in enumerate(plan.activities))
    return id, (*(change for change in rest if change.before != change.after), add(new))


def duplicate_activity(plan: Plan, activity: str) -> tuple[str, Changes]:
    """A copy directly below: at no pinned time, and with what changes in the original. Raises AmieError if it is full.

    Adaptations that name the original name the copy too; what meets a requirement by design does so in the copy.
    """
    original = one(plan.activities, activity)
    apart = Activity.placed | {"id", "pinned_start"}
    fields = {name: value for name, value in original if name not in apart}
    id, added = add_activity(plan, plan.activities.index(original) + 1, **fields)
    adapted = (d for d in plan.adaptations if d.activities != "all" and activity in d.activities)
    also = (revise(d, activities=(*d.activities, id)) for d in adapted)
    return id, (*added, *also, *_also_by_design(plan, activity, id))


def _also_by_design(plan: Plan, activity: str, copy: str) -> Changes:
    made: list[ByDesign] = []
    for entry in (b for b in plan.by_design if b.activity == activity):
        held = (*plan.by_design, *made)
        id, last = new_id("b", held, plan.replies), next_position(held)
        made.append(entry.revised(id=id, position=last, activity=copy))
    return tuple(map(add, made))


def start_at(lines: Lines, start: time | None) -> Changes:
    """A session starts then. Where it had no start, pins were minutes from its beginning, and go along."""
    session = revise(lines.session, start=start)
    if start is None or lines.session.start is not None:
        return (session,)
    pinned = (a for a in lines.activities if a.pinned_start is not None)
    return (session, *(revise(a, pinned_start=_later(start, a.pinned_start)) for a in pinned))


def _later(start: time, offset: time | None) -> time:
    minutes = start.hour * 60 + start.minute + (offset.hour * 60 + offset.minute if offset else 0)
    return time(minutes // 60 % 24, minutes % 60)


def move_activity(lines: Lines, activity: str, to: int) -> Changes:
    """An activity moves to index `to` of the running order."""
    order = [a for a in lines.activities if a.id != activity]
    order.insert(to, one(lines.activities, activity))
    return in_this_order(order)


def remove_activity(series: Series, session: str, activity: str) -> Changes:
    """An activity goes, with the adaptations that were for it alone, the by-design entries in it and replies to it."""
    lines = lines_of(series, session)
    alone: dict[Any, Change] = {}
    now = series
    for adaptation in lines.adaptations:
        if adaptation.activities == (activity,):
            now = keeping(alone, now, remove_adaptation(now, session, adaptation.id))
    for adaptation in lines_of(now, session).adaptations:
        if adaptation.activities != "all":
            shared = without(adaptation.activities, activity)
            now = keeping(alone, now, if_different(adaptation, activities=shared))
    keeping(alone, now, replies_to(now.replies, activity, session=session))
    changes = [*alone.values(), *(remove(b) for b in lines.by_design if b.activity == activity)]
    for entry in series.voice:
        here = [t.session == session and t.activity == activity for t in entry.touches]
        touches = tuple(t.revised(activity=None) if h else t for t, h in zip(entry.touches, here, strict=True))
        changes += if_different(entry, touches=touches)
    actual = {id: value for id, value in lines.session.actual.items() if id != activity}
    changes += if_different(lines.session, actual=actual)
    return (*changes, remove(one(lines.activities, activity)))

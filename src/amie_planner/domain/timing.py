"""Durations → start times: pins, strands side by side, gaps, overlaps, minutes left or over.

List order is the order of the day. Minutes are counted from midnight, or from 0:00 where the session
has no start. Times are local to the place; nothing here is UTC.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import time
from itertools import groupby

from amie_planner.domain.plan import Lines
from amie_planner.domain.records import Activity
from amie_planner.errors import AmieError

_AFTERNOON = range(1, 7)
"""Hours that are after noon unless they are written otherwise: no music session begins in the middle of the night."""
_EITHER = 7
"""The hour at which sessions begin in the morning as well as in the evening."""


@dataclass(frozen=True, slots=True)
class Slot:
    """When one activity runs. A skipped one has no start; `gap` and `overlap` are the minutes before a pin."""

    activity: Activity
    start: int | None
    end: int | None
    gap: int = 0
    overlap: int = 0


@dataclass(frozen=True, slots=True)
class Timing:
    """The times of a running order. `left` is negative when it is over, None if the session has no length."""

    slots: tuple[Slot, ...]
    start: int
    end: int
    planned_end: int | None
    clock: bool

    @property
    def left(self) -> int | None:
        """Minutes between the last end and the session's end."""
        return None if self.planned_end is None else self.planned_end - self.end


def minute_of(moment: time) -> int:
    """Minutes since midnight."""
    return moment.hour * 60 + moment.minute


def shown(minute: int) -> str:
    """A minute of the day as 9:05 or 18:30; past midnight it goes on from 0:00."""
    return f"{minute // 60 % 24}:{minute % 60:02d}"


def read(text: str) -> time:
    """The time that is meant by 10:00, 10.00, 1000, 4.30pm, 4 pm or 04:30; 4:30 is in the afternoon.

    Raises AmieError for what is no time, and for what may be in the morning or in the evening.
    """
    found = re.fullmatch(r"([0-9]{1,2})(?:[:.]?([0-9]{2}))?\s*(?:([ap])\.?m\.?)?", text.strip().casefold())
    hour, minute, half = (int(found[1]), int(found[2] or 0), found[3]) if found else (24, 0, None)
    if not found or not (found[2] or half) or hour > (12 if half == "a" else 23) or minute > 59 or (half and not hour):
        raise AmieError("That is not a time.", "Write it as 10:00 or 18:30.")
    if half:
        return time(hour % 12 + 12 * (half == "p"), minute)
    if hour == _EITHER and len(found[1]) == 1:
        said = f"{hour}.{minute:02}"
        raise AmieError("That may be in the morning or in the evening.", f"Write {said}am or {said}pm.")
    return time(hour + 12 * (hour in _AFTERNOON and len(found[1]) == 1), minute)


def timing(lines: Lines) -> Timing:
    """Works out when every activity of a session starts and ends."""
    session = lines.session
    start = minute_of(session.start) if session.start else 0
    slots: dict[str, Slot] = {a.id: Slot(a, None, None) for a in lines.activities}
    now = start
    for side_by_side in _blocks(a for a in lines.activities if not a.skip):
        ends = []
        for strand in side_by_side:
            end = now
            for activity in strand:
                slot = _placed(activity, end)
                slots[activity.id] = slot
                end = slot.end if slot.end is not None else end
            ends.append(end)
        now = max(ends)
    planned_end = None if session.minutes is None else start + session.minutes
    last = max((slot.end for slot in slots.values() if slot.end is not None), default=start)
    return Timing(tuple(slots.values()), start, last, planned_end, session.start is not None)


def length(lines: Lines) -> int:
    """Minutes from the first start of a running order to its last end, side by side counted once.

    Raises ValueError for one that has no activity but Plan B.
    """
    found = timing(lines)
    return found.end - min(slot.start for slot in found.slots if slot.start is not None)


def minutes_taken(lines: Lines) -> int | None:
    """The length of a running order in which each activity lasts what it really took, or no time if none is recorded.

    Plan B is part of it only where it has minutes recorded. None where nothing has.
    """
    took = _took(lines)
    return length(_as_it_was(lines, took)) if took else None


def minutes_with_planned(lines: Lines) -> int | None:
    """The same where nothing is recorded of some activities: these last as planned, unless they were left out.

    None where nothing is recorded at all, or an activity that was done has no length either way.
    """
    took = _took(lines)
    left_out = {id for id, held in lines.session.actual.items() if held.skipped}
    planned = {a.id: a.minutes for a in lines.activities if a.id not in took and not a.skip and a.id not in left_out}
    whole = took | {id: minutes for id, minutes in planned.items() if minutes is not None}
    return length(_as_it_was(lines, whole)) if took and whole.keys() >= planned.keys() else None


def _took(lines: Lines) -> dict[str, int]:
    actual = {a.id: lines.session.actual.get(a.id) for a in lines.activities}
    return {id: held.minutes for id, held in actual.items() if held and held.minutes is not None and not held.skipped}


def _as_it_was(lines: Lines, took: dict[str, int]) -> Lines:
    done = (a for a in lines.activities if a.id in took or not a.skip)
    return replace(
        lines, activities=tuple(a.revised(minutes=took.get(a.id, 0), skip=False, pinned_start=None) for a in done)
    )


def _placed(activity: Activity, now: int) -> Slot:
    start = minute_of(activity.pinned_start) if activity.pinned_start else now
    return Slot(activity, start, start + (activity.minutes or 0), max(0, start - now), max(0, now - start))


def _blocks(activities: Iterable[Activity]) -> Iterator[list[list[Activity]]]:
    """What follows one another; inside each, the strands that run side by side."""
    for stranded, run in groupby(activities, key=lambda a: a.strand is not None):
        if not stranded:
            yield from ([[activity]] for activity in run)
            continue
        strands: dict[str, list[Activity]] = {}
        for activity in run:
            strands.setdefault(activity.strand or "", []).append(activity)
        yield list(strands.values())

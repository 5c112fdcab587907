"""The running order as paper shows it: parts of the day, clock times and lengths, the bar to scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, takewhile

from amie_planner.documents.blocks import Block, Gap
from amie_planner.documents.house_style import EASY_READ, PrintStyle, time_bar
from amie_planner.documents.time_bar import BarPart
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity, TeamMember
from amie_planner.domain.timing import Slot, Timing, shown
from amie_planner.domain.vocabulary import Kind, label
from amie_planner.domain.words import activity_title, day, minutes

_BRIEF = 14  # characters
_OPENS = frozenset({Kind.SET_UP, Kind.ARRIVE, Kind.WARM_UP})
_CLOSES = frozenset({Kind.REFLECT, Kind.CLOSE})
_SIGNS = {
    Kind.SET_UP: "🔧",
    Kind.ARRIVE: "👋",
    Kind.WARM_UP: "🌞",
    Kind.LISTEN: "👂",
    Kind.PLAY: "🥁",
    Kind.SING: "🎤",
    Kind.CREATE: "💡",
    Kind.MOVE: "🚶",
    Kind.PERFORM: "👏",
    Kind.REFLECT: "💬",
    Kind.BREAK: "🍵",
    Kind.CLOSE: "🏠",
}


@dataclass(frozen=True)
class PartOfDay:
    """A stretch of the running order under one heading."""

    title: str
    slots: tuple[Slot, ...]


def parts_of_day(timing: Timing) -> tuple[PartOfDay, ...]:
    """Opening, making and closing where the kinds of activity tell them apart; else one running order.

    Plan B, which has no start, stands at the end of the last part.
    """
    running = [slot for slot in timing.slots if slot.start is not None]
    later = [slot for slot in timing.slots if slot.start is None]
    first = len(list(takewhile(lambda slot: slot.activity.kind in _OPENS, running)))
    last = len(running) - len(list(takewhile(lambda slot: slot.activity.kind in _CLOSES, reversed(running))))
    if first >= last or last - first == len(running):
        return (PartOfDay("Running order", (*running, *later)),)
    cut = [("Opening", running[:first]), ("Making", running[first:last]), ("Closing", running[last:])]
    parts = [(title, slots) for title, slots in cut if slots]
    parts[-1][1].extend(later)
    return tuple(PartOfDay(title, tuple(slots)) for title, slots in parts)


def clock(slot: Slot, timing: Timing) -> str:
    """When it starts; Plan B for what has no start; nothing before the first pin in a session without a start."""
    if slot.start is None:
        return "Plan B"
    return "" if _has_pins_alone(timing) and slot.start < min(_pins(timing)) else shown(slot.start)


def length(slot: Slot) -> str:
    """How long it takes."""
    return minutes(slot.activity.minutes, short=True)


def sign(slot: Slot) -> str:
    """A character that pictures the kind of activity; nothing for a kind without one."""
    return _SIGNS.get(slot.activity.kind, "") if slot.activity.kind else ""


def about_its_time(slot: Slot, timing: Timing) -> Iterator[str]:
    """What the start alone does not tell: free time before it, an overlap, what runs beside it.

    Minutes before a pinned start are told only where the session has a start that they count from.
    """
    if slot.gap and timing.clock:
        yield f"{minutes(slot.gap).capitalize()} free before this."
    if slot.overlap and timing.clock:
        yield f"Starts {minutes(slot.overlap)} before the end of {_run_into(slot, timing)}."
    if slot.activity.strand:
        yield f"Side by side: {slot.activity.strand}."


def _run_into(slot: Slot, timing: Timing) -> str:
    """The activity that ends when a pinned one, had it waited, would have begun."""
    above = takewhile(lambda other: other is not slot, timing.slots)
    late = [other.activity for other in above if slot.start is not None and other.end == slot.start + slot.overlap]
    return activity_title(late[-1]) if late else "the one before"


def two_places(plan: Plan, timing: Timing) -> Iterator[tuple[TeamMember, str]]:
    """Who of the team leads or sees to something in activities that run at the same time, and in which."""
    for member in plan.team:
        seen_to = [d.activities for d in plan.adaptations if d.who == member.id and d.activities != "all"]
        theirs = {id for activities in seen_to for id in activities}
        mine = [s for s in timing.slots if member.id in s.activity.leads or s.activity.id in theirs]
        pairs = [(one, other) for one, other in combinations(mine, 2) if _at_once(one, other)]
        if pairs:
            yield member, "; ".join(f"{_at(one, timing)} and {_at(other, timing)}" for one, other in pairs)


def _at_once(one: Slot, other: Slot) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return max(one.start, other.start) < min(one.end, other.end)


def _at(slot: Slot, timing: Timing) -> str:
    return f"{clock(slot, timing)} {activity_title(slot.activity).partition(':')[0]}".strip()


def place(slot: Slot, timing: Timing) -> str:
    """Where a line of the running order is found: its time; with its title where others begin then; or its title."""
    title, at = activity_title(slot.activity), clock(slot, timing)
    if slot.start is None or not at:
        return title
    alike = [other for other in timing.slots if other.start == slot.start]
    return at if len(alike) == 1 else f"{at} {title.partition(':')[0]}"


def when(plan: Plan, timing: Timing) -> str:
    """Tuesday 8 September 2026 · 10:00 to 10:45 (45 minutes, 2 left)."""
    session = plan.session
    if session.minutes is None or timing.planned_end is None:
        return f"{day(session.date)} · {shown(timing.start) if timing.clock else 'no start time'}"
    spare = 0 if _has_pins_alone(timing) else timing.left or 0
    left = f", {abs(spare)} {'left' if spare > 0 else 'over'}" if spare else ""
    span = f"{shown(timing.start)} to {shown(timing.planned_end)} " if timing.clock else ""
    return f"{day(session.date)} · {span}({minutes(session.minutes)}{left})"


def bar(style: PrintStyle, timing: Timing) -> Iterator[Block]:
    """The minutes to scale with room above; nothing while no minutes are written down.

    Nor in easy read: cut short to fit, its words would be the hardest line of the page.
    """
    if _has_pins_alone(timing):
        return
    planned = max((timing.planned_end or timing.end) - timing.start, 0)
    parts = _bar_parts(timing)
    if parts and style.id != EASY_READ.id:
        yield Gap(style.small * 0.5)
        yield time_bar(style, parts, planned)


def _has_pins_alone(timing: Timing) -> bool:
    """Whether activities begin by the clock in a session that does not: nobody knows the minutes between."""
    return not timing.clock and any(_pins(timing))


def _pins(timing: Timing) -> Iterator[int]:
    return (slot.start for slot in timing.slots if slot.start is not None and slot.activity.pinned_start)


def _bar_parts(timing: Timing) -> list[BarPart]:
    """One part after another; what runs side by side is one part, and free time is one too."""
    parts: list[tuple[int, int, BarPart]] = []
    timed = (slot for slot in timing.slots if slot.start is not None and slot.activity.minutes)
    for slot, start, end in _in_time(timed):
        label_ = activity_title(slot.activity)
        brief = _brief(slot.activity)
        while parts and parts[-1][1] > start:
            before, until, part = parts.pop()
            start, end = min(start, before), max(end, until)
            label_, brief = f"{part.label} + {label_}", ""
        now = parts[-1][1] if parts else timing.start
        if start > now:
            parts.append((now, start, BarPart("Free", start - now)))
        parts.append((start, end, BarPart(label_, end - start, brief)))
    return [part for _, _, part in parts]


def _brief(activity: Activity) -> str:
    """Moon walk, of “Moon walk: our own sounds”; else the kind of activity."""
    name, colon, _ = activity_title(activity).partition(":")
    return name if colon and len(name) <= _BRIEF else label("kind", activity.kind)


def _in_time(slots: Iterable[Slot]) -> Iterator[tuple[Slot, int, int]]:
    yield from sorted(((s, s.start or 0, s.end or 0) for s in slots), key=lambda timed: timed[1])

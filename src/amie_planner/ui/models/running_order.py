"""The running order as rows: each activity a sentence or two, with its times and what changes in it."""

from __future__ import annotations

from dataclasses import dataclass

from amie_planner.domain import access, words
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Activity
from amie_planner.domain.timing import Slot, Timing, shown, timing
from amie_planner.ui.models.rows import RowList


@dataclass(frozen=True, slots=True)
class Chip:
    """A change inside an activity, or a requirement that nothing answers there yet."""

    text: str
    met: bool


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """What the running order shows of one activity."""

    id: str
    time: str
    length: str
    text: str
    lines: tuple[str, ...]
    chips: tuple[Chip, ...]
    skipped: bool
    pinned: bool

    @property
    def spoken(self) -> str:
        """The whole row in the order in which it is read."""
        pinned = "pinned" if self.pinned else ""
        parts = (self.time, pinned, self.length, self.text, *self.lines, *(chip.text for chip in self.chips))
        return ". ".join(part.rstrip(".") for part in parts if part)


class RunningOrderList(RowList[ActivityRow]):
    """The activities of a session in the order of the day."""


def rows(plan: Plan, times: Timing) -> tuple[ActivityRow, ...]:
    """The rows of a plan."""
    open_cells: dict[str, list[Chip]] = {}
    for cell in access.grid(plan):
        if cell.answer is access.Answered.NOT_YET:
            name = words.requirement_name(cell.requirement, plan)
            open_cells.setdefault(cell.activity.id, []).append(Chip(f"Not yet: {name}", met=False))
    return tuple(_row(slot, plan, open_cells.get(slot.activity.id, [])) for slot in times.slots)


def _row(slot: Slot, plan: Plan, unanswered: list[Chip]) -> ActivityRow:
    activity = slot.activity
    changes = [d for d in plan.adaptations if d.activities == "all" or activity.id in d.activities]
    chips = [Chip(_change(d.what, words.adapted_for(d, plan)), met=True) for d in changes]
    return ActivityRow(
        id=activity.id,
        time="Plan B" if slot.start is None else shown(slot.start),
        length=words.minutes(activity.minutes, short=True),
        text=words.activity_title(activity),
        lines=tuple(line for line in (*_clashes(slot), _who(activity, plan), words.choice(activity)) if line),
        chips=(*chips, *unanswered),
        skipped=activity.skip,
        pinned=activity.pinned_start is not None,
    )


def _change(what: str | None, whom: str) -> str:
    return f"{whom}: {what or 'a change to be described'}" if whom else what or "A change to be described"


def _who(activity: Activity, plan: Plan) -> str:
    return " · ".join(part for part in (words.leaders(activity, plan), words.started(activity)) if part)


def _clashes(slot: Slot) -> tuple[str, ...]:
    gap = f"{words.minutes(slot.gap)} free before this" if slot.gap else ""
    overlap = f"Starts {words.minutes(slot.overlap)} before the one above ends" if slot.overlap else ""
    return gap, overlap


def balance(times: Timing, of: int | None = None) -> str:
    """Minutes left or over `of` the session's, in words, and whether starts clash."""
    if times.left is None:
        return f"{words.minutes(times.end - times.start)} planned, no session length yet"
    clash = ", but starts clash" if any(slot.overlap for slot in times.slots) else ""
    if times.left == 0:
        return f"The time is filled{clash}"
    return f"{words.minutes(abs(times.left))} {'left' if times.left > 0 else 'over'}{f' of {of}' if of else ''}{clash}"


def of_plan(plan: Plan) -> tuple[tuple[ActivityRow, ...], Timing]:
    """The rows and times of a plan."""
    times = timing(plan)
    return rows(plan, times), times

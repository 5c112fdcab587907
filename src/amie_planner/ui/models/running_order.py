"""The running order as rows: each activity a sentence or two, with its times and what changes in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amie_planner.domain import access, words
from amie_planner.domain.plan import Lines, Plan
from amie_planner.domain.records import Activity, Adaptation
from amie_planner.domain.setting_up import SetUps, setting_up
from amie_planner.domain.side_by_side import Beside, side_by_side
from amie_planner.domain.timing import Slot, Timing, shown, timing
from amie_planner.ui.models.rows import RowList


@dataclass(frozen=True, slots=True)
class Chip:
    """A change inside an activity, or a requirement that nothing answers there yet."""

    text: str
    met: bool


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """What the running order shows of one activity. `group` is whose it is, where not everyone does the same."""

    id: str
    time: str
    length: str
    text: str
    group: str
    lines: tuple[str, ...]
    chips: tuple[Chip, ...]
    skipped: bool
    pinned: bool
    beside: Beside | None = None

    @property
    def together(self) -> str:
        """Which other groups do something at the same time."""
        beside = None if self.skipped else self.beside
        return f"at the same time as {words.listed(beside.others)}" if beside else ""

    @property
    def spoken(self) -> str:
        """The whole row in the order in which it is read."""
        pinned = "pinned" if self.pinned else ""
        chips = (chip.text for chip in self.chips)
        group = ", ".join(part for part in (self.group, self.together) if part)
        parts = (self.time, pinned, self.length, self.text, group, *self.lines, *chips)
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
    beside = side_by_side(times.slots)
    set_up = {s.activity.id: tuple(_set_up(s)) for s in setting_up(plan).in_place if s.activity is not None}
    return tuple(_row(s, plan, open_cells, beside.get(s.activity.id), set_up) for s in times.slots)


def _row(
    slot: Slot,
    plan: Plan,
    open_cells: dict[str, list[Chip]],
    beside: Beside | None,
    set_up: dict[str, tuple[str, ...]],
) -> ActivityRow:
    activity = slot.activity
    changes = [d for d in plan.adaptations if d.activities == "all" or activity.id in d.activities]
    chips = [Chip(_change(d.what, words.adapted_for(d, plan)), met=True) for d in changes]
    own = (*_clashes(slot), _who(activity, plan), words.choice(activity))
    return ActivityRow(
        id=activity.id,
        time="Plan B" if slot.start is None else shown(slot.start),
        length=words.minutes(activity.minutes, short=True),
        text=words.activity_title(activity),
        group=activity.strand or "",
        lines=tuple(line for line in (*set_up.get(activity.id, ()), *own) if line),
        chips=(*chips, *open_cells.get(activity.id, ())),
        skipped=activity.skip,
        pinned=activity.pinned_start is not None,
        beside=beside,
    )


def _set_up(asked: SetUps) -> Iterator[str]:
    for adaptation in asked.adaptations:
        with_what = _with_what(adaptation)
        yield f"Set up in place: {words.minutes(adaptation.setup_minutes, short=True)}{with_what and f', {with_what}'}"
    if asked.short:
        yield f"{words.minutes(asked.short)} short for setting up in place"


def _with_what(adaptation: Adaptation) -> str:
    return ", ".join(adaptation.kit) or adaptation.what or ""


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


def before_the_start(lines: Lines) -> str:
    """What setting up before the start asks for, of the minutes there are to get ready; nothing if there is none."""
    asked = setting_up(lines).before
    if asked is None:
        return ""
    takes = f"Before the start: {words.minutes(asked.minutes)} of setting up"
    if asked.room is None:
        return f"{takes}. The minutes to get ready are not recorded."
    of = f"{words.minutes(asked.short)} more than the {asked.room}" if asked.short else f"of {asked.room}"
    return f"{takes}, {of} to get ready"


def of_plan(plan: Plan) -> tuple[tuple[ActivityRow, ...], Timing]:
    """The rows and times of a plan."""
    times = timing(plan)
    return rows(plan, times), times

"""What setting up asks for, and the minutes there are for it. Source of the rule: the question E03 of HEARD."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from amie_planner.domain.plan import Lines
from amie_planner.domain.records import Activity, Adaptation
from amie_planner.domain.vocabulary import Kind, SetUp

_OPENING = frozenset({Kind.SET_UP, Kind.ARRIVE})
_BETWEEN = _OPENING | {Kind.BREAK}


@dataclass(frozen=True, slots=True)
class SetUps:
    """Set-ups that share the same minutes. `activity` is what they are in place for, None before the start.

    `room` is the minutes there are for them, None where that is not recorded.
    """

    activity: Activity | None
    adaptations: tuple[Adaptation, ...]
    room: int | None

    @property
    def minutes(self) -> int:
        """What they ask for together."""
        return sum(d.setup_minutes or 0 for d in self.adaptations)

    @property
    def short(self) -> int:
        """The minutes that are lacking; none where the room is not recorded."""
        return 0 if self.room is None else max(0, self.minutes - self.room)


@dataclass(frozen=True, slots=True)
class SettingUp:
    """All setting up of a session; each set-up of more than 0 minutes stands in one place of it."""

    before: SetUps | None
    in_place: tuple[SetUps, ...]


def setting_up(lines: Lines) -> SettingUp:
    """What is set up before the start, which is the default, and in place: before its first counted activity.

    What is in place and names no activity has no time of its own, and is in neither.
    """
    asked = [d for d in lines.read_adaptations if d.setup_minutes]
    before = tuple(d for d in asked if d.set_up is not SetUp.IN_PLACE)
    in_place: dict[str, list[Adaptation]] = {}
    for adaptation in asked:
        if adaptation.set_up is SetUp.IN_PLACE and (first := _first(adaptation, lines)) is not None:
            in_place.setdefault(first.id, []).append(adaptation)
    return SettingUp(
        before=SetUps(None, before, _room_before_the_start(lines)) if before else None,
        in_place=tuple(
            SetUps(a, tuple(in_place[a.id]), _room_before(a, lines)) for a in lines.counted if a.id in in_place
        ),
    )


def _first(adaptation: Adaptation, lines: Lines) -> Activity | None:
    named = adaptation.activities
    return next((a for a in lines.counted if named == "all" or a.id in named), None)


def _room_before_the_start(lines: Lines) -> int | None:
    ready = lines.session.ready_minutes
    running = (a for a in lines.activities if not a.skip)
    return None if ready is None else ready + _minutes(takewhile(lambda a: a.kind in _OPENING, running))


def _room_before(activity: Activity, lines: Lines) -> int:
    running = [a for a in lines.activities if not a.skip]
    back = reversed(running[: running.index(activity)])
    return _minutes(takewhile(lambda a: a.kind in _BETWEEN, back))


def _minutes(activities: Iterable[Activity]) -> int:
    return sum(a.minutes or 0 for a in activities)

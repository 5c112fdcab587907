"""What is counted of each session in a period. Every figure has one definition, to be said where it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from amie_planner.domain.attendance import attendance
from amie_planner.domain.plan import Lines, Series, expected
from amie_planner.domain.timing import length, minutes_taken, timing
from amie_planner.domain.vocabulary import Status
from amie_planner.errors import AmieError

DEFINITIONS = {
    "Programme": "The programme’s title",
    "Session": "The session’s title",
    "Date": "The day of the session (YYYY-MM-DD); sessions without a date are in no period",
    "Status": "draft, planned, delivered or cancelled; planned where none is recorded",
    "Minutes planned": "The session’s length, or its running order’s where no length is recorded; blank if neither is",
    "Minutes actual": "The minutes that its activities really took, side by side counted once; blank if none recorded",
    "Activities": "Activities in the running order, without Plan B and breaks",
    "Adaptations planned": "Adaptations of the session, without those for Plan B or breaks alone",
    "Attendance": "Register by person: present, late and walk-ins, nobody who is not marked; "
    "headcount: the headcount; blank if not taken",
}
"""What each figure of a session means, by the heading it stands under."""


@dataclass(frozen=True, slots=True)
class SessionCount:
    """The figures of one session, as DEFINITIONS says. None is not recorded."""

    programme: str
    session: str
    date: date
    status: Status
    minutes_planned: int | None
    minutes_actual: int | None
    activities: int
    adaptations_planned: int
    attendance: int | None


def sessions(serieses: Iterable[Series], first: date, last: date) -> tuple[SessionCount, ...]:
    """Every dated session from the first day to the last, both included, by date, start, programme and number.

    Raises AmieError if the last day is before the first.
    """
    if last < first:
        raise AmieError("The period ends before it begins.", "Give the earlier date first.")
    found = sorted(_in_period(serieses, first, last), key=lambda held: held[0])
    return tuple(count for _, count in found)


_Order = tuple[date, bool, time, str, str, bool, int, int]


def _in_period(serieses: Iterable[Series], first: date, last: date) -> Iterator[tuple[_Order, SessionCount]]:
    for series in serieses:
        programme = series.programme
        for lines in series.sessions:
            s = lines.session
            if s.date is None or not first <= s.date <= last:
                continue
            start = (s.start is None, s.start or time.min)
            number = (s.number is None, s.number or 0, s.position)
            yield (s.date, *start, programme.title, programme.id, *number), _counted(series, lines, s.date)


def _counted(series: Series, lines: Lines, day: date) -> SessionCount:
    return SessionCount(
        programme=series.programme.title,
        session=lines.session.title,
        date=day,
        status=lines.session.status or Status.PLANNED,
        minutes_planned=_minutes_planned(lines),
        minutes_actual=minutes_taken(lines),
        activities=len(lines.counted),
        adaptations_planned=len(lines.read_adaptations),
        attendance=attendance(lines.session.attendance, expected(series.people, lines.session)),
    )


def _minutes_planned(lines: Lines) -> int | None:
    if lines.session.minutes is not None:
        return lines.session.minutes
    timed = any(a.minutes is not None and not a.skip for a in lines.activities)
    return length(_beginning_in_time(lines)) if timed else None


def _beginning_in_time(lines: Lines) -> Lines:
    """Without a start the clock begins at 0:00; then the session begins so that its first pin is met without a gap."""
    pinned = (slot for slot in timing(lines).slots if slot.start is not None and slot.activity.pinned_start)
    wait = next((slot.gap for slot in pinned), 0)
    if lines.session.start or not wait:
        return lines
    return replace(lines, session=lines.session.revised(start=time(wait // 60, wait % 60)))

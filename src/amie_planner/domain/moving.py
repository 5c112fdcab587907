"""When a date is lost: which sessions move, and to which day.

Days are days of the calendar and nothing else, so no change of the clocks moves anything. What was delivered or
cancelled stays where it is. A day without a session is not used of itself: why it is free is not known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, pairwise

from amie_planner.domain import words
from amie_planner.domain.held import was_held
from amie_planner.domain.plan import Lines, Series, Shared
from amie_planner.domain.records import Programme, Session, Term
from amie_planner.domain.vocabulary import Mark, Status
from amie_planner.errors import AmieError

MOST_WEEKS = 52
"""That everything is moved by at once, earlier or later."""
_WEEK = timedelta(days=7)
_MOST_TRIED = 1_000
"""Days of a rhythm that are looked at before it is said that none is free."""


@dataclass(frozen=True, slots=True)
class Move:
    """A session that can move, and its new day."""

    session: Session
    to: date


def holiday_on(programme: Programme, day: date) -> Term | None:
    """The holiday that a day lies in. One with a single day, first or last, is that day alone."""
    return next((held for held in programme.holidays if _holds(held, day)), None)


def can_move(lines: Lines, shared: Shared) -> bool:
    """Whether it has a day, was not cancelled, and nothing says that it was held."""
    session = lines.session
    return session.date is not None and session.status is not Status.CANCELLED and not was_held(lines, shared)


def after_lost(series: Series, session: str) -> tuple[Move, ...]:
    """Where a session and the later ones go when its day is lost: each to the next day of the series, the last ones on
    in its rhythm, and none into a holiday. What meets on the same day stays together.

    Raises KeyError for a session that is not here, AmieError for one that cannot move or where no day is free.
    """
    found = next((lines for lines in series.sessions if lines.session.id == session), None)
    if found is None:
        raise KeyError(session)
    lost = found.session
    if lost.date is None or not can_move(found, series):
        raise AmieError(f"‘{lost.title}’ cannot be moved.", "Move a session that has a date and has not taken place.")
    going = _going(series, lost.date)
    days = sorted(going)
    taken = _taken(series, going)
    slots = chain((day for day in days[1:] if not _is_out(series, day, taken)), _further(series, days[-1], taken))
    return tuple(Move(one, to) for day, to in zip(days, slots, strict=False) for one in going[day])


def by_weeks(series: Series, weeks: int, first: date | None = None) -> tuple[Move, ...]:
    """Every session that can move, from a first day on, so many weeks later, or earlier where negative.

    One that would meet in a holiday, or on a day that is taken, goes on by whole weeks, and those after it with it;
    none comes before one that stays.
    Raises AmieError where there are no such days.
    """
    if not 0 < abs(weeks) <= MOST_WEEKS:
        raise AmieError(f"Sessions are moved by 1 to {MOST_WEEKS} weeks.", "Choose a number of weeks.")
    going = _going(series, first or date.min)
    taken = _taken(series, going)
    moves: list[Move] = []
    last = max((day for day in taken if first is not None and day < first), default=None)
    for day in sorted(going):
        last = _week_free(series, _shifted(day, weeks), last, taken)
        moves += (Move(one, last) for one in going[day] if last != day)
    return tuple(moves)


def next_day(series: Series) -> date | None:
    """The day after the last one in the rhythm of the series, in no holiday; None where no session has a date."""
    days = [lines.session.date for lines in series.sessions if lines.session.date]
    return next(_further(series, max(days), frozenset(days))) if days else None


def said(move: Move) -> str:
    """Lift-off: from Tuesday 8 September to Tuesday 15 September 2026."""
    was = words.day(move.session.date)
    to = words.day(move.to)
    if move.session.date is not None and move.session.date.year == move.to.year:
        was = was.rsplit(" ", 1)[0]
    return f"{move.session.title}: from {was} to {to}"


def beyond(series: Series, moves: Sequence[Move]) -> str:
    """That a move goes beyond the last day of the programme, in a sentence; nothing where none does."""
    ends = series.programme.ends
    late = [move for move in moves if ends is not None and move.to > ends]
    if not late:
        return ""
    one = "1 session is then" if len(late) == 1 else f"{len(late):,} sessions are then"
    return f"{one} after the programme’s last day, {words.day(ends)}."


def noted_absent(session: Session) -> tuple[str, ...]:
    """Who is noted as absent from a session that can still move: by id, where nobody is marked as there."""
    marks = session.attendance.people if session.attendance else {}
    if any(mark in (Mark.PRESENT, Mark.LATE) for mark in marks.values()):
        return ()
    return tuple(person for person, mark in marks.items() if mark is Mark.ABSENT)


def absences(series: Series, moves: Iterable[Move]) -> str:
    """Whose absences belong to the old days and do not move along, in a sentence; nothing where nobody's do."""
    times = Counter(person for move in moves for person in noted_absent(move.session))
    noted = [f"{words.person_name(p, series)} ({words.sessions(times[p.id])})" for p in series.people if times[p.id]]
    if not noted:
        return ""
    return f"Absences that are noted for the old days go: {words.listed(noted)}. Note them again for the new days."


def _holds(holiday: Term, day: date) -> bool:
    first, last = holiday.starts or holiday.ends, holiday.ends or holiday.starts
    return first is not None and last is not None and first <= day <= last


def _going(series: Series, first: date) -> dict[date, list[Session]]:
    """What can move from a first day on, by its day."""
    going: dict[date, list[Session]] = {}
    for lines in series.in_order():
        day = lines.session.date
        if day is not None and day >= first and can_move(lines, series):
            going.setdefault(day, []).append(lines.session)
    return going


def _taken(series: Series, going: dict[date, list[Session]]) -> frozenset[date]:
    """The days of the sessions that stay."""
    moved = {session.id for sessions in going.values() for session in sessions}
    return frozenset(
        lines.session.date for lines in series.sessions if lines.session.date and lines.session.id not in moved
    )


def _is_out(series: Series, day: date, taken: Collection[date]) -> bool:
    return day in taken or holiday_on(series.programme, day) is not None


def _further(series: Series, last: date, taken: Collection[date]) -> Iterator[date]:
    """The free days after a last one in the rhythm of the series. Raises AmieError where there is none for years."""
    tried = 0
    for day in _rhythm(series, last):
        tried += 1
        if not _is_out(series, day, taken):
            tried = 0
            yield day
        if tried > _MOST_TRIED:
            break
    raise _no_day(last)


def _rhythm(series: Series, last: date) -> Iterator[date]:
    """The days after a last one: on the weekdays that the sessions are held on, at their usual distance."""
    days = sorted({lines.session.date for lines in series.sessions if lines.session.date})
    times = Counter(day.weekday() for day in days)
    usual = {weekday for weekday, many in times.items() if many > 1} or {last.weekday()}
    held = [day for day in days if day.weekday() in usual] or [last]
    step = timedelta(days=1) if len(usual) > 1 else _step(held)
    day = held[-1]
    while day <= date.max - step:
        day += step
        if day > last and day.weekday() in usual:
            yield day


def _step(days: Sequence[date]) -> timedelta:
    """The distance that most days of one weekday have; a week where there is none, and the least of as many."""
    gaps = Counter(after - before for before, after in pairwise(days))
    return min(gaps, key=lambda gap: (-gaps[gap], gap), default=_WEEK)


def _shifted(day: date, weeks: int) -> date:
    try:
        return day + weeks * _WEEK
    except OverflowError:
        raise _no_day(day) from None


def _week_free(series: Series, day: date, after: date | None, taken: Collection[date]) -> date:
    for _ in range(_MOST_TRIED):
        if (after is None or day > after) and not _is_out(series, day, taken):
            return day
        day = _shifted(day, 1)
    raise _no_day(day)


def _no_day(after: date) -> AmieError:
    return AmieError(f"No day is free after {words.day(after)}.", "Look at the holidays of the programme.")

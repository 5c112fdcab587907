"""The dated sessions of a programme as an iCalendar file (RFC 5545): when and where, without names or needs.

Times are local to the place, so that no clock change and no laptop set to another zone moves a session.
"""

from __future__ import annotations

import json
import re
import uuid
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from amie_planner import __version__
from amie_planner.domain.names import Names, known_names, named
from amie_planner.domain.plan import Lines, Series
from amie_planner.domain.records import Session
from amie_planner.domain.timing import timing
from amie_planner.domain.vocabulary import Status
from amie_planner.errors import AmieError

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_IDS = uuid.UUID("6b0e9a0c-6d1c-4c53-9b52-0f7d8a0c1f55")
"""Where the ids of our events are made: any number will do, and it never changes."""
_SEQUENCE_FROM = datetime(2020, 1, 1, tzinfo=UTC)
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
_STATUS = {
    Status.DRAFT: "TENTATIVE",
    Status.PLANNED: "CONFIRMED",
    Status.DELIVERED: "CONFIRMED",
    Status.CANCELLED: "CANCELLED",
}


def content(series: Series, now: datetime, not_names: frozenset[str] = frozenset()) -> bytes:
    """The calendar file as it is `now`, by which a newer one takes the place of what an older one said (§3.8.7.4).

    A title that holds a known name is said by the session's number instead, and such a place is left out; words in
    `not_names` are not the person. A session without a start fills its day. Raises AmieError if no session has a date.
    """
    ordered = [lines for lines in series.in_order() if lines.session.date]
    if not ordered:
        raise AmieError("No session of this programme has a date.", "Give a session its date, then try again.")
    calendar = _empty()
    names = known_names(series, adults=True)
    for number, lines in enumerate(ordered, 1):
        event = _event(lines, now)
        event.add("summary", _summary(series, lines.session, number, names, not_names))
        place = _one_line(series.programme.place or "")
        if _may_go(place, names, not_names):
            event.add("location", place)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _empty() -> Calendar:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//AMIE Planner//AMIE Planner {__version__}//EN")
    calendar.add("version", "2.0")
    return calendar


def _event(lines: Lines, now: datetime) -> Event:
    from icalendar import Event

    session, event, stamp = lines.session, Event(), now.astimezone(UTC)
    event.add("uid", str(uuid.uuid5(_IDS, json.dumps([session.programme, session.id]))))
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", max(0, int((stamp - _SEQUENCE_FROM).total_seconds())))
    if session.status:
        event.add("status", _STATUS[session.status])
    if session.status is Status.CANCELLED:
        event.add("transp", "TRANSPARENT")
    starts, ends = _times(lines)
    event.add("dtstart", starts)
    if ends:
        event.add("dtend", ends)
    return event


def _times(lines: Lines) -> tuple[date, datetime | None]:
    """When it starts and ends, by the length of the session, else of its running order; a day alone where no start is.

    There is no end where there is no length, and none after the last day of the calendar.
    """
    session = lines.session
    assert session.date
    if session.start is None:
        return session.date, None
    run, starts = timing(lines), datetime.combine(session.date, session.start)
    minutes = (run.end if run.planned_end is None else run.planned_end) - run.start
    try:
        return starts, starts + timedelta(minutes=minutes) if minutes else None
    except OverflowError:
        return starts, None


def _summary(series: Series, session: Session, number: int, names: Names, not_names: frozenset[str]) -> str:
    """Sound makers: Moon landing. A cancelled one says so, for not every calendar shows it."""
    programme, title = (_one_line(text) for text in (series.programme.title, session.title))
    title = title if _may_go(title, names, not_names) else f"Session {session.number or number}"
    said = [programme, title] if _may_go(programme, names, not_names) else [title]
    return ("Cancelled: " if session.status is Status.CANCELLED else "") + ": ".join(said)


def _may_go(text: str, names: Names, not_names: frozenset[str]) -> bool:
    return bool(text) and not named(text, names, not_names)


def _one_line(text: str) -> str:
    return " ".join(_CONTROLS.sub(" ", text).split())

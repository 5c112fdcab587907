"""What a period holds beside its sessions: what was said and noticed in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from amie_planner.domain.plan import Series
from amie_planner.domain.records import Observation, Session, VoiceEntry
from amie_planner.domain.vocabulary import Status
from amie_planner.returns.facts import Facts

Entry = TypeVar("Entry", VoiceEntry, Observation)


def of_the_period(facts: Facts, series: Series, entries: Iterable[Entry]) -> Iterator[Entry]:
    """What was said or noticed in the period; what has no day is in none."""
    for entry, day in dated(series, entries):
        if day and facts.first <= day <= facts.last:
            yield entry


def dated(series: Series, entries: Iterable[Entry]) -> Iterator[tuple[Entry, date | None]]:
    """Each with the day of its session, else its own."""
    days = {lines.session.id: lines.session.date for lines in series.sessions}
    for entry in entries:
        yield entry, days.get(entry.session or "") or entry.date


def undated(series: Series) -> Iterator[Session]:
    """Sessions that are in no period, for they have no day; neither drafts nor cancelled."""
    for lines in series.sessions:
        if lines.session.date is None and lines.session.status not in (Status.DRAFT, Status.CANCELLED):
            yield lines.session

"""What a series check reads: the programme's planned and delivered sessions of a period, each read once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property

from amie_planner.checks.check import Check, Principle, Said, Scope, not_recorded
from amie_planner.checks.figures import Figures
from amie_planner.checks.reading import ReadPlan
from amie_planner.domain.plan import Lines, Series, Shared
from amie_planner.domain.records import Observation, Person, VoiceEntry
from amie_planner.domain.vocabulary import Status

FEWEST = 3
"""Sessions, for a pattern to be seen."""
TOO_EARLY = "Fewer than three sessions so far: it is too early to see a pattern."
_LEFT_OUT = (Status.CANCELLED, Status.DRAFT)


@dataclass(frozen=True)
class Period:
    """A programme from a first day to a last, both included; without one of them it is open on that side.

    `plans` are its sessions in order, without the sessions before them. `figures` are those of R11, None where
    equality monitoring is off.
    """

    series: Series
    first: date | None
    last: date | None
    plans: tuple[ReadPlan, ...]
    figures: Figures | None = None

    @cached_property
    def delivered(self) -> tuple[ReadPlan, ...]:
        """Those that took place."""
        return tuple(plan for plan in self.plans if plan.session.status is Status.DELIVERED)

    @cached_property
    def members(self) -> tuple[Person, ...]:
        """The people of at least one of its sessions, p2 before p10."""
        found = {p.id: p for plan in self.plans for p in plan.expected}
        return tuple(sorted(found.values(), key=lambda p: (len(p.id), p.id)))

    def holds(self, entry: VoiceEntry | Observation) -> bool:
        """Whether something was said or noticed in it: by the day of its session, else by its own."""
        day = self._day(entry)
        return day is not None and _within(day, self.first, self.last)

    def is_over_before(self, entry: VoiceEntry) -> bool:
        """Whether something was said after its last day."""
        day = self._day(entry)
        return day is not None and not _within(day, None, self.last)

    def _day(self, entry: VoiceEntry | Observation) -> date | None:
        return self._days.get(entry.session or "") or entry.date

    def sessions_since(self, entry: VoiceEntry) -> int:
        """How many of its sessions came after something was said; 0 where that cannot be told."""
        if entry.session in self._places:
            return len(self.plans) - bisect_right(self._own_places, self._places[entry.session])
        return len(self.plans) - bisect_right(self._own_days, entry.date) if entry.date else 0

    def is_earlier(self, session: str, than: str) -> bool:
        """Whether one session of the programme comes before another; what is not here does not."""
        return self._places.get(session, len(self._places)) < self._places[than]

    @cached_property
    def _places(self) -> dict[str | None, int]:
        return {lines.session.id: n for n, lines in enumerate(self.series.in_order())}

    @cached_property
    def _own_places(self) -> tuple[int, ...]:
        return tuple(self._places[plan.session.id] for plan in self.plans)

    @cached_property
    def _own_days(self) -> tuple[date, ...]:
        return tuple(plan.session.date for plan in self.plans if plan.session.date)

    @cached_property
    def _days(self) -> dict[str, date | None]:
        return {lines.session.id: lines.session.date for lines in self.series.sessions}


def period(series: Series, first: date | None, last: date | None, figures: Figures | None = None) -> Period:
    """The sessions from a first day to a last, without drafts, cancelled and undated ones."""
    shared = {f.name: getattr(series, f.name) for f in fields(Shared)}
    plans = (
        ReadPlan(**shared, **{f.name: getattr(lines, f.name) for f in fields(Lines)})
        for lines in series.in_order()
        if lines.session.date and _within(lines.session.date, first, last) and lines.session.status not in _LEFT_OUT
    )
    return Period(series, first, last, tuple(plans), figures)


def _within(day: date, first: date | None, last: date | None) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)


def series_check(
    id: str, principle: Principle, question: str, why: str
) -> Callable[[Callable[[Period], Iterable[Said]]], Check[Period]]:
    """Makes a check of a function that yields each column that holds, once there are sessions enough."""

    def made(look: Callable[[Period], Iterable[Said]]) -> Check[Period]:
        def patient(period: Period) -> Iterator[Said]:
            if len(period.plans) < FEWEST:
                yield not_recorded(TOO_EARLY)
            else:
                yield from look(period)

        return Check(id, principle, question, why, patient, Scope.SERIES)

    return made

"""An example of a check: a plan, or a series, and what the check must answer about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any

from tests.plans import a_plan, a_series

from amie_planner import checks
from amie_planner.checks.check import Answer, Finding, Line, Said
from amie_planner.checks.figures import Figures
from amie_planner.checks.period import Period, period
from amie_planner.domain.plan import Plan, Series

NOT_RECORDED, STRENGTH, LOOK, YOUR_CALL = Answer
SILENT = None


@dataclass(frozen=True)
class Example:
    """What a check must answer about a plan, and the ids of the lines it must point at.

    The plan is the session "now" of a plan file, after the sessions s1, s2 … and with parts of its programme.
    """

    check: str
    answer: Answer | None
    story: str
    session: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, Any] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    earlier: tuple[dict[str, Any], ...] = ()

    @property
    def subject(self) -> Plan:
        """What the check reads."""
        return a_plan(earlier=self.earlier, parts=self.parts, **self.session)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What all checks find in it."""
        return checks.run(self.subject)


@dataclass(frozen=True)
class SeriesExample:
    """The same about the sessions s1, s2 …, which are a week apart unless they say so, over a period."""

    check: str
    answer: Answer | None
    story: str
    sessions: tuple[dict[str, Any], ...] = ()
    parts: dict[str, Any] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    figures: Figures | None = None

    @property
    def subject(self) -> Period:
        """What the check reads."""
        return period(a_term(*self.sessions, **self.parts), self.first, self.last, self.figures)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What all checks find in it."""
        return checks.run_series(self.subject.series, self.first, self.last, self.figures)


def a_term(*sessions: dict[str, Any], **parts: Any) -> Series:
    """A series with sessions s1, s2 … in weeks that follow one another."""
    days = (date(2026, 9, 1) + timedelta(weeks=n) for n in count())
    weekly = ({"id": f"s{n}", "title": f"Week {n}", "date": day.isoformat()} for n, day in enumerate(days, 1))
    return a_series(sessions=[week | session for session, week in zip(sessions, weekly, strict=False)], **parts)


SONG = {"id": "a1", "title": "Song", "kind": "sing", "minutes": 5}
DRUMS = {"id": "a2", "title": "Drums", "kind": "play", "minutes": 5}
PLAN_B = {"id": "a8", "title": "Extra", "kind": "play", "minutes": 5, "skip": True}
PAUSE = {"id": "a9", "title": "Pause", "kind": "break", "minutes": 5}

NEED = {"id": "r1", "barrier": "feeling-safe"}
SKY = {"id": "p1", "alias": "Sky", "requirements": [NEED]}
ASKED = {"id": "p2", "alias": "Moss", "asked_about_access": True}
NOT_ASKED = {"id": "p3", "alias": "River", "asked_about_access": False}
LATER_NEED = {"id": "p4", "alias": "Fern", "requirements": [{"id": "r2", "barrier": "attitudes", "where": ["play"]}]}
EVERYWHERE = {"id": "d1", "what": "Count in", "activities": "all", "requirements": ["r1"]}
PARTS = {"people": [SKY], "team": [{"id": "t1"}]}


def a_finding(check: str, answer: Answer, text: str = "", lines: tuple[Line, ...] = ()) -> Finding:
    """What a check might have found."""
    return checks.HEARD.of(check).found(Said(answer, text, lines))


def found(check: str, earlier: tuple[dict[str, Any], ...] = (), parts: Any = None, **session: Any) -> Finding:
    """What a check finds in a plan."""
    finding = checks.HEARD.of(check).finding(a_plan(earlier=earlier, parts=parts, **session))
    assert finding is not None
    return finding


def over(check: str, *sessions: dict[str, Any], figures: Figures | None = None, **parts: Any) -> Finding:
    """What a check finds in a term."""
    held = checks.run_series(a_term(*sessions, **parts), None, None, figures)
    return next(finding for finding in held if finding.check == check)


def labels(finding: Finding) -> list[str]:
    """What its lines are called."""
    return [line.label for line in finding.lines]

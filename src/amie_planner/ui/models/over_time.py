"""A programme over some days: frozen, so that its charts, findings and paper can be made beside the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Unpack

from amie_planner import checks
from amie_planner.checks.balance import Bars, Dots, balance
from amie_planner.checks.check import Finding, Line, LineKind
from amie_planner.checks.figures import ON_PAPER
from amie_planner.checks.period import FEWEST, TOO_EARLY, period
from amie_planner.documents import Names
from amie_planner.documents.document import Options, Sheet
from amie_planner.documents.session_rows import Part, SessionRow, counted, session_rows
from amie_planner.documents.term_overview import TERM_OVERVIEW, Term
from amie_planner.domain import words
from amie_planner.domain.changes import Change
from amie_planner.domain.plan import Series
from amie_planner.domain.records import InProgramme, Programme, Record, Reply
from amie_planner.domain.vocabulary import Status
from amie_planner.returns.monitored import figures_for
from amie_planner.ui.workspace import OpenProgramme


@dataclass(frozen=True, slots=True)
class OverTime:
    """From a first day to a last, both included; open where there is none. `kept_apart` and `baselines` are for
    finished counts alone; `expanded` is what is seen of each session, `asked_of_each` what is asked of it."""

    series: Series
    first: date | None
    last: date | None
    asked: tuple[checks.SeriesCheck, ...] = checks.SERIES_CHECKS
    kept_apart: tuple[InProgramme, ...] = ()
    baselines: tuple[Record, ...] = ()
    expanded: tuple[Part, ...] = ()
    asked_of_each: tuple[checks.PlanCheck, ...] = checks.PLAN_CHECKS

    @classmethod
    def of(
        cls, desk: OpenProgramme, first: date | None, last: date | None, expanded: tuple[Part, ...] = ()
    ) -> OverTime:
        """A programme as it is now."""
        workspace, heard = desk.workspace, desk.workspace.heard()
        apart = workspace.kept_apart(desk.programme), workspace.baselines()
        return cls(desk.series, first, last, heard.series_checks, *apart, expanded, heard.plan_checks)

    def sessions(self) -> tuple[str, ...]:
        """The ids of the sessions that count, in order."""
        return tuple(plan.session.id for plan in period(self.series, self.first, self.last).plans)

    def rows(self) -> tuple[SessionRow, ...]:
        """Every session of these days, drafts and cancelled ones too, with what is expanded."""
        return session_rows(self.series, self.first, self.last, self.expanded, self.asked_of_each)

    def counted(self) -> str:
        """How many sessions there are of each status."""
        return counted(self.series, self.first, self.last)

    def charts(self) -> tuple[Bars | Dots, ...]:
        """The balance of these days."""
        return balance(self.series, self.first, self.last)

    def findings(self) -> tuple[Finding, ...]:
        """What HEARD asks and sees over these days."""
        figures = figures_for(self.series, self.kept_apart, self.baselines, self.first, self.last)
        return checks.run_series(self.series, self.first, self.last, figures, self.asked)

    def paper(self, names: Names = Names.NONE, **options: Unpack[Options]) -> bytes:
        """The term overview of these days, as PDF, without figures of equality monitoring.

        Asked for as in `Paper.render`. Raises NamesFound, and AmieError.
        """
        return self.sheet(names, **options).pdf()

    def sheet(self, names: Names = Names.NONE, **options: Unpack[Options]) -> Sheet:
        """The same before it is PDF."""
        findings = checks.run_series(self.series, self.first, self.last, ON_PAPER, self.asked)
        term = Term.over(self.series, self.first, self.last, self.expanded, self.asked_of_each)
        return TERM_OVERVIEW.sheet(term, findings, names, **options)

    def said(self, sessions: Sequence[str]) -> str:
        """12 sessions · Tuesday 8 September 2026 to Friday 18 December 2026"""
        early = TOO_EARLY if 0 < len(sessions) < FEWEST else ""
        many = words.sessions(len(sessions)) if sessions else ""
        return " · ".join(part for part in (many, self._left_out(), self._days(), early) if part)

    def _left_out(self) -> str:
        """2 more are drafts or cancelled, and not counted"""
        out = (Status.DRAFT, Status.CANCELLED)
        days = [lines.session.date for lines in self.series.sessions if lines.session.status in out]
        first, last = self.first or date.min, self.last or date.max
        more = sum(day is not None and first <= day <= last for day in days)
        many = "1 more is a draft or cancelled" if more == 1 else f"{more:,} more are drafts or cancelled"
        return f"{many}, and not counted" if more else ""

    def _days(self) -> str:
        if self.first and self.last:
            return f"{words.day(self.first)} to {words.day(self.last)}"
        if self.first:
            return f"from {words.day(self.first)} on"
        return f"up to {words.day(self.last)}" if self.last else ""


def in_its_session(series: Series, line: Line) -> tuple[str, Line] | None:
    """The session that a finding's line belongs to, and the line as that session calls it; None if it has gone."""
    held = [lines.session.id for lines in series.sessions]
    if line.kind is LineKind.SESSION:
        return (line.id, line) if line.id in held else None
    within = [id for id in held if line.id.startswith(f"{id}/")]
    if not within:
        return None
    session = max(within, key=len)
    return session, replace(line, id=line.id.removeprefix(f"{session}/"))


def is_of_the_conversation(change: Change) -> bool:
    """Whether it is about the conversation alone: a reply, or what to look at first."""
    before, after = change.before, change.after
    if isinstance(before, Programme) and isinstance(after, Programme):
        return before.revised(focus=after.focus) == after
    return isinstance(change.record, Reply)

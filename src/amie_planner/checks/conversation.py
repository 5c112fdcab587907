"""HEARD as a conversation: each finding with what the leader replied, and whether it is one to look at first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from amie_planner.checks.check import Finding
from amie_planner.checks.replies import Replied, replied, replied_in_series
from amie_planner.domain.edits.replies import MOST_IN_FOCUS
from amie_planner.domain.plan import Plan, Series


@dataclass(frozen=True, slots=True)
class Turn:
    """A finding and the leader's answer to it. What is in focus is looked at first, and never folded away."""

    finding: Finding
    replied: Replied | None = None
    in_focus: bool = False

    @property
    def folded(self) -> bool:
        """Whether it was answered for the whole programme, so that it need not be read again."""
        return self.replied is not None and self.replied.folds and not self.in_focus


def conversation(plan: Plan, findings: Iterable[Finding]) -> tuple[Turn, ...]:
    """The findings of a plan with their replies, in the order given."""
    found = tuple(findings)
    focus = in_focus(plan.focus, found)
    return tuple(Turn(finding, replied(plan, finding), finding.check in focus) for finding in found)


def series_conversation(series: Series, findings: Iterable[Finding]) -> tuple[Turn, ...]:
    """The same of a series."""
    found = tuple(findings)
    focus = in_focus(series.programme.focus, found)
    return tuple(Turn(finding, replied_in_series(series, finding), finding.check in focus) for finding in found)


def in_focus(chosen: Iterable[str], findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """Of the questions that were chosen to be looked at first, the first two that something was found about."""
    found = {finding.check for finding in findings}
    return tuple(check for check in chosen if check in found)[:MOST_IN_FOCUS]

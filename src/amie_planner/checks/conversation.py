"""HEARD as a conversation: each finding with what the leader replied, and whether it is one to look at first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from amie_planner.checks.check import Finding
from amie_planner.checks.replies import Replied, replied, replied_in_series
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
    focus = plan.focus
    return tuple(Turn(found, replied(plan, found), found.check in focus) for found in findings)


def series_conversation(series: Series, findings: Iterable[Finding]) -> tuple[Turn, ...]:
    """The same of a series."""
    focus = series.programme.focus
    return tuple(Turn(found, replied_in_series(series, found), found.check in focus) for found in findings)

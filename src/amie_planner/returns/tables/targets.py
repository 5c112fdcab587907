"""What was agreed for a whole programme, beside what came of it in the period: in figures and words, for the leader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amie_planner.domain.records import Targets
from amie_planner.returns.facts import Facts


@dataclass(frozen=True, slots=True)
class Target:
    """One figure of a programme, by its id and title. `actual` is None where it is not recorded."""

    programme: str
    title: str
    what: str
    agreed: int
    actual: float | None

    @property
    def words(self) -> str:
        """“Sessions delivered: 12 of 20”, without a word on whether that is good."""
        if self.actual is None:
            return f"{self.what}: not recorded yet; {self.agreed:,} agreed"
        actual = f"{self.actual:,.2f}".rstrip("0").rstrip(".")
        return f"{self.what}: {actual} of {self.agreed:,}"


def targets(facts: Facts) -> tuple[Target, ...]:
    """Every figure that was agreed for a programme; none where nothing was."""
    return tuple(_targets(facts))


def _targets(facts: Facts) -> Iterator[Target]:
    for source, members in zip(facts.sources, facts.groups, strict=True):
        series, agreed = source.series, source.series.programme.targets or Targets()
        delivered = [held for held in facts.delivered if held.series is series]
        hours = [held.contact_hours for held in delivered if held.contact_hours is not None]
        found = (
            ("Sessions delivered", agreed.sessions, len(delivered)),
            ("Unique people", agreed.people, len(members)),
            ("Contact hours, exact", agreed.contact_hours, round(sum(hours), 2) if hours else None),
        )
        for what, wanted, actual in found:
            if wanted is not None:
                yield Target(series.programme.id, series.programme.title, what, wanted, actual)

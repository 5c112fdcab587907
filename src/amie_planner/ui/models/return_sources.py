"""What a return is made from, read once for as long as nothing changes, so that choosing on is quick."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amie_planner.domain.days import near
from amie_planner.domain.records import Organisation, Programme, ReturnRelease
from amie_planner.domain.vocabulary import Profile
from amie_planner.returns.facts import Source
from amie_planner.returns.templates import ReturnTemplate
from amie_planner.ui.models.reports import Wanted
from amie_planner.ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen. Days are the first and the last, both included; programmes are ids."""

    template: ReturnTemplate
    first: date
    last: date
    programmes: tuple[str, ...]
    profile: Profile
    recipient: str
    reason: str

    @property
    def title(self) -> str:
        """General hub return, shareable."""
        return f"{self.template.label}, {self.profile.value}"

    def about(self, today: date) -> str:
        """Its days, how far of them is counted, over how many programmes and for whom."""
        many = len(self.programmes)
        parts = (
            f"{near(self.first, None)} to {near(self.last, None)}",
            f"{many:,} programme{'' if many == 1 else 's'}",
            f"for {self.recipient}" if self.recipient.strip() else "",
            counted_until(self.first, self.last, today).removesuffix("."),
        )
        return " · ".join(part for part in parts if part)


def counted_until(first: date, last: date, today: date) -> str:
    """Says how far is counted, where the last day is still to come; else nothing."""
    if last <= today:
        return ""
    to_come = "These days are still to come. " if first > today else ""
    return f"{to_come}What is marked as delivered or has a register is counted; today is {near(today, None)}."


class ReturnSources:
    """Programmes as a return is handed them; `forget` is to be called after every change."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.held: dict[str, Source] = {}

    def programmes(self, first: date, last: date) -> list[Programme]:
        """Those that may have a session from the first day to the last, in the leader's order."""
        spans = self._workspace.spans()
        held = ((programme, spans.get(programme.id)) for programme in self._workspace.programmes())
        return [programme for programme, span in held if span and span[0] <= last and first <= span[1]]

    def wanted(self, chosen: Chosen) -> Wanted:
        """The return that was chosen, with everything it is made from."""
        workspace = self._workspace
        for id in chosen.programmes:
            if id not in self.held:
                self.held[id] = Source(workspace.read_through(id), workspace.kept_apart(id))
        return Wanted(
            template=chosen.template,
            profile=chosen.profile,
            recipient=chosen.recipient,
            reason=chosen.reason,
            first=chosen.first,
            last=chosen.last,
            sources=tuple(self.held[id] for id in chosen.programmes),
            organisation=next(iter(workspace.own(Organisation)), None),
            earlier=workspace.own(ReturnRelease),
        )

    def forget(self) -> None:
        """Holds nothing any more."""
        self.held.clear()

"""Who hands the return in, as the leader wrote it down."""

from __future__ import annotations

from collections.abc import Mapping

from amie_planner.domain.records import Organisation
from amie_planner.returns.facts import Facts
from amie_planner.returns.table import Column, Draft
from amie_planner.returns.tables.drafting import drafted
from amie_planner.returns.templates import ReturnTemplate

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "organisation": {
        "what": Column("What", "What is told of the organisation"),
        "said": Column("Answer", "As it was written down; what was not is not here"),
    },
}
_ASKED = {
    "name": "Organisation",
    "role": "Role",
    "hub_area": "Hub area",
    "data_controller": "Data controller",
    "funder_reference": "Funder’s reference",
    "agreement_reference": "Agreement’s reference",
    "contact": "Contact",
}
_RESTRICTED = ("contact",)
"""Who can be written to is told to a named recipient alone."""


def organisation(facts: Facts, template: ReturnTemplate, *, detailed: bool = False) -> Draft:
    """A row for each thing that is written down of the organisation. `detailed` is for the exact profile alone.

    What may hold the name of somebody in a programme is left out of what is shareable.
    """
    told = _told(facts.organisation, detailed)
    kept = told if detailed else {what: said for what, said in told.items() if facts.without_names(said, "")}
    held_back = [what for what in told if what not in kept]
    return drafted(
        template,
        "organisation",
        "Organisation",
        COLUMNS["organisation"],
        ({"what": what, "said": said} for what, said in kept.items()),
        title="Who hands in this return",
        notes=(f"“{what}” is left out: it holds what may be somebody’s name." for what in held_back),
    )


def is_told(organisation: Organisation | None) -> bool:
    """Whether anything is written down of an organisation that a return could say."""
    return bool(_told(organisation, detailed=True))


def why_not(facts: Facts) -> str:
    """Why a return has nothing to say of who hands it in."""
    if is_told(facts.organisation) or (len(facts.organisations) == 1 and facts.organisations[0]):
        return "what is written down of it may not be shared"
    if not any(facts.organisations):
        return "no programme names an organisation"
    return "the programmes do not all name the same organisation"


def _told(organisation: Organisation | None, detailed: bool) -> dict[str, str]:
    if organisation is None:
        return {}
    fields = {name: said for name, said in _ASKED.items() if detailed or name not in _RESTRICTED}
    found = {said: getattr(organisation, name) for name, said in fields.items()}
    return {said: value for said, value in found.items() if value}

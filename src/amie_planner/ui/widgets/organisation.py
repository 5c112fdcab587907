"""Who hands in returns: asked once, and the same for every programme."""

from __future__ import annotations

from typing import Any

from amie_planner.domain.changes import add, revise
from amie_planner.domain.records import Organisation
from amie_planner.ui.widgets.detail import Asked, Stack
from amie_planner.ui.widgets.fields import TextField
from amie_planner.ui.workspace import Workspace

_ID = "organisation"


class OrganisationForm(Stack):
    """The leader's own organisation, or nothing of it yet."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.columns(_ASKED, self._read, self._keep)

    def _held(self) -> Organisation | None:
        return next(iter(self._workspace.own(Organisation)), None)

    def _read(self) -> Organisation:
        return self._held() or Organisation.made(id=_ID)

    def _keep(self, name: str, words: str, value: Any) -> None:
        held, fields = self._held(), {name: value}
        change = revise(held, **fields) if held else add(self._read().revised(**fields))
        self._workspace.do(f"Change ‘{words}’ of your organisation", [change], merging=(_ID, name))


_ASKED = (
    Asked("name", "Name of your organisation", TextField),
    Asked("role", "Your part in the hub", TextField, "Such as delivery partner, or associate."),
    Asked("hub_area", "Area of the hub", TextField),
    Asked(
        "contact",
        "Whom to ask about the return",
        TextField,
        "Goes only into an exact return, for a recipient whom you name.",
    ),
    Asked(
        "data_controller",
        "Who answers for the data",
        TextField,
        "The data controller, as your agreement with the hub says.",
    ),
    Asked("funder_reference", "The funder’s reference", TextField, "Such as the number of your grant."),
    Asked("agreement_reference", "Reference of your agreement", TextField, "Such as that of a partnership agreement."),
)

"""What the session is for: intentions, each with what one would see or hear."""

from __future__ import annotations

from amie_planner.domain import edits
from amie_planner.domain.records import Intention
from amie_planner.domain.vocabulary import label
from amie_planner.ui.widgets import options
from amie_planner.ui.widgets.detail import Asked, Entry, Kept, Stack, form_of
from amie_planner.ui.widgets.fields import ChoiceField, LongTextField
from amie_planner.ui.workspace import OpenSession


class IntentionsPanel(Stack):
    """The intentions of the open session."""

    def __init__(self, desk: OpenSession) -> None:
        super().__init__()
        self._desk = desk
        empty = "Nothing is written down yet that this session is for."
        self.intentions = self.entries(Kept("intention", empty, self._read, self._add, self._remove, self._form))
        self.close_up()

    def _read(self) -> list[Entry]:
        return [Entry(i.id, _line(i)) for i in self._desk.plan.intentions]

    def _add(self) -> str:
        id, changes = edits.add_intention(self._desk.plan)
        self._desk.do("Add an intention", changes)
        return id

    def _remove(self, id: str) -> None:
        self._desk.do("Remove an intention", edits.remove_intention(self._desk.plan, id))

    def _form(self, id: str) -> Stack:
        return form_of(self._desk, lambda: self._desk.plan.intentions, id, _ASKED)


def _line(intention: Intention) -> str:
    text = intention.text or "to be described"
    return f"{label('area', intention.area)}: {text}" if intention.area else text


_ASKED = (
    Asked("text", "What we hope for", LongTextField),
    Asked("area", "It is", lambda: ChoiceField(options.of("area"))),
    Asked("notice", "What you would see or hear", LongTextField),
)

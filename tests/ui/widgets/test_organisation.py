"""Who hands in returns is written once, for every programme."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front

from amie_planner.domain.records import Organisation
from amie_planner.ui.widgets.organisation import OrganisationForm
from amie_planner.ui.workspace import OpenSession


def test_the_organisation_comes_with_its_first_answer_and_goes_with_the_last_undo(qtbot: QtBot, desk: OpenSession):
    form = in_front(qtbot, OrganisationForm(desk.workspace), 800, 600)
    form.setFocus()
    hands = Hands(form)
    hands.fill("Name of your organisation", "Sample Music Trust")
    hands.fill("The funder’s reference", "007")
    (held,) = desk.workspace.own(Organisation)
    assert (held.id, held.name, held.funder_reference) == ("organisation", "Sample Music Trust", "007")
    assert desk.workspace.history.undoText() == "Change ‘The funder’s reference’ of your organisation"
    desk.workspace.history.undo()
    desk.workspace.history.undo()
    form.refresh()
    assert desk.workspace.own(Organisation) == ()
    assert all(
        field.value() is None for made in form.findChildren(type(form._parts[0])) for field in made.fields.values()
    )

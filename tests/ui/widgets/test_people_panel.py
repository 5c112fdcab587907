"""The people beside a session: the same form as on their own screen, and nobody who was archived before."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front

from amie_planner.domain import edits
from amie_planner.domain.edits.people import archive_person
from amie_planner.ui.widgets.form import Form
from amie_planner.ui.widgets.people_panel import PeoplePanel
from amie_planner.ui.widgets.person_form import PersonForm
from amie_planner.ui.workspace import OpenSession


@pytest.fixture
def panel(qtbot: QtBot, desk: OpenSession) -> PeoplePanel:
    """The panel, following the workspace as it does beside a session."""
    made = PeoplePanel(desk)
    desk.workspace.changed.connect(lambda changes: made.refresh())
    return in_front(qtbot, made)


def listed(panel: PeoplePanel) -> list[str]:
    return [row.text for row in panel.people.model.rows]


def test_a_person_has_the_same_fields_as_on_their_own_screen(panel: PeoplePanel, desk: OpenSession):
    panel.people.choose("p1")
    [beside] = panel.findChildren(PersonForm)
    alone = PersonForm(desk, "p1")
    asked = [[name for form in each.findChildren(Form) for name in form.fields] for each in (beside, alone)]
    assert asked[0] == asked[1]
    assert "strengths" in asked[0]


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2026, 9, 1), ["Moss", "River"]), (date(2026, 9, 8), ["Sky", "Moss", "River"])],
)
def test_of_the_archived_those_are_listed_who_were_in_the_group_on_the_day(
    panel: PeoplePanel, desk: OpenSession, day: date, expected: list[str]
):
    assert desk.plan.session.date == date(2026, 9, 8)
    desk.do("Archive", archive_person(desk.series, "p1", day))
    assert listed(panel) == expected


def test_a_person_is_added_and_written_down_beside_the_session(panel: PeoplePanel, desk: OpenSession):
    hands = Hands(panel)
    hands.push("Add person")
    assert hands.name == "Alias"
    hands.write("Otter")
    hands.fill("How I show yes", "Nods")
    made = desk.series.people[-1]
    assert made.shows is not None
    assert (made.alias, made.shows.yes) == ("Otter", "Nods")
    assert listed(panel)[-1] == "Otter"


def test_whoever_is_removed_while_their_form_is_open_takes_it_along(panel: PeoplePanel, desk: OpenSession):
    panel.people.choose("p1")
    desk.do("Remove", edits.remove_person(desk.series, "p1"))
    assert listed(panel) == ["Moss", "River"]
    assert panel.people.chosen in ("", "p2")
    panel.save()
    assert [p.alias for p in desk.series.people] == ["Moss", "River"]

"""What returns ask of a programme is written by keys, each answer one step to undo."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front

from amie_planner.domain.changes import revise
from amie_planner.domain.records import Provision, Targets
from amie_planner.ui.widgets.return_facts import ReturnFacts
from amie_planner.ui.workspace import OpenSession


@pytest.fixture
def facts(qtbot: QtBot, desk: OpenSession) -> ReturnFacts:
    made = ReturnFacts(desk)
    desk.workspace.changed.connect(lambda changes: made.refresh())
    in_front(qtbot, made, 900, 1400)
    made.setFocus()
    return made


def test_the_kind_of_provision_is_chosen_or_written(facts: ReturnFacts, desk: OpenSession):
    hands = Hands(facts)
    assert hands.name == "Kind of provision"
    hands.choose("Kind of provision", "Ens")
    hands.choose("Kind of ensemble", "Jazz")
    hands.choose("Organised by", "Hub")
    hands.choose("When it takes place", "Another")
    hands.fill("When it takes place, in your own words", "Sunday mornings")
    hands.choose("Who may come", "Any")
    hands.choose("What it costs a young person", "Fr")
    hands.fill("Instruments, voice or technology", "drums, voice")
    assert desk.series.programme.provision == Provision(
        delivery="ensemble",
        ensemble="jazz",
        organised_by="hub",
        when="Sunday mornings",
        open_to="anybody",
        cost="free",
        instruments=("drums", "voice"),
    )
    assert desk.workspace.history.count() == 7


def test_what_was_agreed_is_a_number_each_and_taking_the_last_away_leaves_nothing(
    facts: ReturnFacts, desk: OpenSession
):
    hands = Hands(facts)
    hands.fill("Sessions agreed", "30")
    hands.fill("Young people agreed", "24")
    hands.fill("Contact hours agreed", "400")
    assert desk.series.programme.targets == Targets(sessions=30, people=24, contact_hours=400)
    assert desk.workspace.history.undoText().startswith("Change ‘Contact hours agreed’")
    for _ in range(3):
        desk.workspace.history.undo()
    assert desk.series.programme.targets is None


def test_a_school_is_written_down_with_its_numbers_as_they_are(facts: ReturnFacts, desk: OpenSession):
    hands = Hands(facts)
    hands.push("Add school")
    assert hands.name == "Name of the school"
    hands.fill("Name of the school", "Hillside Primary")
    hands.fill("URN", "012345")
    hands.fill("LAESTAB", "001/0020")
    hands.choose("Phase", "Pri")
    hands.choose("Paid for by the state", "Y")
    (school,) = desk.series.programme.schools
    assert (school.name, school.urn, school.laestab) == ("Hillside Primary", "012345", "001/0020")
    assert (school.phase, school.state_funded) == ("primary", True)
    assert [row.text for row in facts.schools.model.rows] == ["Hillside Primary, URN 012345"]


def test_a_school_that_was_added_is_offered_at_once_and_one_that_goes_is_no_longer_anybodys(
    facts: ReturnFacts, desk: OpenSession
):
    facts.schools.add()
    hands = Hands(facts)
    hands.fill("Name of the school", "Hillside")
    sky = desk.series.people[0]
    desk.do("Goes there", [revise(sky, school="school1")])
    hands.go_to("School of the class or group", back=True)
    hands.choose("School of the class or group", "Hill")
    assert desk.series.programme.provision == Provision(school="school1")
    facts.schools.choose("school1")
    facts.schools.remove_button.click()
    assert desk.series.programme.schools == ()
    assert desk.series.people[0].school is None
    assert desk.workspace.history.undoText() == "Remove ‘Hillside’"
    desk.workspace.history.undo()
    assert desk.series.people[0].school == "school1"
    assert desk.series.programme.provision == Provision(school="school1")


def test_what_is_typed_is_kept_when_the_page_is_left(facts: ReturnFacts, desk: OpenSession):
    hands = Hands(facts)
    hands.go_to("School year of the class")
    hands.write("Year 4")
    facts.save()
    assert desk.series.programme.provision == Provision(school_year="Year 4")

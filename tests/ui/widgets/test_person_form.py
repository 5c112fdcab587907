"""What is written down about a person is kept by the form where it is asked."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front

from amie_planner.domain.edits.reporting import add_school, remove_school
from amie_planner.ui.widgets.person_form import PersonForm
from amie_planner.ui.workspace import OpenSession


def test_what_to_do_in_an_emergency_is_written_down_with_the_person(qtbot: QtBot, desk: OpenSession):
    form = in_front(qtbot, PersonForm(desk, "p1"), 700, 900)
    Hands(form).fill("What to do, and whom to call", "Call Sam, then sit together")
    assert desk.series.people[0].emergency == "Call Sam, then sit together"


def test_what_returns_ask_of_a_person_is_written_and_their_school_is_one_of_the_programmes(
    qtbot: QtBot, desk: OpenSession
):
    form = in_front(qtbot, PersonForm(desk, "p1"), 700, 900)
    desk.workspace.changed.connect(lambda changes: form.refresh())
    id, changes = add_school(desk.series.programme, "Hillside")
    desk.do("Add a school", changes)
    hands = Hands(form)
    hands.fill("Agreed code", "0042")
    hands.fill("Month of birth", "3/2014")
    hands.choose("New to making music", "Y")
    hands.choose("School", "Hill")
    sky = desk.series.people[0]
    assert (sky.code, sky.born, sky.new_to_music, sky.school) == ("0042", "2014-03", True, id)
    desk.do("Remove", remove_school(desk.series, id))
    hands.fill("Full name", "Sky Pine")
    assert desk.series.people[0].school is None


def test_a_month_that_cannot_be_read_is_said_under_its_field(qtbot: QtBot, desk: OpenSession):
    form = in_front(qtbot, PersonForm(desk, "p1"), 700, 900)
    Hands(form).fill("Month of birth", "8/3/2014")
    assert form.problem.startswith("Month of birth. That is not a month with its year.")
    assert desk.series.people[0].born is None

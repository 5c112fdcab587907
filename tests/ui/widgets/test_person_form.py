"""What is written down about a person is kept by the form where it is asked."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front

from amie_planner.ui.widgets.person_form import PersonForm
from amie_planner.ui.workspace import OpenSession


def test_what_to_do_in_an_emergency_is_written_down_with_the_person(qtbot: QtBot, desk: OpenSession):
    form = in_front(qtbot, PersonForm(desk, "p1"), 700, 900)
    Hands(form).fill("What to do, and whom to call", "Call Sam, then sit together")
    assert desk.series.people[0].emergency == "Call Sam, then sit together"

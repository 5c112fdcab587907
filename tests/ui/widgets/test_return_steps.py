"""Two steps in one place: which is seen, what heads it, and where the focus is while a return is out of date."""

from __future__ import annotations

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front
from tests.ui.models.test_reports import worked_out

from amie_planner.ui.models.reports import offered
from amie_planner.ui.models.return_notes import ReturnNotes
from amie_planner.ui.widgets.basics import Button
from amie_planner.ui.widgets.hub_files import HubFiles
from amie_planner.ui.widgets.return_choices import ReturnChoices
from amie_planner.ui.widgets.return_files import ReturnFiles
from amie_planner.ui.widgets.return_seen import MISSING, TARGETS, ReturnSeen
from amie_planner.ui.widgets.return_steps import ReturnSteps
from amie_planner.ui.workspace import Workspace


@pytest.fixture
def seen() -> ReturnSeen:
    return ReturnSeen()


@pytest.fixture
def steps(qtbot: QtBot, workspace: Workspace, seen: ReturnSeen) -> ReturnSteps:
    """The steps of a return that is worked out, of which the choices are seen."""
    choices, files = ReturnChoices(HubFiles(workspace)), ReturnFiles(ReturnNotes(workspace, datetime.now))
    choices.offer_returns(offered(()))
    shown = in_front(qtbot, ReturnSteps(choices, seen, files, Button("Something else")), 1000, 700)
    shown.show_ready(worked_out(7))
    return shown


def test_each_step_has_its_own_buttons_and_what_will_leave_is_headed(steps: ReturnSteps, seen: ReturnSeen) -> None:
    turned = list[bool]()
    steps.turned.connect(lambda: turned.append(steps.what_leaves_is_seen))
    steps.head("General hub return, shareable", "1 programme")
    assert steps.show_it.isVisible() and not steps.change.isVisible()
    steps.turn_to_what_leaves()
    assert (steps.title.text(), steps.summary.text()) == ("Reports: General hub return, shareable", "1 programme")
    assert steps.change.isVisible() and not steps.show_it.isVisible() and seen.list.hasFocus()
    Hands(steps).push("Change this return")
    assert Hands(steps).name == "Return" and turned == [True, False]


def test_what_has_the_focus_has_it_again_though_its_figures_went(steps: ReturnSteps, seen: ReturnSeen) -> None:
    steps.turn_to_what_leaves()
    seen.faces.choose(MISSING)
    hands = Hands(steps)
    for name in ("To mend", "Go to where it is", "Save workbook…"):
        hands.go_to(name)
        steps.hold_back()
        steps.clear()
        assert seen.face.hasFocus()
        steps.show_ready(worked_out(7))
        assert hands.name == name


def test_whoever_goes_on_meanwhile_is_not_called_back(steps: ReturnSteps, seen: ReturnSeen) -> None:
    steps.turn_to_what_leaves()
    for face, name in ((TARGETS, "Targets"), (0, "Change this return")):
        hands = Hands(steps)
        seen.faces.choose(MISSING)
        seen.go_to_list()
        steps.clear()
        seen.faces.choose(face)
        seen.face.setFocus()
        hands.go_to(name)
        steps.show_ready(worked_out(7))
        assert hands.name == name


def test_what_goes_leaves_the_focus_to_the_step_that_is_seen(steps: ReturnSteps, seen: ReturnSeen) -> None:
    steps.take_focus()
    assert steps.show_it.hasFocus()
    steps.turn_to_what_leaves()
    steps.clear()
    steps.take_focus()
    assert seen.face.hasFocus()
    steps.show_ready(worked_out(7))
    assert seen.list.hasFocus() and seen.list is seen.view

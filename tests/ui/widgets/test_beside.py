"""The panels beside the running order: what is typed in one is kept on the way to another."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from amie_planner.ui.widgets.activity_panel import ActivityPanel
from amie_planner.ui.widgets.beside import ACTIVITY, HEARD, PANELS, Beside
from amie_planner.ui.workspace import OpenSession


@pytest.fixture
def beside(qtbot: QtBot, desk: OpenSession) -> Beside:
    """The panels, following the workspace as the session screen has them do."""
    made = Beside(desk, lambda: "a2")
    desk.workspace.changed.connect(lambda changes: made.follow())
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("to", [n for n in range(len(PANELS)) if n != ACTIVITY])
def test_what_is_being_typed_is_kept_on_the_way_to_a_panel_that_was_not_open_yet(
    beside: Beside, desk: OpenSession, to: int
):
    assert isinstance(beside.panel, ActivityPanel)
    QTest.keyClicks(beside.panel.basics.fields["title"].control, " again")
    beside.faces.choose(to)
    assert desk.plan.activities[1].title == "Hello song again"
    assert beside.faces.current == to
    assert beside.panel.isVisible() or to == HEARD
    beside.faces.choose(ACTIVITY)
    assert isinstance(beside.panel, ActivityPanel)
    assert beside.panel.basics.fields["title"].value() == "Hello song again"

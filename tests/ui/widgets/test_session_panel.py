"""The session's own panel: adults and kit, what is expected where nobody is listed, and what the team needs."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.example_plans import THURSDAY_WRITERS
from tests.hands import Hands, in_front

from amie_planner.domain.bringing_in import bring_in
from amie_planner.exchange.loading import load
from amie_planner.ui.widgets.session_panel import SessionPanel
from amie_planner.ui.workspace import OpenSession, Workspace


class Panel:
    """The panel of a real session, and hands at the keyboard."""

    def __init__(self, qtbot: QtBot, desk: OpenSession) -> None:
        self.desk = desk
        self.panel = SessionPanel(desk)
        desk.workspace.changed.connect(lambda changes: self.panel.refresh())
        in_front(qtbot, self.panel)
        self.hands = Hands(self.panel)
        self.panel.setFocus()


@pytest.fixture
def panel(qtbot: QtBot, desk: OpenSession) -> Panel:
    """The panel of a session whose people are listed."""
    return Panel(qtbot, desk)


@pytest.fixture
def drop_in(qtbot: QtBot, workspace: Workspace) -> Panel:
    """The panel of a session where nobody is listed."""
    series = load(THURSDAY_WRITERS)
    workspace.do("Bring in", bring_in(series, 1))
    return Panel(qtbot, OpenSession(workspace, series.programme.id, "s1"))


def test_the_adults_in_the_room_and_the_kit_there_is_are_kept(panel: Panel):
    panel.hands.fill("Adults in the room", "3")
    panel.hands.fill("Kit we have", "switch, drum")
    assert panel.desk.plan.session.adults == 3
    assert panel.desk.series.programme.kit == ("switch", "drum")
    assert panel.desk.workspace.history.undoText().startswith("Change ‘Kit we have’")


@pytest.mark.parametrize(
    ("which", "hint"),
    [("drop_in", "Nobody is listed, so the plan is made for these."), ("panel", "For a drop-in, where nobody is")],
)
def test_barriers_are_expected_where_nobody_is_listed(which: str, hint: str, request: pytest.FixtureRequest):
    here: Panel = request.getfixturevalue(which)
    here.hands.push("Feeling safe")
    assert here.desk.plan.session.expects == ("feeling-safe",)
    assert hint in here.hands.here.accessibleDescription()
    assert here.hands.here.accessibleDescription().startswith("Barriers you expect. ")


def test_at_a_drop_in_the_expected_barriers_stand_among_the_first_questions(drop_in: Panel, panel: Panel):
    assert "expects" in drop_in.panel.details.fields
    assert "expects" not in panel.panel.details.fields


def test_what_a_member_of_the_team_needs_is_written_beside_what_was_agreed(panel: Panel):
    panel.panel.team.choose("t2")
    panel.hands.fill("What you need to work well", "A chair, and the plan the day before")
    panel.hands.fill("What was agreed", "Sent by noon")
    panel.hands.fill("Look at it again on", "20/10/2026")
    member = panel.desk.series.team[1]
    assert member.access_needs == "A chair, and the plan the day before"
    assert (member.access_agreed, member.access_review_on) == ("Sent by noon", date(2026, 10, 20))
    assert panel.desk.series.team[0].access_needs is None


def test_a_number_of_adults_is_not_recorded_until_it_is_written(panel: Panel):
    panel.hands.go_to("Adults in the room")
    panel.hands.press(Qt.Key.Key_Tab)
    assert panel.desk.plan.session.adults is None


def test_how_many_listened_is_not_recorded_until_it_is_written(panel: Panel):
    panel.hands.go_to("About how many listened")
    panel.hands.press(Qt.Key.Key_Tab)
    assert panel.desk.plan.session.audience is None
    panel.hands.fill("About how many listened", "60")
    assert panel.desk.plan.session.audience == 60

"""Planning: a finding leads to its line in the running order or in the panel beside it, and HEARD follows the plan."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front

from amie_planner.checks.check import Line, LineKind
from amie_planner.domain.changes import revise
from amie_planner.ui.widgets.beside import ACTIVITY, INTENTIONS, KIT, PANELS, PEOPLE, SESSION, VOICE
from amie_planner.ui.widgets.people_panel import PeoplePanel
from amie_planner.ui.widgets.plan_face import RECHECK_AFTER, PlanFace
from amie_planner.ui.workspace import OpenSession


@pytest.fixture
def face(qtbot: QtBot, desk: OpenSession) -> Iterator[PlanFace]:
    made = PlanFace(desk)
    desk.workspace.changed.connect(lambda changes: made.refresh())
    yield in_front(qtbot, made, 1200, 800)
    made.leave()


@pytest.mark.parametrize(
    ("kind", "panel"),
    [
        (LineKind.INTENTION, INTENTIONS),
        (LineKind.PERSON, PEOPLE),
        (LineKind.VOICE, VOICE),
        (LineKind.SESSION, SESSION),
        (LineKind.ACTIVITY, ACTIVITY),
    ],
    ids=lambda value: PANELS[value] if isinstance(value, int) else "",
)
def test_a_line_is_shown_in_its_panel(face: PlanFace, kind: LineKind, panel: int):
    face.go_to_panel(KIT)
    face.go_to(Line(kind, face.planning.current, ""))
    assert face.beside.faces.current == panel


def test_a_requirement_is_shown_with_whoever_has_it(face: PlanFace, desk: OpenSession):
    requirement = desk.plan.requirements[-1]
    face.go_to(Line(LineKind.REQUIREMENT, requirement.id, ""))
    panel = face.beside.panel
    assert isinstance(panel, PeoplePanel)
    chosen = panel.people.model.at(panel.people.view.currentIndex().row())
    assert chosen is not None and chosen.id == requirement.person


def test_a_change_is_shown_in_its_activity(face: PlanFace, desk: OpenSession):
    change = next(d for d in desk.plan.adaptations if d.activities != "all")
    face.go_to_adaptation(change.activities[0], change.id)
    assert face.planning.current == change.activities[0]
    assert Hands(face).name == "Change list"


def test_heard_is_asked_again_once_nothing_changes_for_a_moment(face: PlanFace, desk: OpenSession, qtbot: QtBot):
    face.check()
    before = len(face.beside.findings.model.rows)
    desk.do("Skip all", [revise(activity, skip=True) for activity in desk.plan.activities])
    assert len(face.beside.findings.model.rows) == before
    qtbot.waitUntil(lambda: len(face.beside.findings.model.rows) != before, timeout=20 * RECHECK_AFTER)


def test_where_there_is_no_room_beside_the_panel_stands_below(face: PlanFace, qtbot: QtBot):
    assert face.planning.y() == face.beside.y()
    face.resize(500, 900)
    qtbot.waitUntil(lambda: face.beside.y() > face.planning.y())

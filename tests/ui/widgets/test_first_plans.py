"""An empty session starts from a first plan by keys; a plan that is kept as one names nobody unasked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front

from amie_planner.domain import plan_templates
from amie_planner.domain.changes import revise
from amie_planner.domain.plan_templates import running_order
from amie_planner.domain.records import PlanTemplate
from amie_planner.ui.widgets import from_library
from amie_planner.ui.widgets.basics import Label
from amie_planner.ui.widgets.first_plans import CalledWhat, FromFirstPlans
from amie_planner.ui.widgets.planning import Planning
from amie_planner.ui.workspace import OpenSession, Workspace

Key = Qt.Key


@pytest.fixture
def planning(qtbot: QtBot, desk: OpenSession) -> Planning:
    made = Planning(desk)
    desk.workspace.changed.connect(lambda changes: made.refresh(desk.plan))
    in_front(qtbot, made, 800, 1000)
    made.view.setFocus()
    return made


@pytest.fixture
def hands(planning: Planning) -> Hands:
    return Hands(planning)


def empty(planning: Planning) -> None:
    for _ in range(planning.model.rowCount()):
        planning.remove_chosen()


def test_an_empty_session_starts_from_a_first_plan_by_keys(planning: Planning, hands: Hands, desk: OpenSession):
    assert not planning.start.isVisible()
    empty(planning)
    before, told = desk.series, heard(planning.said)
    planning.add.setFocus(Qt.FocusReason.TabFocusReason)
    hands.press(Key.Key_Tab)
    assert hands.name == "Start from a first plan…"
    template = next(each for each in plan_templates.templates() if each.setting == desk.series.programme.setting)
    hands.meanwhile(lambda: hands.press(Key.Key_Return))
    hands.press(Key.Key_Space)
    titles = [line["title"] for line in running_order(template)]
    assert [activity.title for activity in desk.plan.activities] == titles
    assert hands.here is planning.view and planning.current == desk.plan.activities[0].id
    assert told[-1].startswith("Started from ‘") and not planning.start.isVisible()
    assert desk.workspace.history.undoText().startswith("Start from ‘")
    desk.workspace.history.undo()
    assert desk.series == before and planning.start.isVisible()


def test_leaving_the_dialog_starts_nothing(planning: Planning, hands: Hands, desk: OpenSession):
    empty(planning)
    before = desk.series
    hands.meanwhile(lambda: hands.press(Key.Key_Escape))
    planning.ask_and_start()
    assert desk.series == before


@pytest.mark.parametrize("setting", ["choir", "hospital-bedside"])
def test_the_plan_of_the_setting_is_chosen_first_and_says_what_it_holds(
    qtbot: QtBot, workspace: Workspace, setting: str
):
    asked = in_front(qtbot, FromFirstPlans(workspace, setting))
    assert asked.chosen is not None and asked.chosen.setting == setting
    assert running_order(asked.chosen)[0]["title"] in asked.about.text()
    assert len(asked.finder.model.whole) == len(plan_templates.templates())


def test_the_dialog_says_where_a_kept_plan_will_be_found(qtbot: QtBot):
    asked = CalledWhat("Lift-off")
    qtbot.addWidget(asked)
    said = " ".join(label.text() for label in asked.findChildren(Label))
    assert "in the Library, under First plans" in said
    assert "in the Library, under First plans" in asked.line.accessibleDescription()


def test_a_plan_is_kept_as_a_first_plan_by_the_title_that_was_typed(
    planning: Planning, hands: Hands, desk: OpenSession, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(from_library, "ask", lambda *_: 1)
    told = heard(planning.said)

    def name_it() -> None:
        hands.write("Sounds of space")
        hands.press(Key.Key_Return)

    hands.meanwhile(name_it)
    hands.push("Keep as a first plan…")
    (kept,) = desk.workspace.own(PlanTemplate)
    assert kept.title == "Sounds of space"
    assert [line["title"] for line in running_order(kept)] == [each.title for each in desk.plan.activities]
    assert told == ["In your library, under First plans: Sounds of space"]
    assert desk.workspace.history.undoText() == "Keep ‘Sounds of space’ as a first plan"


@pytest.mark.parametrize(("answer", "kept"), [(0, 0), (1, 1), (-1, 0)])
def test_a_name_in_a_plan_or_in_its_title_is_asked_about_before_it_is_kept(
    planning: Planning, hands: Hands, desk: OpenSession, monkeypatch: pytest.MonkeyPatch, answer: int, kept: int
):
    asked: list[str] = []
    monkeypatch.setattr(from_library, "ask", lambda _, question, *answers: asked.append(question) or answer)
    desk.do("Reword", [revise(desk.plan.intentions[0], notice="Moss looks up")])

    def name_it() -> None:
        hands.write("For Sky")
        hands.press(Key.Key_Return)

    hands.meanwhile(name_it)
    planning.ask_and_keep_plan()
    assert "“Moss”" in asked[0]
    assert "“Sky”" in asked[0]
    assert len(desk.workspace.own(PlanTemplate)) == kept


def test_a_first_plan_without_a_title_cannot_be_kept(qtbot: QtBot):
    asked = CalledWhat("Lift-off")
    qtbot.addWidget(asked)
    asked.line.setText("  ")
    assert not asked.keep.isEnabled()

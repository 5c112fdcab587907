"""A session is begun from a first plan in a programme that suits it, also where the holidays leave no day free."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import Hands, in_front
from tests.plans import a_series

from amie_planner.domain import plan_templates
from amie_planner.domain.bringing_in import bring_in
from amie_planner.store.store import Store
from amie_planner.ui.widgets.plan_entry import PlanHeld, WhichProgramme, ask_and_begin
from amie_planner.ui.workspace import Workspace

PLAN = next(plan for plan in plan_templates.templates() if plan.setting == "choir")
FOR_GOOD = {"label": "We stop here", "from": "2026-10-21", "to": "9999-12-31"}


def planner(store: Store) -> Workspace:
    session = {"id": "s1", "title": "Before", "date": "2026-10-20", "start": "10:00"}
    for n, (setting, title) in enumerate((("hospital-bedside", "Ward"), ("choir", "Voices"))):
        told = {"uid": f"u{n}", "title": title, "setting": setting, "holidays": [FOR_GOOD]}
        store.apply(bring_in(a_series(programme=told, sessions=[session]), n))
    return Workspace(store)


def test_a_programme_of_its_setting_is_offered_first(qtbot: QtBot, store: Store, qapp: object):
    asked = in_front(qtbot, WhichProgramme(planner(store), PLAN))
    assert asked.choice.value() == "u1"


def test_where_no_day_is_free_the_session_begins_without_one(qtbot: QtBot, store: Store, qapp: object):
    workspace, parent = planner(store), in_front(qtbot, QWidget(), 300, 300)

    def begin() -> None:
        assert isinstance(QApplication.activeModalWidget(), WhichProgramme)
        Hands(parent).press(Qt.Key.Key_Return)

    Hands(parent).meanwhile(begin)
    begun = ask_and_begin(parent, workspace, PLAN)
    assert begun is not None
    session = workspace.plan(*begun).session
    assert (session.title, session.date, session.start) == (PLAN.title, None, workspace.plan("u1", "s1").session.start)


def test_what_a_plan_holds_is_read_part_by_part_and_follows_the_choice(qtbot: QtBot, qapp: object):
    chosen = [PLAN]
    view = PlanHeld(lambda: chosen[0])
    qtbot.addWidget(view)
    view.turn()
    model = view.model()
    lines = [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]
    assert lines[0].startswith("What it is for. ")
    assert any(line.startswith("Running order. ") for line in lines)
    chosen[0] = plan_templates.templates()[0]
    view.turn()
    assert view.currentIndex().row() == 0
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) != lines[0]

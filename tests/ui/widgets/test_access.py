"""The access grid in use: keys, the picker, the gap finder, and what each does to the plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.plans import a_series

from amie_planner.domain.access import Answered
from amie_planner.domain.bringing_in import bring_in
from amie_planner.store.store import Store
from amie_planner.ui.models.access_table import AccessTable
from amie_planner.ui.widgets.access import Access
from amie_planner.ui.widgets.access_picker import Picker
from amie_planner.ui.workspace import OpenSession, Workspace

Key = Qt.Key
TODAY = date(2026, 9, 10)


@pytest.fixture
def access(workspace: Workspace, qtbot: QtBot) -> Iterator[Access]:
    """The second session of space-sounds: one requirement is answered, two are open."""
    yield from shown(Access(OpenSession(workspace, workspace.programmes()[0].id, "s2"), TODAY), qtbot)


def shown(made: Access, qtbot: QtBot) -> Iterator[Access]:
    qtbot.addWidget(made)
    made.resize(1200, 640)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    made.view.setFocus()
    yield made
    made.leave()


def go(access: Access, need: str, activity: str) -> None:
    access.view.setCurrentIndex(access.model.place(need, activity))


def answer(access: Access, need: str, activity: str) -> Answered | None:
    return access.model.place(need, activity).data(AccessTable.CELL).cell.answer


def picker(qtbot: QtBot) -> Picker:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Picker))
    found = QApplication.activeModalWidget()
    assert isinstance(found, Picker)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is found.search)
    return found


def test_the_grid_opens_on_the_first_gap(access: Access) -> None:
    cell = access.model.cell(access.view.currentIndex())
    assert cell is not None
    assert (cell.need.id, cell.activity.id, cell.answer) == ("r2", "a1", Answered.NOT_YET)


def test_d_meets_by_design_and_again_takes_it_back(access: Access) -> None:
    go(access, "r3", "a3")
    QTest.keyClick(access.view, Key.Key_D)
    assert answer(access, "r3", "a3") is Answered.BY_DESIGN
    QTest.keyClick(access.view, Key.Key_D)
    assert answer(access, "r3", "a3") is Answered.NOT_YET


def test_a_change_beside_what_is_by_design_stays_in_sight_and_in_the_plan(access: Access) -> None:
    go(access, "r1", "a3")
    QTest.keyClick(access.view, Key.Key_D)
    shown = access.model.place("r1", "a3").data(AccessTable.CELL)
    assert (shown.word, shown.below) == ("● by design", "One switch plays the engine sound; the solo is theirs")
    QTest.keyClick(access.view, Key.Key_D)
    assert answer(access, "r1", "a3") is Answered.ADAPTED


def test_d_says_nothing_where_nothing_is_in_the_way(access: Access) -> None:
    go(access, "r3", "a1")
    QTest.keyClick(access.view, Key.Key_D)
    QTest.keyClick(access.view, Key.Key_Return)
    assert answer(access, "r3", "a1") is None
    assert QApplication.activeModalWidget() is None


def test_delete_takes_an_answer_away_and_undo_brings_it_back(access: Access, workspace: Workspace) -> None:
    go(access, "r1", "a3")
    QTest.keyClick(access.view, Key.Key_Delete)
    assert (answer(access, "r1", "a3"), answer(access, "r1", "a5")) == (Answered.NOT_YET, Answered.ADAPTED)
    assert workspace.history.undoText() == "Take the answer away in ‘Rocket song: solos’"
    workspace.history.undo()
    assert answer(access, "r1", "a3") is Answered.ADAPTED


def test_enter_opens_the_picker_and_enter_again_answers_here(access: Access, qtbot: QtBot) -> None:
    go(access, "r2", "a2")
    QTest.keyClick(access.view, Key.Key_Return)
    found = picker(qtbot)
    first = found.model.at(0)
    assert first is not None
    QTest.keyClick(found.search, Key.Key_Return)
    assert answer(access, "r2", "a2") is Answered.ADAPTED
    assert answer(access, "r2", "a1") is Answered.NOT_YET
    assert first.text in access.model.place("r2", "a2").data(AccessTable.CELL).below
    qtbot.waitUntil(lambda: access.focusWidget() is access.view)


def test_shift_and_enter_answer_wherever_the_same_thing_is_in_the_way(access: Access, qtbot: QtBot) -> None:
    go(access, "r2", "a2")
    QTest.keyClick(access.view, Key.Key_Return)
    QTest.keyClick(picker(qtbot).search, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert {answer(access, "r2", a) for a in ("a1", "a2", "a3", "a5", "a6")} == {Answered.ADAPTED}
    assert answer(access, "r3", "a3") is Answered.NOT_YET


def test_typing_searches_and_down_goes_through_what_is_found(access: Access, qtbot: QtBot) -> None:
    go(access, "r3", "a3")
    QTest.keyClick(access.view, Key.Key_Return)
    found = picker(qtbot)
    QTest.keyClicks(found.search, "A card that says loud soon")
    assert [pick.id for pick in found.model.rows][-1] == "own"
    while found.view.currentIndex().row() < found.model.rowCount() - 1:
        QTest.keyClick(found.search, Key.Key_Down)
    QTest.keyClick(found.search, Key.Key_Return)
    assert access.model.place("r3", "a3").data(AccessTable.CELL).below == "A card that says loud soon"


def test_escape_leaves_the_plan_as_it_was(access: Access, workspace: Workspace, qtbot: QtBot) -> None:
    go(access, "r3", "a3")
    QTest.keyClick(access.view, Key.Key_Return)
    QTest.keyClick(picker(qtbot).search, Key.Key_Escape)
    assert not workspace.history.canUndo()


def test_by_design_is_offered_last_and_may_be_for_all_at_once(access: Access, qtbot: QtBot) -> None:
    go(access, "r2", "a1")
    QTest.keyClick(access.view, Key.Key_Return)
    found = picker(qtbot)
    found.view.setCurrentIndex(found.model.index(found.model.rowCount() - 1))
    QTest.keyClick(found.view, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert {answer(access, "r2", a) for a in ("a1", "a2", "a3", "a5", "a6")} == {Answered.BY_DESIGN}


def test_what_answers_a_cell_leads_to_its_form(access: Access, qtbot: QtBot) -> None:
    go(access, "r1", "a3")
    QTest.keyClick(access.view, Key.Key_Return)
    with qtbot.waitSignal(access.adaptation_wanted) as wanted:
        QTest.keyClick(picker(qtbot).search, Key.Key_Return)
    assert wanted.args == ["a3", "d1"]


def test_the_gap_finder_is_added_in_one_step_that_undo_names(access: Access, workspace: Workspace) -> None:
    before = access.gaps.text()
    assert "gaps" in before
    assert "could answer" in before
    QTest.keyClick(access.view, Key.Key_G)
    assert access.gaps.text() != before
    assert workspace.history.undoText().startswith("Add ‘")
    workspace.history.undo()
    assert access.gaps.text() == before


def test_what_is_done_is_said_with_what_is_left(access: Access, qtbot: QtBot) -> None:
    go(access, "r3", "a3")
    with qtbot.waitSignal(access.said) as said:
        QTest.keyClick(access.view, Key.Key_D)
    assert said.args[0].startswith("✓ Saved. 6 gaps")


def test_where_nobody_is_listed_the_barriers_may_be_chosen(store: Store, qtbot: QtBot) -> None:
    series = a_series(sessions=[{"id": "s1", "title": "Drop-in", "activities": [{"id": "a1", "title": "Beats"}]}])
    store.apply(bring_in(series, 0))
    desk = OpenSession(Workspace(store), "u1", "s1")
    for access in shown(Access(desk, TODAY), qtbot):
        assert "Nobody is listed" in access.empty.text()
        assert not access.view.isVisible()
        with qtbot.waitSignal(access.barriers_wanted):
            access.barriers.click()
        desk.keep(desk.plan.session, "Barriers", expects=("feeling-safe",))
        assert access.view.isVisible()
        assert answer(access, "barrier/feeling-safe", "a1") is Answered.NOT_YET


def test_columns_that_fit_do_not_scroll(access: Access, qtbot: QtBot) -> None:
    access.resize(1600, 320)
    qtbot.waitUntil(access.view.verticalScrollBar().isVisible)
    qtbot.waitUntil(lambda: access.view.horizontalScrollBar().maximum() == 0)
    access.resize(500, 320)
    qtbot.waitUntil(lambda: access.view.horizontalScrollBar().maximum() > 0)


@pytest.mark.parametrize("points", [11, 24])
def test_the_first_rows_are_in_sight_however_large_the_letters_are(access: Access, qtbot: QtBot, points: int) -> None:
    font = access.font()
    font.setPointSize(points)
    access.setFont(font)
    qtbot.wait(50)
    view = access.view
    rows = sum(view.verticalHeader().sectionSize(n) for n in range(2))
    assert view.minimumHeight() >= view.horizontalHeader().height() + rows

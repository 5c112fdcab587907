"""Lists of a return: what they say where there is nothing, and where they lead."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front

from amie_planner.returns.missing import Form, Missing
from amie_planner.ui.models.return_rows import ReportRow
from amie_planner.ui.widgets.basics import Scroll
from amie_planner.ui.widgets.return_lists import MissingList, ReportList, ReturnTables

ROWS = (ReportRow("0", "Notes", "3 rows"), ReportRow("1", "Totals", "20 rows"))


def test_a_list_tells_nothing_found_from_nothing_worked_out(qtbot: QtBot) -> None:
    shown = in_front(qtbot, ReportList("Warnings", "Beware.", "All is well."), 400, 300)
    assert shown.about.text() == "Nothing is worked out yet."
    shown.show_rows(())
    assert (shown.about.text(), shown.view.isVisible()) == ("All is well.", False)
    shown.show_rows(ROWS)
    assert (shown.about.text(), shown.view.isVisible()) == ("Beware.", True)
    shown.show_rows(None)
    assert (shown.about.text(), shown.view.isVisible()) == ("Nothing is worked out yet.", False)


def test_enter_leads_to_what_is_missing(qtbot: QtBot) -> None:
    shown = in_front(qtbot, MissingList(), 400, 300)
    missing = [Missing("A", Form.FOR_RETURNS, "u1"), Missing("B", Form.SESSION, "u1", "s1")]
    shown.show_missing(missing, [ReportRow("0", "A"), ReportRow("1", "B")])
    went = heard(shown.go_wanted)
    hands = Hands(shown)
    hands.go_to("To mend")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.push("Go to where it is")
    assert went == [missing[1], missing[1]]
    shown.show_missing((), ())
    assert not shown.go.isEnabled()


def test_the_first_that_is_missing_is_chosen_and_leads_nowhere_while_it_may_be_mended(qtbot: QtBot) -> None:
    shown = in_front(qtbot, MissingList(), 400, 300)
    missing, rows = [Missing("A", Form.FOR_RETURNS, "u1")], [ReportRow("0", "A")]
    shown.show_missing(missing, rows)
    went = heard(shown.go_wanted)
    assert shown.view.currentIndex().row() == 0
    shown.hold_back()
    shown.view.opened.emit()
    assert went == [] and not shown.go.isEnabled()
    shown.show_missing(missing, rows)
    shown.go.click()
    assert went == missing


def test_the_chosen_table_stays_so_while_it_is_there(qtbot: QtBot) -> None:
    shown = in_front(qtbot, ReturnTables(), 400, 500)
    chosen = heard(shown.chosen)
    shown.show_tables(ROWS, 1)
    assert chosen[-1] == 1
    shown.show_tables((ROWS[0], ReportRow("2", "People"), ROWS[1]))
    assert (shown.at, chosen[-1]) == (2, 2)
    shown.show_tables(ROWS[:1])
    assert (shown.at, chosen[-1]) == (0, 0)


def test_the_chosen_row_comes_back_after_a_while_in_which_nothing_was_worked_out(qtbot: QtBot) -> None:
    tables, shown = in_front(qtbot, ReturnTables(), 400, 500), in_front(qtbot, ReportList("Warnings", "", ""), 400, 300)
    three = (*ROWS, ReportRow("2", "People"))
    tables.show_tables(three)
    shown.show_rows(three)
    for view in (tables.tables.view, shown.view):
        view.setCurrentIndex(view.model().index(2, 0))
    for _ in range(2):
        tables.show_tables(None)
        shown.show_rows(None)
    tables.show_tables(three)
    shown.show_rows(three)
    assert (tables.at, shown.view.currentIndex().row()) == (2, 2)
    tables.show_tables(None)
    tables.show_tables(ROWS, 1)
    assert tables.at == 1


def test_the_chosen_row_is_in_sight_in_its_list_and_in_what_scrolls_around_it(qtbot: QtBot) -> None:
    shown = ReportList("Warnings", "", "")
    inside = QWidget()
    within = QVBoxLayout(inside)
    within.addSpacing(300)
    within.addWidget(shown)
    shown.setFixedHeight(400)
    area = in_front(qtbot, Scroll(inside, "All of it"), 400, 300)
    shown.show_rows([ReportRow(str(n), f"Row {n}") for n in range(40)])
    shown.view.setFocus()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    for at in (39, 0):
        shown.view.setCurrentIndex(shown.rows.index(at))

        def in_sight(at: int = at) -> bool:
            row = shown.view.visualRect(shown.rows.index(at))
            where = shown.view.viewport().mapTo(area.viewport(), row.topLeft())
            return 0 <= where.y() <= area.viewport().height() - row.height()

        qtbot.waitUntil(in_sight)


def test_where_no_table_is_worked_out_there_is_nothing_to_copy(qtbot: QtBot) -> None:
    shown = in_front(qtbot, ReturnTables(), 400, 500)
    shown.show_tables(ROWS)
    shown.show_table("Notes", [ReportRow("row/0", "This return")])
    assert shown.copy.isVisible() and shown.says.view.isVisible()
    shown.show_tables(None)
    shown.show_table("", ())
    assert not shown.copy.isVisible() and not shown.says.isVisible()

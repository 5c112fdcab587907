"""The access grid as a table: words and shapes, what a screen reader says, and which cells changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from tests.plans import a_plan

from amie_planner.domain.plan import Plan
from amie_planner.ui.models.access_table import AccessTable

SKY: dict[str, Any] = {
    "id": "p1",
    "alias": "Sky",
    "requirements": [
        {"id": "r1", "words": "Give me time", "change": "Wait", "weight": "big"},
        {"id": "r2", "barrier": "repertoire", "where": ["play"]},
    ],
}
RIVER: dict[str, Any] = {"id": "p2", "alias": "River", "asked_about_access": True}
MOSS: dict[str, Any] = {"id": "p3", "alias": "Moss"}
DAY = [
    {"id": "a1", "title": "Hello", "kind": "sing", "minutes": 5},
    {"id": "a2", "title": "Rocket", "kind": "play", "minutes": 12},
]


def planned(**session: Any) -> Plan:
    return a_plan(parts={"people": [SKY, RIVER, MOSS]}, activities=DAY, start="10:00", **session)


def shown(plan: Plan) -> AccessTable:
    table = AccessTable()
    table.show(plan)
    return table


def words(table: AccessTable, role: int = Qt.ItemDataRole.DisplayRole) -> list[list[Any]]:
    return [[table.index(n, m).data(role) for m in range(table.columnCount())] for n in range(table.rowCount())]


ANSWERED: dict[str, Any] = {
    "adaptations": [{"id": "d1", "activities": ["a1"], "requirements": ["r1"], "reach": "everyone", "what": "Wait"}],
    "by_design": [{"requirement": "r2", "activity": "a2", "how": "Their own songs"}],
}


def test_each_cell_says_its_answer_in_word_and_shape(qtmodeltester: ModelTester) -> None:
    table = shown(planned(**ANSWERED))
    assert words(table) == [
        ["◆ adapted", "○ not yet"],
        ["not in the way here", "● by design"],
        ["", ""],
        ["", ""],
    ]
    qtmodeltester.check(table)


def test_a_cell_is_spoken_as_column_and_value_then_whose_it_is() -> None:
    table = shown(planned(**ANSWERED))
    spoken = words(table, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken[0][0] == "Hello: adapted, everyone: Wait. Sky · big. “Give me time” → Wait"
    assert spoken[0][1].startswith("Rocket: not yet. Sky")
    assert spoken[1][1] == "Rocket: by design, Their own songs. Sky. Repertoire"


def test_heads_name_people_by_alias_and_activities_with_their_times() -> None:
    table = shown(planned())
    down = [table.headerData(n, Qt.Orientation.Vertical) for n in range(table.rowCount())]
    assert down == [
        "Sky · big. “Give me time” → Wait",
        "Sky. Repertoire",
        "River. asked: nothing needed",
        "Moss. not asked yet",
    ]
    assert table.headerData(1, Qt.Orientation.Horizontal) == "Rocket. 10:05 · 12 min"
    assert table.headerData(9, Qt.Orientation.Horizontal) is None


def test_an_answer_changes_that_cell_alone(qtbot: QtBot) -> None:
    table = shown(planned())
    with qtbot.waitSignal(table.dataChanged) as said, qtbot.assertNotEmitted(table.modelReset):
        table.show(planned(by_design=[{"requirement": "r2", "activity": "a2"}]))
    first, last = said.args[:2]
    assert (first.row(), first.column(), last.row(), last.column()) == (1, 1, 1, 1)


def test_another_activity_starts_the_table_anew(qtbot: QtBot) -> None:
    table = shown(planned())
    with qtbot.waitSignal(table.modelReset):
        table.show(planned(not_expected=["p2"]))
    assert table.rowCount() == 3


def test_other_words_of_a_person_are_shown_without_starting_anew(qtbot: QtBot) -> None:
    table = shown(planned())
    other = {"people": [SKY | {"alias": "Skye"}, RIVER, MOSS]}
    with qtbot.waitSignal(table.headerDataChanged), qtbot.assertNotEmitted(table.modelReset):
        table.show(a_plan(parts=other, activities=DAY, start="10:00"))
    assert table.headerData(0, Qt.Orientation.Vertical).startswith("Skye")
    assert "Skye" in table.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_next_open_cell_is_found_row_by_row_and_round_again() -> None:
    table = shown(planned(**ANSWERED))
    only = table.next_open(QModelIndex())
    assert (only.row(), only.column()) == (0, 1)
    assert table.next_open(only) == only
    everywhere = {"id": "d2", "activities": "all", "requirements": ["r1", "r2"], "what": "x"}
    assert not shown(planned(adaptations=[everywhere])).next_open(QModelIndex()).isValid()


def test_long_words_are_cut_in_the_grid_only() -> None:
    table = shown(planned(adaptations=[{"id": "d1", "activities": ["a1"], "requirements": ["r1"], "what": "x" * 500}]))
    assert len(table.index(0, 0).data(AccessTable.CELL).below) <= 70

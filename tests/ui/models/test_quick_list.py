"""A list under a line to type in: headings stand between the rows, and cannot be taken."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from amie_planner.ui.models.quick_list import QuickList, QuickRow

ROWS = [
    QuickRow("h", "Activities", heading=True),
    QuickRow("a", "Hello", "Lift-off", "Ctrl+H"),
    QuickRow("m", "More", more="x"),
]


def test_no_heading_can_be_chosen(qtmodeltester: ModelTester) -> None:
    model = QuickList()
    model.begin(ROWS)
    qtmodeltester.check(model)
    assert [bool(model.flags(model.index(n)) & Qt.ItemFlag.ItemIsSelectable) for n in range(3)] == [False, True, True]
    assert model.first == 1
    model.begin(ROWS[:1])
    assert model.first == -1


def test_a_row_is_spoken_whole() -> None:
    assert [row.spoken for row in ROWS] == ["Activities", "Hello. Lift-off. Ctrl+H", "More"]
    assert [row.divided for row in ROWS] == [False, True, True]

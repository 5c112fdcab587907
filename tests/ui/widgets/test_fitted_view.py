"""A list is as tall as its rows, up to a few."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from amie_planner.ui.models.rows import RowList
from amie_planner.ui.widgets.blocks import text_block
from amie_planner.ui.widgets.entries import Entry
from amie_planner.ui.widgets.fitted_view import FittedView


def test_it_grows_with_its_rows_up_to_the_most_and_with_less_width(qtbot: QtBot):
    model: RowList[Entry] = RowList()
    view = FittedView(model, "Lines", lambda row, width, font: [text_block("text", row.text, font, 0, 0, width)], 3)
    qtbot.addWidget(view)
    view.resize(400, 100)
    view.show()
    heights = []
    for count in range(5):
        model.show([Entry(str(n), "Some words that go on for a while") for n in range(count)])
        view.fit()
        heights.append(view.height())
    assert heights[:4] == sorted(set(heights[:4]))
    assert heights[4] == heights[3]
    view.resize(120, view.height())
    assert view.height() > heights[4]

"""The bar to scale: each activity as wide as it is long, and the same in words for who does not see it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot
from tests.plans import a_plan

from amie_planner.domain.timing import timing
from amie_planner.ui import theme
from amie_planner.ui.widgets.time_bar import TimeBar


def bar(qtbot: QtBot, chosen: str = "", **session: Any) -> TimeBar:
    made = TimeBar()
    qtbot.addWidget(made)
    made.resize(602, 18)
    made.show_times(timing(a_plan(**session)), chosen)
    return made


def widths(image: QImage) -> dict[str, int]:
    """How many pixels of the middle line have each strand's colour."""
    line = [image.pixelColor(x, image.height() // 2).name() for x in range(image.width())]
    return {strand: line.count(strand) for strand in theme.colours().strands if strand in line}


ACTIVITIES = [
    {"id": "a1", "title": "Hello", "minutes": 10},
    {"id": "a2", "title": "Spare", "minutes": 40, "skip": True},
    {"id": "a3", "kind": "play", "minutes": 20},
]


def test_twice_as_long_is_twice_as_wide_and_plan_b_takes_no_room(qtbot: QtBot):
    seen = widths(bar(qtbot, minutes=30, activities=ACTIVITIES).grab().toImage())
    first, second = (seen[strand] for strand in theme.colours().strands[:2])
    assert second == pytest.approx(2 * first, abs=4)
    assert len(seen) == 2
    assert first + second == pytest.approx(600, abs=8)


def test_time_that_is_left_stays_empty(qtbot: QtBot):
    seen = widths(bar(qtbot, minutes=60, activities=ACTIVITIES).grab().toImage())
    assert sum(seen.values()) == pytest.approx(300, abs=8)


def test_the_bar_is_said_in_words(qtbot: QtBot):
    assert bar(qtbot, activities=ACTIVITIES).accessibleName() == "Minutes: Hello 10, Play 20"


STRANDED = [
    {"id": "a1", "title": "Hello", "minutes": 10},
    {"id": "a2", "title": "Tune", "minutes": 20, "strand": "Strings"},
    {"id": "a3", "title": "Groove", "minutes": 10, "strand": "Drums"},
    {"id": "a4", "title": "Solo", "minutes": 10, "strand": "Drums"},
]


def test_groups_at_the_same_time_stand_above_one_another_in_a_taller_bar(qtbot: QtBot):
    plain, made = bar(qtbot, activities=ACTIVITIES), bar(qtbot, minutes=30, activities=STRANDED)
    assert made.sizeHint().height() > plain.sizeHint().height()
    made.resize(602, made.sizeHint().height())
    image = made.grab().toImage()
    strands = theme.colours().strands

    def seen(x: int) -> list[str]:
        """The colours of the parts at a place, from the top down."""
        found = [image.pixelColor(x, y).name() for y in range(image.height())]
        return list(dict.fromkeys(colour for colour in found if colour in strands))

    assert [seen(x) for x in (100, 300, 500)] == [
        [strands[0]],
        [strands[1], strands[2]],
        [strands[1], strands[3]],
    ]


def test_whose_minutes_they_are_is_said(qtbot: QtBot):
    said = "Minutes: Hello 10, Tune 20 (Strings), Groove 10 (Drums), Solo 10 (Drums)"
    assert bar(qtbot, activities=STRANDED).accessibleName() == said


@pytest.mark.parametrize(
    "session",
    [
        {},
        {"minutes": 0},
        {"activities": [{"id": "a1"}]},
        {"activities": [{"id": "a1", "minutes": 0}], "minutes": 0},
        {"activities": [{"id": f"a{n}", "minutes": 1440} for n in range(9)], "start": "23:59", "minutes": 1},
    ],
)
def test_any_plan_can_be_drawn(qtbot: QtBot, session: dict[str, Any]):
    assert not bar(qtbot, **session).grab().isNull()


def test_a_bar_that_was_shown_nothing_yet_can_be_drawn(qtbot: QtBot):
    made = TimeBar()
    qtbot.addWidget(made)
    assert not made.grab().isNull()


def test_the_end_that_was_planned_is_marked_where_the_plan_runs_over(qtbot: QtBot):
    alert = QColor(theme.colours().alert).name()
    over = bar(qtbot, minutes=15, activities=ACTIVITIES).grab().toImage()
    middle = range(295, 308)
    assert any(over.pixelColor(x, y).name() == alert for x in middle for y in range(over.height()))
    within = bar(qtbot, minutes=30, activities=ACTIVITIES).grab().toImage()
    everywhere = {within.pixelColor(x, y).name() for x in range(within.width()) for y in range(within.height())}
    assert alert not in everywhere


def test_the_chosen_activity_has_an_edge_of_its_own(qtbot: QtBot):
    plain = bar(qtbot, minutes=30, activities=ACTIVITIES).grab().toImage()
    assert bar(qtbot, "a3", minutes=30, activities=ACTIVITIES).grab().toImage() != plain

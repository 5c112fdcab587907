"""Short fields stand side by side where there is room, and under one another where there is not."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from amie_planner.ui.widgets.columns import Columns


class Place:
    """Parts in columns at the top of a place that is this wide."""

    def __init__(self, qtbot: QtBot, *parts: QWidget, width: int, most: int = 2, letters: int = 10) -> None:
        self.outside = QWidget()
        self.inside = QWidget()
        self.inside.setLayout(Columns(*parts, most=most, letters=letters))
        layout = QVBoxLayout(self.outside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.inside)
        layout.addStretch(1)
        qtbot.addWidget(self.outside)
        self.outside.resize(width, 600)
        self.outside.show()


def lines(parts: tuple[QWidget, ...]) -> list[int]:
    """How many parts stand in each line."""
    tops = [part.y() for part in parts]
    return [tops.count(top) for top in sorted(set(tops))]


@pytest.mark.parametrize(
    ("letters_wide", "most", "expected"), [(60, 2, [2, 1]), (60, 3, [3]), (16, 3, [1, 1, 1]), (26, 3, [2, 1])]
)
def test_there_are_as_many_columns_as_there_is_room_for_and_no_more(
    qtbot: QtBot, letters_wide: int, most: int, expected: list[int]
):
    parts = tuple(QLabel(word) for word in ("one", "two", "three"))
    letter = parts[0].fontMetrics().averageCharWidth()
    place = Place(qtbot, *parts, width=letters_wide * letter, most=most)
    assert lines(parts) == expected
    assert place.inside.width() == place.outside.width()


def test_the_parts_of_a_line_begin_at_one_height_and_are_equally_wide(qtbot: QtBot):
    low, tall, last = QLabel("low"), QLabel("a\nb\nc"), QLabel("last")
    place = Place(qtbot, low, tall, last, width=600)
    assert low.y() == tall.y() == 0
    assert low.width() == tall.width()
    assert low.height() < tall.height()
    assert last.y() >= tall.geometry().bottom()
    assert place.inside.height() == tall.height() + last.height()


def test_a_wide_part_is_never_squeezed_into_a_column(qtbot: QtBot):
    parts = (QPushButton("a button that says a good deal"), QPushButton("short"))
    place = Place(qtbot, *parts, width=parts[0].sizeHint().width() + 60)
    assert lines(parts) == [1, 1]
    assert place.outside.width() >= parts[0].width() >= parts[0].sizeHint().width()


def test_columns_with_nothing_in_them_take_no_room(qtbot: QtBot):
    assert Place(qtbot, width=300).inside.height() == 0

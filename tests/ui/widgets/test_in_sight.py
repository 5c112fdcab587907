"""A part of a widget comes into sight in every place that scrolls around it, and stays where it is seen already."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from amie_planner.ui.widgets.in_sight import bring_into_sight

LINE = 40


def tall(*inside: QWidget) -> QWidget:
    held = QWidget()
    layout = QVBoxLayout(held)
    for part in inside:
        layout.addWidget(part)
    return held


def scrolling(inside: QWidget, height: int) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFixedHeight(height)
    area.setWidget(inside)
    return area


def lines(many: int) -> list[QWidget]:
    made = [QWidget() for _ in range(many)]
    for line in made:
        line.setFixedHeight(LINE)
    return made


class Nested:
    """Twenty lines in a place that scrolls, below ten more in another that scrolls around both."""

    def __init__(self, qtbot: QtBot) -> None:
        self.above, self.below = lines(10), lines(20)
        self.inner = scrolling(tall(*self.below), 200)
        self.outer = scrolling(tall(*self.above, self.inner), 300)
        qtbot.addWidget(self.outer)
        self.outer.resize(300, 300)
        self.outer.show()
        QApplication.processEvents()

    def bring(self, widget: QWidget, part: QRect | None = None) -> None:
        bring_into_sight(widget, part)
        for _ in range(3):
            QApplication.processEvents()


@pytest.fixture
def nested(qtbot: QtBot, qapp: QApplication) -> Nested:
    return Nested(qtbot)


@pytest.mark.parametrize("at", [0, 9, 19])
def test_a_line_comes_whole_into_sight_through_both(nested: Nested, at: int):
    line = nested.below[at]
    assert line.visibleRegion().isEmpty()
    nested.bring(line)
    assert line.visibleRegion().boundingRect() == line.rect()


def test_what_is_in_sight_moves_nothing(nested: Nested):
    nested.bring(nested.above[1])
    assert nested.outer.verticalScrollBar().value() == 0


def test_of_what_is_taller_than_there_is_room_for_the_beginning_is_seen(nested: Nested):
    inside = nested.inner.widget()
    nested.bring(inside)
    assert nested.inner.verticalScrollBar().value() == 0
    assert inside.visibleRegion().boundingRect().top() == 0


def test_only_the_part_that_is_meant_is_looked_for(nested: Nested):
    inside = nested.inner.widget()
    nested.bring(inside, QRect(0, inside.height() - 5, 10, 5))
    assert nested.inner.verticalScrollBar().value() == nested.inner.verticalScrollBar().maximum()


def test_what_is_hidden_by_then_is_left_alone(nested: Nested):
    bring_into_sight(nested.below[19])
    nested.below[19].hide()
    for _ in range(3):
        QApplication.processEvents()
    assert nested.outer.verticalScrollBar().value() == 0

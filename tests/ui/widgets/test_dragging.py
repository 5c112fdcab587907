"""Carrying a row with the mouse: where it lands, how it is taken back, and that the list scrolls on near an edge."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.plans import a_plan

from amie_planner.ui import theme
from amie_planner.ui.models.running_order import RunningOrderList, of_plan
from amie_planner.ui.widgets.dragging import RowDrag
from amie_planner.ui.widgets.running_order import RunningOrderView

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


class Mouse:
    """A hand with a mouse over a list of rows."""

    def __init__(self, view: RunningOrderView) -> None:
        self.view, self.on = view, view.viewport()
        self.landed: list[tuple[int, int]] = []
        view.place_wanted.connect(lambda row, to: self.landed.append((row, to)))

    def at(self, row: int, part: float = 0.5) -> QPoint:
        """A point in a row; `part` is how far down."""
        rect = self.view.visualRect(self.view.model().index(row, 0))
        return QPoint(rect.center().x(), rect.top() + round(rect.height() * part))

    def press(self, row: int) -> None:
        QTest.mousePress(self.on, LEFT, pos=self.at(row))

    def carry(self, *points: QPoint) -> None:
        for point in points:
            QTest.mouseMove(self.on, point)

    def let_go(self, point: QPoint) -> None:
        self.carry(point)
        QTest.mouseRelease(self.on, LEFT, pos=point)

    @property
    def carries(self) -> bool:
        return self.view.findChild(RowDrag).isVisible()


def moved(to: QPoint, held: Qt.MouseButton) -> QMouseEvent:
    """The mouse has come to a place with this button held."""
    place, none = to.toPointF(), Qt.MouseButton.NoButton
    return QMouseEvent(QEvent.Type.MouseMove, place, place, none, held, Qt.KeyboardModifier.NoModifier)


def a_mouse(qtbot: QtBot, *strands: str | None, height: int = 700) -> Mouse:
    activities = [{"id": f"a{n}", "title": f"Activity {n}", "minutes": 5, "strand": s} for n, s in enumerate(strands)]
    model = RunningOrderList()
    model.show(of_plan(a_plan(activities=activities))[0])
    view = RunningOrderView(model)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(800, height)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is view)
    view.setFocus()
    return Mouse(view)


@pytest.fixture
def mouse(qtbot: QtBot) -> Mouse:
    return a_mouse(qtbot, *[None] * 5)


@pytest.mark.parametrize(
    ("row", "over", "part", "to"),
    [
        (0, 2, 0.9, 2),
        (0, 2, 0.1, 1),
        (0, 4, 0.9, 4),
        (3, 0, 0.1, 0),
        (3, 0, 0.9, 1),
        (4, 1, 0.1, 1),
        (2, 3, 0.9, 3),
        (2, 1, 0.1, 1),
    ],
)
def test_a_row_lands_above_or_below_the_one_it_is_let_go_over(mouse: Mouse, row: int, over: int, part: float, to: int):
    mouse.press(row)
    mouse.let_go(mouse.at(over, part))
    assert mouse.landed == [(row, to)]
    assert not mouse.carries


@pytest.mark.parametrize(("over", "part"), [(2, 0.1), (2, 0.9), (1, 0.9), (3, 0.1)])
def test_a_row_that_is_let_go_where_it_was_stays(mouse: Mouse, over: int, part: float):
    mouse.press(2)
    mouse.carry(mouse.at(4))
    mouse.let_go(mouse.at(over, part))
    assert mouse.landed == []


def test_below_the_last_row_is_the_end(mouse: Mouse):
    mouse.press(1)
    mouse.let_go(QPoint(5, mouse.on.height() - 2))
    assert mouse.landed == [(1, 4)]


def test_a_hand_that_trembles_carries_nothing(mouse: Mouse):
    mouse.press(1)
    mouse.carry(mouse.at(1) + QPoint(2, 2))
    assert not mouse.carries
    mouse.let_go(mouse.at(1) + QPoint(3, 3))
    assert mouse.landed == []
    assert mouse.view.currentIndex().row() == 1


def test_the_row_that_is_carried_stays_the_chosen_one(mouse: Mouse):
    mouse.press(1)
    mouse.carry(mouse.at(2), mouse.at(3))
    assert mouse.carries
    assert mouse.view.currentIndex().row() == 1


@pytest.mark.parametrize("outside", [QPoint(-30, 200), QPoint(5000, 200), QPoint(100, -200), QPoint(100, 5000)])
def test_outside_the_list_a_row_lands_nowhere(mouse: Mouse, outside: QPoint):
    mouse.press(1)
    mouse.carry(mouse.at(4))
    mouse.let_go(outside)
    assert mouse.landed == []
    assert not mouse.carries


def test_escape_takes_the_row_back_and_the_mouse_carries_nothing_more(mouse: Mouse):
    mouse.press(0)
    mouse.carry(mouse.at(2))
    QTest.keyClick(mouse.view, Key.Key_Escape)
    assert not mouse.carries
    mouse.let_go(mouse.at(4))
    assert mouse.landed == []


def test_while_a_row_is_carried_keys_wait(mouse: Mouse):
    asked: list[str] = []
    mouse.view.remove_wanted.connect(lambda: asked.append("remove"))
    mouse.press(0)
    mouse.carry(mouse.at(2))
    for key in (Key.Key_Delete, Key.Key_Down):
        QTest.keyClick(mouse.view, key)
    assert (asked, mouse.view.currentIndex().row(), mouse.carries) == ([], 0, True)
    mouse.let_go(mouse.at(2, 0.9))
    QTest.keyClick(mouse.view, Key.Key_Delete)
    assert asked == ["remove"]


def test_another_button_carries_nothing(mouse: Mouse):
    QTest.mousePress(mouse.on, Qt.MouseButton.RightButton, pos=mouse.at(0))
    mouse.carry(mouse.at(3))
    assert not mouse.carries
    QTest.mouseRelease(mouse.on, Qt.MouseButton.RightButton, pos=mouse.at(3))
    assert mouse.landed == []


def test_another_button_meanwhile_takes_the_row_back(mouse: Mouse):
    mouse.press(0)
    mouse.carry(mouse.at(2))
    QTest.mousePress(mouse.on, Qt.MouseButton.RightButton, pos=mouse.at(2))
    QApplication.sendEvent(mouse.on, moved(mouse.at(3), LEFT))
    assert not mouse.carries


def test_a_mouse_that_let_go_elsewhere_carries_nothing_when_it_comes_back(mouse: Mouse):
    mouse.press(0)
    mouse.carry(mouse.at(2))
    QApplication.sendEvent(mouse.on, moved(mouse.at(3), Qt.MouseButton.NoButton))
    assert not mouse.carries


def test_a_press_beside_the_rows_carries_nothing(mouse: Mouse):
    empty = QPoint(5, mouse.on.height() - 2)
    QTest.mousePress(mouse.on, LEFT, pos=empty)
    mouse.let_go(mouse.at(0))
    assert mouse.landed == []


def test_rows_that_change_meanwhile_take_it_back(mouse: Mouse):
    mouse.press(0)
    mouse.carry(mouse.at(2))
    mouse.view.model().show(mouse.view.model().rows[:3])
    assert not mouse.carries
    mouse.let_go(mouse.at(2, 0.9))
    assert mouse.landed == []


def test_a_list_that_loses_the_keyboard_takes_it_back(mouse: Mouse):
    mouse.press(0)
    mouse.carry(mouse.at(2))
    mouse.view.clearFocus()
    assert not mouse.carries


@pytest.mark.parametrize(("at", "onwards"), [("bottom", 1), ("top", -1)])
def test_near_an_edge_the_list_scrolls_on(qtbot: QtBot, at: str, onwards: int):
    mouse = a_mouse(qtbot, *[None] * 30, height=300)
    bar = mouse.view.verticalScrollBar()
    start = bar.maximum() // 2
    bar.setValue(start)
    row = mouse.view.indexAt(QPoint(100, 150)).row()
    mouse.press(row)
    end = mouse.on.height() - 4 if at == "bottom" else 4
    mouse.carry(QPoint(100, 160), QPoint(100, end))
    qtbot.waitUntil(lambda: bar.value() == (bar.maximum() if onwards > 0 else 0))
    QTest.mouseRelease(mouse.on, LEFT, pos=QPoint(100, end))
    assert mouse.landed == [(row, 29 if onwards > 0 else 0)]


def test_the_list_stands_still_in_its_middle(qtbot: QtBot):
    mouse = a_mouse(qtbot, *[None] * 30, height=300)
    mouse.view.verticalScrollBar().setValue(100)
    mouse.press(4)
    mouse.carry(QPoint(100, 140), QPoint(100, 150))
    QTest.qWait(120)
    assert mouse.view.verticalScrollBar().value() == 100


def test_a_row_can_be_carried_into_a_column(qtbot: QtBot):
    mouse = a_mouse(qtbot, None, "Strings", "Strings", "Drums", "Drums")
    mouse.press(0)
    mouse.let_go(mouse.at(3, 0.9))
    assert mouse.landed == [(0, 3)]


def line_of(image: QImage, accent: str) -> list[int]:
    """The heights at which the middle of the picture has the accent."""
    x = image.width() // 2
    return [y for y in range(image.height()) if image.pixelColor(x, y).name() == accent]


def test_a_line_of_three_pixels_with_a_handle_shows_where_it_would_land(mouse: Mouse):
    accent = theme.colours().accent
    mouse.press(0)
    mouse.carry(mouse.at(1), mouse.at(3, 0.9))
    image = mouse.view.findChild(RowDrag).grab().toImage()
    line = line_of(image, accent)
    assert len(line) == 3
    assert abs(line[1] - mouse.view.visualRect(mouse.view.model().index(3, 0)).bottom()) <= 1
    handle = [y for y in range(image.height()) if any(image.pixelColor(x, y).name() == accent for x in range(20))]
    assert len(handle) >= 12
    mouse.carry(mouse.at(0))
    assert line_of(mouse.view.findChild(RowDrag).grab().toImage(), accent) == []


def test_nothing_of_the_plan_goes_to_the_clipboard(mouse: Mouse):
    QApplication.clipboard().setText("before")
    mouse.press(0)
    mouse.let_go(mouse.at(3))
    assert QApplication.clipboard().text() == "before"
    assert not mouse.view.dragEnabled()

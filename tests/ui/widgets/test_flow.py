"""A row of parts goes on in the next line and never cuts or covers one."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from amie_planner.ui.widgets.flow import Flow

on_one_window = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)


class Part(QWidget):
    """A part of a size."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return self._size


SIZES = st.lists(st.tuples(st.integers(5, 200), st.integers(5, 60)), max_size=8)


@on_one_window
@given(sizes=SIZES, width=st.integers(1, 500), hidden=st.sets(st.integers(0, 7)))
def test_every_part_has_its_size_and_lies_on_no_other(
    qtbot: QtBot, sizes: list[tuple[int, int]], width: int, hidden: set[int]
):
    place = QWidget()
    parts = [Part(*size) for size in sizes]
    flow = Flow(*parts, spacing=6)
    place.setLayout(flow)
    for n, part in enumerate(parts):
        part.setVisible(n not in hidden)
    height = flow.heightForWidth(width)
    flow.setGeometry(QRect(0, 0, width, height))
    shown = [part for n, part in enumerate(parts) if n not in hidden]
    for n, part in enumerate(shown):
        assert part.size().width() >= part.sizeHint().width()
        assert part.size().height() >= part.sizeHint().height()
        assert part.geometry().bottom() < height
        assert part.geometry().right() < max(width, part.sizeHint().width())
        assert not any(part.geometry().intersects(other.geometry()) for other in shown[n + 1 :])
    for before, part in pairwise(shown):
        beside = part.x() > before.geometry().right()
        below = part.y() > before.geometry().bottom()
        assert beside or below


def test_nothing_takes_no_room(qtbot: QtBot):
    flow = Flow()
    assert flow.heightForWidth(100) == 0
    assert flow.sizeHint() == flow.minimumSize() == QSize(0, 0)
    assert flow.itemAt(0) is None
    assert flow.takeAt(0) is None


def test_a_wide_place_holds_everything_in_one_line(qtbot: QtBot):
    place = QWidget()
    parts = [Part(50, 20), Part(60, 30)]
    flow = Flow(*parts, spacing=10)
    place.setLayout(flow)
    for part in parts:
        part.show()
    assert flow.sizeHint() == QSize(120, 30)
    assert flow.heightForWidth(120) == 30
    assert flow.heightForWidth(119) == 60
    assert flow.minimumSize() == QSize(60, 30)


def test_a_row_within_a_row_goes_on_in_the_next_line_and_takes_the_room_of_both(qtbot: QtBot):
    inner, outer = QWidget(), QWidget()
    qtbot.addWidget(outer)
    parts = Part(100, 30), Part(100, 30)
    inner.setLayout(Flow(*parts, spacing=6))
    flow = Flow(Part(80, 20), inner, spacing=6)
    outer.setLayout(flow)
    assert [flow.heightForWidth(width) for width in (300, 210, 150)] == [30, 56, 92]
    outer.resize(150, 92)
    outer.show()
    assert [part.geometry().getRect() for part in parts] == [(0, 0, 100, 30), (0, 36, 100, 30)]
    assert all(inner.rect().contains(part.geometry()) for part in parts)

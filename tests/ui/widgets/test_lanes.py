"""Rows side by side: each group goes down its own column, and keys and speech keep to the order of the list."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.plans import a_plan

from amie_planner.ui.models.running_order import RunningOrderList, of_plan
from amie_planner.ui.widgets.blocks import WRAP, sized
from amie_planner.ui.widgets.lanes import GUTTER, LETTERS_A_LANE, across, places
from amie_planner.ui.widgets.running_order import RunningOrderView, blocks

Key = Qt.Key
GROUPED = (None, "Strings", "Strings", "Drums", "Drums", None)
TAKING_TURNS = (None, "Strings", "Drums", "Strings", "Drums", None)


def rows_of(*strands: str | None, **fields: Any) -> tuple[Any, ...]:
    activities = [
        {"id": f"a{n}", "title": f"Activity {n}", "minutes": 5, "strand": strand} | fields
        for n, strand in enumerate(strands)
    ]
    return of_plan(a_plan(start="10:00", activities=activities))[0]


def placed(*strands: str | None, width: int = 616, least: int = 100) -> list[tuple[int, int, int, int]]:
    """Left, top, width and height of rows that are 10, 20, 30 … tall."""
    found = places(rows_of(*strands), width, least, lambda n, _: 10 * (n + 1))
    return [(place.left(), place.top(), place.width(), place.height()) for place in found]


@pytest.fixture
def view(qtbot: QtBot) -> RunningOrderView:
    return a_view(qtbot, *GROUPED)


def a_view(qtbot: QtBot, *strands: str | None, width: int = 900, height: int = 600, **fields: Any) -> RunningOrderView:
    model = RunningOrderList()
    model.show(rows_of(*strands, **fields))
    made = RunningOrderView(model)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(width, height)
    made.show()
    made.setCurrentIndex(model.index(0))
    return made


def rect(view: RunningOrderView, at: int) -> QRect:
    return view.visualRect(view.model().index(at, 0))


def test_rows_for_everyone_stand_under_one_another_over_the_whole_width():
    assert placed(None, None) == [(0, 0, 616, 10), (0, 10, 616, 20)]


@pytest.mark.parametrize(
    ("strands", "tops"),
    [(GROUPED, [0, 10, 30, 10, 50, 100]), (TAKING_TURNS, [0, 10, 10, 30, 40, 90])],
)
def test_each_group_goes_down_its_own_column_and_what_follows_begins_below_the_longest(
    strands: tuple[str | None, ...], tops: list[int]
):
    found = placed(*strands)
    assert [top for _, top, _, _ in found] == tops
    expected = {"Strings": (GUTTER, 300), "Drums": (GUTTER + 300, 300), None: (0, 616)}
    assert [(left, width) for left, _, width, _ in found] == [expected[strand] for strand in strands]


@pytest.mark.parametrize(
    ("strands", "width"),
    [(("A", "B"), GUTTER + 199), (("A", "B", "C"), GUTTER + 299), (("A", "B", "C", "D"), 2000)],
)
def test_where_columns_would_be_too_narrow_or_too_many_rows_stand_under_one_another(
    strands: tuple[str, ...], width: int
):
    found = placed(*strands, width=width)
    assert {left for left, _, _, _ in found} == {GUTTER}
    assert {wide for _, _, wide, _ in found} == {width - GUTTER}
    assert all(top + tall == below for (_, top, _, tall), (_, below, _, _) in pairwise(found))


def test_three_columns_stand_where_there_is_just_the_room():
    assert [left - GUTTER for left, _, _, _ in placed("A", "B", "C", width=GUTTER + 300)] == [0, 100, 200]


def test_two_blocks_are_placed_one_after_the_other():
    assert [top for _, top, _, _ in placed("A", "B", None, "A", "B")] == [0, 0, 20, 50, 50]


@pytest.mark.parametrize(
    ("at", "left", "right"),
    [(0, 0, 0), (1, 1, 3), (2, 2, 4), (3, 1, 3), (4, 2, 4), (5, 5, 5)],
)
def test_left_and_right_go_to_the_other_group_as_far_down(at: int, left: int, right: int):
    assert (across(rows_of(*GROUPED), at, -1), across(rows_of(*GROUPED), at, 1)) == (left, right)


def test_a_group_with_less_to_do_is_entered_at_its_end():
    assert across(rows_of("A", "A", "A", "B"), 2, 1) == 3
    assert across(rows_of("A", "B", "C", "C"), 3, -1) == 1


@pytest.mark.parametrize("width", [900, 320])
def test_up_and_down_go_to_the_row_before_and_after_whatever_the_columns(qtbot: QtBot, width: int):
    view = a_view(qtbot, *GROUPED, width=width)
    seen = [view.currentIndex().row()]
    for key in [Key.Key_Down] * 6 + [Key.Key_Up] * 6:
        QTest.keyClick(view, key)
        seen.append(view.currentIndex().row())
    assert seen == [0, 1, 2, 3, 4, 5, 5, 4, 3, 2, 1, 0, 0]


@pytest.mark.parametrize("width", [900, 320])
def test_keys_go_across_to_the_end_and_back(qtbot: QtBot, width: int):
    view = a_view(qtbot, *GROUPED, width=width)
    seen = []
    for key in (Key.Key_Down, Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_End, Key.Key_Right, Key.Key_Home):
        QTest.keyClick(view, key)
        seen.append(view.currentIndex().row())
    assert seen == [1, 3, 3, 1, 5, 5, 0]


def test_a_page_goes_on_by_what_is_in_sight_and_at_least_by_a_row(qtbot: QtBot):
    view = a_view(qtbot, *[None] * 40, height=400)
    QTest.keyClick(view, Key.Key_PageDown)
    gone = view.currentIndex().row()
    assert 1 < gone < 20
    QTest.keyClick(view, Key.Key_PageUp)
    assert view.currentIndex().row() == 0
    endless = a_view(qtbot, None, None, None, title="word " * 900)
    for key, row in ((Key.Key_PageDown, 1), (Key.Key_PageDown, 2), (Key.Key_PageDown, 2), (Key.Key_PageUp, 1)):
        QTest.keyClick(endless, key)
        assert endless.currentIndex().row() == row


def test_a_key_in_an_empty_list_goes_nowhere(qtbot: QtBot):
    view = a_view(qtbot)
    QTest.keyClick(view, Key.Key_Down)
    assert not view.currentIndex().isValid()
    assert not view.grab().isNull()


def test_a_click_chooses_the_row_that_is_seen_there(view: RunningOrderView):
    for at in range(6):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect(view, at).center())
        assert view.currentIndex().row() == at
        assert [index.row() for index in view.selectedIndexes()] == [at]


def test_the_room_below_a_shorter_column_is_no_row(qtbot: QtBot):
    view = a_view(qtbot, "A", "A", "B")
    below = rect(view, 2).center() + QPoint(0, rect(view, 2).height())
    assert rect(view, 1).bottom() > below.y()
    assert not view.indexAt(below).isValid()


@pytest.mark.parametrize("strands", [GROUPED, TAKING_TURNS])
def test_a_row_that_is_chosen_is_brought_into_sight(qtbot: QtBot, strands: tuple[str | None, ...]):
    view = a_view(qtbot, *(strands * 4), height=250)
    for at in [*range(24), *reversed(range(24))]:
        view.setCurrentIndex(view.model().index(at, 0))
        view.scrollTo(view.currentIndex())
        assert view.viewport().rect().contains(rect(view, at))


def test_of_a_row_that_is_taller_than_the_view_the_beginning_is_shown(qtbot: QtBot):
    view = a_view(qtbot, None, None, title="word " * 900, height=300)
    view.scrollTo(view.model().index(1, 0))
    assert rect(view, 1).top() == 0


def test_everything_can_be_scrolled_to_and_no_further(qtbot: QtBot):
    view = a_view(qtbot, *(GROUPED * 3), height=300)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert rect(view, 17).bottom() == view.viewport().height() - 1


@pytest.mark.parametrize("points", [11, 16, 22])
@pytest.mark.parametrize("strands", [("A", "B"), ("A", "B", "C")])
def test_in_its_column_every_text_has_the_room_it_needs(qtbot: QtBot, points: int, strands: tuple[str, ...]):
    names = [f"The {strand} group of this afternoon" for strand in strands]
    view = a_view(qtbot, *names, leads=[], instructions=None, decision={"question": "Which sound next?", "open": True})
    font = view.font()
    font.setPointSize(points)
    view.setFont(font)
    view.resize((QFontMetrics(font).averageCharWidth() * LETTERS_A_LANE + 1) * len(names) + GUTTER + 40, 500)
    for at, row in enumerate(view.model().rows):
        place = rect(view, at)
        assert place.width() < view.viewport().width() // 2 + 1
        for block in blocks(row, place.width(), view.font()):
            needed = QFontMetrics(sized(font, block.look)).boundingRect(
                0, 0, block.rect.width(), 1 << 16, WRAP, block.text
            )
            assert needed.width() <= block.rect.width()
            assert needed.height() <= block.rect.height()
            assert QRect(0, 0, place.width(), place.height()).contains(block.rect)


def test_a_row_says_the_height_that_it_has_in_its_column(qtbot: QtBot):
    view = a_view(qtbot, *TAKING_TURNS, title="A title that goes on in the next line of a column")
    assert rect(view, 1).height() > rect(view, 0).height()
    assert [view.sizeHintForRow(n) for n in range(6)] == [rect(view, n).height() for n in range(6)]


def test_the_rows_are_read_in_the_order_of_the_list_with_their_groups(view: RunningOrderView):
    face = QAccessible.queryAccessibleInterface(view)
    said = [face.child(n).text(QAccessible.Text.Name) for n in range(face.childCount())]
    assert [f"Activity {n}" in text for n, text in enumerate(said)] == [True] * 6
    assert "Activity 1. Strings, at the same time as Drums" in said[1]
    assert "at the same time" not in said[5]
    assert [face.child(n).rect().top() for n in (1, 2, 3)] == [
        view.viewport().mapToGlobal(rect(view, n).topLeft()).y() for n in (1, 2, 3)
    ]


def test_rows_that_change_are_placed_anew(view: RunningOrderView):
    before = rect(view, 3)
    view.model().show(rows_of(None, "Strings", "Strings", None, "Drums", None))
    assert rect(view, 3).left() == 0 < before.left()
    view.model().show(rows_of(None))
    assert view.visualRect(view.model().index(1, 0)).isNull()
    assert not view.indexAt(before.center()).isValid()


def test_a_bracket_ties_together_what_runs_at_the_same_time(view: RunningOrderView):
    image = view.viewport().grab().toImage()
    column = [image.pixelColor(GUTTER // 2 - 1, rect(view, n).center().y()).name() for n in range(6)]
    inside = {*column[1:3]}
    assert len(inside) == 1
    assert column[5] not in inside

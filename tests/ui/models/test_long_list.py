"""A long list: only what a view has come to is made, and views hear exactly what happened."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from amie_planner.ui.models.long_list import SCREENFUL, LongList

NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Plain:
    """A row."""

    id: str
    text: str = ""

    @property
    def spoken(self) -> str:
        return self.text


@pytest.fixture
def made() -> list[int]:
    """What rows were made of."""
    return []


@pytest.fixture
def model(qapp: object, made: list[int]) -> LongList[Plain]:
    return LongList(lambda n: made.append(n) or Plain(str(n), "even" if n % 2 == 0 else "odd"))


def ids(model: LongList[Plain]) -> list[int]:
    return [int(row.id) for row in model.rows]


def test_only_the_first_rows_are_made_until_more_are_asked_for(model: LongList[Plain], made: list[int]):
    model.begin(range(1_000))
    assert made == ids(model) == list(range(SCREENFUL))
    assert len(model.whole) == 1_000
    assert model.canFetchMore(NOWHERE)
    model.fetchMore(NOWHERE)
    assert ids(model) == list(range(2 * SCREENFUL))


@pytest.mark.parametrize("count", [0, 1, SCREENFUL - 1, SCREENFUL])
def test_a_list_that_is_there_whole_has_no_more(model: LongList[Plain], count: int):
    model.begin(range(count))
    assert len(model.rows) == count
    assert not model.canFetchMore(NOWHERE)
    model.fetchMore(NOWHERE)
    assert len(model.rows) == count


def test_a_row_has_nothing_below_it(model: LongList[Plain]):
    model.begin(range(1_000))
    assert not model.canFetchMore(model.index(0))
    model.fetchMore(model.index(0))
    assert len(model.rows) == SCREENFUL


def test_a_place_is_reached_and_what_is_not_there_is_not(model: LongList[Plain]):
    model.begin(range(100))
    model.reach(SCREENFUL - 1)
    assert len(model.rows) == SCREENFUL
    model.reach(SCREENFUL)
    assert len(model.rows) == 2 * SCREENFUL
    model.reach(5_000)
    assert len(model.rows) == 100


def test_another_list_begins_at_its_first_row(model: LongList[Plain], qtbot: QtBot):
    model.begin(range(100))
    model.reach(99)
    with qtbot.waitSignal(model.modelReset):
        model.begin(range(200, 300))
    assert ids(model) == list(range(200, 200 + SCREENFUL))


def test_the_same_list_as_it_is_now_keeps_places_and_as_many_rows(model: LongList[Plain]):
    model.begin(range(100))
    model.reach(SCREENFUL)
    held = QPersistentModelIndex(model.index(7))
    model.follow([n for n in range(100) if n != 3])
    assert model.rows[held.row()].id == "7"
    assert len(model.rows) == 2 * SCREENFUL
    assert len(model.whole) == 99
    model.reach(98)
    assert ids(model) == [n for n in range(100) if n != 3]


def test_no_more_than_a_screenful_is_kept_beyond_what_is_needed(model: LongList[Plain]):
    model.begin(range(200))
    model.reach(199)
    model.follow(range(200), 5)
    assert len(model.rows) == 5 + SCREENFUL
    model.follow(range(200), 100)
    assert len(model.rows) == 100 + SCREENFUL


def test_a_list_that_was_short_fills_up(model: LongList[Plain]):
    model.begin(range(2))
    model.follow(range(100))
    assert len(model.rows) == SCREENFUL


def test_qt_finds_no_fault_with_it_while_it_changes(model: LongList[Plain]):
    """Its warnings fail the test. It does not fetch more itself, which it would do amid a change; a view does not."""
    model.begin(range(100))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    tester.setUseFetchMore(False)
    for whole in (range(50), [5, 3, *range(40, 90)], [], range(10), range(100)):
        model.follow(whole)
        model.begin(whole)
        model.reach(len(whole) - 1)
        assert ids(model) == list(whole)


def test_a_view_asks_for_more_when_it_comes_to_the_end(model: LongList[Plain], qtbot: QtBot):
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    model.begin(range(1_000))
    view.resize(200, 120)
    view.show()
    view.setCurrentIndex(model.index(SCREENFUL - 1))
    qtbot.waitUntil(lambda: len(model.rows) == 2 * SCREENFUL)


def test_whoever_asks_for_more_amid_a_change_gets_none(model: LongList[Plain]):
    model.begin(range(100))
    model.rowsRemoved.connect(lambda *_: model.fetchMore(NOWHERE) if model.canFetchMore(NOWHERE) else None)
    model.follow(range(10, 100))
    assert ids(model) == list(range(10, 10 + SCREENFUL))

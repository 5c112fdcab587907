"""A list of rows: it moves from one state to the next by signals that say exactly what happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from amie_planner.ui.models.rows import RowList

on_one_window = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)


@dataclass(frozen=True)
class Plain:
    """A row."""

    id: str
    text: str = ""

    @property
    def spoken(self) -> str:
        return f"Title: {self.text}"


def said(model: RowList[Plain]) -> list[Any]:
    """What a model says from now on: what came, went, moved (from, to) or changed, and in which rows."""
    heard: list[Any] = []
    model.rowsInserted.connect(lambda parent, first, last: heard.append(("came", first, last)))
    model.rowsRemoved.connect(lambda parent, first, last: heard.append(("went", first, last)))
    model.rowsMoved.connect(lambda parent, first, last, to, at: heard.append(("moved", first, last, at)))
    model.dataChanged.connect(lambda first, last, roles: heard.append(("changed", first.row(), last.row())))
    model.modelReset.connect(lambda: heard.append("reset"))
    model.layoutChanged.connect(lambda: heard.append("laid out"))
    return heard


@pytest.fixture
def model(qtmodeltester: ModelTester) -> RowList[Plain]:
    """Three rows, in a model that holds to Qt's rules before and while it changes."""
    made: RowList[Plain] = RowList()
    qtmodeltester.check(made)
    made.show([Plain("a"), Plain("b"), Plain("c")])
    return made


def rows(ids: str) -> list[Plain]:
    return [Plain(id) for id in ids]


@pytest.mark.parametrize(
    ("after", "signals"),
    [
        ("abc", []),
        ("abcd", [("came", 3, 3)]),
        ("axbc", [("came", 1, 1)]),
        ("ac", [("went", 1, 1)]),
        ("", [("went", 2, 2), ("went", 1, 1), ("went", 0, 0)]),
        ("cab", [("moved", 2, 2, 0)]),
        ("xb", [("went", 2, 2), ("went", 0, 0), ("came", 0, 0)]),
    ],
)
def test_only_what_differs_is_said(model: RowList[Plain], after: str, signals: list[Any]):
    heard = said(model)
    model.show(rows(after))
    assert heard == signals
    assert "".join(row.id for row in model.rows) == after


def test_a_row_that_says_something_else_is_changed_in_place(model: RowList[Plain]):
    heard = said(model)
    model.show([Plain("a"), Plain("b", "new"), Plain("c")])
    assert heard == [("changed", 1, 1)]
    assert model.index(1).data() == "new"


def test_a_row_that_moves_and_changes_says_both(model: RowList[Plain]):
    heard = said(model)
    model.show([Plain("c", "new"), Plain("a"), Plain("b")])
    assert heard == [("moved", 2, 2, 0), ("changed", 0, 0)]


def test_an_index_that_somebody_holds_follows_its_row(model: RowList[Plain]):
    held = QPersistentModelIndex(model.index(1))
    model.show(rows("xcb"))
    assert model.rows[held.row()].id == "b"
    model.show(rows("xc"))
    assert not held.isValid()


def test_a_row_is_shown_spoken_and_handed_over(model: RowList[Plain]):
    model.show([Plain("a", "<b>Hello")])
    index = model.index(0)
    assert index.data(Qt.ItemDataRole.DisplayRole) == "<b>Hello"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Title: <b>Hello"
    assert index.data(RowList.ROW) == Plain("a", "<b>Hello")
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None


def test_a_row_is_found_by_its_id_and_its_place(model: RowList[Plain]):
    assert [model.find(id) for id in ("a", "c", "z")] == [0, 2, -1]
    assert [model.at(n) for n in (-1, 1, 3)] == [None, Plain("b"), None]
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0)) == 0


ANY_ROWS = st.lists(
    st.builds(Plain, st.sampled_from("abcdefgh"), st.text(max_size=6)), unique_by=lambda row: row.id, max_size=8
)


@on_one_window
@given(steps=st.lists(ANY_ROWS, min_size=1, max_size=4))
def test_whatever_is_shown_a_view_shows_the_same(qtbot: QtBot, qtmodeltester: ModelTester, steps: list[list[Plain]]):
    model: RowList[Plain] = RowList()
    qtmodeltester.check(model)
    view = QListView()
    view.setModel(model)
    mirror: list[str] = []
    model.rowsInserted.connect(lambda parent, first, last: mirror.insert(first, model.rows[first].id))
    model.rowsRemoved.connect(lambda parent, first, last: mirror.pop(first))
    model.rowsMoved.connect(lambda parent, first, last, to, at: mirror.insert(at, mirror.pop(first)))
    for step in steps:
        model.show(step)
        assert model.rows == tuple(step)
        assert mirror == [row.id for row in step]
        shown = [view.model().index(n, 0, view.rootIndex()).data() for n in range(view.model().rowCount())]
        assert shown == [row.text for row in step]

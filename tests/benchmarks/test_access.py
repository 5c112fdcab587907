"""The access grid of 30 people, 60 requirements and 12 activities: each key, beside a stock table view of the same
size in the same run, and the gap finder. Aims: 16 ms a key and at most 3 times the stock view; 50 ms for the gaps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from statistics import median
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot
from tests.plans import a_series

from amie_planner.domain.access_grid import open_cells, rows
from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.gaps import best_change
from amie_planner.domain.library import starter
from amie_planner.domain.plan import Series
from amie_planner.domain.vocabulary import Barrier
from amie_planner.store.store import Store
from amie_planner.ui.widgets.access import Access
from amie_planner.ui.workspace import OpenSession, Workspace

KEYS = 200
PEOPLE, ACTIVITIES, ADAPTATIONS = 30, 12, 40
KINDS = ("arrive", "sing", "play", "create", "move", "reflect")


def a_large_series() -> Series:
    """Two requirements for each of thirty people; some cells are adapted, most are open."""
    barriers = list(Barrier)
    people: list[dict[str, Any]] = [
        {
            "id": f"p{n}",
            "alias": f"Sky {n}",
            "requirements": [
                {"id": f"r{n}", "barrier": barriers[n % len(barriers)], "words": "Sudden loud starts make me leave"},
                {"id": f"r{n + PEOPLE}", "barrier": "feeling-safe", "change": "A way out, and a way back in"},
            ],
        }
        for n in range(PEOPLE)
    ]
    activities = [
        {"id": f"a{n}", "title": f"Rocket song {n}: solos", "kind": KINDS[n % len(KINDS)], "minutes": 5}
        for n in range(ACTIVITIES)
    ]
    adaptations = [
        {"id": f"d{n}", "what": "Count in with five fingers", "requirements": [f"r{n}"], "activities": [f"a{n % 12}"]}
        for n in range(ADAPTATIONS)
    ]
    session = {"id": "s1", "title": "T", "activities": activities, "adaptations": adaptations}
    return a_series(people=people, sessions=[session])


@pytest.fixture
def access(store: Store, qtbot: QtBot) -> Iterator[Access]:
    series = a_large_series()
    store.apply(bring_in(series, 0))
    store.get_ready_to_write()
    shown = Access(OpenSession(Workspace(store), series.programme.id, "s1"), date(2026, 9, 1))
    qtbot.addWidget(shown)
    shown.resize(1180, 600)
    yield shown
    shown.leave()


def stock(qtbot: QtBot, ours: QTableView) -> QTableView:
    """As many cells, of the same size, with nothing but a word in each."""
    model = QStandardItemModel(PEOPLE * 2, ACTIVITIES)
    for row in range(PEOPLE * 2):
        for column in range(ACTIVITIES):
            model.setItem(row, column, QStandardItem("○ not yet"))
    view = QTableView()
    qtbot.addWidget(view)
    model.setParent(view)
    view.setModel(model)
    view.resize(ours.size())
    view.horizontalHeader().setDefaultSectionSize(ours.horizontalHeader().defaultSectionSize())
    view.verticalHeader().setDefaultSectionSize(ours.verticalHeader().sectionSize(0))
    view.verticalHeader().setFixedWidth(ours.verticalHeader().width())
    return view


def shown(qtbot: QtBot, widget: Any) -> None:
    widget.show()
    widget.activateWindow()
    qtbot.waitExposed(widget)
    QTest.qWait(300)


def milliseconds(view: QTableView, keys: list[Qt.Key]) -> float:
    """The median time from a key to the end of all it sets off, painting too."""
    view.setCurrentIndex(view.model().index(0, 0))
    view.setFocus()
    return median(_timed(lambda key=key: QTest.keyClick(view, key)) for key in keys) * 1000


def _timed(do: Callable[[], object]) -> float:
    start = perf_counter()
    do()
    QApplication.processEvents()
    return perf_counter() - start


WALK = ([Qt.Key.Key_Right] * 11 + [Qt.Key.Key_Down] + [Qt.Key.Key_Left] * 11 + [Qt.Key.Key_Down]) * 9


def test_moving_in_the_grid_beside_a_stock_table(access: Access, qtbot: QtBot) -> None:
    shown(qtbot, access)
    ours = milliseconds(access.view, WALK[:KEYS])
    plain = stock(qtbot, access.view)
    shown(qtbot, plain)
    theirs = milliseconds(plain, WALK[:KEYS])
    print(f"\na key: {ours:.2f} ms, a stock table view {theirs:.2f} ms, ratio {ours / theirs:.2f}")


def test_answering_in_the_grid(access: Access, qtbot: QtBot) -> None:
    shown(qtbot, access)
    keys = [Qt.Key.Key_N, Qt.Key.Key_D] * (KEYS // 2)
    view = access.view
    view.setCurrentIndex(view.model().index(0, 0))
    view.setFocus()
    answered = median(_timed(lambda key=key: QTest.keyClick(view, key)) for key in keys) * 1000
    saved = median(_timed(lambda: QTest.keyClick(view, Qt.Key.Key_D)) for _ in range(40)) * 1000
    print(f"\na key of N, D …: median {answered:.2f} ms; D alone, written and shown: {saved:.2f} ms")


def test_opening_the_picker(access: Access, qtbot: QtBot) -> None:
    shown(qtbot, access)

    def there_and_back() -> None:
        access.choose()
        QApplication.processEvents()
        QApplication.activeModalWidget().reject()

    print(f"\nthe picker, opened and closed: {median(_timed(there_and_back) for _ in range(20)) * 1000:.1f} ms")


@pytest.mark.parametrize("entries", [139, 1_000, 10_000])
def test_the_gap_finder(benchmark: Any, entries: int) -> None:
    cells = open_cells(rows(a_large_series().plan("s1")))
    shelf = [entry.revised(id=f"{entry.id}/{n}") for n in range(entries // len(starter()) + 1) for entry in starter()]
    assert benchmark(best_change, cells, shelf[:entries], {})

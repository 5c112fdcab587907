"""What the library takes to open, and to answer a key, with 100, 1,000 and 10,000 entries. Aim: 16 ms at 1,000."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from amie_planner.domain import library
from amie_planner.domain.changes import add
from amie_planner.domain.records import LibraryAdaptation
from amie_planner.store.store import Store
from amie_planner.ui import theme
from amie_planner.ui.screens.library import LibraryScreen
from amie_planner.ui.workspace import Workspace

EVENTS = 200
SIZES = (100, 1_000, 10_000)
Key = Qt.Key


def entries(count: int) -> Iterator[LibraryAdaptation]:
    """So many of the leader's own, that say what those that come with the program say."""
    for n, entry in enumerate(islice(cycle(library.starter()), count)):
        yield entry.revised(id=f"own-{n}", position=n, title=f"{entry.title} {n}", to_review=n % 7 == 0)


@pytest.mark.parametrize("count", SIZES)
def test_the_library_opens_searches_filters_and_goes_on(qtbot: QtBot, tmp_path: Path, count: int) -> None:
    with Store.open(tmp_path / "planner.amie") as store:
        store.apply(map(add, entries(count)))
        stack = _stack(qtbot)
        screen = LibraryScreen(Workspace(store))
        stack.addWidget(screen)
        print(f"\n{count:,} entries, first opened in {_milliseconds(lambda: _go(stack, 1)):.1f} ms")
        for name, event in {"opening again": lambda n: _open_again(stack), **_events(screen)}.items():
            screen.finder.look_for_nothing()
            middle, longest = _each(event)
            print(f"   {name}: median {middle:.1f} ms, longest {longest:.1f} ms")


def _stack(qtbot: QtBot) -> QStackedWidget:
    """Another screen is shown first, in a window as a small laptop has it."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.dress(app, theme.load_fonts(), app.font().pointSizeF(), "light", 100)
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.addWidget(QWidget())
    stack.resize(1220, 700)
    stack.show()
    QApplication.processEvents()
    return stack


def _go(stack: QStackedWidget, at: int) -> None:
    stack.setCurrentIndex(at)
    QApplication.processEvents()


def _open_again(stack: QStackedWidget) -> None:
    stack.setCurrentIndex(0)
    _go(stack, 1)


def _events(screen: LibraryScreen) -> dict[str, Callable[[int], None]]:
    finder = screen.finder
    words = ("voice", "drum beat", "qq")
    typed = [key for word in words for key in (*word, *[Key.Key_Backspace] * len(word))]

    def search(n: int) -> None:
        _press(finder.line, typed[n % len(typed)])

    def barrier(n: int) -> None:
        _press(finder.choices["barrier"].combo, Key.Key_Down if n // 15 % 2 == 0 else Key.Key_Up)

    def review(n: int) -> None:
        _press(finder.to_review, Key.Key_Space)

    def down(n: int) -> None:
        _press(finder.view, Key.Key_Down)

    return {"a key in the search": search, "a key in a filter": barrier, "to review": review, "down the list": down}


def _press(widget: QWidget, key: str | Key) -> None:
    if isinstance(key, str):
        QTest.keyClicks(widget, key)
    else:
        QTest.keyClick(widget, key)


def _each(event: Callable[[int], None]) -> tuple[float, float]:
    """The median and the longest of so many events, from the key to the finished picture."""
    took = [_milliseconds(partial(_answered, event, n)) for n in range(EVENTS)]
    return median(took), max(took)


def _answered(event: Callable[[int], None], n: int) -> None:
    event(n)
    QApplication.processEvents()


def _milliseconds(do: Callable[[], object]) -> float:
    start = perf_counter()
    do()
    return (perf_counter() - start) * 1_000

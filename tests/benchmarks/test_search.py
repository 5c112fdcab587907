"""What search costs with a year, ten years and a hundred in the planner: at each key, at each edit, at rest.

Aim: a key within a frame (16 ms) at ten years, and a durable edit at most three times a bare one. Printed, not judged.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.hands import in_front
from tests.years import FIRST_DAY, years

from amie_planner.domain.changes import Change, add
from amie_planner.domain.records import Activity
from amie_planner.store import database, vault
from amie_planner.store.store import Store
from amie_planner.ui import theme
from amie_planner.ui.widgets.search import FindDialog
from amie_planner.ui.workspace import Workspace

KEYS, EDITS = 200, 100
SIZES = (1, 10, 100)
WORDS = ("drum", "a person who", "the", "choose sound quiet", "st", "qqq", "present", "loud part")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.timeout(3000)
def test_a_key_an_edit_and_opening_with_years_in_the_planner(qtbot: QtBot, tmp_path: Path, size: int) -> None:
    planner = tmp_path / "planner.amie"
    with Store.open(planner) as store:
        filled = _milliseconds(lambda: [store.apply(map(add, records)) for records in years(size)])
        print(f"\n{size} × a year: filled in {filled / 1000:.0f} s")
    print(f"   file {planner.stat().st_size / 1e6:.1f} MB, of that search {_searched(planner) / 1e6:.1f} MB")
    print(f"   opened in {_milliseconds(lambda: Store.open(planner).close()):.0f} ms")
    with Store.open(planner) as store:
        print(f"   finding alone, of the processor: {_said(_keys(lambda typed: store.search(typed, most=3)))}")
        print(f"   a key, from pressing it to the picture, of the processor: {_said(_pressed(qtbot, store))}")
        _print_edits(store, tmp_path)


def _searched(planner: Path) -> int:
    """Bytes that the tables of the search take."""
    connection = database.connect(planner, vault.read(planner))
    (held,) = connection.execute("SELECT sum(length(block)) FROM search_data").fetchone()
    entries = "SELECT sum(length(words) + 2 * length(programme || session || id) + 40) FROM search_entry"
    (words,) = connection.execute(entries).fetchone()
    connection.close()
    return int(held + words)


def _typed() -> list[str]:
    """What stands in the line while the words are typed, one after another."""
    grown = cycle([word[:n] for word in WORDS for n in range(1, len(word) + 1)])
    return [next(grown) for _ in range(KEYS)]


def _keys(search: Callable[[str], object]) -> list[float]:
    return [_worked(partial(search, typed)) for typed in _typed()]


def _pressed(qtbot: QtBot, store: Store) -> list[float]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.dress(app, theme.load_fonts(), app.font().pointSizeF(), "light", 100)
    dialog = in_front(qtbot, FindDialog(Workspace(store), FIRST_DAY))
    took = []
    for typed in _typed():
        if len(typed) == 1:
            dialog.line.clear()
            QApplication.processEvents()
        took.append(_worked(lambda typed=typed: _answered(dialog, typed[-1])))
        assert dialog.line.text() == typed
    return took


def _answered(dialog: FindDialog, key: str) -> None:
    QTest.keyClicks(dialog.line, key)
    QApplication.processEvents()


def _print_edits(store: Store, folder: Path) -> None:
    """Edits of a figure, of a text, and bare ones of the same row in a copy of the file, turn by turn."""
    store.close()
    copy = folder / "copy.amie"
    for name in ("", ".key"):
        shutil.copy(f"{store.path}{name}", f"{copy}{name}")
    bare, again = _bare(copy), Store.open(store.path)
    figure, text = _edits(again)
    rounds = [(_milliseconds(bare), _milliseconds(figure), _milliseconds(text)) for _ in range(EDITS)]
    least, of_figure, of_text = (median(side) for side in zip(*rounds, strict=True))
    again.close()
    print(f"   bare edit {least:.1f} ms; of a figure {of_figure / least:.2f} ×, of a text {of_text / least:.2f} ×")


def _edits(store: Store) -> tuple[Callable[[], None], Callable[[], None]]:
    now = store.all(Activity)[7]

    def edit(**fields: object) -> None:
        nonlocal now
        after = now.revised(**fields)
        store.apply((Change(now, after),))
        now = after

    turns = iter(range(10_000))
    return (
        lambda: edit(minutes=(now.minutes or 0) % 60 + 1),
        lambda: edit(instructions=f"{(now.instructions or '')[:150]} and on {next(turns)}"),
    )


def _bare(path: Path) -> Callable[[], None]:
    connection = database.connect(path, vault.read(path))
    row = "SELECT programme, session, id, instructions FROM activity LIMIT 1 OFFSET 7"
    *key, text = connection.execute(row).fetchone()
    turns = iter(range(10_000))

    def edit() -> None:
        connection.execute("BEGIN IMMEDIATE")
        said = (f"{json.dumps(text)[:150]} and on {next(turns)}", *key)
        connection.execute("UPDATE activity SET instructions = ? WHERE programme = ? AND session = ? AND id = ?", said)
        connection.execute("COMMIT")

    return edit


def _said(took: list[float]) -> str:
    most = sorted(took)[len(took) * 95 // 100]
    return f"median {median(took):.1f} ms, 95 of 100 within {most:.1f}, longest {max(took):.1f}"


def _milliseconds(do: Callable[[], object]) -> float:
    start = perf_counter()
    do()
    return (perf_counter() - start) * 1_000


def _worked(do: Callable[[], object]) -> float:
    """Milliseconds of the processor: what others do on the same machine does not count."""
    start = process_time()
    do()
    return (process_time() - start) * 1_000

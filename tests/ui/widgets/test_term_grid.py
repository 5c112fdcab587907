"""The term grid is read as one list, however long; from it a session is opened, moved or cancelled."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from tests.hands import Hands, heard, in_front
from tests.plans import a_series

from amie_planner.documents.session_rows import Part
from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.edits.moving import cancel
from amie_planner.store.store import Store
from amie_planner.ui.models.long_list import SCREENFUL
from amie_planner.ui.models.over_time import OverTime
from amie_planner.ui.widgets.series_pages import SESSIONS, made
from amie_planner.ui.widgets.term_grid import TermGrid
from amie_planner.ui.workspace import OpenProgramme, Workspace

Key = Qt.Key
FIRST = date(2026, 9, 8)
LONG = 100
"""Sessions."""
HALF_TERM = {"label": "Half term", "from": "2026-09-14", "to": "2026-09-18"}


def opened(qtbot: QtBot, store: Store, many: int = 3, **programme: Any) -> TermGrid:
    sessions = [
        {
            "id": f"s{n}",
            "title": f"Week {n}",
            "date": (FIRST + timedelta(weeks=n - 1)).isoformat(),
            "activities": [{"id": f"a{m}", "title": f"Song {m}", "minutes": 5} for m in range(6)],
        }
        for n in range(1, many + 1)
    ]
    store.apply(bring_in(a_series(programme={"uid": "u1", "title": "Sound makers", **programme}, sessions=sessions), 0))
    grid = TermGrid(OpenProgramme(Workspace(store), "u1"), FIRST)
    in_front(qtbot, grid, 800, 500)
    show(grid)
    grid._desk.workspace.changed.connect(lambda changes: show(grid))
    return grid


def show(grid: TermGrid) -> None:
    grid.show_rows(*made(SESSIONS, OverTime(grid._desk.series, None, None, expanded=grid.parts)))


def test_of_a_long_programme_only_what_is_come_to_is_laid_out(qtbot: QtBot, store: Store, qapp: object):
    grid = opened(qtbot, store, LONG)
    assert grid.rows.rowCount() == SCREENFUL and len(grid.rows.whole) == LONG
    assert grid.counted.text() == "100 planned."
    hands = Hands(grid)
    hands.go_to("Sessions in order")
    hands.press(Key.Key_End)
    assert grid.chosen is not None and grid.chosen.title == "Week 100"


def test_what_is_chosen_and_what_is_read_stay_where_they_are_when_more_is_ticked(
    qtbot: QtBot, store: Store, qapp: object
):
    grid = opened(qtbot, store, LONG)
    grid.choose("s60")
    read = grid.view.indexAt(QPoint(1, 1)).row()
    grid.ticks[Part.ACTIVITIES].setChecked(True)
    show(grid)
    assert grid.chosen is not None and grid.chosen.id == "s60"
    assert grid.view.indexAt(QPoint(1, 1)).row() == read > SCREENFUL
    assert "Song 5, 5 minutes" in grid.rows.rows[59].spoken
    assert len(grid.rows.rows) < LONG


def test_a_session_that_does_not_lie_in_these_days_is_not_chosen(qtbot: QtBot, store: Store, qapp: object):
    grid = opened(qtbot, store)
    grid.choose("s2")
    grid.choose("s9")
    assert grid.chosen is not None and grid.chosen.id == "s2"


@pytest.mark.parametrize("end", ["cancelled", "moved"])
def test_a_session_in_the_holidays_says_so_and_is_offered_to_be_moved(
    qtbot: QtBot, store: Store, qapp: object, end: str
):
    grid = opened(qtbot, store, holidays=[HALF_TERM])
    assert grid.lying.text() == "‘Week 2’ lies in the holidays: Half term."
    assert grid.rows.rows[1].spoken.endswith("Week 2, Planned, in the holidays: Half term")
    hands, told = Hands(grid), heard(grid.said)
    hands.push("Move or cancel…")
    assert grid.moving.heading.text() == (
        "Tuesday 15 September 2026 lies in the holidays: Half term. What becomes of ‘Week 2’?"
    )
    assert not grid.lying.isVisible()
    hands.push("Cancel the session" if end == "cancelled" else "Move it and those after it")
    assert told[-1].startswith("Cancelled" if end == "cancelled" else "Moved 2 sessions")
    assert hands.name == "Sessions in order" and not grid.lying.isVisible()
    assert "in the holidays" not in " ".join(row.spoken for row in grid.rows.rows)


def test_not_now_leaves_what_lies_in_the_holidays_on_offer(qtbot: QtBot, store: Store, qapp: object):
    grid = opened(qtbot, store, holidays=[HALF_TERM])
    hands = Hands(grid)
    hands.push("Move or cancel…")
    hands.push("Not now")
    assert grid.lying.isVisible() and grid.move_lying.isVisible()


def test_the_first_that_is_still_to_come_is_offered_and_on_another_day_the_next(
    qtbot: QtBot, store: Store, qapp: object
):
    grid = opened(qtbot, store, holidays=[HALF_TERM | {"to": "2026-09-25"}])
    assert grid.lying.text() == "2 sessions lie in the holidays."
    grid.begin_day(date(2026, 9, 16))
    assert grid.lying.text() == "‘Week 3’ lies in the holidays: Half term."
    Hands(grid).push("Move or cancel…")
    assert grid.chosen is not None and grid.chosen.title == "Week 3"


def test_what_was_cancelled_can_be_opened_and_not_moved(qtbot: QtBot, store: Store, qapp: object):
    grid = opened(qtbot, store)
    wanted = heard(grid.session_wanted)
    grid._desk.do("Cancel", cancel(grid._desk.series, "s1"))
    grid.choose("s1")
    assert not grid.lost.isEnabled() and not grid.weeks.isEnabled()
    Hands(grid).push("Open this session")
    assert wanted == ["s1"]
    assert grid.counted.text() == "2 planned and 1 cancelled."

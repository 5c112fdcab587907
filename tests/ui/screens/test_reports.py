"""Records for a hub: one row a session of the period, seen before it is saved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.hands import heard, in_front
from tests.plans import a_series

from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.changes import revise
from amie_planner.errors import AmieError
from amie_planner.store.store import Store
from amie_planner.ui.screens.reports import ReportsScreen
from amie_planner.ui.workspace import Workspace

TODAY = date(2026, 9, 14)


@pytest.fixture
def years(store: Store, qapp: object) -> Workspace:
    """Three programmes, each of which met once, a year after the one before it."""
    for n in range(3):
        programme = {"uid": f"u{n}", "title": f"Year {n}"}
        sessions = [{"id": "s1", "title": f"Lift-off {n}", "date": f"{2024 + n}-09-08"}]
        store.apply(bring_in(a_series(programme=programme, sessions=sessions), n))
    return Workspace(store)


@pytest.fixture
def screen(qtbot: QtBot, years: Workspace) -> ReportsScreen:
    """The screen in a window."""
    return in_front(qtbot, ReportsScreen(years, TODAY), 900, 600)


def titles(screen: ReportsScreen) -> list[str]:
    return [row.text for row in screen.rows.rows][:-1]


def test_it_begins_with_the_school_year_of_the_day(screen: ReportsScreen):
    assert (screen.first.value(), screen.last.value()) == (date(2026, 9, 1), date(2027, 8, 31))
    assert titles(screen) == ["Year 2, Lift-off 2"]
    assert screen.rows.rows[-1].text == "What each figure means"


def test_programmes_of_other_years_are_read_when_the_period_asks_for_them(screen: ReportsScreen, years: Workspace):
    screen.first.show_value(date(2024, 9, 8))
    screen.refresh()
    assert titles(screen) == ["Year 0, Lift-off 0", "Year 1, Lift-off 1", "Year 2, Lift-off 2"]
    screen.last.show_value(date(2025, 9, 8))
    screen.refresh()
    assert titles(screen) == ["Year 0, Lift-off 0", "Year 1, Lift-off 1"]
    assert not any(years.holds(f"u{n}") for n in range(3))


def test_where_no_session_has_a_day_in_the_period_it_says_so(screen: ReportsScreen):
    screen.first.show_value(date(2027, 1, 1))
    screen.refresh()
    assert titles(screen) == []
    assert screen.about.isVisible()


@pytest.mark.parametrize(
    ("last", "problem"),
    [(None, "A return needs its first and its last day."), (date(2026, 8, 31), "The period ends before it begins.")],
)
def test_a_period_that_is_none_says_why_and_cannot_be_saved(screen: ReportsScreen, last: date | None, problem: str):
    screen.last.show_value(last)
    screen.refresh()
    assert screen.problem.isVisible()
    assert problem in screen.problem.text()
    assert not screen.save_button.isEnabled()
    with pytest.raises(AmieError, match=problem):
        screen.table()


def test_it_follows_a_change_while_it_is_seen(screen: ReportsScreen, years: Workspace):
    session = years.plan("u2", "s1").session
    years.do("Change", [revise(session, title="Landing")])
    assert titles(screen) == ["Year 2, Landing"]
    years.history.undo()
    assert titles(screen) == ["Year 2, Lift-off 2"]


def test_what_is_saved_is_what_is_seen(screen: ReportsScreen, tmp_path: Path):
    told = heard(screen.said)
    screen.save_to(tmp_path / "sessions.csv")
    assert b"Lift-off 2" in (tmp_path / "sessions.csv").read_bytes()
    assert b"Lift-off 1" not in (tmp_path / "sessions.csv").read_bytes()
    assert told == ["Saved sessions.csv"]

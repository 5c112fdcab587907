"""What waits is found a programme at a time: in what is under way, then in what is at rest; nothing is left out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from tests.plans import a_series

from amie_planner.domain import edits
from amie_planner.domain.bringing_in import bring_in
from amie_planner.domain.changes import revise
from amie_planner.store.store import Store
from amie_planner.ui.models.what_waits import WhatWaits
from amie_planner.ui.workspace import Workspace

TODAY = date(2026, 9, 14)


def keep(store: Store, position: int, *days: str | None, **parts: Any) -> None:
    """A programme, called by its place, that met on these days, in which one idea waits."""
    written = {"reflection": {"went_well": "The drone"}}
    sessions = [{"id": f"s{n}", "title": "Lift-off", "date": day, **written} for n, day in enumerate(days)]
    voice = [{"id": "v1", "text": f"Idea {position}"}]
    programme = {"uid": f"u{position}", "title": f"Programme {position}"}
    store.apply(bring_in(a_series(**{"programme": programme, "sessions": sessions, "voice": voice} | parts), position))


@pytest.fixture
def workspace(store: Store, qapp: object) -> Workspace:
    """Three programmes at rest, the first of them for a year longer than the others, and two that are under way."""
    keep(store, 0, "2022-09-08", "2023-07-01")
    keep(store, 1, "2024-07-01")
    keep(store, 2, "2026-09-21")
    keep(store, 3, "2024-07-02")
    keep(store, 4, None)
    return Workspace(store)


def said(found: WhatWaits) -> list[str]:
    return [one.text for one in found.rows]


def test_what_is_under_way_is_told_first_and_then_what_is_at_rest_the_latest_before_the_others(
    qtbot: QtBot, workspace: Workspace
):
    found, told = WhatWaits(workspace), []
    found.found.connect(lambda: told.append((said(found), found.looking)))
    found.look(TODAY)
    assert (told, said(found), found.looking) == ([], [], True)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [
        (["Idea 2", "Idea 4"], True),
        (["Idea 2", "Idea 4", "Idea 3", "Idea 1", "Idea 0"], False),
    ]
    assert [n for n in range(5) if workspace.holds(f"u{n}")] == [2, 4]


def test_what_is_held_is_told_at_once(qtbot: QtBot, workspace: Workspace):
    for n in range(5):
        workspace.series(f"u{n}")
    found, told = WhatWaits(workspace), []
    found.found.connect(lambda: told.append(said(found)))
    found.look(TODAY)
    assert told == [["Idea 2", "Idea 4", "Idea 3", "Idea 1", "Idea 0"]]
    assert not found.looking


def test_an_empty_planner_is_told_at_once(qtbot: QtBot, store: Store):
    found, told = WhatWaits(Workspace(store)), []
    found.found.connect(lambda: told.append(said(found)))
    found.look(TODAY)
    assert (told, found.looking) == ([[]], False)


def looked_at(qtbot: QtBot, workspace: Workspace, today: date = TODAY) -> WhatWaits:
    found = WhatWaits(workspace, workspace)
    found.look(today)
    qtbot.waitUntil(lambda: not found.looking)
    return found


@pytest.mark.parametrize("programme", ["u0", "u2"])
def test_what_has_changed_is_looked_at_again_and_nothing_else(qtbot: QtBot, workspace: Workspace, programme: str):
    found = looked_at(qtbot, workspace)
    series = workspace.read_through(programme)
    workspace.do("Tell", [revise(entry, text="Said anew") for entry in series.voice])
    assert len(found.rows) == 4
    found.look(TODAY)
    qtbot.waitUntil(lambda: not found.looking)
    assert said(found).count("Said anew") == 1
    assert len(found.rows) == 5


def test_a_programme_that_is_removed_waits_for_nothing(qtbot: QtBot, workspace: Workspace):
    found = looked_at(qtbot, workspace)
    workspace.do("Remove", edits.remove_programme(workspace.read_through("u1")))
    found.look(TODAY)
    qtbot.waitUntil(lambda: not found.looking)
    assert said(found) == ["Idea 2", "Idea 4", "Idea 3", "Idea 0"]


def test_a_programme_that_is_removed_before_its_turn_is_passed_over(qtbot: QtBot, workspace: Workspace):
    found = WhatWaits(workspace)
    found.look(TODAY)
    workspace.do("Remove", edits.remove_programme(workspace.read_through("u1")))
    qtbot.waitUntil(lambda: not found.looking)
    assert said(found) == ["Idea 2", "Idea 4", "Idea 3", "Idea 0"]


def test_on_another_day_all_is_looked_at_again(qtbot: QtBot, workspace: Workspace, store: Store):
    keep(store, 5, "2026-09-14", people=[{"id": "p1", "alias": "Sky", "review_on": "2026-09-14"}])
    found = looked_at(qtbot, Workspace(store))
    assert "Sky" not in said(found)
    found.look(date(2026, 9, 15))
    qtbot.waitUntil(lambda: not found.looking)
    assert "Sky" in said(found)


def test_at_rest_it_goes_on_when_it_is_asked_again(qtbot: QtBot, workspace: Workspace):
    found = WhatWaits(workspace)
    found.look(TODAY)
    found.rest()
    qtbot.wait(60)
    assert said(found) == []
    found.look(TODAY)
    qtbot.waitUntil(lambda: not found.looking)
    assert len(found.rows) == 5

"""A shelf on the desk: what is on it and what was taken off it, whose each entry is, and steps that undo takes back."""

from __future__ import annotations

import pytest

from amie_planner.domain import activities
from amie_planner.domain.activities import Wanted
from amie_planner.domain.changes import add, revise
from amie_planner.domain.records import LibraryActivity
from amie_planner.ui.models.activities import OpenActivities
from amie_planner.ui.workspace import Workspace

FIRST, SECOND = activities.starter()[:2]
MINE = LibraryActivity.made(id="own-1", title="Zither round", kind="play")


@pytest.fixture
def shelf(workspace: Workspace) -> OpenActivities:
    workspace.do("Begin", [add(MINE)])
    return OpenActivities(workspace)


def on(shelf: OpenActivities) -> list[str]:
    return [entry.id for entry in shelf.shelf.entries]


def off(shelf: OpenActivities) -> list[str]:
    return [entry.id for entry in shelf.taken_off.entries]


def last_step(shelf: OpenActivities) -> str:
    return shelf.workspace.history.undoText()


def test_whose_an_entry_is_is_said(shelf: OpenActivities):
    shelf.alter(FIRST, "Title", title="Ready together")
    altered = shelf.entry(FIRST.id)
    assert altered is not None
    assert [shelf.whose(entry) for entry in (MINE, altered, SECOND)] == ["your own", "altered by you", ""]


def test_what_came_leaves_the_shelf_and_is_put_back_while_the_leaders_own_goes(shelf: OpenActivities):
    shelf.remove(FIRST)
    assert FIRST.id not in on(shelf) and off(shelf) == [FIRST.id]
    assert last_step(shelf) == f"Take ‘{FIRST.title}’ off the shelf"
    taken = shelf.entry(FIRST.id)
    assert taken is not None
    shelf.put_back(taken)
    assert FIRST.id in on(shelf) and off(shelf) == []
    shelf.remove(MINE)
    assert shelf.entry(MINE.id) is None and off(shelf) == []
    assert last_step(shelf) == "Remove ‘Zither round’ from the library"
    shelf.workspace.history.undo()
    assert on(shelf)[0] == MINE.id


def test_what_was_altered_says_again_what_it_came_with(shelf: OpenActivities):
    shelf.alter(FIRST, "Title", title="Ready together")
    altered = shelf.entry(FIRST.id)
    assert altered is not None and shelf.is_altered(altered)
    shelf.as_it_came(altered)
    assert shelf.entry(FIRST.id) == FIRST and shelf.kept == (MINE,)


def test_typing_on_in_a_field_is_one_step_and_another_field_is_the_next(shelf: OpenActivities):
    keep = shelf.keeping(lambda: shelf.entry(MINE.id))
    before = shelf.workspace.history.count()
    for title in ("Z", "Zi", "Zit"):
        keep("title", "Title", title)
    assert shelf.workspace.history.count() == before + 1
    keep("minutes", "Minutes", 8)
    assert shelf.workspace.history.count() == before + 2
    shelf.workspace.history.undo()
    shelf.workspace.history.undo()
    assert shelf.entry(MINE.id) == MINE


def test_a_form_whose_entry_has_gone_keeps_nothing(shelf: OpenActivities):
    keep = shelf.keeping(lambda: None)
    before = shelf.workspace.history.count()
    keep("title", "Title", "Late")
    assert shelf.workspace.history.count() == before


def test_a_change_is_found_at_once_and_one_elsewhere_leaves_the_shelf_as_it_is(shelf: OpenActivities):
    held = shelf.shelf
    assert held.found(Wanted("zither")) == (MINE,)
    [programme] = shelf.workspace.programmes()
    shelf.workspace.do("Elsewhere", [add(MINE.revised(id="own-2", title="Kazoo"))])
    assert shelf.shelf is not held
    assert [entry.id for entry in shelf.shelf.found(Wanted("kazoo"))] == ["own-2"]
    held = shelf.shelf
    shelf.workspace.do("Elsewhere", [revise(programme, aims="Zither")])
    assert shelf.shelf is held

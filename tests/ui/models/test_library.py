"""The library on the desk: its rows in words, and a door that names each step, which undo takes back."""

from __future__ import annotations

from typing import Any

import pytest

from amie_planner.domain import library
from amie_planner.domain.changes import add, revise
from amie_planner.domain.library import Wanted
from amie_planner.domain.records import Adaptation, LibraryAdaptation
from amie_planner.domain.tried import Tried
from amie_planner.store.store import Store
from amie_planner.ui.models.library import NEW_TITLE, OpenLibrary, row
from amie_planner.ui.workspace import OpenSession, Workspace, shortened

FIRST, SECOND = library.starter()[:2]


def entry(id: str = "own-1", title: str = "Count in", **fields: Any) -> LibraryAdaptation:
    return LibraryAdaptation.made(id=id, title=title, **fields)


@pytest.fixture
def shelf(workspace: Workspace) -> OpenLibrary:
    workspace.do("Begin", [add(entry())])
    return OpenLibrary(workspace)


def steps(shelf: OpenLibrary) -> list[str]:
    history = shelf.workspace.history
    return [history.text(n) for n in range(1, history.count())]


def test_a_row_says_whom_it_is_for_what_it_answers_what_was_found_and_what_to_know():
    full = entry(reach="one", barriers=("feeling-safe", "repertoire"), to_review=True)
    made = row(full, {"own-1": Tried(4, 1, 1)})
    assert (made.text, made.about) == ("Count in", "For one person · Feeling safe, Repertoire")
    assert made.found == "tried 6 times: worked 4, partly 1, did not work 1 · your own · to review"
    assert made.spoken == f"{made.text}. {made.about}. {made.found}"


def test_a_row_of_what_came_says_so_only_where_it_was_altered():
    assert row(FIRST.revised(to_review=False), {}).found == ""
    assert row(FIRST.revised(title="Mine"), {}).found == "altered by you"


def test_a_row_with_nothing_to_say_is_its_title():
    assert row(FIRST.revised(reach=None, barriers=(), title=FIRST.title), {}).about == ""


def test_the_shelf_is_what_the_store_holds_after_every_change(shelf: OpenLibrary, store: Store):
    id = shelf.add()
    added = shelf.entry(id)
    assert added is not None
    shelf.remove(FIRST)
    shelf.keeping(lambda: shelf.entry(SECOND.id))("what", "What to do", "Quite otherwise")
    assert shelf.kept == store.library()
    assert shelf.shelf.entries == library.shelf(store.library())
    assert [each.id for each in shelf.taken_off.entries] == [FIRST.id]
    assert [each.id for each in shelf.shelf.found(Wanted("quite otherwise"))] == [SECOND.id]
    shelf.put_back(shelf.taken_off.entries[0])
    shelf.as_it_came(shelf.entry(SECOND.id) or SECOND)
    shelf.remove(added)
    assert shelf.kept == store.library() == (entry(),)
    assert steps(shelf) == [
        "Add to the library",
        f"Take ‘{shortened(FIRST.title)}’ off the shelf",
        f"Change ‘What to do’ of ‘{shortened(SECOND.title)}’",
        f"Put ‘{shortened(FIRST.title)}’ on the shelf",
        f"Put ‘{shortened(SECOND.title)}’ back as it came",
        f"Remove ‘{NEW_TITLE}’ from the library",
    ]
    while shelf.workspace.history.index() > 1:
        shelf.workspace.history.undo()
    assert shelf.kept == (entry(),)
    assert shelf.shelf.entries == library.shelf((entry(),))


@pytest.mark.parametrize("id", ["own-1", FIRST.id])
def test_typing_on_in_one_field_is_one_step_back_to_where_it_began(shelf: OpenLibrary, id: str):
    before = shelf.entry(id)
    keep = shelf.keeping(lambda: shelf.entry(id))
    for text in ("D", "Dr", "Dru"):
        keep("what", "What to do", text)
    keep("ages", "Ages", "All")
    assert len(steps(shelf)) == 2
    shelf.workspace.history.undo()
    shelf.workspace.history.undo()
    assert shelf.entry(id) == before
    assert shelf.kept == (entry(),)


def test_typing_back_to_where_it_began_is_taken_back_whole(shelf: OpenLibrary):
    keep = shelf.keeping(lambda: shelf.entry(FIRST.id))
    for text in ("D", FIRST.what):
        keep("what", "What to do", text)
    assert not library.is_altered(shelf.entry(FIRST.id) or FIRST)
    shelf.workspace.history.undo()
    assert shelf.kept == (entry(),)


def test_a_form_over_what_has_gone_keeps_nothing(shelf: OpenLibrary):
    shelf.keeping(lambda: None)("what", "What to do", "x")
    assert steps(shelf) == []


def test_a_pairing_lets_go_of_what_is_not_here_and_of_itself(shelf: OpenLibrary):
    keep = shelf.keeping(lambda: shelf.entry("own-1"))
    keep("works_well_with", "Works well with", ("gone", FIRST.id, "own-1"))
    held = shelf.entry("own-1")
    assert held is not None
    assert held.works_well_with == (FIRST.id,)
    assert shelf.titles(("gone", FIRST.id)) == [(FIRST.id, FIRST.title)]


def test_what_was_found_in_a_plan_shows_in_the_row(shelf: OpenLibrary, desk: OpenSession):
    change: Adaptation = desk.plan.adaptations[0]
    shelf.workspace.do("Judge", [revise(change, library="own-1", verdict="worked")])
    assert shelf.row(entry()).found == "tried once: worked 1 · your own"


def test_a_change_elsewhere_leaves_the_shelf_as_it_is(shelf: OpenLibrary, desk: OpenSession):
    before = shelf.shelf
    shelf.workspace.do("Name", [revise(desk.plan.activities[0], title="Other")])
    assert shelf.shelf is before

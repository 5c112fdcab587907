"""The library: what a leader writes, alters, takes off, keeps from a plan, copies back and brings in; all undone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from tests.plans import a_plan

from amie_planner.domain import library
from amie_planner.domain.changes import Change, inverse
from amie_planner.domain.edits.library import (
    LONGEST_TITLE,
    add_to_library,
    alter_in_library,
    bring_into_library,
    copy_back,
    keep_in_library,
    put_back_in_library,
    remove_from_library,
    return_to_shelf,
)
from amie_planner.domain.packs import compared
from amie_planner.domain.records import Adaptation, LibraryAdaptation
from amie_planner.errors import InvalidRecord

Kept = tuple[LibraryAdaptation, ...]
FIRST, SECOND = library.starter()[:2]


def entry(id: str = "own-1", title: str = "Count in", **fields: Any) -> LibraryAdaptation:
    return LibraryAdaptation.made(id=id, title=title, **fields)


def after(kept: Kept, changes: Iterable[Change]) -> Kept:
    """The leader's records after changes that fit, and that can be taken back."""
    changes = tuple(changes)
    made = _made(kept, changes)
    assert set(_made(made, inverse(changes))) == set(kept)
    return made


def _made(kept: Kept, changes: Iterable[Change]) -> Kept:
    held = {each.id: each for each in kept}
    for change in changes:
        if isinstance(change.record, LibraryAdaptation):
            assert held.pop(change.record.id, None) == change.before
            if change.after is not None:
                held[change.record.id] = change.after
    return tuple(held.values())


def test_what_is_added_is_the_leaders_own_on_top_of_the_shelf_under_an_id_of_its_own():
    kept: Kept = (entry(position=4),)
    ids = []
    for title in ("One", "Two"):
        id, changes = add_to_library(kept, title=title)
        kept = after(kept, changes)
        ids.append(id)
    assert [each.title for each in library.shelf(kept)[:3]] == ["Two", "One", "Count in"]
    assert len({*ids, "own-1"}) == 3
    assert library.is_own(kept[-1])


def test_an_id_is_not_given_again_when_its_entry_has_gone():
    first, _ = add_to_library((), title="One")
    second, _ = add_to_library((), title="One")
    assert first != second


def test_altering_what_came_makes_a_record_of_the_leaders_in_its_place():
    kept = after((), alter_in_library((), FIRST, what="Otherwise"))
    assert kept == (FIRST.revised(what="Otherwise"),)
    assert library.shelf(kept)[0] == kept[0]
    again = after(kept, alter_in_library(kept, kept[0], what="And otherwise"))
    assert [each.what for each in again] == ["And otherwise"]


def test_altering_nothing_changes_nothing():
    assert alter_in_library((), FIRST, what=FIRST.what) == ()
    assert alter_in_library((entry(),), entry(), title="Count in") == ()


def test_a_title_of_blanks_is_refused():
    with pytest.raises(InvalidRecord):
        alter_in_library((), FIRST, title="  ")


def test_the_leaders_own_goes_and_what_it_worked_well_with_lets_go_of_it():
    kept = (entry(), entry("own-2", works_well_with=("own-1", FIRST.id)), FIRST.revised(works_well_with=("own-1",)))
    left = after(kept, remove_from_library(kept, kept[0]))
    assert [(each.id, each.works_well_with) for each in left] == [("own-2", (FIRST.id,)), (FIRST.id, ())]


def test_an_entry_that_names_itself_goes_as_well():
    kept = (entry(works_well_with=("own-1",)),)
    assert after(kept, remove_from_library(kept, kept[0])) == ()


def test_what_came_is_hidden_and_comes_back_as_it_was():
    kept = after((), remove_from_library((), FIRST))
    assert FIRST.id not in [each.id for each in library.shelf(kept)]
    assert after(kept, return_to_shelf(kept, FIRST.id)) == ()


def test_what_came_and_was_altered_comes_back_altered():
    mine = FIRST.revised(what="Otherwise")
    kept = after((mine,), remove_from_library((mine,), mine))
    assert kept == (mine.revised(hidden=True),)
    assert after(kept, return_to_shelf(kept, FIRST.id)) == (mine,)


def test_what_is_on_the_shelf_needs_no_coming_back():
    assert return_to_shelf((FIRST.revised(what="Otherwise"),), FIRST.id) == ()
    assert return_to_shelf((), FIRST.id) == ()


def test_what_came_is_put_back_as_it_came_and_the_leaders_own_is_left_alone():
    kept = (FIRST.revised(what="Otherwise", hidden=True), entry())
    assert after(kept, put_back_in_library(kept, FIRST.id)) == (entry(),)
    assert put_back_in_library(kept, "own-1") == ()


SKY = {"id": "p1", "alias": "Sky", "requirements": [{"id": "r1", "barrier": "feeling-safe"}, {"id": "r2"}]}


def a_change(**fields: Any) -> tuple[Any, Adaptation]:
    """A plan, and the change in it."""
    plan = a_plan(parts={"people": [SKY]}, adaptations=[{"id": "d1", **fields}])
    return plan, plan.adaptations[0]


def test_what_is_kept_from_a_plan_says_what_it_takes_and_nothing_of_whom_or_how_it_went():
    said = {"what": "Lights down\nfirst", "reach": "some", "kit": ["lamp"], "setup_minutes": 3, "lead_days": 1}
    placed = {
        "set_up": "before the start",
        "fallback": "Curtain",
        "requirements": ["r1", "r2"],
        "barriers": ["attitudes"],
    }
    plan, held = a_change(**said, **placed, verdict="worked", verdict_note="Sky smiled")
    id, changes = keep_in_library((), plan, "d1")
    (kept,) = after((), changes)
    assert kept == entry(
        id,
        "Lights down",
        what="Lights down\nfirst",
        barriers=("attitudes", "feeling-safe"),
        reach="some",
        kit=("lamp",),
        setup_minutes=3,
        set_up="before the start",
        lead_days=1,
        fallback="Curtain",
    )
    assert plan.adaptations[0] == held
    assert Change(held, held.revised(library=id)) in changes


@pytest.mark.parametrize(
    ("what", "title"),
    [(None, "A change to be described"), ("\n Bell\nor gong", "Bell"), ("a" * 100, "a" * (LONGEST_TITLE - 1) + "…")],
)
def test_the_title_of_what_is_kept_is_its_first_line_cut_to_a_length(what: str | None, title: str):
    plan, _ = a_change(what=what)
    _, changes = keep_in_library((), plan, "d1")
    assert after((), changes)[0].title == title


def test_copying_back_brings_what_the_plan_says_and_leaves_what_it_does_not():
    held = entry(what="Old", kit=("lamp",), lead_days=2, adults=1, safety="Mind it", fallback="Old")
    _, adaptation = a_change(what="New", kit=["curtain"], setup_minutes=0)
    (now,) = after((held,), copy_back((held,), held, adaptation))
    assert now == held.revised(title="New", kit=("curtain",), setup_minutes=0)


def test_other_words_say_what_to_do_too_where_the_entry_said_no_more_than_its_title():
    held = entry(what="Count in")
    _, adaptation = a_change(what="Count in with the lamp")
    (now,) = after((held,), copy_back((held,), held, adaptation))
    assert (now.title, now.what) == ("Count in with the lamp", "Count in with the lamp")


def test_copying_back_that_nothing_is_needed_empties_the_kit_and_the_other_way_round():
    held = entry(kit=("lamp",))
    _, without = a_change(nothing_needed=True)
    (now,) = after((held,), copy_back((held,), held, without))
    assert (now.kit, now.nothing_needed) == ((), True)
    _, with_kit = a_change(kit=["bell"])
    (again,) = after((now,), copy_back((now,), now, with_kit))
    assert (again.kit, again.nothing_needed) == (("bell",), False)


def test_copying_back_what_is_there_already_changes_nothing():
    held = entry(what="Old")
    _, adaptation = a_change(what="Old")
    assert copy_back((held,), held, adaptation) == ()


def test_a_pack_comes_on_top_in_its_order():
    kept = (entry(position=3),)
    pack = [entry("x1", "One"), entry("x2", "Two")]
    now = after(kept, bring_into_library(kept, compared(kept, pack)))
    assert [each.id for each in library.shelf(now)[:3]] == ["x1", "x2", "own-1"]


def test_what_differs_comes_beside_what_is_there_and_pairs_in_the_pack_follow_it():
    kept = (entry(),)
    pack = [entry(title="Count in louder"), entry("x2", "Two", works_well_with=("own-1",)), FIRST.revised(ages="All")]
    now = after(kept, bring_into_library(kept, compared(kept, pack)))
    by_title = {each.title: each for each in now}
    beside = by_title["Count in louder"]
    assert by_title["Count in"] == entry()
    assert beside.id not in ("own-1", "x2")
    assert by_title["Two"].works_well_with == (beside.id,)
    assert library.is_own(by_title[FIRST.title])
    assert library.as_it_came(FIRST.id) in library.shelf(now)


def test_only_what_is_not_here_yet_comes():
    kept = (entry(),)
    assert bring_into_library(kept, compared(kept, [entry(), FIRST])) == ()


def test_what_an_entry_works_well_with_is_let_go_of_where_it_is_not_here():
    pack = compared((), [entry("x1", works_well_with=("x2", SECOND.id, "gone")), entry("x2")])
    (alone,) = after((), bring_into_library((), pack[:1]))
    assert alone.works_well_with == (SECOND.id,)

"""The shelf of activities: the leader's own first, a search by setting, kind and barrier, and a line of a plan."""

from __future__ import annotations

from typing import Any

import pytest

from amie_planner.domain import activities
from amie_planner.domain.activities import Shelf, Wanted
from amie_planner.domain.records import DesignedOut, LibraryActivity, Session
from amie_planner.domain.vocabulary import Barrier, Kind
from amie_planner.errors import InvalidRecord

FIRST, SECOND = activities.starter()[:2]
SESSION = Session.made(id="s4", programme="u1", title="Today")


def entry(id: str = "own-1", title: str = "Drum talk", **fields: Any) -> LibraryActivity:
    return LibraryActivity.made(id=id, title=title, **fields)


def found(wanted: Wanted, *entries: LibraryActivity) -> list[str]:
    return [each.id for each in Shelf(entries).found(wanted)]


def test_with_nothing_kept_the_shelf_holds_what_came_in_its_order():
    assert activities.shelf(()) == activities.starter()


def test_the_leaders_own_stand_on_top_and_what_they_altered_where_it_stood():
    altered = SECOND.revised(aim="Otherwise", position=90)
    kept = [entry("own-1", position=0), altered, entry("own-2", position=7)]
    assert [each.id for each in activities.shelf(kept)[:3]] == ["own-2", "own-1", FIRST.id]
    assert activities.shelf(kept)[3] == altered


def test_what_was_taken_off_is_not_on_the_shelf_and_can_be_found_again():
    hidden = FIRST.revised(hidden=True)
    assert activities.shelf([hidden])[0] == SECOND
    assert activities.everything([hidden])[0] == hidden


def test_whose_an_entry_is_can_be_told():
    assert activities.is_own(entry())
    assert not activities.is_own(FIRST.revised(title="Mine"))
    assert activities.as_it_came(FIRST.id) is FIRST
    assert activities.as_it_came("own-1") is None


SAYS_A_LOT = entry(
    kind="play",
    settings=("choir",),
    aim="A talk in sound",
    instructions="Play a question",
    kit=("two trays",),
    decision={"question": "Who asks?", "options": ["you", "somebody else"]},
    music=[{"title": "Talk", "genres": ["hip-hop-rap"], "practices": ["improvise"]}],
    by_design=[{"barrier": "attitudes", "how": "Any tap counts"}],
    ages="For teenagers",
    source="A friend",
)


@pytest.mark.parametrize(
    "words",
    ["DRUM talk", "play", "choir", "in sound", "question", "trays", "who asks", "somebody", "talk", "hip-hop",
     "improvise", "attitudes", "any tap", "teenager", "friend"],
)  # fmt: skip
def test_a_search_finds_parts_of_words_in_all_that_an_entry_says(words: str):
    assert found(Wanted(words), entry("own-2", "Bell"), SAYS_A_LOT) == ["own-1"]


def test_an_empty_search_finds_everything_in_order():
    assert found(Wanted(), entry(), FIRST) == ["own-1", FIRST.id]


@pytest.mark.parametrize(
    ("fields", "wanted", "does"),
    [
        ({}, {"setting": "choir"}, True),
        ({"settings": ("choir",)}, {"setting": "choir"}, True),
        ({"settings": ("choir",)}, {"setting": "whole-class"}, False),
        ({"kind": "sing"}, {"kind": Kind.SING}, True),
        ({"kind": "sing"}, {"kind": Kind.PLAY}, False),
        ({}, {"kind": Kind.PLAY}, False),
        ({"by_design": [{"barrier": "attitudes"}]}, {"barrier": Barrier.ATTITUDES}, True),
        ({}, {"barrier": Barrier.ATTITUDES}, False),
        ({"to_review": True}, {"to_review": True}, True),
        ({}, {"to_review": True}, False),
        ({"kind": "sing", "settings": ("choir",)}, {"kind": Kind.SING, "setting": "whole-class"}, False),
    ],
)
def test_an_entry_is_found_by_its_setting_kind_and_what_it_designs_out(
    fields: dict[str, Any], wanted: dict[str, Any], does: bool
):
    assert found(Wanted(**wanted), entry(**fields)) == (["own-1"] if does else [])


def test_a_line_of_a_running_order_says_what_the_entry_says_and_where_it_stands():
    line = activities.planned(SAYS_A_LOT, SESSION, "a3", 2)
    assert line.key == ("Activity", "u1", "s4", "a3")
    assert line.position == 2
    assert (line.title, line.kind, line.kit) == ("Drum talk", Kind.PLAY, ("two trays",))
    assert (line.decision, line.music) == (SAYS_A_LOT.decision, SAYS_A_LOT.music)


def test_what_is_otherwise_in_a_plan_is_said_there_and_stays_out_of_the_entry():
    line = activities.planned(SAYS_A_LOT, SESSION, "a3", 2, title="Our talk", minutes=4, serves=("i1",))
    assert (line.title, line.minutes, line.serves) == ("Our talk", 4, ("i1",))
    assert SAYS_A_LOT.title == "Drum talk"


def test_what_a_line_cannot_hold_is_refused():
    with pytest.raises(InvalidRecord):
        activities.planned(SAYS_A_LOT, SESSION, "a3", 2, minutes=-1)


@pytest.mark.parametrize("came", activities.starter(), ids=lambda came: came.id)
def test_an_activity_that_came_becomes_a_line_that_does_not_claim_whose_idea_it_was(came: LibraryActivity):
    line = activities.planned(came, SESSION, "a1", 0)
    assert line.started_by is None
    assert not line.young_lead
    assert all(music.chosen_by is None for music in line.music)


def test_of_what_an_activity_designs_out_a_session_notes_what_it_expects():
    line = activities.planned(SAYS_A_LOT, SESSION, "a3", 0)
    out = (
        DesignedOut(barrier=Barrier.ATTITUDES, how="Any tap counts"),
        DesignedOut(barrier=Barrier.REPERTOIRE, how="It is theirs"),
        DesignedOut(barrier=Barrier.FEELING_SAFE, how="No turns"),
    )
    met = activities.met_by_design(out, line, [Barrier.FEELING_SAFE, Barrier.ATTITUDES], 4)
    assert [(each.id, each.position, each.activity, each.barrier, each.how) for each in met] == [
        ("b5", 4, "a3", Barrier.ATTITUDES, "Any tap counts"),
        ("b6", 5, "a3", Barrier.FEELING_SAFE, "No turns"),
    ]
    assert {each.session for each in met} == {"s4"}

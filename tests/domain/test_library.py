"""The shelf: the leader's own first, what came as they altered it, and a search that misses nothing it should find."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amie_planner.domain import library
from amie_planner.domain.library import Shelf, Wanted
from amie_planner.domain.records import LibraryAdaptation
from amie_planner.domain.vocabulary import Barrier, Kind, Reach

FIRST, SECOND = library.starter()[:2]


def entry(id: str = "own-1", title: str = "Count in", **fields: Any) -> LibraryAdaptation:
    return LibraryAdaptation.made(id=id, title=title, **fields)


def found(wanted: Wanted, *entries: LibraryAdaptation) -> list[str]:
    return [each.id for each in Shelf(entries).found(wanted)]


def test_with_nothing_kept_the_shelf_holds_what_came_in_its_order():
    assert library.shelf(()) == library.starter()
    assert len(library.starter_ids()) == len(library.starter())


def test_the_leaders_own_stand_first_and_the_newest_of_them_on_top():
    kept = [entry("own-1", position=0), entry("own-2", position=7), entry("own-3", position=7)]
    shelf = library.shelf(kept)
    assert [each.id for each in shelf[:4]] == ["own-2", "own-3", "own-1", FIRST.id]


def test_what_came_and_was_altered_stands_where_it_stood():
    altered = SECOND.revised(what="Otherwise", position=90)
    assert library.shelf([altered])[:2] == (FIRST, altered)


def test_what_was_taken_off_is_not_on_the_shelf_and_can_be_found_again():
    hidden = FIRST.revised(hidden=True)
    assert library.shelf([hidden])[0] == SECOND
    assert hidden not in library.shelf([hidden])
    assert library.everything([hidden])[:2] == (hidden, SECOND)


def test_whose_an_entry_is_can_be_told():
    assert library.is_own(entry())
    assert not library.is_own(FIRST.revised(title="Mine"))
    assert library.as_it_came(FIRST.id) is FIRST
    assert library.as_it_came("own-1") is None


@pytest.mark.parametrize(
    ("changed", "altered"), [({}, False), ({"hidden": True}, False), ({"position": 40}, False), ({"ages": "x"}, True)]
)
def test_an_entry_is_altered_when_it_says_something_else_than_it_came_with(changed: dict[str, Any], altered: bool):
    assert library.is_altered(FIRST.revised(**changed)) is altered


def test_the_leaders_own_is_never_altered():
    assert not library.is_altered(entry())


@pytest.mark.parametrize(
    ("reach", "words"),
    [
        (Reach.EVERYONE, "For everyone"),
        (Reach.SOME, "A choice for some"),
        (Reach.ONE, "For one person"),
        (None, ""),
    ],
)
def test_whom_an_entry_is_for_is_said_in_words(reach: Reach | None, words: str):
    assert library.for_whom(entry(reach=reach)) == words


def test_an_empty_search_finds_everything_in_order():
    assert found(Wanted(), entry("own-1"), FIRST) == ["own-1", FIRST.id]


SAYS_A_LOT = entry(
    title="Straße",
    what="Tap the DRUM",
    kit=("ear defenders",),
    barriers=("sound-light-sensory",),
    kinds=("warm-up",),
    reach="one",
    fallback="Hum",
    safety="Cables",
    ages="Teens",
    source="A friend",
)


@pytest.mark.parametrize(
    "words",
    [
        "strasse",
        "drum",
        "DEFEND",
        "light senses",
        "warm-up",
        "one person",
        "hum",
        "cable",
        "teen",
        "friend",
        "drum hum  straße",
        "ｄｒｕｍ",
    ],
)
def test_a_search_finds_words_anywhere_in_an_entry_without_case(words: str):
    assert found(Wanted(words), entry("own-2"), SAYS_A_LOT) == ["own-1"]


def test_every_word_of_a_search_must_be_there():
    assert found(Wanted("drum violin"), SAYS_A_LOT) == []


@pytest.mark.parametrize(
    ("fields", "barrier", "kind", "does"),
    [
        ({}, None, None, True),
        ({}, "attitudes", None, False),
        ({"barriers": ("attitudes",)}, "attitudes", None, True),
        ({"barriers": ("attitudes",)}, "attitudes", "sing", True),
        ({"barriers": ("attitudes",), "kinds": ("play",)}, "attitudes", "sing", False),
        ({"kinds": ("play", "sing")}, None, "sing", True),
        ({"kinds": ("play", "sing")}, "attitudes", "sing", False),
    ],
)
def test_an_entry_answers_a_barrier_and_a_kind_and_one_without_kinds_is_for_any(
    fields: dict[str, Any], barrier: str | None, kind: str | None, does: bool
):
    wanted = Wanted(barrier=Barrier(barrier) if barrier else None, kind=Kind(kind) if kind else None)
    assert library.answers(entry(**fields), wanted.barrier, wanted.kind) is does
    assert found(wanted, entry(**fields)) == (["own-1"] if does else [])


def test_what_is_to_review_is_found_alone():
    doubtful = entry("own-2", to_review=True)
    assert found(Wanted(to_review=True), entry(), doubtful) == ["own-2"]
    assert found(Wanted("nowhere", to_review=True), doubtful) == []


def test_a_shelf_after_a_change_finds_by_what_it_says_now():
    before = Shelf([entry(what="drum"), FIRST])
    after = before.now([entry(what="bell"), FIRST])
    assert [each.id for each in after.found(Wanted("count bell"))] == ["own-1"]
    assert after.found(Wanted("count drum")) == ()
    assert after.found(Wanted(FIRST.title))[0] is FIRST


TEXT = st.text(st.characters(codec="utf-8"), max_size=12)


@given(title=TEXT.filter(str.strip), what=TEXT, words=TEXT)
def test_a_word_is_found_wherever_a_text_holds_it(title: str, what: str, words: str):
    held = entry(title=title, what=f"{what} {words}")
    assert found(Wanted(words), held) == ["own-1"]
    assert found(Wanted(f"zzzz{words} qqqq"), entry(title=title)) == []

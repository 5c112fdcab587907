"""Stories leave only where it was agreed, in their period, and without a name that anybody here has."""

from __future__ import annotations

from typing import Any

import pytest
from tests.plans import a_series
from tests.returns.planners import TEMPLATE, counted, facts_of

from amie_planner.returns.facts import Facts, Source
from amie_planner.returns.tables.stories import agreed_to, kept_here, names_in, stories

AGREED = {"id": "story1", "kind": "quote", "made_up_name": "Sky", "words": "I played.", "agreed_on": "2026-10-01"}


def told(*held: dict[str, Any], **parts: Any) -> Facts:
    """A programme with these stories."""
    return facts_of(Source(a_series(stories=list(held), **parts)))


def test_an_agreed_story_says_its_kind_its_made_up_name_and_its_words():
    case = {**AGREED, "id": "story2", "kind": "case study", "agreed_by": "Her mother"}
    facts = told(AGREED, case)
    assert counted(stories(facts, TEMPLATE)) == [("Quote", "Sky", "I played."), ("Case study", "Sky", "I played.")]


@pytest.mark.parametrize("without", [{"agreed_on": None}, {"words": None}, {"words": "  "}])
def test_what_nobody_agreed_to_or_says_nothing_does_not_leave(without: dict[str, Any]):
    draft = stories(told(AGREED | without), TEMPLATE)
    assert (counted(draft), draft.notes) == ([], ())


@pytest.mark.parametrize("words", [{"words": "Zoë played."}, {"made_up_name": "zoe"}, {"words": "Mr Zarq helped."}])
def test_a_story_with_a_name_in_it_stays_though_it_was_agreed_and_the_table_says_so(words: dict[str, Any]):
    facts = told(AGREED | words, people=[{"id": "p1", "alias": "Zoe"}], team=[{"id": "t1", "name": "Bo Zarq"}])
    draft = stories(facts, TEMPLATE)
    assert counted(draft) == []
    assert draft.notes == ("One story is not here: what may be somebody’s name stands in it.",)
    assert len(list(agreed_to(facts))) == 1


def test_a_name_of_another_programme_of_the_return_keeps_a_story_here_too():
    other = Source(a_series(programme={"uid": "u2", "title": "x"}, people=[{"id": "p1", "name": "Zarquonia Ray"}]))
    facts = facts_of(Source(a_series(stories=[AGREED | {"words": "Zarquonia and I played."}])), other)
    assert counted(stories(facts, TEMPLATE)) == []


def test_stories_that_stay_are_counted():
    twice = [AGREED | {"id": f"story{n}", "words": "Zoe played."} for n in range(2)]
    draft = stories(told(*twice, people=[{"id": "p1", "alias": "Zoe"}]), TEMPLATE)
    assert draft.notes == ("2 stories are not here: what may be somebody’s name stands in them.",)


@pytest.mark.parametrize(
    ("fields", "leaves"),
    [
        ({"agreed_on": "2027-12-01"}, True),
        ({"agreed_on": "2026-08-31"}, False),
        ({"voice": "v1", "agreed_on": "2027-12-01"}, True),
        ({"voice": "v2"}, False),
        ({"voice": "v3"}, True),
        ({"voice": "v1", "agreed_on": None}, False),
    ],
)
def test_a_story_is_of_the_day_of_what_it_is_taken_from_else_of_when_it_was_agreed(fields: Any, leaves: bool):
    entries = [{"id": "v1", "date": "2026-09-08"}, {"id": "v2", "date": "2026-08-01"}, {"id": "v3"}]
    assert bool(counted(stories(told(AGREED | fields, voice=entries), TEMPLATE))) is leaves


def test_the_leader_alone_is_told_which_word_keeps_a_story_here():
    facts = told(
        AGREED | {"made_up_name": "Zoë", "words": "zoe and Bo Zarq played."},
        people=[{"id": "p1", "alias": "Zoe"}],
        team=[{"id": "t1", "name": "Bo Zarq"}],
    )
    [(_, story, words)] = kept_here(facts)
    assert names_in(facts, story) == ("Zoë", "zoe", "Bo Zarq")
    assert words.endswith("stays here: what may be a name is in it, “Zoë”, “zoe” and “Bo Zarq”.")
    draft = stories(facts, TEMPLATE)
    assert not any(name in str(draft) for name in ("Zoë", "zoe", "Zarq"))

"""Schools come and go with those who go there; a story leaves only as it was agreed to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain.changes import inverse
from amie_planner.domain.edits.reporting import (
    add_school,
    add_story,
    agree_to_story,
    alter_school,
    alter_story,
    keep_story_here,
    remove_school,
    remove_story,
)
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Story
from amie_planner.domain.vocabulary import StoryKind
from amie_planner.errors import AmieError

TODAY = date(2026, 11, 22)
PROGRAMME = {
    "uid": "u1",
    "title": "Sound makers",
    "schools": [{"id": "school1", "name": "Hill"}, {"id": "school2", "name": "Vale"}],
    "provision": {"delivery": "whole class", "school": "school1"},
}
PEOPLE = [
    {"id": "p1", "alias": "Sky", "name": "Ada Ray", "school": "school1"},
    {"id": "p2", "alias": "Moss", "school": "school2"},
]


def told(**fields: Any) -> Series:
    story = {"id": "story1", "kind": "quote", "made_up_name": "Robin", "words": "I made that!"} | fields
    voice = [{"id": "v1", "text": "Louder drums"}]
    return a_series(programme=PROGRAMME, people=PEOPLE, voice=voice, stories=[story])


def after(series: Series, changes: Any) -> Story:
    return series.after(changes).stories[0]


def test_a_school_is_added_below_the_others_and_keeps_the_zeros_of_its_number() -> None:
    series = told()
    id, changes = add_school(series.programme, "Dale")
    series = series.after(changes)
    series = series.after(alter_school(series.programme, id, urn="012345", laestab="001/0020", state_funded=True))
    made = series.programme.schools[-1]
    assert [school.id for school in series.programme.schools] == ["school1", "school2", "school3"]
    assert (made.name, made.urn, made.laestab, made.state_funded) == ("Dale", "012345", "001/0020", True)
    assert series.programme.schools[:2] == told().programme.schools


def test_nobody_goes_to_a_school_that_went() -> None:
    series = told()
    left = series.after(changes := remove_school(series, "school1"))
    assert [school.id for school in left.programme.schools] == ["school2"]
    assert left.programme.provision is not None and left.programme.provision.school is None
    assert [person.school for person in left.people] == [None, "school2"]
    assert left.after(inverse(changes)) == series


def test_a_story_begins_with_the_words_of_what_it_is_taken_from_and_is_not_agreed_to() -> None:
    series = told()
    id, changes = add_story(series, voice="v1")
    made = series.after(changes).stories[-1]
    assert (made.id, made.words, made.voice, made.agreed_on) == (id, "Louder drums", "v1", None)
    assert (id, made.position) == ("story2", 1)


@pytest.mark.parametrize("kind", list(StoryKind))
def test_a_story_may_be_typed_from_nothing(kind: StoryKind) -> None:
    series = told()
    made = series.after(add_story(series, kind)[1]).stories[-1]
    assert (made.kind, made.words, made.voice) == (kind, None, None)


def test_a_story_may_leave_once_somebody_is_said_to_have_agreed() -> None:
    made = after(told(), agree_to_story(told(), "story1", "she and her mother", TODAY))
    assert (made.agreed_by, made.agreed_on) == ("she and her mother", TODAY)


@pytest.mark.parametrize(
    ("fields", "agreed_by", "said"),
    [
        ({"words": None}, "her", "Nothing is written here yet."),
        ({}, "  ", "Nobody is said to have agreed."),
        ({}, None, "Nobody is said to have agreed."),
        ({"words": "SKY made that"}, "her", "“SKY” in the words may be somebody’s name."),
        ({"words": "ada’s song"}, "her", "“ada” in the words may be somebody’s name."),
        ({"made_up_name": "Moss"}, "her", "“Moss” in the made-up name may be somebody’s name."),
        ({}, "Sky and her mother", "“Sky” in who agreed may be somebody’s name."),
    ],
)
def test_what_may_not_leave_is_refused_in_one_sentence(
    fields: dict[str, Any], agreed_by: str | None, said: str
) -> None:
    with pytest.raises(AmieError) as refused:
        agree_to_story(told(**fields), "story1", agreed_by, TODAY)
    assert refused.value.message == said
    assert refused.value.hint


AGREED = {"agreed_by": "her", "agreed_on": "2026-11-22"}


@pytest.mark.parametrize("fields", [{"words": "We made that!"}, {"made_up_name": "Jay"}, {"agreed_by": "him"}])
def test_another_story_than_the_one_agreed_to_stays_here_and_one_undo_brings_all_back(fields: dict[str, str]) -> None:
    series = told(**AGREED)
    changed = series.after(changes := alter_story(series, "story1", **fields))
    assert changed.stories[0].agreed_on is None
    assert len(changes) == 1
    assert changed.after(inverse(changes)) == series


@pytest.mark.parametrize("fields", [{"kind": "case study"}, {"voice": "v1"}, {"words": "I made that!"}])
def test_what_nobody_was_asked_about_leaves_the_agreement(fields: dict[str, str]) -> None:
    assert after(told(**AGREED), alter_story(told(**AGREED), "story1", **fields)).agreed_on == TODAY


def test_a_story_is_kept_here_again_or_goes() -> None:
    series = told(**AGREED)
    assert after(series, keep_story_here(series, "story1")).agreed_on is None
    assert series.after(remove_story(series, "story1")).stories == ()

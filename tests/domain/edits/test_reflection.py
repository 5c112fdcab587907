"""Answers are never lost with their prompt, prompts are the leader's, and notes and what was noticed come and go."""

from __future__ import annotations

import pytest
from tests.plans import a_plan, a_series

from amie_planner.domain.changes import Change, inverse
from amie_planner.domain.edits import reflection as edits
from amie_planner.domain.records import ReflectionPrompt
from amie_planner.domain.reflection import asked, prompts

OURS = prompts()[0]
Own = tuple[ReflectionPrompt, ...]


def after(own: Own, changes: tuple[Change, ...]) -> Own:
    held = {record.id: record for record in own}
    for change in changes:
        held.pop(change.record.id, None)
        if isinstance(change.after, ReflectionPrompt):
            held[change.after.id] = change.after
    return tuple(held.values())


def test_an_answer_is_kept_beside_the_others_and_taken_back():
    session = a_plan(reflection={"change": "More room"}).session
    (change,) = edits.answer_prompt(session, "went_well", "The drone")
    assert change.after.reflection == {"change": "More room", "went_well": "The drone"}
    assert edits.answer_prompt(session, "change", "More room") == ()
    (emptied,) = edits.answer_prompt(session, "change", None)
    assert emptied.after.reflection == {}


def test_other_words_stand_in_place_of_ours_until_ours_are_wanted_again():
    own = after((), edits.word_prompt((), OURS.key, "What shone?"))
    assert asked(own)[0].words == "What shone?"
    for ours in (OURS.words, None):
        assert after(own, edits.word_prompt(own, OURS.key, ours)) == ()
    assert edits.word_prompt((), OURS.key, OURS.words) == ()


def test_one_that_is_left_out_is_asked_again_in_the_same_words():
    own = after((), edits.word_prompt((), OURS.key, "What shone?"))
    out = after(own, edits.ask_prompt(own, OURS.key, asked=False))
    assert OURS.key not in {prompt.key for prompt in asked(out)}
    assert after(out, edits.ask_prompt(out, OURS.key, asked=True)) == own
    assert after((), edits.ask_prompt((), OURS.key, asked=True)) == ()


def test_a_leaders_own_prompt_never_takes_the_key_of_an_earlier_one():
    first, made = edits.add_prompt((), "Who made tea?")
    own = after((), made)
    own = after(own, edits.ask_prompt(own, first, asked=False))
    second, made = edits.add_prompt(own)
    assert first != second
    own = after(own, made)
    assert after(own, edits.word_prompt(own, second, None)) == own
    assert len(own) == 2


def test_going_back_to_ours_keeps_what_is_the_leaders_own():
    own = after((), (*edits.word_prompt((), OURS.key, "What shone?"), *edits.add_prompt((), "Tea?")[1]))
    assert [record.words for record in after(own, edits.our_prompts_again(own))] == ["Tea?"]


def test_a_note_goes_below_the_others_and_leaves_with_its_replies():
    note, reply = {"id": "n1", "text": "Lamp"}, {"check": "A06", "lines": ["n1"], "session": "s1"}
    series = a_series(sessions=[{"id": "s1", "title": "One", "next_time": [note]}], replies=[reply])
    id, made = edits.note_for_next_time(series, "s1", "Bells")
    assert [held.text for held in series.after(made).sessions[0].next_time] == ["Lamp", "Bells"]
    assert id != "n1"
    gone = edits.remove_note(series, "s1", "n1")
    assert (series.after(gone).sessions[0].next_time, series.after(gone).replies) == ((), ())
    assert series.after(gone).after(inverse(gone)) == series


@pytest.mark.parametrize("person", ["p1", None])
def test_what_was_noticed_comes_and_goes(person: str | None):
    series = a_series(people=[{"id": "p1"}])
    id, made = edits.add_observation(series, person=person, text="Led the stop", area="social")
    held = series.after(made)
    assert [(o.id, o.person, o.text) for o in held.observations] == [(id, person, "Led the stop")]
    assert held.after(edits.remove_observation(held, id)) == series

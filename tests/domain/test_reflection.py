"""The prompts for looking back: few, short, each kept under a key of its own, and the leader's to put otherwise."""

import pytest
from tests.example_plans import SPACE_SOUNDS
from tests.plans import a_plan

from amie_planner.checks.marks import marks_in
from amie_planner.domain.records import ReflectionPrompt
from amie_planner.domain.reflection import NOTES, answered_besides, asked, every, is_ours, left_out, prompts
from amie_planner.exchange.plan_file import read

OWN = (
    ReflectionPrompt.made(id="own1", position=3, words="Who made\n tea?"),
    ReflectionPrompt.made(id="change", position=1, words="What next?"),
    ReflectionPrompt.made(id="went_well", position=2, left_out=True),
    ReflectionPrompt.made(id="own2", position=0),
)


def test_seven_prompts_each_with_a_key_of_its_own():
    assert len({prompt.key for prompt in prompts()}) == len({prompt.words for prompt in prompts()}) == 7
    assert prompts()[-1].key == NOTES


@pytest.mark.parametrize("prompt", prompts(), ids=lambda prompt: prompt.key)
def test_a_prompt_is_one_short_question_that_asks_for_no_mark(prompt):
    assert prompt.words.endswith("?") and prompt.words.count("?") == 1
    assert len(prompt.words.split()) <= 12
    assert not marks_in(prompt.words)


def test_what_is_written_already_answers_a_prompt():
    written = {key for lines in read(SPACE_SOUNDS.read_bytes()).sessions for key in lines.session.reflection}
    assert written and written <= {prompt.key for prompt in prompts()}


def test_without_words_of_their_own_a_leader_is_asked_ours():
    assert asked(()) == every(()) == prompts()


def test_ours_in_other_words_stand_in_their_place_and_the_leaders_own_after_them():
    assert [(p.key, p.words) for p in asked(OWN)] == [
        ("change", "What next?"),
        *((p.key, p.words) for p in prompts()[2:]),
        ("own1", "Who made tea?"),
    ]
    assert left_out(OWN) == {"went_well"}


def test_one_that_is_left_out_and_one_without_words_are_there_to_be_asked_again():
    assert [p.key for p in every(OWN)] == [*(p.key for p in prompts()), "own2", "own1"]
    assert every(OWN)[0].words == prompts()[0].words
    assert (is_ours("change"), is_ours("own1")) == (True, False)


def test_an_answer_to_what_is_no_longer_asked_is_still_there():
    session = a_plan(reflection={"went_well": "The drone", "change": "More room", "gone": "Tea"}).session
    assert [(p.key, p.words) for p in answered_besides(session, OWN)] == [
        ("went_well", prompts()[0].words),
        ("gone", "Asked before"),
    ]
    assert answered_besides(session, ())[0].key == "gone"

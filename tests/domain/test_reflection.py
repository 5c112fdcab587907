"""The prompts for looking back: few, short, and each kept under a key of its own."""

import pytest
from tests.example_plans import SPACE_SOUNDS

from amie_planner.checks.marks import marks_in
from amie_planner.domain.reflection import prompts
from amie_planner.exchange.plan_file import read


def test_seven_prompts_each_with_a_key_of_its_own():
    assert len({prompt.key for prompt in prompts()}) == len({prompt.words for prompt in prompts()}) == 7


@pytest.mark.parametrize("prompt", prompts(), ids=lambda prompt: prompt.key)
def test_a_prompt_is_one_short_question_that_asks_for_no_mark(prompt):
    assert prompt.words.endswith("?") and prompt.words.count("?") == 1
    assert len(prompt.words.split()) <= 12
    assert not marks_in(prompt.words)


def test_what_is_written_already_answers_a_prompt():
    written = {key for lines in read(SPACE_SOUNDS.read_bytes()).sessions for key in lines.session.reflection}
    assert written and written <= {prompt.key for prompt in prompts()}

"""What a check and a finding are made of."""

from __future__ import annotations

from typing import Any

import pytest
from tests.checks.example import a_finding

from amie_planner import checks
from amie_planner.checks.check import (
    Answer,
    Finding,
    Line,
    LineKind,
    Said,
    Scope,
    check,
    not_recorded,
    prompt,
    strength,
    worth_a_look,
    your_call,
)

PRINCIPLE = checks.PRINCIPLES[0]
BROUGHT = {"principle": PRINCIPLE, "question": "Is it so?", "why": "It matters (our own question)."}
LINE = Line(LineKind.NOTE, "n1", "Lights")


@pytest.mark.parametrize(
    ("say", "answer"),
    [
        (not_recorded, Answer.NOT_RECORDED),
        (strength, Answer.STRENGTH),
        (worth_a_look, Answer.WORTH_A_LOOK),
        (your_call, Answer.YOUR_CALL),
    ],
)
def test_an_answer_points_at_the_lines_given_or_at_none(say: Any, answer: Answer) -> None:
    assert say("So.") == Said(answer, "So.") == Said(answer, "So.", ())
    assert say("So.", LINE, LINE) == Said(answer, "So.", (LINE, LINE))


def test_a_finding_points_at_nothing_unless_it_says_so() -> None:
    assert Finding("H99", Answer.STRENGTH, "So.", **BROUGHT).lines == ()


@pytest.mark.parametrize("left_out", list(BROUGHT))
def test_a_finding_always_brings_its_principle_its_question_and_why(left_out: str) -> None:
    brought = {name: value for name, value in BROUGHT.items() if name != left_out}
    with pytest.raises(TypeError):
        Finding("H99", Answer.STRENGTH, "So.", (), **brought)


@pytest.mark.parametrize("id", ["H01", "H06", "H11"])
def test_what_is_found_brings_the_words_of_its_check(id: str) -> None:
    held = checks.HEARD.of(id)
    assert a_finding(id, Answer.STRENGTH, "So.", (LINE,)) == Finding(
        id, Answer.STRENGTH, "So.", (LINE,), principle=held.principle, question=held.question, why=held.why
    )


def test_a_function_becomes_a_check_or_a_prompt_of_a_plan() -> None:
    made = check("H98", **BROUGHT)(lambda _: [strength("So.", LINE)])
    asked = prompt("H99", **BROUGHT)(lambda about: about)
    assert (made.id, made.scope, asked.id, asked.scope) == ("H98", Scope.PLAN, "H99", Scope.PLAN)
    assert made.finding(None) == Finding("H98", Answer.STRENGTH, "So.", (LINE,), **BROUGHT)
    assert asked.finding((LINE,)) == Finding("H99", Answer.YOUR_CALL, "Is it so?", (LINE,), **BROUGHT)
    assert asked.finding(()) == Finding("H99", Answer.YOUR_CALL, "Is it so?", (), **BROUGHT)
    assert asked.finding(None) is None


def test_a_check_that_says_nothing_is_silent() -> None:
    assert check("H98", **BROUGHT)(lambda _: []).finding(None) is None

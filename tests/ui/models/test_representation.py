"""Figures in words: non-answers first, what chance allows, what cannot be said, and never that there are too many."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.returns.kept_apart import PROGRAMME, a_group, after, agreed, turned_on, with_answers

from amie_planner.returns.baselines import Baseline, Share, bundled, questions
from amie_planner.returns.monitored import counts
from amie_planner.returns.monitoring import answer
from amie_planner.returns.monitoring_questions import asked
from amie_planner.returns.representation import NonAnswers, representation
from amie_planner.ui.models.representation import compared, counted

NONE = NonAnswers()


def a_baseline(share: float, question: str = "free-meals") -> Baseline:
    names = dict(questions()[question].groups)
    groups = (Share("yes", names["yes"], share), Share("no", names["no"], 1 - share))
    return Baseline(question, "York", "pupils", "January 2025", "DfE", "OGL", groups)


QUARTER = a_baseline(0.25)


def test_who_did_not_answer_and_why_comes_first():
    shown = compared(representation({"yes": 5, "no": 20}, NonAnswers(1, 2, 3, 4), QUARTER))
    assert shown.response == (
        "No answer: 1 prefer not to say, 2 not known, 3 not asked and 4 not applicable. 25 of 35 people answered."
    )
    assert compared(representation({"yes": 5, "no": 20}, NONE, QUARTER)).response == "All 25 people answered."


@pytest.mark.parametrize(
    ("yes", "stands", "in_short"),
    [
        (1, "may be missing", "May be missing: Eligible for free school meals"),
        (6, "could be chance", "Any difference could be chance"),
        (24, "reached", "Reached"),
    ],
)
def test_a_group_is_set_beside_its_baseline_in_words(yes: int, stands: str, in_short: str):
    shown = compared(representation({"yes": yes, "no": 30 - yes}, NONE, QUARTER))
    first, rest = shown.rows
    assert first.text == f"Eligible for free school meals: {yes} of 30"
    assert (first.stands, shown.in_short, shown.refusal) == (stands, in_short, "")
    assert (rest.stands, rest.below) == ("", "")


def test_reached_and_could_be_chance_together_are_in_short_that_nobody_is_clearly_missing():
    groups = (Share("asian", "Asian", 0.1), Share("black", "Black", 0.5), Share("white", "White", 0.4))
    held = Baseline("ethnic-group", "York", "pupils", "2021", "DfE", "OGL", groups)
    shown = compared(representation({"asian": 15, "black": 14, "white": 11}, NONE, held))
    assert [row.stands for row in shown.rows] == ["reached", "could be chance", "could be chance"]
    assert shown.in_short == "Nobody is clearly missing"


def test_an_interval_and_what_would_be_expected_are_said_as_people_in_a_hundred():
    [row, _] = compared(representation({"yes": 1, "no": 29}, NONE, QUARTER)).rows
    assert (
        row.below
        == "Here between 1 and 17 in 100, allowing for chance; in York 25 in 100, so about 8 of 30 would be expected."
    )
    assert row.spoken == f"{row.text}. May be missing. {row.below}"


def test_a_share_under_one_in_a_hundred_is_said_in_a_thousand():
    england = next(b for b in bundled() if b.question == "in-care")
    [row, _] = compared(representation({"yes": 0, "no": 30}, NONE, england)).rows
    assert "in England 7 in 1,000, so fewer than 1 of 30 would be expected" in row.below
    [row, _] = compared(representation({"yes": 0, "no": 30}, NONE, a_baseline(0.0001))).rows
    assert "fewer than 1 in 1,000" in row.below


def test_nothing_at_all_is_said_of_fewer_than_ten_people():
    shown = compared(representation({"yes": 0, "no": 9}, NONE, QUARTER))
    assert (shown.response, shown.rows) == ("", ())
    assert shown.in_short == shown.refusal
    assert shown.refusal == "Fewer than 10 people in this period: a group so small is never broken down."
    [describes] = asked(("describes",))
    few = counted(
        counts(a_group(9), with_answers(turned_on("describes"), "describes", {"p1": "none"}), describes, None, None)
    )
    assert (few.response, few.rows, few.refusal) == ("", (), shown.refusal)


def test_few_answers_are_not_broken_down_and_many_missing_ones_allow_no_verdict():
    few = compared(representation({"yes": 0, "no": 9}, NonAnswers(not_asked=2), QUARTER))
    assert few.rows == ()
    assert few.refusal == "Fewer than 10 people answered: too few to say anything of them."
    silent = compared(representation({"yes": 0, "no": 20}, NonAnswers(not_asked=10), QUARTER))
    assert "More than 3 in 10 answers are not there" in silent.refusal
    row = silent.rows[0]
    assert (row.text, row.stands, row.below) == (
        "Eligible for free school meals: 0 of 20",
        "",
        "",
    )


def test_a_question_beside_nothing_counts_its_boxes():
    [describes] = asked(("describes",))
    kept = agreed(turned_on("describes"), "p1")
    kept = after(kept, answer(kept, PROGRAMME, "p1", "describes", codes=("d-deaf", "disabled")))
    shown = counted(counts(a_group(10), kept, describes, None, None))
    assert shown.response == "No answer: 9 not asked. 1 of 10 people answered. Several boxes may be ticked."
    assert [row.text for row in shown.rows][:2] == ["d/Deaf: 1 of 1", "Disabled: 1 of 1"]
    assert shown.in_short == "1 answered"
    nobody = counted(counts(a_group(10), turned_on("describes"), describes, None, None))
    assert (nobody.rows, nobody.in_short) == ((), "0 answered")


@given(
    yes=st.integers(0, 200),
    no=st.integers(0, 200),
    apart=st.tuples(*(st.integers(0, 40) for _ in range(4))),
    share=st.floats(0.0, 1.0),
)
def test_never_too_many_and_never_a_percentage(yes: int, no: int, apart: tuple[int, int, int, int], share: float):
    shown = compared(representation({"yes": yes, "no": no}, NonAnswers(*apart), a_baseline(share)))
    said = " ".join([shown.in_short, shown.response, shown.refusal, *(row.spoken for row in shown.rows)])
    assert not re.search(r"too many|over-?represented|%|per ?cent", said, re.IGNORECASE)
    if yes + no + sum(apart) < 10:
        assert not re.search(r"\d+ of \d+", said)

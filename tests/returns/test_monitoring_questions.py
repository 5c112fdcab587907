"""What may be asked is data that fits the published lists it is set beside."""

from __future__ import annotations

import re

import pytest

from amie_planner.places import resource
from amie_planner.returns import baselines
from amie_planner.returns.monitoring_questions import MonitoringQuestion, asked, questions

EVERY = {question.id: question for question in questions()}
BOXES = [(q.id, box.code) for q in questions() for box in q.all_boxes]


def test_ids_and_the_codes_of_a_question_are_told_apart():
    assert len(EVERY) == len(questions())
    assert len(set(BOXES)) == len(BOXES)


def test_every_question_says_what_it_asks_and_whose_list_it_is():
    assert all(q.label and q.asks and q.scheme and q.version and len(q.boxes) > 1 for q in questions())
    assert all(box.asks for q in questions() for box in q.all_boxes if box.boxes)


@pytest.mark.parametrize("question", questions(), ids=list(EVERY))
def test_what_a_question_is_set_beside_has_its_groups(question: MonitoringQuestion):
    for published in question.compared_with:
        groups = baselines.questions()[published].codes
        placed = {question.group((box.code,), published) for box in question.all_boxes} - {None}
        assert placed == set(groups)


def test_the_ethnic_groups_are_those_of_the_census():
    codes = {box.code for outer in EVERY["ethnic-group"].boxes for box in outer.boxes}
    assert codes == set(baselines.questions()["ethnic-group-census"].codes)
    assert [box.code for box in EVERY["ethnic-group"].all_boxes if box.write_in] == [
        "white-other",
        "mixed-other",
        "asian-other",
        "black-other",
        "other-any",
    ]


@pytest.mark.parametrize(
    ("question", "codes", "published", "group"),
    [
        ("ethnic-group", ("asian-chinese",), "ethnic-group", "asian"),
        ("ethnic-group", ("asian",), "ethnic-group", "asian"),
        ("ethnic-group", ("asian-chinese",), "ethnic-group-census", "asian-chinese"),
        ("ethnic-group", ("asian",), "ethnic-group-census", None),
        ("ethnic-group", ("white-roma",), "ethnic-group-schools", None),
        ("ethnic-group", ("white-irish", "asian"), "ethnic-group", None),
        ("ethnic-group", ("from an older list",), "ethnic-group", None),
        ("ethnic-group", (), "ethnic-group", None),
        ("disabled", ("yes",), "disabled", None),
        ("disabled", ("yes-a-little",), "disabled", "yes"),
        ("disabled", ("no-condition",), "disabled", "no"),
        ("disabled", ("no-condition",), "disabled-census", "no-condition"),
        ("in-care", ("before",), "in-care", "no"),
        ("describes", ("disabled",), "disabled", None),
        ("gender", ("girl",), "sex", None),
    ],
)
def test_a_box_stands_for_the_group_that_both_lists_have(
    question: str, codes: tuple[str, ...], published: str, group: str | None
):
    assert EVERY[question].group(codes, published) == group


def test_lists_that_differ_are_compared_in_five_groups_only():
    assert EVERY["ethnic-group"].compared_with == ("ethnic-group", "ethnic-group-census")


def test_what_several_boxes_answer_is_compared_with_nothing():
    several = [q for q in questions() if q.several]
    assert {q.id for q in several} == {"gender", "describes", "just-now"}
    assert not any(q.compared_with for q in several)


def test_questions_are_asked_in_their_own_order_and_unknown_ones_not_at_all():
    assert [q.id for q in asked(("eal", "gone", "ethnic-group"))] == ["ethnic-group", "eal"]


def test_nobody_is_asked_about_the_police_or_a_condition_by_its_name():
    text = resource("monitoring", "questions.json").read_text(encoding="utf-8")
    asks_too_much = r"\b(police|court|offen\w*|justice|convict\w*|arrest\w*|diagnos\w*|disorder|autis\w*|adhd)\b"
    assert not re.findall(asks_too_much, text, re.IGNORECASE)

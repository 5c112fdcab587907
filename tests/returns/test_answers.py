"""The answers of somebody in several programmes: those where they are asked for, and none of whoever objects."""

from __future__ import annotations

from typing import Any

import pytest
from tests.returns.planners import a_source

from amie_planner.domain.monitoring import Answered, NonAnswer
from amie_planner.domain.records import Person
from amie_planner.returns.answers import Answers, as_counted, asked_in
from amie_planner.returns.facts import Source
from amie_planner.returns.matching import matching
from amie_planner.returns.monitoring_questions import asked

GIRL = {"p1": {"gender": {"codes": ["girl"]}}}


def somebody(source: Source) -> Person:
    return source.series.people[0]


def answers(*sources: Source) -> Answers:
    return Answers([source.kept_apart for source in sources], matching([source.series for source in sources]))


def a_group(uid: str, code: str = "", objecting: bool = False) -> Source:
    people = [{"id": "p1"} | ({"code": code} if code else {})]
    given = {} if objecting else GIRL
    return a_source(uid, people=people, asked=["gender"], answers=given, objecting=["p1"] if objecting else [])


def test_an_objection_holds_wherever_somebody_has_the_same_code() -> None:
    here, elsewhere = a_group("u1", "A"), a_group("u2", "a ", objecting=True)
    assert answers(here).of([(0, somebody(here))])["gender"].codes == ("girl",)
    assert answers(here, elsewhere).of([(0, somebody(here))]) == {}


def test_an_objection_of_somebody_without_a_code_holds_for_nobody_else() -> None:
    here, elsewhere = a_group("u1"), a_group("u2", objecting=True)
    assert answers(here, elsewhere).of([(0, somebody(here))])
    assert answers(here, elsewhere).of([(1, somebody(elsewhere))]) == {}


def test_nothing_is_asked_where_nothing_is_kept_apart() -> None:
    assert [question.id for question in asked_in(a_group("u1").kept_apart)] == ["gender"]
    assert asked_in(None) == ()


OLD = "a box that there once was"


def counted(question: str, **answer: Any) -> Answered:
    return as_counted(Answered.made(**answer), asked([question])[0])


@pytest.mark.parametrize("answer", [{"codes": ["yes", "no"]}, {"codes": [OLD]}, {"in_own_words": "A little"}])
def test_an_answer_that_fits_no_box_is_not_known_where_there_is_no_room_for_own_words(answer: dict[str, Any]) -> None:
    assert counted("eal", **answer) == Answered.made(non_answer=NonAnswer.NOT_KNOWN)


@pytest.mark.parametrize("answer", [{"codes": ["white", "asian"]}, {"codes": [OLD]}, {"in_own_words": "Cornish"}])
def test_an_answer_that_fits_no_box_stays_as_it_is_where_there_is_room_for_own_words(answer: dict[str, Any]) -> None:
    assert counted("ethnic-group", **answer) == Answered.made(**answer)


@pytest.mark.parametrize(
    ("question", "given", "left"),
    [
        ("pupil-premium", ["yes", OLD], ("yes",)),
        ("pupil-premium", ["yes", "yes"], ("yes",)),
        ("describes", ["none", "d-deaf"], ("d-deaf",)),
        ("describes", ["none"], ("none",)),
        ("gender", ["girl", "non-binary"], ("girl", "non-binary")),
        ("ethnic-group", ["white", "white-irish"], ("white", "white-irish")),
    ],
)
def test_boxes_are_counted_once_as_the_list_has_them_and_what_stands_alone_not_beside_others(
    question: str, given: list[str], left: tuple[str, ...]
) -> None:
    assert counted(question, codes=given, in_own_words="More").codes == left
    assert counted(question, codes=given, in_own_words="More").in_own_words == "More"


def test_why_there_is_no_answer_stays_as_it_is() -> None:
    assert counted("eal", non_answer=NonAnswer.NOT_APPLICABLE).non_answer is NonAnswer.NOT_APPLICABLE
    assert counted("eal") == Answered.made()


def test_what_can_be_read_in_another_programme_counts_for_what_cannot() -> None:
    given = [{"codes": [OLD]}, {"codes": ["yes"]}]
    here, elsewhere = (
        a_source(f"u{n}", people=[{"id": "p1", "code": "A"}], asked=["eal"], answers={"p1": {"eal": answer}})
        for n, answer in enumerate(given)
    )
    found = answers(here, elsewhere).of([(0, somebody(here)), (1, somebody(elsewhere))])
    assert found["eal"].codes == ("yes",)

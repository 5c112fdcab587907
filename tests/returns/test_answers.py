"""The answers of somebody in several programmes: those where they are asked for, and none of whoever objects."""

from __future__ import annotations

from tests.returns.planners import a_source

from amie_planner.domain.records import Person
from amie_planner.returns.answers import Answers, asked_in
from amie_planner.returns.facts import Source
from amie_planner.returns.matching import matching

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

"""To whom a question without an answer leads: who may be asked, and was not, comes first."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.returns.planners import a_session, a_source, came, facts_of

from amie_planner.returns.facts import Source
from amie_planner.returns.unanswered import unanswered

GIRL = {"gender": {"codes": ["girl"]}}
UNKNOWN, NOT_ASKED = ({"gender": {"non_answer": why}} for why in ("not known", "not asked"))


def a_group(answers: dict[str, Any], uid: str = "u1", **fields: Any) -> Source:
    """Three people who are listed, and one whom only the register knows, who came first."""
    people = [{"id": id, "code": f"K{id}"} for id in ("gone", "p1", "p2", "p3")]
    session = a_session("s1", register=came(gone="present", p3="present", p2="late", p1="present"))
    source = a_source(uid, people=people, sessions=[session], answers=answers, asked=["gender"], **fields)
    return replace(source, series=replace(source.series, people=source.series.people[1:]))


def told(*sources: Source) -> list[tuple[str, int, int, str | None, str | None]]:
    return [
        (source.series.programme.id, each.without, each.people, each.next, each.register_alone)
        for source, each in unanswered(facts_of(*sources))
    ]


@pytest.mark.parametrize(
    ("answers", "without", "first"),
    [
        ({}, 4, "p1"),
        ({"p1": GIRL}, 3, "p2"),
        ({"p1": UNKNOWN, "p2": GIRL}, 3, "p3"),
        ({"p1": UNKNOWN, "p2": NOT_ASKED}, 4, "p2"),
        ({"p1": GIRL, "p2": UNKNOWN, "p3": UNKNOWN}, 3, "p2"),
        ({"p1": GIRL, "p2": GIRL, "p3": GIRL}, 1, None),
    ],
)
def test_who_was_not_asked_comes_first_in_the_order_of_the_programme(
    answers: dict[str, Any], without: int, first: str | None
) -> None:
    assert told(a_group(answers)) == [("u1", without, 4, first, "gone")]


def test_nobody_who_objects_here_or_in_another_programme_is_led_to() -> None:
    assert told(a_group({}, objecting=["p1"])) == [("u1", 4, 4, "p2", "gone")]
    elsewhere = a_group({"p3": GIRL}, "u2", objecting=["p1"])
    found = told(a_group({"p1": GIRL, "p2": GIRL}), elsewhere)
    assert found[0] == ("u1", 2, 4, None, "gone")
    assert found[1] == ("u2", 2, 4, None, "gone")


def test_a_question_that_everybody_answered_is_not_told() -> None:
    everybody = a_source(
        people=[{"id": "p1"}],
        sessions=[a_session("s1", register=came(p1="present"))],
        answers={"p1": GIRL},
        asked=["gender"],
    )
    assert told(everybody) == []

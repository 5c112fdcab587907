"""Ids that stand twice and references that point nowhere are refused, with both places named."""

from __future__ import annotations

from typing import Any

import pytest
from tests.plans import a_document, in_bytes

from amie_planner.errors import AmieError
from amie_planner.exchange.plan_file import read

WHOLE: dict[str, Any] = {
    "team": [{"id": "t1"}],
    "people": [{"id": "p1", "requirements": [{"id": "r1"}]}, {"id": "p2", "requirements": [{"id": "r2"}]}],
    "sessions": [
        {
            "id": "s1",
            "title": "One",
            "intentions": [{"id": "i1"}],
            "activities": [{"id": "a1"}],
            "adaptations": [{"id": "d1"}],
            "next_time": [{"id": "n1"}],
        },
        {"id": "s2", "title": "Two", "activities": [{"id": "b1"}]},
    ],
    "voice": [{"id": "v1"}],
    "observations": [{"id": "o1"}],
}


def with_parts(**parts: Any) -> dict[str, Any]:
    return a_document(**(WHOLE | parts))


def with_session(**fields: Any) -> dict[str, Any]:
    """The whole, with more in its first session."""
    first, second = WHOLE["sessions"]
    return with_parts(sessions=[first | fields, second])


def refusal(document: dict[str, Any]) -> str:
    with pytest.raises(AmieError) as caught:
        read(in_bytes(document))
    return caught.value.message


@pytest.mark.parametrize(
    ("document", "places"),
    [
        (with_parts(team=[{"id": "t1"}, {"id": "t1"}]), "team[0].id and team[1].id are both “t1”"),
        (with_parts(people=[{"id": "p1"}, {"id": "p2"}, {"id": "p1"}]), "people[0].id and people[2].id are both “p1”"),
        (
            with_parts(people=[{"id": id, "requirements": [{"id": "r1"}]} for id in ("p1", "p2")]),
            "people[0].requirements[0].id and people[1].requirements[0].id are both “r1”",
        ),
        (
            with_parts(sessions=[{"id": "s1", "title": "One"}, {"id": "s1", "title": "Two"}]),
            "sessions[0].id and sessions[1].id are both “s1”",
        ),
        (with_parts(voice=[{"id": "v1"}, {"id": "v1"}]), "voice[0].id and voice[1].id are both “v1”"),
        (with_parts(observations=[{"id": "o"}, {"id": "o"}]), "observations[0].id and observations[1].id are both “o”"),
        *(
            (
                with_session(**{name: [{"id": "x"}, {"id": "x"}]}),
                f"sessions[0].{name}[0].id and sessions[0].{name}[1].id are both “x”",
            )
            for name in ("intentions", "activities", "adaptations", "next_time")
        ),
    ],
)  # fmt: skip
def test_an_id_that_stands_twice_is_refused_with_both_places(document: dict[str, Any], places: str) -> None:
    assert refusal(document) == f"{places}."


def test_the_same_id_may_stand_in_two_sessions_and_in_lists_of_different_kinds() -> None:
    line = {"intentions": [{"id": "x"}], "activities": [{"id": "x"}], "adaptations": [{"id": "x"}]}
    sessions = [{"id": "x", "title": "One", **line}, {"id": "y", "title": "Two", **line}]
    assert read(in_bytes(a_document(sessions=sessions, people=[{"id": "x"}], team=[{"id": "x"}])))


A_PERSON = {"id": "p1", "requirements": [{"id": "r1", "owner": "gone"}]}


@pytest.mark.parametrize(
    ("document", "place", "looked_in"),
    [
        (with_parts(people=[A_PERSON]), "people[0].requirements[0].owner", "team"),
        (with_session(not_expected=["p1", "gone"]), "sessions[0].not_expected[1]", "people"),
        (with_session(activities=[{"id": "a1", "leads": ["gone"]}]), "sessions[0].activities[0].leads[0]", "team"),
        (
            with_session(activities=[{"id": "a1", "serves": ["i1", "gone"]}]),
            "sessions[0].activities[0].serves[1]",
            "sessions[0].intentions",
        ),
        (
            with_session(adaptations=[{"id": "d1", "activities": ["gone"]}]),
            "sessions[0].adaptations[0].activities[0]",
            "sessions[0].activities",
        ),
        (
            with_session(adaptations=[{"id": "d1", "requirements": ["r2", "gone"]}]),
            "sessions[0].adaptations[0].requirements[1]",
            "the requirements of people",
        ),
        (with_session(adaptations=[{"id": "d1", "who": "gone"}]), "sessions[0].adaptations[0].who", "team"),
        (
            with_session(adaptations=[{"id": "d1", "follows": {"session": "gone", "adaptation": "d1"}}]),
            "sessions[0].adaptations[0].follows.session",
            "sessions",
        ),
        (
            with_session(adaptations=[{"id": "d1", "follows": {"session": "s2", "adaptation": "gone"}}]),
            "sessions[0].adaptations[0].follows.adaptation",
            "sessions[1].adaptations",
        ),
        (
            with_session(by_design=[{"requirement": "gone", "activity": "a1"}]),
            "sessions[0].by_design[0].requirement",
            "the requirements of people",
        ),
        (
            with_session(by_design=[{"requirement": "r1", "activity": "gone"}]),
            "sessions[0].by_design[0].activity",
            "sessions[0].activities",
        ),
        (with_session(register={"people": {"gone": "late"}}), "sessions[0].register.people", "people"),
        (with_session(actual={"gone": {"minutes": 3}}), "sessions[0].actual", "sessions[0].activities"),
        (with_parts(voice=[{"id": "v1", "session": "gone"}]), "voice[0].session", "sessions"),
        (with_parts(voice=[{"id": "v1", "from": ["p2", "gone"]}]), "voice[0].from[1]", "people"),
        (with_parts(voice=[{"id": "v1", "touches": [{"session": "gone"}]}]), "voice[0].touches[0].session", "sessions"),
        (
            with_parts(voice=[{"id": "v1", "touches": [{"session": "s2", "activity": "gone"}]}]),
            "voice[0].touches[0].activity",
            "sessions[1].activities",
        ),
        (with_parts(observations=[{"id": "o1", "session": "gone"}]), "observations[0].session", "sessions"),
        (with_parts(observations=[{"id": "o1", "person": "gone"}]), "observations[0].person", "people"),
        (with_parts(replies=[{"session": "gone"}]), "replies[0].session", "sessions"),
    ],
)
def test_a_reference_that_points_nowhere_is_refused_with_both_places(
    document: dict[str, Any], place: str, looked_in: str
) -> None:
    assert refusal(document) == f"{place} names “gone”, but nothing in {looked_in} has that id."


def test_an_activity_of_another_session_is_not_here() -> None:
    document = with_session(adaptations=[{"id": "d1", "activities": ["b1"]}])
    assert refusal(document).startswith("sessions[0].adaptations[0].activities[0] names “b1”")


def test_references_that_are_met_are_read() -> None:
    document = with_session(
        adaptations=[
            {"id": "d1", "activities": "all", "requirements": ["r1", "r2"], "who": "t1"},
            {"id": "d2", "activities": ["a1"], "follows": {"session": "s1", "adaptation": "d1"}},
        ],
    )
    document["voice"] = [{"id": "v1", "from": "group", "touches": [{"session": "s2", "activity": "b1"}]}]
    assert read(in_bytes(document))


def test_the_library_the_focus_and_the_lines_of_a_reply_may_name_anything() -> None:
    document = with_session(adaptations=[{"id": "d1", "library": "gone"}])
    document["programme"] = {"title": "T", "focus": ["Z99"]}
    document["replies"] = [{"check": "E01", "lines": ["gone/gone"]}]
    assert read(in_bytes(document))


def test_several_faults_give_the_first_and_how_many_more() -> None:
    document = with_session(not_expected=["x", "y", "z"])
    assert refusal(document).endswith("has that id (and 2 more).")


def test_an_id_that_cannot_be_shown_is_shown_safely() -> None:
    message = refusal(with_session(not_expected=["a\nb\u202e"]))
    assert message.isprintable()

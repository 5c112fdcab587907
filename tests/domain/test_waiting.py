"""What waits on a day: reviews that are overdue, young people to tell or answer, changes left for two sessions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain.waiting import Wait, Waiting, waiting

TODAY = date(2026, 10, 21)
DUE = "2026-10-20"
HELD = {"title": "Session", "reflection": {"went_well": "The drone"}}
"""A session that was looked back on."""


def rows(**parts: Any) -> tuple[Waiting, ...]:
    return waiting(a_series(**parts), TODAY)


def of_a_person(*requirements: dict[str, Any], **fields: Any) -> tuple[Waiting, ...]:
    person = {"id": "p1", "alias": "Sky", "name": "Skyler Jones", **fields}
    return rows(people=[person | {"requirements": [{"id": "r1", **fields} for fields in requirements]}])


@pytest.mark.parametrize(
    ("review_on", "due"), [(DUE, True), ("2026-10-21", False), ("2026-10-22", False), (None, False)]
)
def test_a_review_is_overdue_once_its_day_is_over(review_on: str | None, due: bool):
    assert bool(of_a_person(review_on=review_on)) is due
    assert bool(of_a_person({"review_on": review_on})) is due
    assert bool(rows(team=[{"id": "t1", "access_review_on": review_on}])) is due


def test_a_review_leads_to_the_person_by_alias_and_never_by_full_name():
    person, requirement = of_a_person({"review_on": DUE, "words": "Give me time"}, review_on="2026-10-01")
    assert person == Waiting(Wait.PERSON_REVIEW, "u1", "p1", "Sky", date(2026, 10, 1), person="p1")
    assert requirement == Waiting(
        Wait.REQUIREMENT_REVIEW, "u1", "r1", "Sky: Give me time", date(2026, 10, 20), person="p1"
    )


def test_only_active_requirements_of_people_who_are_not_archived_are_reviewed():
    assert of_a_person({"review_on": DUE, "active": False}) == ()
    assert of_a_person({"review_on": DUE}, review_on=DUE, archived=True) == ()


def test_a_review_of_the_team_leads_to_the_next_session():
    member = {"id": "t1", "role": "music leader", "access_review_on": DUE}
    over, ahead = ({"id": "s1", **HELD, "date": DUE}, {"id": "s2", "title": "Two", "date": "2026-10-21"})
    (row,) = rows(team=[member], sessions=[ahead, over])
    assert (row.wait, row.session, row.text) == (Wait.TEAM_REVIEW, "s2", "music leader")
    assert rows(team=[member], sessions=[over])[0].session == "s1"
    assert rows(team=[member])[0].session == ""


@pytest.mark.parametrize(
    ("fields", "wait"),
    [
        ({"outcome": "adopted"}, Wait.TO_TELL),
        ({"outcome": "not possible"}, Wait.TO_TELL),
        ({"outcome": "adapted", "told_on": "2026-10-01"}, None),
        ({"outcome": "undecided"}, Wait.TO_DECIDE),
        ({"outcome": "undecided", "told_on": "2026-10-01"}, Wait.TO_DECIDE),
        ({}, Wait.TO_DECIDE),
    ],
)
def test_an_idea_waits_to_be_decided_and_then_to_be_told(fields: dict[str, str], wait: Wait | None):
    assert [row.wait for row in rows(voice=[{"id": "v1", "text": "More drums", **fields}])] == [wait] * bool(wait)


@pytest.mark.parametrize(("day", "wait"), [("2026-10-21", None), (DUE, Wait.TO_TELL)])
def test_an_idea_that_was_taken_into_a_session_waits_to_be_told_once_that_is_over(day: str, wait: Wait | None):
    sessions = [{"id": "s1", **HELD, "date": "2026-10-01"}, {"id": "s2", **HELD, "date": day}]
    idea = {"id": "v1", "text": "More drums", "session": "s1", "touches": [{"session": "s2"}]}
    found = [row.wait for row in rows(sessions=sessions, voice=[idea]) if row.wait.is_voice]
    assert found == [wait] * bool(wait)


def test_an_idea_waits_since_its_day_else_since_its_session():
    session = {"id": "s1", **HELD, "date": "2026-09-01"}

    def since(**fields: str) -> list[date | None]:
        return [row.since for row in rows(sessions=[session], voice=[{"id": "v1", **fields}])]

    assert since(date="2026-09-03", session="s1") == [date(2026, 9, 3)]
    assert since(session="s1") == [date(2026, 9, 1)]
    assert since() == [None]


def test_a_change_left_for_two_sessions_waits_in_the_next_one():
    change = {"id": "d1", "what": "Slow  down", "verdict": "partly"}
    days = ("2026-10-06", "2026-10-13", "2026-10-20", "2026-10-27")
    sessions: list[dict[str, Any]] = [{"id": f"s{n}", **HELD, "date": day} for n, day in enumerate(days, 1)]
    sessions[0] = sessions[0] | {"adaptations": [change]}
    (row,) = rows(sessions=sessions)
    assert (row.wait, row.session, row.text, row.since) == (Wait.CHANGE, "s4", "Slow down", date(2026, 10, 6))


def test_a_session_to_look_back_on_waits_before_all_else_and_the_latest_first():
    days = {"s1": "2026-10-13", "s2": DUE, "s3": "2026-10-21"}
    sessions = [{"id": id, "title": f"Session {id}", "date": day} for id, day in days.items()]
    found = rows(sessions=sessions, people=[{"id": "p1", "review_on": "2026-09-01"}])
    assert [row.id for row in found] == ["s2", "s1", "p1"]
    assert found[0] == Waiting(Wait.LOOKING_BACK, "u1", "s2", "Session s2", date(2026, 10, 20), session="s2")


def test_kinds_stand_together_and_what_waits_longest_comes_first():
    voice = [
        {"id": "v1", "date": "2026-10-02"},
        {"id": "v2"},
        {"id": "v3", "date": "2026-10-01"},
        {"id": "v4", "outcome": "adopted"},
    ]
    found = rows(people=[{"id": "p1", "review_on": DUE}], voice=voice)
    assert [row.id for row in found] == ["p1", "v4", "v3", "v1", "v2"]


def test_where_nothing_waits_there_is_no_row():
    assert rows() == ()

"""Findings with the replies to them: what folds, what comes first, and what a reply says of itself."""

from __future__ import annotations

from typing import Any

import pytest
from tests.checks.example import a_finding, a_term
from tests.plans import a_plan, a_series

from amie_planner.checks.check import Answer, Finding
from amie_planner.checks.conversation import Turn, conversation, series_conversation
from amie_planner.checks.replies import replied
from amie_planner.domain.plan import Plan

FOUND = a_finding("A04", Answer.WORTH_A_LOOK, "One idea has no answer yet.")
OTHER = a_finding("D03", Answer.STRENGTH, "Credited.")


def a_replied_plan(session: dict[str, Any] | None = None, **reply: Any) -> Plan:
    """A plan of 8 September 2026 with one reply to A04."""
    whole = {"check": "A04", "session": "now", "reply": "parked"} | reply
    return a_plan(parts={"replies": [whole]}, date="2026-09-08", **(session or {}))


def turn(plan: Plan, finding: Finding = FOUND) -> Turn:
    (made,) = conversation(plan, [finding])
    return made


def test_findings_stay_in_their_order_with_the_reply_beside_the_one_it_answers():
    made = conversation(a_replied_plan(), [OTHER, FOUND])
    assert [t.finding for t in made] == [OTHER, FOUND]
    assert [t.replied is not None for t in made] == [False, True]


def test_a_turn_without_a_reply_is_neither_folded_nor_looked_at_first():
    assert Turn(FOUND) == Turn(FOUND, None, False)
    assert not Turn(FOUND).folded


def test_only_what_is_answered_for_the_programme_folds():
    assert not turn(a_replied_plan()).folded
    assert turn(a_replied_plan(**{"for": "programme"})).folded
    assert not turn(a_plan()).folded


def test_what_is_in_focus_never_folds():
    made = turn(a_replied_plan({"focus": ["A04"]}, **{"for": "programme"}))
    assert made.in_focus
    assert not made.folded


def test_the_programmes_focus_is_that_of_its_sessions_and_of_its_series():
    series = a_term({}, programme={"uid": "u", "title": "T", "focus": ["A04"]})
    assert [t.in_focus for t in series_conversation(series, [FOUND, OTHER])] == [True, False]
    assert turn(series.plan(series.sessions[0].session.id)).in_focus


@pytest.mark.parametrize(
    ("until", "due"), [("2026-09-07", True), ("2026-09-08", True), ("2026-09-09", False), (None, False)]
)
def test_what_was_parked_until_a_day_is_due_when_that_day_has_come(until: str | None, due: bool):
    made = turn(a_replied_plan(until=until, **{"for": "programme"}))
    assert made.replied is not None
    assert made.replied.due is due
    assert made.folded is not due


def test_only_what_is_parked_can_be_due():
    made = turn(a_replied_plan(reply="on purpose", until="2026-09-01"))
    assert made.replied is not None
    assert not made.replied.due


def test_a_plan_without_a_date_has_nothing_due():
    found = replied(a_plan(parts={"replies": [{"check": "A04", "reply": "parked", "until": "2026-09-01"}]}), FOUND)
    assert found is None or not found.due


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        ({}, "Parked."),
        ({"until": "2026-10-06"}, "Parked until Tuesday 6 October 2026."),
        ({"until": "2026-09-01"}, "Parked until Tuesday 1 September 2026. That day has come."),
        ({"reply": "not this time", "because": "the hall is full"}, "Not this time, because: the hall is full."),
        ({"reply": "on purpose", "because": "We repeat!"}, "On purpose, because: We repeat!"),
        ({"reply": "on purpose", "because": "Why not?"}, "On purpose, because: Why not?"),
        ({"reply": "on purpose", "because": "They asked…"}, "On purpose, because: They asked…"),
        ({"reply": "on purpose", "because": "They asked."}, "On purpose, because: They asked."),
        ({"reply": "acted on", "for": "programme"}, "Acted on. For the whole programme."),
        ({"reply": None, "because": "Seen"}, "Answered, because: Seen."),
        ({"lines": ["v9"]}, "Parked. Something else was found then."),
    ],
)
def test_a_reply_says_what_it_is_how_far_it_reaches_and_whether_it_still_fits(reply: dict[str, Any], words: str):
    made = turn(a_replied_plan(**reply)).replied
    assert made is not None
    assert made.in_words() == words


def test_a_reply_of_an_earlier_session_says_so():
    earlier = ({"id": "s1", "title": "Before", "date": "2026-09-01"},)
    replies = [{"check": "A04", "session": "s1", "reply": "acted on"}]
    plan = a_plan(earlier=earlier, parts={"replies": replies}, date="2026-09-08")
    made = turn(plan).replied
    assert made is not None
    assert made.in_words() == "Acted on. Given at an earlier session."


def test_a_reply_to_another_answer_of_the_check_is_stale_and_folds_nothing():
    made = turn(a_replied_plan(answer="not recorded", **{"for": "programme"}))
    assert made.replied is not None
    assert made.replied.stale
    assert not made.folded
    assert turn(a_replied_plan(answer="worth a look", **{"for": "programme"})).folded


def test_a_reply_over_time_to_another_answer_is_stale():
    for answer, stale in (("not recorded", True), ("worth a look", False)):
        (made,) = series_conversation(a_term({}, replies=[{"check": "A04", "answer": answer}]), [FOUND])
        assert made.replied is not None
        assert made.replied.stale is stale


@pytest.mark.parametrize(
    ("sessions", "due"),
    [
        ([{"date": "2026-09-08", "status": "delivered"}, {"date": "2026-12-01"}], False),
        ([{"date": "2026-10-06", "status": "delivered"}, {"date": "2026-12-01"}], True),
        ([{"date": "2026-09-08"}, {"date": "2026-10-06"}], True),
        ([{"date": "2026-09-08"}, {"date": None}], False),
        ([{"date": None}], False),
    ],
)
def test_over_time_what_was_parked_is_due_when_a_session_of_its_day_was_delivered(
    sessions: list[dict[str, Any]], due: bool
):
    parked = {"check": "A04", "reply": "parked", "until": "2026-10-06", "for": "programme"}
    listed = [{"id": f"s{n}", "title": "T", "status": "planned"} | one for n, one in enumerate(sessions)]
    (made,) = series_conversation(a_series(sessions=listed, replies=[parked]), [FOUND])
    assert made.replied is not None
    assert made.replied.due is due
    assert made.folded is not due


def test_of_the_questions_to_look_at_first_the_first_two_that_are_asked_are_shown():
    found = [a_finding(check, Answer.YOUR_CALL) for check in ("H06", "E09", "R01", "R02")]
    plan = a_plan(focus=["X99", "R02", "E09", "R01"])
    assert [t.finding.check for t in conversation(plan, found) if t.in_focus] == ["E09", "R02"]

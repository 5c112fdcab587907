"""Which sessions nobody has looked back on, and what is still open in one, in words and without a number."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plans import a_plan, a_series

from amie_planner.checks.marks import marks_in
from amie_planner.domain.looking_back import looked_back, still_open, unfinished
from amie_planner.domain.reflection import NOTES, prompts

TODAY = date(2026, 9, 8)
TRIED = {"id": "d1", "what": "Slow down"}


def held(**fields: Any) -> dict[str, Any]:
    return {"id": "s1", "title": "One", "date": "2026-09-07", "status": "planned", **fields}


@pytest.mark.parametrize(
    ("fields", "waits"),
    [
        ({}, True),
        ({"status": None}, True),
        ({"adaptations": [TRIED]}, True),
        ({"date": "2026-09-08", "status": "delivered"}, True),
        ({"date": "2026-09-08"}, False),
        ({"status": "cancelled"}, False),
        ({"status": "draft"}, False),
        ({"reflection": {"went_well": "The drone"}}, False),
        ({"adaptations": [TRIED | {"verdict": "worked"}]}, False),
        ({"adaptations": [TRIED | {"then": "stop"}]}, False),
        ({"adaptations": [TRIED | {"verdict_note": "Too fast"}]}, False),
        ({"next_time": [{"id": "n1", "text": "Lamp"}]}, False),
        ({"next_time": [{"id": "n1"}]}, True),
    ],
)
def test_a_session_waits_once_it_has_passed_until_something_is_written(fields: dict[str, Any], waits: bool):
    assert bool(unfinished(a_series(sessions=[held(**fields)]), TODAY)) is waits


@pytest.mark.parametrize(
    ("parts", "waits"),
    [
        ({"observations": [{"id": "o1", "session": "s1", "text": "Led the stop"}]}, False),
        ({"observations": [{"id": "o1", "session": "s1", "area": "social"}]}, False),
        ({"voice": [{"id": "v1", "session": "s1", "text": "Again"}]}, False),
        ({"voice": [{"id": "v1", "session": "s1", "method": "drawn"}]}, False),
        ({"voice": [{"id": "v1", "session": "s2", "text": "Again"}]}, True),
        ({"voice": [{"id": "v1", "text": "Again"}], "observations": [{"id": "o1", "text": "Led the stop"}]}, True),
        ({"voice": [{"id": "v1", "session": "s1"}], "observations": [{"id": "o1", "session": "s1"}]}, True),
    ],
)
def test_what_was_said_or_noticed_in_a_session_is_written_about_it(parts: dict[str, Any], waits: bool):
    series = a_series(sessions=[held(), held(id="s2", date="2026-09-09")], **parts)
    assert bool(unfinished(series, TODAY)) is waits
    assert looked_back(series.plan("s1")) is not waits


def test_the_latest_comes_first_while_it_is_remembered():
    sessions = [held(), held(id="s2", date="2026-09-01"), held(id="s3", date="2026-09-05")]
    assert [session.id for session in unfinished(a_series(sessions=sessions), TODAY)] == ["s1", "s3", "s2"]


def test_a_session_nobody_looked_back_on_says_so_in_words():
    said = still_open(a_plan(adaptations=[TRIED]), prompts())
    assert said == (
        "No question is answered yet.",
        "One change does not say how it went.",
        "Nothing is written down that young people said or showed here.",
        "There is no note for next time.",
    )
    assert not marks_in(" ".join(said))
    assert not any(sign.isdigit() for sign in " ".join(said))


def test_questions_that_are_open_are_named_and_many_are_not_all_listed():
    some = {prompt.key: "Yes" for prompt in prompts()[2:]}
    assert still_open(a_plan(reflection=some), prompts())[0] == (
        "Not answered: ‘What went well?’ and ‘What would you change?’."
    )
    (first, *_) = still_open(a_plan(reflection={prompts()[0].key: "Yes"}), prompts())
    assert first.endswith("and others.") and first.count("‘") == 3


def test_several_changes_without_a_word_are_told_once():
    changes = [TRIED, TRIED | {"id": "d2"}]
    assert "Some changes do not say how they went." in still_open(a_plan(adaptations=changes), prompts())


def test_the_question_for_notes_is_answered_by_notes():
    every_other = {prompt.key: "Yes" for prompt in prompts() if prompt.key != NOTES}
    said = still_open(a_plan(reflection=every_other, next_time=[{"id": "n1", "text": "Lamp"}]), prompts())
    assert [line for line in said if "answered" in line or "note" in line] == []


def test_what_was_only_begun_is_open_still():
    said = still_open(a_plan(parts={"voice": [{"id": "v1", "session": "now"}]}, next_time=[{"id": "n1"}]), prompts())
    assert said[1:] == (
        "Nothing is written down that young people said or showed here.",
        "There is no note for next time.",
    )


def test_nothing_is_open_once_all_is_written():
    voice = [{"id": "v1", "text": "Again", "session": "now"}]
    all_of_it = {prompt.key: "Yes" for prompt in prompts()}
    plan = a_plan(
        parts={"voice": voice},
        reflection=all_of_it,
        adaptations=[TRIED | {"verdict": "worked"}],
        next_time=[{"id": "n1", "text": "Lamp"}],
    )
    assert still_open(plan, prompts()) == ()
    assert still_open(plan, ()) == ()

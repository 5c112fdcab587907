"""Replies stand beside the findings they answer and never take one away."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.plans import a_plan

from amie_planner import checks
from amie_planner.checks.check import Finding
from amie_planner.checks.replies import as_json, reply_to
from amie_planner.domain.plan import Plan

TWO_OPEN = {"id": "p1", "alias": "Sky", "requirements": [{"id": "r1", "barrier": "feeling-safe"}]}


def asked(*replies: dict[str, Any]) -> tuple[Plan, Finding]:
    activities = [{"id": "a1", "title": "Song"}, {"id": "a2", "title": "Drums"}]
    parts = {"people": [TWO_OPEN], "replies": list(replies)}
    plan = a_plan(earlier=({},), parts=parts, activities=activities)
    finding = checks.of("E01").finding(plan)
    assert finding is not None
    return plan, finding


HERE = {"check": "E01", "session": "now", "because": "here"}


@pytest.mark.parametrize(
    "reply",
    [
        HERE,
        HERE | {"for": "session"},
        HERE | {"lines": ["r1/a2", "r1/a1"]},
        HERE | {"session": "s1", "for": "programme"},
        HERE | {"session": None, "for": "programme", "lines": ["r1/a1", "r1/a2"]},
    ],
)
def test_a_reply_for_this_session_or_the_programme_about_these_lines_is_found(reply: dict[str, Any]) -> None:
    found = reply_to(*asked(reply))
    assert found is not None
    assert found.because == "here"


@pytest.mark.parametrize(
    "reply",
    [
        HERE | {"check": "E02"},
        HERE | {"session": "s1"},
        HERE | {"session": None},
        HERE | {"lines": ["r1/a1"]},
        HERE | {"lines": ["r1/a1", "r1/a2", "r1/a3"]},
    ],
)
def test_a_reply_to_something_else_is_not(reply: dict[str, Any]) -> None:
    assert reply_to(*asked(reply)) is None


def test_the_last_reply_counts() -> None:
    found = reply_to(*asked(HERE, HERE | {"because": "later"}, HERE | {"check": "H01"}))
    assert found is not None
    assert found.because == "later"


def test_findings_are_data_in_the_shape_of_the_command_line() -> None:
    reply = HERE | {"reply": "parked", "because": "Ask Sky", "until": "2026-10-01"}
    plan, finding = asked(reply)
    assert as_json(plan, [finding]) == [
        {
            "check": "E01",
            "scope": "plan",
            "session": "now",
            "answer": "worth a look",
            "text": "One access requirement is not met yet: feeling safe, in two activities.",
            "lines": [
                {"kind": "cell", "id": "r1/a1", "label": "Sky: feeling safe, in Song"},
                {"kind": "cell", "id": "r1/a2", "label": "Sky: feeling safe, in Drums"},
            ],
            "reply": {"reply": "parked", "because": "Ask Sky", "until": "2026-10-01", "for": "session"},
        }
    ]


def test_what_a_reply_does_not_say_is_null() -> None:
    plan, finding = asked({"check": "E01", "for": "programme"})
    said = as_json(plan, [finding])[0]["reply"]
    assert said == {"reply": None, "because": None, "until": None, "for": "programme"}


def test_a_finding_without_a_reply_says_null_and_all_is_plain_json() -> None:
    plan, _ = asked()
    made = as_json(plan, checks.run(plan))
    assert all(finding["reply"] is None for finding in made)
    assert json.loads(json.dumps(made)) == made

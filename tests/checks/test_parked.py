"""What was parked is asked again once its day has come, or in the next session where no day was said."""

from __future__ import annotations

from typing import Any

import pytest
from tests.plans import a_plan

from amie_planner.checks import PLAN_CHECKS
from amie_planner.checks.parked import come_back

ASKS = {"activities": [{"id": "a1", "kind": "play", "minutes": 10}]}
"""H04 is worth a look: there is no time to look back together."""


def back(*replies: dict[str, Any], **session: Any) -> list[str]:
    before = {"date": "2026-09-01"}
    parts = {"replies": [{"check": "H04", "reply": "parked", "for": "session"} | reply for reply in replies]}
    plan = a_plan(earlier=(before,), parts=parts, date="2026-09-08", **(ASKS | session))
    return [turn.finding.check for turn in come_back(plan, PLAN_CHECKS)]


@pytest.mark.parametrize(
    ("reply", "asked"),
    [
        ({"session": "s1"}, True),
        ({"session": "s1", "until": "2026-09-08"}, True),
        ({"session": "s1", "until": "2026-09-09"}, False),
        ({"session": "s1", "reply": "not this time"}, False),
        ({"session": "now"}, False),
        ({"session": "now", "until": "2026-09-08"}, True),
        ({"for": "programme"}, False),
        ({"for": "programme", "until": "2026-09-07"}, True),
    ],
)
def test_what_was_parked_comes_back_when_its_time_has_come(reply: dict[str, Any], asked: bool):
    assert back(reply) == (["H04"] if asked else [])


def test_a_plan_that_shows_it_now_is_not_asked():
    reflecting = [{"id": "a1", "kind": "reflect", "minutes": 10}]
    assert back({"session": "s1"}, activities=reflecting) == []


def test_what_is_looked_at_first_already_is_asked_there():
    assert back({"session": "s1"}, focus=["H04"]) == []


def test_what_was_answered_anew_here_is_not_asked():
    assert back({"session": "s1"}, {"session": "now", "reply": "acted on"}) == []


def test_a_plan_where_nothing_was_parked_is_not_checked():
    assert come_back(a_plan(**ASKS), ()) == ()

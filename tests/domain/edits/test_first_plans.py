"""A session without a running order starts from a first plan: nothing that it says goes, and no id is used twice."""

from __future__ import annotations

from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain import plan_templates
from amie_planner.domain.edits.first_plans import start_from
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import PlanTemplate

OURS = PlanTemplate.made(
    id="own-1",
    title="Drums that ask",
    setting="choir",
    minutes=45,
    expects=("feeling-safe",),
    notes="Lights low",
    intentions=[{"id": "i1", "area": "musical", "text": "Ask on a drum"}],
    activities=[
        {"id": "a1", "title": "Drum talk", "serves": ["i1"], "by_design": [{"barrier": "feeling-safe", "how": "Calm"}]},
        {"id": "a2", "title": "Spare", "skip": True},
    ],
    adaptations=[{"id": "d1", "what": "A seat by the door", "barriers": ["feeling-safe"], "activities": ["a1"]}],
)


def started(template: PlanTemplate = OURS, parts: dict[str, Any] | None = None, **session: Any) -> tuple[Plan, Plan]:
    """A session before and after."""
    held = {"id": "now", "title": "Today", **session}
    series = a_series(sessions=[{"id": "s1", "title": "Before", "activities": [{"id": "a1"}]}, held], **(parts or {}))
    plan = series.plan("now")
    return plan, series.after(start_from(plan, template)).plan("now")


def test_an_empty_session_holds_what_the_plan_holds():
    _, now = started()
    assert (now.session.title, now.session.minutes, now.session.notes) == ("Today", 45, "Lights low")
    assert now.session.expects == ("feeling-safe",)
    assert [(a.title, a.skip, a.position) for a in now.activities] == [("Drum talk", False, 0), ("Spare", True, 1)]
    assert now.activities[0].serves == (now.intentions[0].id,)
    assert now.adaptations[0].activities == (now.activities[0].id,)
    assert [(met.activity, met.how) for met in now.by_design] == [(now.activities[0].id, "Calm")]


def test_what_the_session_says_already_stays_and_what_comes_stands_after_it():
    there = {
        "minutes": 30,
        "notes": "Ours",
        "expects": ["cost-and-kit"],
        "intentions": [{"id": "i1", "text": "Our own"}],
        "adaptations": [{"id": "d1", "what": "A lift", "activities": "all"}],
    }
    before, now = started(**there)
    assert now.session == before.session
    assert [i.text for i in now.intentions] == ["Our own", "Ask on a drum"]
    assert [d.what for d in now.adaptations] == ["A lift", "A seat by the door"]
    assert now.activities[0].serves == (now.intentions[1].id,) != ("i1",)


def test_ids_that_a_reply_still_names_are_not_used_again():
    reply = {"check": "E02", "lines": ["a1"], "reply": "acted on", "session": "now"}
    _, now = started(parts={"replies": [reply]})
    assert [a.id for a in now.activities] == ["a2", "a3"]
    assert now.adaptations[0].activities == ("a2",)


def test_where_people_are_expected_nothing_is_claimed_for_them():
    _, now = started(parts={"people": [{"id": "p1", "alias": "Sky"}]})
    assert (now.session.expects, now.by_design) == ((), ())
    assert len(now.activities) == 2


@pytest.mark.parametrize("template", plan_templates.templates(), ids=lambda template: template.id)
def test_each_first_plan_that_came_fits_into_an_empty_session_and_nothing_points_nowhere(template: PlanTemplate):
    _, now = started(template)
    order = {a.id for a in now.activities}
    aims = {i.id for i in now.intentions}
    assert len(now.activities) == len(template.activities) == len(order)
    assert all(set(a.serves) <= aims for a in now.activities)
    assert all(d.activities == "all" or set(d.activities) <= order for d in now.adaptations)
    assert all(met.activity in order for met in now.by_design)

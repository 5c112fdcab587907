"""What was agreed for a programme stands beside what came of it, without a verdict."""

from __future__ import annotations

import pytest
from tests.returns.planners import a_session, a_source, came, facts_of

from amie_planner.returns.tables.targets import Target, targets

AGREED = {"sessions": 20, "people": 12, "contact_hours": 1200}


def test_sessions_people_and_contact_hours_stand_beside_what_was_agreed():
    sessions = [a_session("s1", register=came(p1="present", p2="late")), a_session("s2", status="planned")]
    source = a_source(people=[{"id": "p1"}, {"id": "p2"}], sessions=sessions, targets=AGREED)
    found = targets(facts_of(source))
    assert [(target.agreed, target.actual) for target in found] == [(20, 1), (12, 2), (1200, 2.0)]
    assert [target.words for target in found] == [
        "Sessions delivered: 1 of 20",
        "Unique people: 2 of 12",
        "Contact hours, exact: 2 of 1,200",
    ]


@pytest.mark.parametrize(
    ("actual", "words"),
    [(12345.67, "12,345.67"), (12345.7, "12,345.7"), (1_000_000.0, "1,000,000"), (1200, "1,200"), (0, "0")],
)
def test_figures_stand_in_full(actual: float, words: str):
    assert Target("u1", "Band", "Contact hours", 30, actual).words == f"Contact hours: {words} of 30"


def test_contact_hours_that_nobody_recorded_are_not_nought():
    source = a_source(sessions=[a_session("s1", status="delivered")], targets={"contact_hours": 30})
    [found] = targets(facts_of(source))
    assert (found.actual, found.words) == (None, "Contact hours, exact: not recorded yet; 30 agreed")


def test_each_programme_has_its_own_and_one_without_any_has_none():
    own = a_source("u2", title="Pans", targets={"sessions": 3}, sessions=[a_session("s1", status="delivered")])
    found = targets(facts_of(a_source("u1", sessions=[a_session("s1", status="delivered")]), own))
    assert [(each.programme, each.title, each.what, each.actual) for each in found] == [
        ("u2", "Pans", "Sessions delivered", 1)
    ]

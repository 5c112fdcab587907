"""What was said and noticed in a period: by the day of its session, else by its own."""

from __future__ import annotations

import pytest
from tests.plans import a_series
from tests.returns.planners import facts_of

from amie_planner.returns.facts import Source
from amie_planner.returns.tables.period import of_the_period

SESSIONS = [
    {"id": "in", "title": "In", "date": "2026-09-08"},
    {"id": "out", "title": "Out", "date": "2026-08-31"},
    {"id": "undated", "title": "Some day"},
]


@pytest.mark.parametrize(
    ("entry", "counts"),
    [
        ({"date": "2026-09-01"}, True),
        ({"date": "2027-08-31"}, True),
        ({"date": "2026-08-31"}, False),
        ({"date": "2027-09-01"}, False),
        ({"session": "in", "date": "2020-01-01"}, True),
        ({"session": "out", "date": "2026-10-01"}, False),
        ({"session": "undated", "date": "2026-10-01"}, True),
        ({"session": "undated"}, False),
        ({}, False),
    ],
)
def test_the_day_of_the_session_decides_else_the_entrys_own(entry: dict[str, str], counts: bool):
    series = a_series(sessions=SESSIONS, voice=[{"id": "v1", **entry}])
    facts = facts_of(Source(series))
    assert [found.id for found in of_the_period(facts, series, series.voice)] == (["v1"] if counts else [])

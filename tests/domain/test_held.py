"""What says that a session took place, and what does not yet."""

from __future__ import annotations

from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain.held import was_held

PEOPLE = [{"id": "p1"}, {"id": "p2"}]
SEEN = [{"id": "o1", "person": "p1", "session": "s1", "text": "Sang"}]


def held(observations: list[dict[str, Any]] | None = None, **session: Any) -> bool:
    activities = [{"id": "a1", "title": "Hello"}]
    series = a_series(
        people=PEOPLE,
        observations=observations or [],
        sessions=[{"id": "s1", "title": "One", "activities": activities, **session}, {"id": "s2", "title": "Two"}],
    )
    assert not was_held(series.sessions[1], series)
    return was_held(series.sessions[0], series)


WRITTEN: dict[str, dict[str, Any]] = {
    "delivered": {"status": "delivered"},
    "begun": {"actual": {"a1": {"start": "10:00"}}},
    "ended": {"ended": "11:00"},
    "a register": {"register": {"mode": "people", "people": {"p1": "present"}}},
    "a headcount": {"register": {"headcount": 0}},
    "looked back": {"reflection": {"went_well": "Drums"}},
    "a verdict": {"adaptations": [{"id": "d1", "what": "Lights", "verdict": "partly"}]},
    "something seen": {"observations": SEEN},
}


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN.keys())
def test_what_only_comes_of_its_taking_place_says_so(written: dict[str, Any]):
    assert held(**written)
    assert held(**(written | {"status": "draft"})) or "status" in written
    assert not held(**(written | {"status": "cancelled"}))


@pytest.mark.parametrize(
    "written",
    [
        {"status": "planned"},
        {"date": "2020-01-01"},
        {"notes": "Bring bells"},
        {"adaptations": [{"id": "d1", "what": "Lights"}]},
        {"register": {"people": {"p1": "absent", "p2": "absent"}}},
        {"register": {"mode": "people", "people": {"p1": "absent"}}},
        {"observations": [SEEN[0] | {"session": None}]},
    ],
    ids=["planned", "a day", "notes", "a change", "absences noted before", "one not taken", "seen elsewhere"],
)
def test_what_can_be_written_before_it_does_not(written: dict[str, Any]):
    assert not held(**written)

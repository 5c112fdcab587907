"""How long HEARD takes on a large session: 20 activities, 30 people, 60 requirements. Aim: 5 ms."""

from __future__ import annotations

from typing import Any

from tests.plans import a_plan

from amie_planner import checks
from amie_planner.domain.plan import Plan


def a_large_plan() -> Plan:
    """Half of the requirements are adapted somewhere, a quarter met by design, the rest open."""
    people: list[dict[str, Any]] = [
        {
            "id": f"p{n}",
            "alias": f"Sky {n}",
            "requirements": [{"id": f"r{n}", "barrier": "feeling-safe"}, {"id": f"r{n + 30}"}],
        }
        for n in range(30)
    ]
    activities = [
        {
            "id": f"a{n}",
            "title": "Rocket song: solos",
            "kind": "play",
            "minutes": 5,
            "serves": ["i1"],
            "decision": {"options": ["drum", "bells"]},
            "music": [{"title": "Song", "genres": ["pop"]}, {"title": "Beat"}],
        }
        for n in range(20)
    ]
    adaptations = [
        {"id": f"d{n}", "what": "Count in", "requirements": [f"r{n}"], "activities": [f"a{n % 20}", "a1"]}
        for n in range(30)
    ]
    by_design = [{"requirement": f"r{n}", "activity": f"a{n % 20}"} for n in range(30, 45)]
    voice = [{"id": f"v{n}", "touches": [{"session": "now"}], "outcome": "adopted"} for n in range(50)]
    intentions = [{"id": "i1", "area": "musical"}, {"id": "i2", "area": "social"}]
    return a_plan(
        parts={"people": people, "voice": voice},
        intentions=intentions,
        activities=activities,
        adaptations=adaptations,
        by_design=by_design,
    )


def test_heard_on_a_large_session(benchmark: Any) -> None:
    findings = benchmark(checks.run, a_large_plan())
    assert len(findings) == len(checks.PLAN_CHECKS)

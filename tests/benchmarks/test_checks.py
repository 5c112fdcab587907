"""How long HEARD takes on large sessions: 20 activities, 30 people, 60 requirements, 30 adaptations, 50 voices.

Aims: 10 ms a plan, 400 ms a series of 40, 10 s a series of 1,000, which grows with the number of sessions alone.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from time import perf_counter
from typing import Any

import pytest
from tests.plans import a_plan, a_series

from amie_planner import checks
from amie_planner.domain.plan import Plan, Series

WORDS = (
    "after",
    "before",
    "each",
    "wait",
    "slow",
    "breaths",
    "follow",
    "look",
    "five",
    "lights",
    "quiet",
    "turn",
    "lead",
)
GENRES = ("pop", "grime", "opera", "bhangra", "our own thing", "jazz")
PEOPLE: list[dict[str, Any]] = [
    {
        "id": f"p{n}",
        "alias": f"Sky {n}",
        "music_loved": ["jazz"],
        "requirements": [
            {"id": f"r{n}", "barrier": "feeling-safe", "weight": "big"},
            {"id": f"r{n + 30}", "weight": "some", "where": ["play", "sing"]},
        ],
    }
    for n in range(30)
]
INTENTIONS = [{"id": "i1", "area": "musical", "text": "Keep a pulse together"}, {"id": "i2", "area": "social"}]


def an_activity(n: int) -> dict[str, Any]:
    return {
        "id": f"a{n}",
        "title": f"Rocket song {n}: solos",
        "kind": "play",
        "minutes": 5,
        "serves": ["i1"],
        "leads": ["t1"],
        "started_by": ("leader", "together")[n % 2],
        "decision": {"options": ["drum", "bells"], "ways": ["speech"]},
        "music": [{"title": "Song", "genres": list(GENRES[n % 3 :: 3])}, {"title": "Beat", "chosen_by": "leader"}],
    }


def an_adaptation(n: int, words: random.Random) -> dict[str, Any]:
    """Half of them say something that no other says."""
    what = " ".join(words.choices(WORDS, k=10)) if n % 2 else f"Change {n}, which is the same in every session"
    return {
        "id": f"d{n}",
        "what": what,
        "requirements": [f"r{n}"],
        "activities": [f"a{n % 20}", "a1"],
        "kit": ["lamp"],
        "setup_minutes": 1,
        "verdict": ("worked", "not")[n % 3 == 0],
    }


def a_session(words: random.Random) -> dict[str, Any]:
    """Half of the requirements are adapted somewhere, a quarter met by design, the rest open."""
    return {
        "ready_minutes": 10,
        "intentions": INTENTIONS,
        "activities": [an_activity(n) for n in range(20)],
        "adaptations": [an_adaptation(n, words) for n in range(30)],
        "by_design": [{"requirement": f"r{n}", "activity": f"a{n % 20}"} for n in range(30, 45)],
        "register": {"people": {f"p{n}": ("present", "absent")[n % 5 == 0] for n in range(30)}},
    }


def a_large_plan() -> Plan:
    """Every check has something to read."""
    voice = [
        {"id": f"v{n}", "touches": [{"session": "now"}], "outcome": "adopted", "date": "2026-08-01"} for n in range(50)
    ]
    parts = {"people": PEOPLE, "voice": voice, "team": [{"id": "t1"}]}
    return a_plan(parts=parts, **a_session(random.Random(0)), date="2026-09-01")


def a_large_series(sessions: int) -> Series:
    """One large session after another, with something said in each."""
    words, first = random.Random(0), date(2020, 1, 1)
    held = [
        {"id": f"s{n}", "title": f"Day {n}", "date": (first + timedelta(n)).isoformat(), "status": "delivered"}
        | a_session(words)
        for n in range(sessions)
    ]
    voice = [{"id": f"v{n}", "session": f"s{n}", "from": [f"p{n % 30}"], "text": "Louder"} for n in range(sessions)]
    return a_series(sessions=held, people=PEOPLE, voice=voice, team=[{"id": "t1"}])


def test_heard_on_a_large_session(benchmark: Any) -> None:
    findings = benchmark(checks.run, a_large_plan())
    assert len(findings) > 20


def test_heard_on_a_series_of_forty_large_sessions(benchmark: Any) -> None:
    series = a_large_series(40)
    findings = benchmark(checks.run_series, series, None, None)
    assert len(findings) > 12


@pytest.mark.parametrize("sessions", [10, 100, 1000])
def test_heard_on_a_year_of_large_sessions(sessions: int) -> None:
    series = a_large_series(sessions)
    start = perf_counter()
    findings = checks.run_series(series, None, None)
    taken = perf_counter() - start
    print(f"\n{sessions} sessions: {taken * 1000:.0f} ms, {taken * 1000 / sessions:.2f} ms a session")
    assert len(findings) > 12

"""A term in which every chart of its balance has something to show, and something that is not known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.plans import a_document, in_bytes

from amie_planner.domain.plan import Series
from amie_planner.exchange.plan_file import read

FIRST, LAST = date(2026, 9, 1), date(2026, 12, 18)
TEAM = [
    {"id": "t10", "name": "Jo Bell", "role": "music leader"},
    {"id": "t2", "role": "class support"},
    {"id": "t3", "name": "Kai", "young_leader": True},
    {"id": "t4", "role": "class support"},
    {"id": "t5", "role": "visiting artist"},
]
PEOPLE = [
    {"id": "p1", "alias": "Sky", "requirements": [
        {"id": "r1", "barrier": "feeling-safe", "weight": "shut out"},
        {"id": "r2", "barrier": "sound-light-sensory", "weight": "big", "where": ["play"]}]},
    {"id": "p2", "alias": "Łukasz", "requirements": [{"id": "r3", "barrier": "attitudes", "where": ["sing"]}]},
    {"id": "p3", "alias": "Fern", "asked_about_access": True},
    {"id": "p4", "alias": "Ash"},
    {"id": "p5", "alias": "Wren", "requirements": [{"id": "r4", "barrier": "getting-here", "where": ["move"]}]},
    {"id": "p6", "alias": "Gone", "left": "2026-08-01"},
]  # fmt: skip
INTENTIONS = [{"id": "i1", "area": "musical", "text": "Keep a pulse"}, {"id": "i2", "area": "social"}, {"id": "i3"}]
VOICE = [
    {"id": "v1", "session": "s1", "from": ["p1"], "text": "Louder", "outcome": "adopted", "told_on": "2026-09-08"},
    {"id": "v2", "session": "s1", "from": "group", "text": "Softer", "outcome": "adapted"},
    {"id": "v3", "session": "s2", "text": "Outside", "outcome": "not possible", "told_on": "2026-09-20"},
    {"id": "v4", "session": "s2", "text": "Again"},
    {"id": "v5", "date": "2027-02-01", "text": "After the term"},
]


def music(*genres: str, practices: tuple[str, ...] = (), by: str | None = None) -> dict[str, Any]:
    """A piece of music."""
    return {"genres": list(genres), "practices": list(practices), "chosen_by": by}


def a_week(n: int) -> dict[str, Any]:
    """Its arrival serves nothing and nobody leads it; its song has no length; something else is Plan B."""
    day = FIRST + timedelta(weeks=n)
    return {
        "id": f"s{n + 1}",
        "title": f"Week {n + 1}",
        "date": day.isoformat(),
        "status": "delivered",
        "intentions": INTENTIONS,
        "activities": [
            {"id": "a1", "title": "Hello", "kind": "arrive", "minutes": 5, "serves": ["i3"]},
            {"id": "a2", "title": "Beats", "kind": "play", "minutes": 20, "serves": ["i1", "i2"],
             "leads": ["t10", "t3"], "started_by": "together", "music": [
                 music("grime", practices=("produce-beat-make",), by="young people"),
                 music("pop", "drill", practices=("by-ear", "Clapping back"), by="leader")]},
            {"id": "a3", "title": "Song", "kind": "sing", "leads": ["t2"], "started_by": "leader",
             "music": [music("opera", by="partner")]},
            {"id": "a4", "title": "Show", "kind": "perform", "minutes": 10, "serves": ["i2"], "leads": ["t2", "t4"],
             "started_by": "young people", "music": [music("pop") if n % 2 else music(by="together")]},
            {"id": "a5", "title": "Extra", "minutes": 90, "skip": True, "leads": ["t5"], "music": [music("jazz")]},
        ],
        "adaptations": [{"id": "d1", "what": "Ear defenders", "activities": ["a2"], "requirements": ["r2"]}],
        "by_design": [{"requirement": "r1", "activity": "a1"}],
    }  # fmt: skip


def a_term_document(weeks: int = 4) -> dict[str, Any]:
    """The plan file of the term."""
    held = {f"s{n + 1}" for n in range(weeks)}
    return a_document(
        sessions=[a_week(n) for n in range(weeks)],
        team=TEAM,
        people=PEOPLE,
        voice=[entry for entry in VOICE if entry.get("session", "s1") in held or "date" in entry],
        observations=[],
        replies=[{"check": "H12", "reply": "on purpose", "for": "programme", "because": "It holds the group"}],
    )


def a_full_term(weeks: int = 4) -> Series:
    """The term, read."""
    return read(in_bytes(a_term_document(weeks)))

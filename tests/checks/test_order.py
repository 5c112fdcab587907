"""The same plan gives the same findings, byte for byte: in any order of the file, on any day, anywhere."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from datetime import date
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checks.example import Example, SeriesExample
from tests.checks.examples import EXAMPLES
from tests.example_plans import SPACE_SOUNDS
from tests.plans import in_bytes

import amie_planner
from amie_planner import checks
from amie_planner.checks.replies import as_json, series_as_json
from amie_planner.exchange.plan_file import read

OF_A_PROGRAMME = {"team", "people", "requirements", "voice", "observations", "replies"}
OF_A_SESSION = {"adaptations", "by_design", "not_expected"}
OF_A_LINE = {"barriers", "from", "leads", "lines", "music_loved", "serves", "touches", "where"}
ANY_ORDER = OF_A_PROGRAMME | OF_A_SESSION | OF_A_LINE
"""Lists of a plan file in which no entry comes before another; what happens in a session has its order."""
TERM = date(2026, 9, 1), date(2026, 12, 31)


def shuffled(document: Any, seed: int) -> Any:
    """The same with everything in another order that may stand in any: entries of lists, and keys."""
    return _dealt(document, random.Random(seed))


def _dealt(held: Any, deal: random.Random, name: str = "") -> Any:
    if isinstance(held, dict):
        return {key: _dealt(held[key], deal, key) for key in deal.sample(list(held), len(held))}
    if not isinstance(held, list | tuple):
        return held
    made = [_dealt(entry, deal) for entry in held]
    return deal.sample(made, len(made)) if name in ANY_ORDER else made


def crowded() -> dict[str, Any]:
    """The example with more of everything, some of it unsaid, two people without an alias, and three more sessions."""
    document: dict[str, Any] = json.loads(SPACE_SOUNDS.read_bytes())
    document["people"] += [
        {"id": f"p{n}", "requirements": [{"id": f"r{n}"}, {"id": f"r1{n}", "where": ["play"]}]} for n in (7, 11)
    ]
    document["team"] += [{"id": f"t{n}", "role": "guest"} for n in (3, 10)]
    document["voice"] += [{"id": f"v{n}", "session": "s1", "touches": [{"session": "s2"}]} for n in (2, 10)]
    document["observations"] = [
        {"id": f"o{n}", "session": "s1", "person": person, "area": area}
        for n, person, area in ((1, "p2", "social"), (2, "p7", "musical"), (10, "p11", "personal"))
    ]
    document["replies"] += [
        {
            "check": check,
            "session": session,
            "for": reach,
            "reply": reply,
            "because": f"{check} {reply}",
            "lines": lines,
        }
        for check in ("H01", "E01", "A06", "H12")
        for session in ("s1", "s2", None)
        for reach in ("session", "programme")
        for reply in ("parked", "acted on")
        for lines in ([], ["r3/a5"])
    ]
    first, second = document["sessions"]
    second["adaptations"] += [
        {"id": f"d{n}", "requirements": ["r7"], "kit": ["lamp"], "lead_days": 60} for n in (3, 10)
    ]
    document["sessions"] += [first | {"id": f"s{n}", "date": f"2026-10-0{n}"} for n in (3, 4, 5)]
    return document


def in_json(document: dict[str, Any]) -> str:
    """All findings of all sessions and of the term, with their replies."""
    series = read(in_bytes(document))
    plans = [series.plan(lines.session.id) for lines in series.in_order()]
    found = [finding for plan in plans for finding in as_json(plan, checks.run(plan))]
    spoken = [*found, *series_as_json(series, checks.run_series(series, *TERM))]
    return json.dumps(spoken, ensure_ascii=False)


@settings(deadline=None, max_examples=40)
@given(seed=st.integers())
def test_findings_do_not_hang_on_the_order_of_the_file(seed: int) -> None:
    assert in_json(shuffled(crowded(), seed)) == in_json(crowded())


def name(example: Example | SeriesExample) -> str:
    return f"{example.check}: {example.story}"


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_what_is_found_in_an_example_does_not_hang_on_the_order_of_its_file(example: Example | SeriesExample) -> None:
    for seed in range(3):
        fields = [part for part in ("session", "parts", "earlier", "sessions") if hasattr(example, part)]
        other = replace(example, **{part: shuffled(getattr(example, part), seed) for part in fields})
        assert other.findings == example.findings


WORLD = """
import locale, sys
from tests.checks.test_order import crowded, in_json
locale.setlocale(locale.LC_ALL, "")
sys.stdout.buffer.write(in_json(crowded()).encode())
"""


def test_findings_do_not_hang_on_hashes_or_on_the_place_in_the_world() -> None:
    here = in_json(crowded()).encode()
    assert len(here) > 10_000
    worlds = (("1", "C", "UTC"), ("2", "C.UTF-8", "Asia/Tokyo"), ("3", "", "America/Lima"))
    for seed, place, zone in worlds:
        said = subprocess.run(
            [sys.executable, "-c", WORLD],
            env=os.environ
            | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path), "LC_ALL": place, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        assert said == here


CLOCKS = {"today", "now", "utcnow", "time", "time_ns", "monotonic", "perf_counter", "localtime", "gmtime", "strftime"}
PLACES = {"setlocale", "localeconv", "strcoll", "strxfrm", "getenv", "nl_langinfo"}
CHANCE = {"random", "getrandbits", "urandom", "hash", "id"}
MODULES = {"calendar", "locale", "os", "random", "secrets", "tempfile", "zoneinfo"}


def _module(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__", ""))


def test_neither_the_clock_nor_the_place_nor_chance_is_ever_asked() -> None:
    """So that it is so on any day and in any locale, and not only in those that are at hand here."""
    subjects = [(checks.HEARD.of(example.check), example.subject) for example in EXAMPLES]
    first = [held.finding(subject) for held, subject in subjects]  # and all that is loaded once is loaded
    asked: set[str] = set()

    def noted(frame: FrameType, event: str, called: Any) -> None:
        asking = frame if event == "c_call" else frame.f_back
        if event in ("call", "c_call") and asking and _module(asking).startswith(amie_planner.__name__):
            asked.add(called.__name__ if event == "c_call" else _module(frame))

    before = sys.getprofile()
    sys.setprofile(noted)
    try:
        again = [held.finding(subject) for held, subject in subjects]
    finally:
        sys.setprofile(before)
    assert again == first
    assert checks.holistic.__name__ in asked
    assert asked & (CLOCKS | PLACES | CHANCE | MODULES) == set()


@pytest.mark.parametrize("example", [e for e in EXAMPLES if isinstance(e, Example)][::7], ids=lambda e: e.story)
def test_checking_leaves_the_plan_as_it_was(example: Example) -> None:
    plan = example.subject
    first = checks.run(plan)
    assert plan == example.subject
    assert checks.run(plan) == first

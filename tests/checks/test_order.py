"""The same plan gives the same findings, byte for byte, in whatever order its people, voices and replies stand."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checks.example import Example
from tests.checks.examples import EXAMPLES
from tests.example_plans import SPACE_SOUNDS
from tests.plans import in_bytes

from amie_planner import checks
from amie_planner.checks.replies import as_json, series_as_json
from amie_planner.exchange.plan_file import read

SHARED = ("team", "people", "voice", "observations", "replies")
OF_A_SESSION = ("adaptations", "by_design")
TERM = date(2026, 9, 1), date(2026, 12, 31)


def shuffled(document: dict[str, Any], seed: int) -> dict[str, Any]:
    """The document with everything in another order that may stand in any."""
    made, deal = deepcopy(document), random.Random(seed)
    lists = [made[name] for name in SHARED] + [person["requirements"] for person in made["people"]]
    lists += [session[name] for session in made["sessions"] for name in OF_A_SESSION if name in session]
    for entries in lists:
        deal.shuffle(entries)
    return made


def crowded() -> dict[str, Any]:
    """The example with more of everything, some of it unsaid, two people without an alias, and a third session."""
    document: dict[str, Any] = json.loads(SPACE_SOUNDS.read_bytes())
    document["people"] += [
        {"id": f"p{n}", "requirements": [{"id": f"r{n}"}, {"id": f"r1{n}", "where": ["play"]}]} for n in (7, 11)
    ]
    document["team"] += [{"id": f"t{n}", "role": "guest"} for n in (3, 10)]
    document["voice"] += [{"id": f"v{n}", "session": "s1", "touches": [{"session": "s2"}]} for n in (2, 10)]
    document["observations"] = [{"id": f"o{n}", "session": "s1", "person": "p2", "area": "social"} for n in (1, 2)]
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
    return json.dumps([*found, *series_as_json(series, checks.run_series(series, *TERM))])


@settings(deadline=None, max_examples=40)
@given(seed=st.integers())
def test_findings_do_not_hang_on_the_order_of_the_file(seed: int) -> None:
    assert in_json(shuffled(crowded(), seed)) == in_json(crowded())


EXAMPLE = """
import sys
from pathlib import Path
from amie_planner import checks
from amie_planner.exchange.plan_file import read
series = read(Path(sys.argv[1]).read_bytes())
sys.stdout.buffer.write(repr([checks.run(series.plan("s2")), checks.run_series(series, None, None)]).encode())
"""


def test_findings_do_not_hang_on_hashes_or_on_the_place_in_the_world(tmp_path: Path) -> None:
    file = tmp_path / "crowded.amieplan"
    file.write_bytes(in_bytes(crowded()))
    path = os.pathsep.join(sys.path)
    worlds = (("1", "C", "UTC"), ("2", "de_DE.UTF-8", "Asia/Tokyo"), ("3", "tr_TR", "America/Lima"))
    said = {
        subprocess.run(
            [sys.executable, "-c", EXAMPLE, str(file)],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": path, "LC_ALL": locale, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, locale, zone in worlds
    }
    assert len(said) == 1
    assert len(said.pop()) > 1000


@pytest.mark.parametrize("example", [e for e in EXAMPLES if isinstance(e, Example)][::7], ids=lambda e: e.story)
def test_checking_leaves_the_plan_as_it_was(example: Example) -> None:
    plan = example.subject
    first = checks.run(plan)
    assert plan == example.subject
    assert checks.run(plan) == first

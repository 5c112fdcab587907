"""A session that runs while the program is killed: no press that was kept is lost, and it comes back where it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import TypeGuard

import pytest
from tests.example_plans import SPACE_SOUNDS
from tests.ui.run_without_a_pause import BEGUN_AT, LONGEST_WAIT, SESSION, written

from amie_planner.domain.changes import Change
from amie_planner.domain.edits import running as edits
from amie_planner.domain.edits.parts import Changes
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Record, Session
from amie_planner.domain.running import running
from amie_planner.domain.vocabulary import Status
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store
from amie_planner.ui.widgets.run_it import RunIt
from amie_planner.ui.workspace import OpenSession, Workspace

ROOT = Path(__file__).parents[2]
_LONGEST = 40
"""Presses before a kill, at most."""


def _begun(plan: Plan) -> Change:
    """What beginning the session changed."""
    return Change(plan.session.revised(actual={}, ended=None, status=Status.DRAFT), plan.session)


_PRESSES: tuple[Callable[[Plan, datetime, str], Changes], ...] = (
    lambda plan, now, strand: edits.begin_session(plan, now),
    edits.next_activity,
    edits.back_one,
    lambda plan, now, strand: edits.back_one(plan, now, strand, _begun(plan)),
    edits.skip_next,
    lambda plan, now, strand: edits.add_minutes(plan, now, 1, strand),
    lambda plan, now, strand: edits.add_minutes(plan, now, 5, strand),
)


def _killed_at_random(planner: Path, seed: int) -> list[str]:
    """What another process said was kept, one line a press, until it was killed; and what it was about to say."""
    random = Random(seed)
    command = [sys.executable, "-m", "tests.ui.run_without_a_pause", str(planner), str(seed)]
    given = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, cwd=ROOT, env=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(random.randint(1, _LONGEST))]
        time.sleep(random.random() / random.choice((10, 1000)))
        process.kill()
        said += process.stdout.readlines()
    return [line.decode().strip() for line in said if line.endswith(b"\n")]


def _one_press_on(plan: Plan, said: str) -> set[str]:
    """What could be there after one press more than was said."""
    when, kept = said.split(" ", 1)
    before = replace(plan, session=plan.session.revised(**json.loads(kept)))
    found = set()
    for minutes in range(LONGEST_WAIT // 60 + 2):
        now = datetime.fromisoformat(when) + timedelta(minutes=minutes)
        for press in _PRESSES:
            for strand in ("Strings", "Drums"):
                found |= {written(change.after) for change in press(before, now, strand) if _is_session(change.after)}
    return found


def _is_session(record: Record | None) -> TypeGuard[Session]:
    return isinstance(record, Session)


def _lost(planner: Path, said: list[str]) -> str:
    """What is amiss where what is there is not what was said last, or one press more; nothing where all is well."""
    now = BEGUN_AT + timedelta(minutes=30)
    with Store.open(planner) as store:
        desk = OpenSession(Workspace(store), load(SPACE_SOUNDS).programme.id, SESSION)
        there, run = written(desk.plan.session), running(desk.plan, now)
        face = RunIt(desk, lambda: now)
        going = {group.now.activity.title for group in run.groups if group.now is not None}
        shown = {stage.title.text() for stage in face.stages}
        face.leave()
        face.deleteLater()
        more = _one_press_on(desk.plan, said[-1])
    if there != said[-1].split(" ", 1)[1] and there not in more:
        return f"said {said[-1]}, there is {there}"
    return "" if going <= shown else f"{going} is under way, {shown} is shown"


def _amiss(folder: Path, seeds: range) -> list[str]:
    found = (_lost(planner, _killed_at_random(planner, seed)) for seed in seeds if (planner := folder / f"{seed}.amie"))
    return [amiss for amiss in found if amiss]


def test_no_press_is_lost_when_the_program_is_killed(qapp: object, tmp_path: Path):
    assert _amiss(tmp_path, range(10)) == []


@pytest.mark.on_demand
@pytest.mark.timeout(1800)
def test_no_press_is_lost_in_50_kills(qapp: object, tmp_path: Path):
    assert _amiss(tmp_path, range(50)) == []

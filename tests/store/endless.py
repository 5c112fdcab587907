"""A leader who edits without a pause, in a process of their own, so that it can be killed."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random
from typing import Any

from tests.example_plans import SPACE_SOUNDS

from amie_planner.domain.changes import Change, add, remove, revise
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Activity
from amie_planner.exchange.plan_file import read
from amie_planner.store.store import Store

_WAYS = multiprocessing.get_all_start_methods()
processes: Any = multiprocessing.get_context("fork" if "fork" in _WAYS else "spawn")


def in_a_process(work: Callable[..., None], *given: object) -> tuple[BaseProcess, Connection]:
    """Starts `work(*given, connection)` in a process of its own; what it sends comes out of the connection."""
    ours, theirs = processes.Pipe()
    process = processes.Process(target=work, args=(*given, theirs), daemon=True)
    process.start()
    return process, ours


def edits(seed: int) -> Iterator[tuple[tuple[Change, ...], Series]]:
    """Changes and what there is after them, the same for the same seed; the first makes the programme."""
    random = Random(seed)
    series = read(SPACE_SOUNDS.read_bytes())
    yield tuple(map(add, series.records())), series
    for n in range(100_000):
        changes = _some(series, random, n)
        series = series.after(changes)
        yield changes, series


def _some(series: Series, random: Random, n: int) -> tuple[Change, ...]:
    lines = random.choice(series.sessions)
    new = Activity.made(programme=series.programme.id, session=lines.session.id, id=f"n{n}", position=n, aim=f"aim {n}")
    some = random.sample(lines.activities, k=min(3, len(lines.activities)))
    return random.choice(
        [
            (add(new), revise(lines.session, notes=f"note {n} " * random.randint(1, 1500))),
            tuple(revise(activity, title=f"title {n}") for activity in some),
            tuple(remove(activity) for activity in some[:1] if activity.id.startswith("n")),
            (revise(series.programme, aims=f"aim {n}"),),
        ]
    )


def edit_without_a_pause(planner: Path, seed: int, acknowledged: Connection) -> None:
    """Makes the edits of a seed and says the number of each once it is durable."""
    with Store.open(planner) as store:
        for n, (changes, _) in enumerate(edits(seed)):
            store.apply(changes)
            acknowledged.send(n)

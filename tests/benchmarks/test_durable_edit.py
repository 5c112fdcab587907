"""What a durable edit costs through the store, against the least that the same file can do it for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from pytest_benchmark.fixture import BenchmarkFixture
from tests.example_plans import SPACE_SOUNDS

from amie_planner.domain.changes import Change, add
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Activity
from amie_planner.exchange.plan_file import read
from amie_planner.store import database, vault
from amie_planner.store.store import Store

ROUNDS, EDITS = 30, 20
AIM = 3.0


def test_a_durable_edit_costs_at_most_three_times_a_bare_update(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """Both in one run, turn by turn, on the same disk, the same rows and pragmas. The ratio is printed, not judged."""
    series = read(SPACE_SOUNDS.read_bytes())
    with (
        Store.open(tmp_path / "ours.amie") as store,
        Store.open(tmp_path / "bare.amie") as other,
    ):
        for opened in (store, other):
            opened.apply(map(add, series.records()))
        other.close()
        bare = _bare(tmp_path / "bare.amie", series)
        ours = _ours(store, series)
        pairs = [(_seconds(bare), _seconds(ours)) for _ in range(ROUNDS)]
        least, spent = (median(side) for side in zip(*pairs, strict=True))
        benchmark.pedantic(ours, rounds=ROUNDS * EDITS)
    benchmark.extra_info["ratio"] = spent / least
    print(f"\nbare {least * 1e6:.0f} µs, through the store {spent * 1e6:.0f} µs: {spent / least:.2f} × (aim ≤ {AIM} ×)")


def _seconds(edit: Callable[[], None]) -> float:
    start = perf_counter()
    for _ in range(EDITS):
        edit()
    return (perf_counter() - start) / EDITS


def _ours(store: Store, series: Series) -> Callable[[], None]:
    now = series.sessions[0].activities[2]

    def edit() -> None:
        nonlocal now
        after = now.revised(minutes=(now.minutes or 0) % 60 + 1)
        store.apply((Change(now, after),))
        now = after

    return edit


def _bare(path: Path, series: Series) -> Callable[[], None]:
    connection = database.connect(path, vault.read(path))
    activity = series.sessions[0].activities[2]
    fields = [name for name in Activity.model_fields if name not in ("programme", "session", "id")]
    sql = f"UPDATE activity SET {', '.join(f'{f} = ?' for f in fields)} WHERE programme = ? AND session = ? AND id = ?"
    written = activity.model_dump(mode="json")
    values = [json.dumps(v) if isinstance(v, list | dict) else v for v in (written[f] for f in fields)]
    minutes = fields.index("minutes")
    key = (activity.programme, activity.session, activity.id)

    def edit() -> None:
        values[minutes] = values[minutes] % 60 + 1
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(sql, (*values, *key))
        connection.execute("COMMIT")

    return edit

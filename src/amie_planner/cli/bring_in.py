"""Plan files into a planner file: every file or none."""

from __future__ import annotations

import uuid
from argparse import Namespace
from collections.abc import Iterator

from amie_planner import places
from amie_planner.domain import bringing_in
from amie_planner.domain.changes import Change
from amie_planner.domain.plan import Series
from amie_planner.errors import AmieError
from amie_planner.exchange.loading import load
from amie_planner.store.store import Store


def run(asked: Namespace) -> None:
    """Reads every file first, then brings them all in as one change."""
    coming = [load(path) for path in asked.files]
    twice = len({series.programme.id for series in coming}) < len(coming)
    if twice:
        raise AmieError("Two of these files hold the same programme.", "Bring in one of them.")
    with Store.open(asked.planner or places.planner_file()) as store:
        store.look_through()
        before = _kept_apart(store, coming)
        store.apply(list(_changes(store, coming, asked)))
        gone = before - _kept_apart(store, coming)
    if gone:
        print(bringing_in.answers_going(gone, "This also removed"))
    print(f"{len(coming)} programme{'' if len(coming) == 1 else 's'} brought in")


def _kept_apart(store: Store, coming: list[Series]) -> int:
    return sum(len(store.kept_apart(series.programme.id)) for series in coming)


def _changes(store: Store, coming: list[Series], asked: Namespace) -> Iterator[Change]:
    known = {programme.id: programme for programme in store.programmes()}
    position = max((programme.position for programme in known.values()), default=-1) + 1
    for number, series in enumerate(coming):
        if series.programme.id not in known:
            yield from bringing_in.bring_in(series, position + number)
        elif asked.replace:
            yield from bringing_in.replace(store.series(series.programme.id), series)
        elif asked.as_copy:
            yield from bringing_in.bring_in(bringing_in.copied(series, str(uuid.uuid4())), position + number)
        else:
            raise AmieError(
                "A programme in these files is already in the planner.",
                "Say --replace to put the file's in its place, or --as-copy to keep both.",
            )

"""One programme out of a planner file, as a plan file."""

from __future__ import annotations

from argparse import Namespace

from amie_planner import places
from amie_planner.domain.plan import Series
from amie_planner.errors import AmieError
from amie_planner.exchange.handing_on import content
from amie_planner.store.store import Store
from amie_planner.writing import write_whole


def run(asked: Namespace) -> None:
    """Writes the plan file."""
    with Store.open(asked.planner or places.planner_file(), create=False) as store:
        store.look_through()
        series = _programme(store, asked.programme)
    made = content(series, with_people=not asked.without_people, not_names=frozenset(asked.not_a_name))
    write_whole(asked.file, made)
    print(f"Written: {asked.file.name}")


def _programme(store: Store, id: str | None) -> Series:
    ids = [programme.id for programme in store.programmes()]
    titles = ", ".join(f"{p.id} ({p.title[:60]})" for p in store.programmes()[:10]) or "none"
    if id is None and len(ids) != 1:
        raise AmieError(f"This planner holds {len(ids)} programmes.", f"Say which with --programme: {titles}.")
    if id is not None and id not in ids:
        raise AmieError(f"There is no programme {id[:60]} in this planner.", f"It holds: {titles}.")
    return store.series(id or ids[0])

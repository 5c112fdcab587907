"""Keeps a real planner among the test files, once for each schema: `python -m tests.store.keep_planner`."""

from __future__ import annotations

from pathlib import Path

from tests.example_plans import SPACE_SOUNDS

from amie_planner.domain.changes import add
from amie_planner.domain.records import LibraryAdaptation
from amie_planner.exchange.plan_file import read
from amie_planner.store.database import SCHEMA
from amie_planner.store.store import Store

LIBRARY = (LibraryAdaptation.made(id="own1", title="Lights dip before the loud part", lead_days=1, kit=["lamp"]),)
"""What the leader of the kept planners wrote in the library, since there is one."""
FOLDER = Path(__file__).with_name("files")


def keep() -> None:
    """Writes the space-sounds programme into a planner of its own. Refuses to touch one that is kept already."""
    planner = FOLDER / f"v{SCHEMA}" / "planner.amie"
    if planner.exists():
        raise SystemExit(f"{planner} is kept already")
    with Store.open(planner) as store:
        store.apply(map(add, (*read(SPACE_SOUNDS.read_bytes()).records(), *LIBRARY)))


if __name__ == "__main__":
    keep()

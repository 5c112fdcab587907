"""A return from plan files, for a period."""

from __future__ import annotations

from argparse import Namespace

from amie_planner.errors import AmieError
from amie_planner.exchange.loading import load
from amie_planner.returns.sessions_return import sessions_return
from amie_planner.writing import write_whole


def run(asked: Namespace) -> None:
    """Writes one row a session of the period, and says how many."""
    if asked.first > asked.last:
        raise AmieError("The period ends before it begins.", "Change --from or --to.")
    table = sessions_return([load(path) for path in asked.files], asked.first, asked.last)
    write_whole(asked.out, table.csv())
    print(f"{len(table.rows)} session{'' if len(table.rows) == 1 else 's'} in {asked.out.name}")

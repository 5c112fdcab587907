"""A return from plan files, for a period."""

from __future__ import annotations

from argparse import Namespace

from amie_planner.domain import words
from amie_planner.errors import AmieError
from amie_planner.exchange.loading import load
from amie_planner.returns.sessions_return import sessions_return
from amie_planner.writing import write_whole


def run(asked: Namespace) -> None:
    """Writes one row a session of the period; says how many there are, and what each column means."""
    if asked.out.suffix.lower() not in ("", ".csv"):
        raise AmieError(f"A return cannot be written as {asked.out.suffix[:20]}.", "Choose a name that ends in .csv.")
    if asked.first > asked.last:
        raise AmieError("The period ends before it begins.", "Change --from or --to.")
    serieses = [load(path) for path in asked.files]
    if len({series.programme.id for series in serieses}) < len(serieses):
        raise AmieError("Two of these files hold the same programme.", "Name one, so that nothing counts twice.")
    table = sessions_return(serieses, asked.first, asked.last)
    write_whole(asked.out, table.csv())
    print(f"{words.sessions(len(table.rows))} in {asked.out.name}")
    for column in table.columns:
        print(f"{column.name}: {column.means}")

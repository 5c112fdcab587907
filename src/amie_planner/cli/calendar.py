"""The sessions of a plan file as a calendar file."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime

from amie_planner.domain import words
from amie_planner.errors import AmieError
from amie_planner.exchange.calendar import content
from amie_planner.exchange.loading import load
from amie_planner.writing import write_whole


def run(asked: Namespace) -> None:
    """Writes the dated sessions; says how many there are, and how many have no date. None is replaced unasked."""
    if asked.out.suffix.lower() not in ("", ".ics"):
        raise AmieError(f"A calendar cannot be written as {asked.out.suffix[:20]}.", "Choose a name that ends in .ics.")
    if asked.out.exists() and not asked.replace:
        raise AmieError(f"There is a file {asked.out.name} already.", "Say --replace, or choose another name.")
    series = load(asked.file)
    write_whole(asked.out, content(series, datetime.now(UTC), frozenset(asked.not_a_name)))
    dated = sum(lines.session.date is not None for lines in series.sessions)
    undated = len(series.sessions) - dated
    print(f"{words.sessions(dated)} in {asked.out.name}" + (f"; {undated} without a date left out" if undated else ""))

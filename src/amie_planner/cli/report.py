"""A return from plan files, for a period: the sessions alone, or all that a hub or funder asks."""

from __future__ import annotations

from argparse import Namespace

from amie_planner.cli import hub_report
from amie_planner.domain import words
from amie_planner.domain.plan import Series
from amie_planner.errors import AmieError
from amie_planner.exchange.loading import load
from amie_planner.returns.sessions_return import sessions_return
from amie_planner.writing import write_whole

SESSIONS = "sessions"
"""The return of one row a session."""


def run(asked: Namespace) -> None:
    """Writes the return that is asked for, and says what is in it. Raises AmieError; then nothing is written."""
    if asked.first > asked.last:
        raise AmieError("The period ends before it begins.", "Change --from or --to.")
    if asked.kind == SESSIONS:
        _refuse_what_is_of_others(asked)
        _sessions(asked, _loaded(asked))
    else:
        template = hub_report.template(asked.kind)
        hub_report.refuse_other_files(asked.out, replace=asked.replace)
        hub_report.write(template, _loaded(asked), asked)


def _loaded(asked: Namespace) -> list[Series]:
    serieses = [load(path) for path in asked.files]
    if len({series.programme.id for series in serieses}) < len(serieses):
        raise AmieError("Two of these files hold the same programme.", "Name one, so that nothing counts twice.")
    return serieses


def _refuse_what_is_of_others(asked: Namespace) -> None:
    if asked.out.suffix.lower() not in ("", ".csv"):
        raise AmieError(f"A return cannot be written as {asked.out.suffix[:20]}.", "Choose a name that ends in .csv.")
    if asked.profile or asked.recipient or asked.reason:
        raise AmieError(
            "The sessions return has no profile, recipient or reason.", "Leave these out, or say --return general."
        )


def _sessions(asked: Namespace, serieses: list[Series]) -> None:
    """One row a session; says how many there are, and what each column means."""
    table = sessions_return(serieses, asked.first, asked.last)
    write_whole(asked.out, table.csv())
    print(f"{words.sessions(len(table.rows))} in {asked.out.name}")
    for column in table.columns:
        print(f"{column.name}: {column.means}")

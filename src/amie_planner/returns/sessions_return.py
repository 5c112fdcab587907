"""The sessions return: one row a session, with no names of people and no free text but titles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple
from datetime import date

from amie_planner.domain.plan import Series
from amie_planner.returns import counting
from amie_planner.returns.table import Column, Table


def sessions_return(serieses: Iterable[Series], first: date, last: date) -> Table:
    """One row for each dated session from the first day to the last, both included. Raises AmieError."""
    columns = tuple(Column(name, means) for name, means in counting.DEFINITIONS.items())
    return Table("Sessions", columns, tuple(map(astuple, counting.sessions(serieses, first, last))))

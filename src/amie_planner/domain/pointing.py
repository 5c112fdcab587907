"""What a reply to a finding points at.

A reply keeps the ids of the finding's lines, and a cell of the grid is `requirement/activity`. An id may hold a
slash itself, so a line is read in every way it could be: a private reply is rather let go than shown to somebody else.
"""

from __future__ import annotations

from amie_planner.domain.records import Reply


def named_by(reply: Reply) -> frozenset[str]:
    """Every id that a reply's lines may name: "r1/a3" may name itself, r1 and a3."""
    return frozenset(id for line in reply.lines for id in _ids(line))


def _ids(line: str) -> set[str]:
    slashes = [at for at, sign in enumerate(line) if sign == "/"]
    return {line, *(line[:at] for at in slashes), *(line[at + 1 :] for at in slashes)}

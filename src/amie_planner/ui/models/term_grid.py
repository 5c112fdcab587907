"""The sessions of a programme as the term grid lists them, and what moving some of them would do, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from amie_planner.documents.session_rows import SessionRow
from amie_planner.domain.moving import Move, absences, beyond, said
from amie_planner.domain.plan import Series
from amie_planner.ui.models.in_holidays import in_holidays


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One session that would move."""

    id: str
    text: str

    @property
    def spoken(self) -> str:
        return self.text


def move_rows(moves: Sequence[Move]) -> tuple[MoveRow, ...]:
    """Every old and new day."""
    return tuple(MoveRow(move.session.id, said(move)) for move in moves)


def what_moves(series: Series, moves: Sequence[Move]) -> str:
    """How many move, whether the programme is long enough for them, and whose absences belong to the old days."""
    if not moves:
        return "No session can move: those that are left were delivered or cancelled, or have no date."
    many = "1 session moves" if len(moves) == 1 else f"{len(moves):,} sessions move"
    return " ".join(part for part in (f"{many}.", beyond(series, moves), absences(series, moves)) if part)


def going_further(moves: Sequence[Move], weeks: int) -> str:
    """How many do not move by just so many weeks, and why; nothing where all do."""
    by = timedelta(weeks=weeks)
    many = sum(move.session.date is not None and move.to - move.session.date != by for move in moves)
    if not many:
        return ""
    goes = "1 goes" if many == 1 else f"{many:,} go"
    return f"{goes} to a later week: a day is taken or lies in the holidays, and none overtakes another."


def marked(series: Series, rows: Sequence[SessionRow]) -> tuple[SessionRow, ...]:
    """The rows, each that lies in the holidays saying so."""
    said = {lines.session.id: in_holidays(series, lines) for lines in series.sessions}
    return tuple(replace(row, about=f"{row.about}, {said[row.id]}") if said.get(row.id) else row for row in rows)

"""The sessions that a new one can be made from: the latest first, found by any words of their title and day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amie_planner.domain import words
from amie_planner.domain.edits.copying import named_in
from amie_planner.domain.plan import Lines, Series
from amie_planner.domain.vocabulary import Status, label


@dataclass(frozen=True, slots=True)
class PastRow:
    """One session, with what its running order holds."""

    id: str
    text: str
    below: str

    @property
    def spoken(self) -> str:
        return f"{self.text}, {self.below}"


def past_rows(series: Series, looked_for: str = "") -> tuple[PastRow, ...]:
    """The sessions of a programme that hold every word that is looked for, undated ones last."""
    wanted = looked_for.casefold().split()
    latest = sorted(reversed(series.in_order()), key=lambda lines: _since(lines.session.date))
    rows = (_row(lines) for lines in latest)
    return tuple(row for row in rows if all(word in row.spoken.casefold() for word in wanted))


def comes_along(source: Series, session: str, *, same: bool) -> str:
    """What a new session would take from a past one, and which words in it may name somebody."""
    what = "Its intentions and running order come along, with kit and cards."
    changes = " What changes for those who are still there comes too." if same else ""
    named = named_in(source, session) if not same else ()
    names = f" Its words may name somebody: {words.listed(f'“{name}”' for name in named)}." if named else ""
    return f"{what}{changes}{names}"


def _since(day: date | None) -> int:
    return -day.toordinal() if day else 0


def _row(lines: Lines) -> PastRow:
    session = lines.session
    titles = [words.activity_title(activity) for activity in lines.activities if not activity.skip]
    status = label("status", session.status or Status.PLANNED).lower()
    held = words.listed(titles) or "no activities"
    return PastRow(session.id, session.title, " · ".join((words.day(session.date), status, held)))

"""What a return is made from: the sessions and the people of a period, gathered once and counted by every table.

A person is whoever has an agreed code, wherever they take part; without a code, somebody in one programme. What is
here says who somebody is only by a key that never leaves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from amie_planner.domain.monitoring import Answered
from amie_planner.domain.plan import Lines, Series
from amie_planner.domain.records import Organisation, Person, Record
from amie_planner.returns.counting import SessionCount


@dataclass(frozen=True, slots=True)
class Held:
    """A session of the period. `delivered` as the return defines it; `hours` are those that were delivered.

    `contact_hours` are hours × attendance; both are None where the length, or who came, is not recorded.
    """

    series: Series
    lines: Lines
    count: SessionCount
    delivered: bool
    hours: float | None
    contact_hours: float | None


@dataclass(frozen=True, slots=True)
class Member:
    """One person who came at least once in the period, in however many programmes.

    `came` is how often in each programme, by its id; `person` is what one of these says of them, the latest first.
    `matched` says that an agreed code told that they are one person or nobody else. `new` is who never came before the
    period; `stage` is the Key Stage by school year, "" where it is not known.
    """

    key: str
    person: Person
    came: Mapping[str, int]
    matched: bool
    new: bool
    stage: str
    answers: Mapping[str, Answered]

    @property
    def attendances(self) -> int:
        """How often they came."""
        return sum(self.came.values())


@dataclass(frozen=True, slots=True)
class Source:
    """A programme as it is handed to a return. A plan file holds nothing that is kept apart: then that is None."""

    series: Series
    kept_apart: Sequence[Record] | None = None


@dataclass(frozen=True)
class Facts:
    """Everything a table counts. Days are the first and the last of the period, both included."""

    first: date
    last: date
    sources: tuple[Source, ...]
    organisation: Organisation | None
    sessions: tuple[Held, ...]
    members: tuple[Member, ...]

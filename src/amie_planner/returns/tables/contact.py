"""Contact hours of a return that many may read: added up session by session they would tell who came to single ones.

So they are estimated from attendances as these are printed, and nothing can be learnt from them that those do not tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from amie_planner.returns.facts import Facts
from amie_planner.returns.table import People, Value, Withheld
from amie_planner.returns.tables import attended
from amie_planner.returns.tables.worked_out import Later, Printed

_BY_PROGRAMME = "Estimated: attendances of each programme as they are given here × its average hours, added up"
_ALL_TOGETHER = "Estimated: attendances as they are given here × the average hours of a delivered session"


def estimated(facts: Facts) -> tuple[Value, Value]:
    """The estimate, and in words how it was made; a blank and the words where nobody was counted or nothing was long.

    By programme, where attendances of each are printed in the same return. If those of one are not, from all together:
    with what is known of the others, a part that is withheld must not follow from the sum.
    """
    everything = _of(facts, None)
    if everything is None:
        return None, _ALL_TOGETHER
    each = [part for n in range(1, len(facts.sources) + 1) if (part := _of(facts, n))]

    def parts(printed: Printed) -> Sequence[_Part]:
        is_each_given = all(isinstance(printed[part.visits.key], int) for part in each)
        return each if each and is_each_given else [everything]

    def hours(printed: Printed) -> Value:
        given = [(printed[part.visits.key], part.hours) for part in parts(printed)]
        known = [visits * length for visits, length in given if isinstance(visits, int)]
        return round(sum(known)) if len(known) == len(given) else Withheld.CONFIDENTIAL

    def means(printed: Printed) -> Value:
        return _ALL_TOGETHER if parts(printed) == [everything] else _BY_PROGRAMME

    counts = (everything.visits, *(part.visits for part in each))
    return Later(hours, *counts), Later(means, *counts)


@dataclass(frozen=True, slots=True)
class _Part:
    """The visits to a programme or to all, and the average hours of a delivered session there."""

    visits: People
    hours: float


def _of(facts: Facts, n: int | None) -> _Part | None:
    visits = attended.attendances(facts, n)
    lengths = [held.hours for held in attended.delivered(facts, n) if held.hours is not None]
    return _Part(visits, sum(lengths) / len(lengths)) if visits and lengths else None

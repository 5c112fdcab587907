"""Changes for access tell what somebody needs: those of a programme of few people are not told as theirs."""

from __future__ import annotations

from collections.abc import Mapping

from amie_planner.returns.disclosure import RULE
from amie_planner.returns.facts import Facts
from amie_planner.returns.table import People, Sum, Value, Withheld
from amie_planner.returns.tables import attended
from amie_planner.returns.tables.few_sessions import Kept
from amie_planner.returns.tables.unions import Linked
from amie_planner.returns.tables.worked_out import Later, Printed

MANY = RULE.smallest_group
"""People, known by name or to a session on average, from which on changes are told of a programme."""

WHY = (
    "Changes used are [c], and also where there are none, unless this return says that "
    f"{MANY} people or more came to the programme: by name, or where heads were counted, to a session on average."
)
"""Why changes of a programme may be withheld."""


def are_many(facts: Facts, n: int) -> bool:
    """Whether so many came to a programme, by its place from 1."""
    return _are_many(facts, n, {people.key: people.count for people in _counts(facts, n)})


def kept(facts: Facts, n: int) -> Kept:
    """What stands for a figure of changes in a programme: [c] where it is not printed that so many came."""

    def of(figure: Value) -> Value:
        def work(printed: Printed) -> Value:
            return figure if _are_many(facts, n, printed) else Withheld.CONFIDENTIAL

        return Later(work, *_counts(facts, n), why=WHY)

    return of


def spoken_of(facts: Facts) -> Linked:
    """The people of each programme, each a sum of itself: so it is known what another table prints of them."""
    everybody = [attended.people(facts, n) for n in range(1, len(facts.sources) + 1)]
    return [Sum(people.key, (people.key,)) for people in everybody], everybody


def _are_many(facts: Facts, n: int, said: Mapping[str, Value]) -> bool:
    counted = sum(held.count.attendance is not None for held in attended.delivered(facts, n))
    people, *visits = (said[people.key] for people in _counts(facts, n))
    is_by_heads = people == 0 and any(_is_at_least(MANY * counted, each) for each in visits)
    return is_by_heads or _is_at_least(MANY, people)


def _is_at_least(least: int, said: Value) -> bool:
    return isinstance(said, int) and said >= least


def _counts(facts: Facts, n: int) -> tuple[People, ...]:
    """Who came, and how often all of them where anybody was counted."""
    visits = attended.attendances(facts, n)
    return (attended.people(facts, n), *([visits] if visits else []))

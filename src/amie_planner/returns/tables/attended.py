"""How often people came: counts of visits, protected like counts of people, for few visits tell of few people."""

from __future__ import annotations

from collections.abc import Iterable

from amie_planner.domain.attendance import mode_said
from amie_planner.domain.vocabulary import RegisterMode
from amie_planner.returns.facts import Facts, Held
from amie_planner.returns.table import People, Sum
from amie_planner.returns.tables.keys import key
from amie_planner.returns.tables.unions import Linked

_GROUP = "attendances"


def attendances(facts: Facts, n: int | None = None) -> People | None:
    """The visits to a programme, by its place from 1, or to all; None where nobody was counted."""
    held = delivered(facts, n)
    if all(session.count.attendance is None for session in held):
        return None
    return People(_key(facts, n), sum(session.count.attendance or 0 for session in held))


def delivered(facts: Facts, n: int | None) -> tuple[Held, ...]:
    """The delivered sessions of a programme, by its place from 1, or of all."""
    if n is None:
        return facts.delivered
    programme = facts.sources[n - 1].series.programme.id
    return tuple(held for held in facts.delivered if held.series.programme.id == programme)


def by_programme(facts: Facts) -> tuple[Sum, ...]:
    """How the visits to all programmes are made up of those to each."""
    parts = tuple(people.key for people in each(facts))
    return (Sum(_GROUP, parts),) if parts and len(facts.sources) > 1 else ()


def each(facts: Facts) -> tuple[People, ...]:
    """The visits to each programme in which anybody was counted."""
    return tuple(filter(None, (attendances(facts, n) for n in range(1, len(facts.sources) + 1))))


def linked(facts: Facts) -> Linked:
    """How all visits are made up, by programme and by how they were counted; nothing where nobody was counted."""
    everything = attendances(facts)
    if everything is None:
        return [], []
    heads, marked, adding_up = in_headcounts(facts)
    return [adding_up, *by_programme(facts)], [everything, heads, marked, *each(facts)]


def headcounts(facts: Facts) -> tuple[Held, ...]:
    """The delivered sessions in which heads were counted and nobody's name was marked."""
    return tuple(held for held in facts.delivered if _is_headcount(held))


def in_headcounts(facts: Facts) -> tuple[People, People, Sum]:
    """The visits of those sessions, the visits of all others, and how they make up all of them."""
    counted = sum(held.count.attendance or 0 for held in headcounts(facts))
    others = sum(held.count.attendance or 0 for held in facts.delivered) - counted
    heads, marked = (key(_GROUP, register=kind) for kind in ("headcount", "people"))
    return People(heads, counted), People(marked, others), Sum(_GROUP, (heads, marked))


def estimated(sessions: Iterable[Held]) -> int:
    """In how many of these sessions the headcount was not counted exactly."""
    return sum(bool((register := held.lines.session.attendance) and register.estimated) for held in sessions)


def _key(facts: Facts, n: int | None) -> str:
    return _GROUP if n is None or len(facts.sources) == 1 else key(_GROUP, programme=str(n))


def _is_headcount(held: Held) -> bool:
    register = held.lines.session.attendance
    is_headcount = register is not None and mode_said(register) is RegisterMode.HEADCOUNT
    return is_headcount and held.count.attendance is not None

"""How often people came: counts of visits, protected like counts of people, for few visits tell of few people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from amie_planner.domain.attendance import mode_said
from amie_planner.domain.vocabulary import RegisterMode
from amie_planner.returns.facts import Facts, Held, Member
from amie_planner.returns.table import People, Sum
from amie_planner.returns.tables import keys
from amie_planner.returns.tables.keys import key
from amie_planner.returns.tables.unions import Linked

_GROUP = "attendances"


def attendances(facts: Facts, n: int | None = None) -> People | None:
    """The visits to a programme, by its place from 1, or to all; None where nobody was counted."""
    held = delivered(facts, n)
    if all(session.count.attendance is None for session in held):
        return None
    return People(_key(facts, n), sum(session.count.attendance or 0 for session in held))


def are_of_all(visits: People) -> bool:
    """Whether these are the visits to all programmes."""
    return visits.key == _GROUP


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
    """How all visits are made up, by programme and by how they were counted; nothing where nobody was counted.

    And that there are no fewer of them, without those of headcounts, than people.
    """
    everything = attendances(facts)
    if everything is None:
        return [], []
    heads, marked, adding_up = in_headcounts(facts)
    sums, hidden = [adding_up, *by_programme(facts)], [everything, heads, marked, *each(facts)]
    for more, people in (_heads_by_programme(facts), *map(partial(_people, facts), _places(facts))):
        sums, hidden = [*sums, *more], [*hidden, *people]
    return sums, hidden


def taken(facts: Facts, places: People) -> Linked:
    """That everybody came at least once to each programme in which they have a place."""
    named = _by_name(facts, None)
    if not named:
        return [], []
    more = People(f"{named.key}|again={places.key}", named.count - places.count)
    return [Sum(named.key, (places.key, more.key), only_bounds=True)], [named, more, places]


def again(facts: Facts, n: int | None = None) -> People | None:
    """The visits to a programme, or to all, but those of headcounts and the first of everybody."""
    named, (word, members) = _by_name(facts, n), _group(facts, n)
    return named and People(f"{named.key}|again={word}", named.count - len(members))


def people(facts: Facts, n: int | None = None) -> People:
    """Those whose names were marked in a programme, or in any."""
    word, members = _group(facts, n)
    return People(word, len(members))


def headcounts(facts: Facts) -> tuple[Held, ...]:
    """The delivered sessions in which heads were counted and nobody's name was marked."""
    return tuple(held for held in facts.delivered if _is_headcount(held))


def in_headcounts(facts: Facts) -> tuple[People, People, Sum]:
    """The visits of those sessions, the visits of all others, and how they make up all of them."""
    counted = _counted(facts, None)
    others = sum(held.count.attendance or 0 for held in facts.delivered) - counted
    heads, marked = _heads_and_marked(facts, None)
    return People(heads, counted), People(marked, others), Sum(_GROUP, (heads, marked))


def estimated(sessions: Iterable[Held]) -> int:
    """In how many of these sessions the headcount was not counted exactly."""
    return sum(bool((register := held.lines.session.attendance) and register.estimated) for held in sessions)


def _key(facts: Facts, n: int | None, **register: str) -> str:
    programme = {} if n is None or len(facts.sources) == 1 else {"programme": str(n)}
    return key(_GROUP, **programme, **register)


def _heads_and_marked(facts: Facts, n: int | None) -> tuple[str, str]:
    return _key(facts, n, register="headcount"), _key(facts, n, register="people")


def _counted(facts: Facts, n: int | None) -> int:
    """The visits in headcounts."""
    return sum(held.count.attendance or 0 for held in delivered(facts, n) if _is_headcount(held))


def _places(facts: Facts) -> tuple[int | None, ...]:
    """All programmes, and each by its place if there are more."""
    return None, *(range(1, len(facts.sources) + 1) if len(facts.sources) > 1 else ())


def _group(facts: Facts, n: int | None) -> tuple[str, Sequence[Member]]:
    members = facts.members if n is None else facts.groups[n - 1]
    return keys.group(facts, members, keys.ALL if n is None else keys.programme(n)), members


def _by_name(facts: Facts, n: int | None) -> People | None:
    """The visits but those of headcounts: all, where it is said that there were no headcounts."""
    visits = attendances(facts, n)
    if visits is None or not headcounts(facts):
        return visits
    return People(_heads_and_marked(facts, n)[1], visits.count - _counted(facts, n))


def _people(facts: Facts, n: int | None) -> Linked:
    """That everybody of a group came at least once, to where names were marked."""
    named, more, came = _by_name(facts, n), again(facts, n), people(facts, n)
    if not named or not more:
        return [], []
    return [Sum(named.key, (came.key, more.key), only_bounds=True)], [named, more, came]


def _heads_by_programme(facts: Facts) -> Linked:
    """Which of the visits to each programme were counted by heads, and that all of these make up all of those."""
    if not headcounts(facts) or len(facts.sources) == 1:
        return [], []
    sums, hidden, parts = [], [], []
    for n in _places(facts)[1:]:
        if visits := attendances(facts, n):
            heads, marked = _heads_and_marked(facts, n)
            counted = _counted(facts, n)
            sums.append(Sum(visits.key, (heads, marked), only_bounds=True))
            hidden += [People(heads, counted), People(marked, visits.count - counted)]
            parts.append(heads)
    return [*sums, Sum(_heads_and_marked(facts, None)[0], tuple(parts), only_bounds=True)], hidden


def _is_headcount(held: Held) -> bool:
    register = held.lines.session.attendance
    is_headcount = register is not None and mode_said(register) is RegisterMode.HEADCOUNT
    return is_headcount and held.count.attendance is not None

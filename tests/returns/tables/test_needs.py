"""Changes are told of a programme only where it is printed that many came, for few of them tell what somebody needs."""

from __future__ import annotations

from typing import Any

import pytest
from tests.returns.planners import TEMPLATE, a_session, a_source, came, facts_of

from amie_planner.returns.disclosure import exact, shareable
from amie_planner.returns.facts import Source
from amie_planner.returns.table import Value, Withheld
from amie_planner.returns.tables import needs
from amie_planner.returns.tables.people import people
from amie_planner.returns.tables.provision import activities

A_CHANGE = [{"id": "d1", "verdict": "worked"}]


def by_name(uid: str, many: int, changes: Any = A_CHANGE) -> Source:
    """So many who came to a session."""
    names = [{"id": f"p{n}"} for n in range(many)]
    register = came(**{person["id"]: "present" for person in names})
    return a_source(uid, people=names, sessions=[a_session("s1", register=register, adaptations=changes)])


def by_heads(uid: str, *counted: int) -> Source:
    """Sessions in each of which so many heads were counted."""
    held = [
        a_session(f"s{n}", register={"mode": "headcount", "headcount": many}, adaptations=A_CHANGE)
        for n, many in enumerate(counted)
    ]
    return a_source(uid, sessions=held)


def changes(*sources: Source, with_people: bool = True, detailed: bool = False) -> list[Value]:
    """What is said of changes in each programme, with the people of each in the same return or without."""
    facts = facts_of(*sources)
    draft = activities(facts, TEMPLATE, detailed=detailed)
    drafts = [draft, *([people(facts, TEMPLATE, detailed=detailed)] if with_people else [])]
    said = exact(drafts) if detailed else shareable(drafts)
    at = [column.name for column in draft.columns].index("Changes used")
    return [row[at] for row in draft.decided(said.say).rows]


@pytest.mark.parametrize(("many", "said"), [(1, Withheld.CONFIDENTIAL), (9, Withheld.CONFIDENTIAL), (10, 1), (24, 1)])
def test_changes_of_a_programme_are_told_from_ten_people_on(many: int, said: Value) -> None:
    assert changes(by_name("u1", many)) == [said]
    assert changes(by_name("u1", many), detailed=True) == [1]
    assert needs.are_many(facts_of(by_name("u1", many)), 1) == (said == 1)


def test_that_there_were_none_is_not_told_of_few_either() -> None:
    assert changes(by_name("u1", 1, []), by_name("u2", 24, [])) == [Withheld.CONFIDENTIAL, 0]


@pytest.mark.parametrize(
    ("counted", "said"), [((30,), 1), ((12, 12), 2), ((2, 4), Withheld.CONFIDENTIAL), ((8, 8), Withheld.CONFIDENTIAL)]
)
def test_where_heads_were_counted_it_is_how_many_came_to_a_session(counted: tuple[int, ...], said: Value) -> None:
    assert changes(by_heads("u1", *counted)) == [said]


def test_it_goes_by_what_is_printed_so_that_it_tells_of_no_count_that_is_not() -> None:
    """Ten people, of whom seven came each time."""
    names = [{"id": f"p{n}"} for n in range(10)]
    registers = [came(**{f"p{n}": "present" for n in range(first, first + 7)}) for first in (0, 3)]
    held = [a_session(f"s{n}", register=each, adaptations=A_CHANGE) for n, each in enumerate(registers)]
    group = a_source(people=names, sessions=held)
    assert changes(group, with_people=True) == [2]
    assert changes(group, with_people=False) == [Withheld.CONFIDENTIAL]


def test_heads_counted_once_do_not_make_many_of_who_is_known_by_name() -> None:
    alone = came(p1="present")
    held = [a_session(f"s{n}", register=alone, adaptations=A_CHANGE) for n in range(9)]
    sharing = a_session("s9", register={"mode": "headcount", "headcount": 110})
    assert changes(a_source("u1", people=[{"id": "p1"}], sessions=[*held, sharing])) == [Withheld.CONFIDENTIAL]

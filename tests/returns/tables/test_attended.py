"""Counts of visits: whose they are, and which of them rest on a headcount."""

from __future__ import annotations

from typing import Any

import pytest
from tests.returns.planners import a_session, a_source, came, facts_of

from amie_planner.returns.table import People, Sum
from amie_planner.returns.tables.attended import (
    again,
    attendances,
    by_programme,
    estimated,
    headcounts,
    in_headcounts,
    linked,
)

HEADS = {"mode": "headcount", "headcount": 6, "people": {"p1": "present"}}
MARKED = {"mode": "people", "people": {"p1": "present"}, "walk_ins": 2}


def a_group(uid: str, *registers: Any) -> Any:
    return a_source(
        uid, people=[{"id": "p1"}], sessions=[a_session(f"s{n}", register=r) for n, r in enumerate(registers)]
    )


def test_visits_are_of_a_programme_or_of_all_and_guests_are_among_them() -> None:
    facts = facts_of(a_group("1", MARKED, None), a_group("2", HEADS))
    assert attendances(facts) == People("attendances", 9)
    assert [attendances(facts, n) for n in (1, 2)] == [
        People("attendances|programme=1", 3),
        People("attendances|programme=2", 6),
    ]
    assert by_programme(facts) == (Sum("attendances", ("attendances|programme=1", "attendances|programme=2")),)


def test_visits_to_the_only_programme_are_all_visits() -> None:
    facts = facts_of(a_group("1", MARKED))
    assert attendances(facts) == attendances(facts, 1) == People("attendances", 3)
    assert by_programme(facts) == ()


def test_nobody_counted_is_blank_and_nobody_there_is_0() -> None:
    assert attendances(facts_of(a_group("1", None))) is None
    assert attendances(facts_of(a_group("1", came(p1="absent")))) == People("attendances", 0)


@pytest.mark.parametrize(
    ("register", "is_headcount"),
    [(HEADS, True), ({"headcount": 3}, True), ({"mode": "headcount"}, False), (MARKED, False), (None, False)],
)
def test_a_headcount_is_what_counts_heads_and_has_a_number(register: Any, is_headcount: bool) -> None:
    session = a_session("s1", status="delivered", register=register)
    facts = facts_of(a_source(people=[{"id": "p1"}], sessions=[session]))
    assert bool(headcounts(facts)) is is_headcount


def test_visits_by_headcount_and_by_name_make_up_all() -> None:
    heads, marked, added = in_headcounts(facts_of(a_group("1", MARKED, HEADS)))
    assert (heads.count, marked.count) == (6, 3)
    assert added == Sum("attendances", (heads.key, marked.key))


def test_visits_where_names_were_marked_are_no_fewer_than_people_in_all_and_in_each_programme() -> None:
    sums, hidden = linked(facts_of(a_group("1", MARKED, HEADS), a_group("2", MARKED)))
    bounds = {each.total: each.parts for each in sums if each.only_bounds}
    one, two = (f"attendances|programme={n}|register=people" for n in (1, 2))
    assert bounds["attendances|register=people"] == ("all", "attendances|register=people|again=all")
    assert (bounds[one][0], bounds[two][0]) == ("programme:1", "programme:2")
    counts = {people.key: people.count for people in hidden}
    assert all(counts[each.total] == sum(counts[part] for part in each.parts) for each in sums)
    assert (counts[one], counts["attendances|programme=1|register=headcount"]) == (3, 6)


def test_without_headcounts_all_visits_are_of_people() -> None:
    facts = facts_of(a_group("1", MARKED, MARKED))
    assert again(facts) == again(facts, 1) == People("attendances|again=all", 5)
    assert again(facts_of(a_group("1", None))) is None


def test_a_headcount_that_is_an_estimate_is_told_apart() -> None:
    facts = facts_of(a_group("1", HEADS | {"estimated": True}, HEADS, MARKED | {"estimated": True}))
    assert estimated(headcounts(facts)) == 1

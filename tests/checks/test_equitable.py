"""Whether support follows barriers: sums person by person, and everybody held against everybody who faces less."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checks.equitable_examples import met, person
from tests.checks.example import DRUMS, SONG, a_term
from tests.plans import a_plan

from amie_planner.checks.equitable import Support, supports, with_less_than_somebody_who_faces_less
from amie_planner.checks.equitable_series import support
from amie_planner.checks.period import period
from amie_planner.checks.reading import read

MINUTES = st.integers(0, 4).flatmap(lambda needed: st.tuples(st.just(needed), st.integers(0, needed)))
GROUPS = st.lists(st.tuples(st.integers(1, 6), MINUTES), max_size=6)


@settings(deadline=None, max_examples=400)
@given(GROUPS)
def test_those_with_less_are_found_as_by_holding_everybody_against_everybody(
    group: list[tuple[int, tuple[int, int]]],
) -> None:
    held = [Support(f"p{n}", weight, *minutes) for n, (weight, minutes) in enumerate(group)]
    found = {s.person for s in with_less_than_somebody_who_faces_less(held)}
    assert found == {s.person for s in held if any(t.weight < s.weight and t.share_met > s.share_met for t in held)}


@pytest.mark.parametrize(
    ("needed", "met", "share"), [(4, 3, Fraction(3, 4)), (9, 0, Fraction(0)), (5, 5, Fraction(1)), (0, 0, Fraction(1))]
)
def test_a_share_is_met_of_needed_and_one_where_nothing_is_needed(needed: int, met: int, share: Fraction) -> None:
    assert Support("p1", 1, needed, met).share_met == share


@pytest.mark.parametrize("minutes_met", [(0, 9), (9, 0)])
def test_nobody_is_held_against_somebody_who_faces_as_much(minutes_met: tuple[int, int]) -> None:
    held = [Support(f"p{n}", 2, 9, met) for n, met in enumerate(minutes_met)]
    assert list(with_less_than_somebody_who_faces_less(held)) == []


def test_weights_and_minutes_are_summed_over_the_requirements_of_each_person() -> None:
    people = [person("p1", "some", "shut out"), person("p2", None, "big", "some"), person("p3", "big")]
    people.append({"id": "p4", "requirements": [{"id": "r40", "weight": "big", "where": ["close"]}]})
    plan = read(
        a_plan(
            activities=[SONG | {"minutes": 7}, DRUMS | {"minutes": 20}],
            parts={"people": people},
            by_design=met("r10", "r20", "r21")["by_design"] + met("r10", "r22", activity="a2")["by_design"],
        )
    )
    assert supports(plan.needs, plan.rows) == (
        Support("p1", 4, 2 * 27, 7 + 20),
        Support("p2", 4, 3 * 27, 7 + 7 + 20),
        Support("p3", 2, 27, 0),
        Support("p4", 2, 0, 0),
    )


def test_over_a_term_minutes_are_summed_over_the_sessions_at_which_each_was_expected() -> None:
    people = [person("p1", "big", "some"), person("p2", "some")]
    first = {"activities": [SONG]} | met("r10", "r20")
    second = {"activities": [SONG | {"minutes": 30}], "not_expected": ["p2"]} | met("r11")
    third = {"activities": [SONG], "adaptations": [{"id": "d1", "activities": "all", "requirements": ["r10", "r11"]}]}
    held = period(a_term(first, second, third, people=people), None, None)
    assert support(held) == (
        Support("p1", 3, 2 * 40, 5 + 30 + 5 + 5),
        Support("p2", 1, 10, 5),
    )

"""Numbers that keep to their bounds, sums and limits: found where there are any, and none where there are none."""

from __future__ import annotations

import subprocess
import sys

import pytest

from amie_planner.returns.adding_up import Limit, Numbers

SUMS = (Limit({0: -1, 1: 1, 2: 1}, 0, 0), Limit({1: -1, 3: 1, 4: 1}, 0, 0))
"""The first is the second and third, the second is the fourth and fifth."""
NO_COSTS = (0.0,) * 5


def numbers(*bounds: tuple[int, int], more: tuple[Limit, ...] = ()) -> Numbers:
    return Numbers([low for low, _ in bounds], [high for _, high in bounds], (*SUMS, *more))


def test_what_is_found_adds_up_within_its_bounds() -> None:
    found = numbers((12, 12), (0, 20), (5, 6), (4, 4), (0, 20)).one_way(4, 0, 20, NO_COSTS)
    assert found in ([12, 7, 5, 4, 3], [12, 6, 6, 4, 2])


@pytest.mark.parametrize(("low", "high"), [(4, 9), (0, 1), (3, 2)])
def test_where_no_number_of_these_adds_up_none_is_found(low: int, high: int) -> None:
    assert numbers((12, 12), (0, 20), (5, 6), (4, 4), (0, 20)).one_way(4, low, high, NO_COSTS) is None


def test_what_was_asked_of_one_place_is_forgotten_when_another_is_asked() -> None:
    asked = numbers((12, 12), (0, 20), (5, 6), (4, 4), (0, 20))
    assert asked.one_way(4, 3, 3, NO_COSTS) == [12, 7, 5, 4, 3]
    assert asked.one_way(2, 6, 6, NO_COSTS) == [12, 6, 6, 4, 2]


def test_of_several_the_one_that_costs_least_is_found() -> None:
    asked = numbers((12, 12), (0, 12), (0, 12), (0, 12), (0, 12))
    assert asked.one_way(3, 0, 12, (0, 0, 0, -1, 0)) == [12, 12, 0, 12, 0]
    assert asked.one_way(3, 0, 12, (0, 0, -1, 0, 0)) == [12, 0, 12, 0, 0]


def test_half_a_person_is_nobody() -> None:
    twice = Limit({3: 1, 4: -1}, 0, 0)
    assert numbers((12, 12), (0, 12), (5, 5), (0, 12), (0, 12), more=(twice,)).one_way(1, 0, 12, NO_COSTS) is None
    assert numbers((12, 12), (0, 12), (5, 6), (0, 12), (0, 12), more=(twice,)).one_way(1, 0, 12, NO_COSTS) == [
        12, 6, 6, 3, 3,
    ]  # fmt: skip


def test_the_solver_says_nothing_on_the_terminal() -> None:
    words = "from amie_planner.returns.adding_up import Numbers; print(Numbers([0], [3], ()).one_way(0, 2, 2, (0,)))"
    said = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert (said.stdout, said.stderr) == ("[2]\n", "")

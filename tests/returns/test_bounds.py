"""What each count can be, where totals are the sums of their parts."""

from __future__ import annotations

from amie_planner.returns.bounds import Bounds, Sums
from amie_planner.returns.hiding import Release, Whole

TRUE = (12, 7, 5, 4, 3)
RELEASE = Release(tuple("abcde"), TRUE, (True,) * 5, (Whole(0, (1, 2)), Whole(1, (3, 4))))
SUMS = Sums.of(RELEASE)


def bounds(*pairs: tuple[int, int]) -> Bounds:
    return Bounds(SUMS, TRUE, [low for low, _ in pairs], [high for _, high in pairs])


def test_each_place_knows_the_sums_that_it_is_in() -> None:
    assert SUMS.wholes == ((0, (1, 2)), (1, (3, 4)))
    assert SUMS.around == ((0,), (0, 1), (0,), (1,), (1,))


def test_a_sum_is_off_by_what_its_parts_gain_more_than_its_total() -> None:
    assert SUMS.off([(1, 1)]) == {0: 1, 1: -1}
    assert SUMS.off([(0, 1), (2, 1)]) == {}


def test_what_is_known_of_one_place_narrows_all_others_from_sum_to_sum() -> None:
    found = bounds((12, 12), (0, 20), (5, 6), (4, 4), (0, 20))
    assert found.narrow(range(5))
    assert (found.low, found.high) == ([12, 6, 5, 4, 2], [12, 7, 6, 4, 3])


def test_where_no_counts_can_add_up_it_says_so() -> None:
    assert not bounds((12, 12), (0, 6), (0, 5), (0, 20), (0, 20)).narrow([1])


def test_a_place_whose_true_count_is_out_of_bounds_has_to_change() -> None:
    found = bounds((12, 12), (0, 20), (0, 20), (0, 20), (3, 3))
    found.set(2, 7, 9)
    assert found.narrow([2])
    assert found.changes == {2: 2, 1: -2, 3: -2}


def test_a_copy_is_narrowed_by_itself() -> None:
    found = bounds((12, 12), (0, 20), (0, 20), (0, 20), (0, 20))
    found.copy().set(1, 1, 1)
    assert (found.low[1], found.changes) == (0, {})

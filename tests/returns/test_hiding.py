"""Rules 1 to 4: how a count is rounded, and that a world is printed alike whatever order its tables stand in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.returns.tables_to_attack import drafts, generated

from amie_planner.returns.disclosure import released
from amie_planner.returns.hiding import FEW, HIDDEN, UNSEEN, Release, Rule, Whole, marks

RULE = Rule()


@pytest.mark.parametrize(
    ("count", "rounded"), [(0, 0), (5, 5), (7, 5), (8, 10), (12, 10), (13, 15), (97, 95), (98, 100)]
)
def test_counts_are_rounded_to_the_nearest_5(count: int, rounded: int) -> None:
    assert RULE.rounded(count) == rounded


@pytest.mark.parametrize("base", [1, 2, 3, 5, 10])
def test_behind_a_rounded_count_stand_just_those_that_round_to_it(base: int) -> None:
    rule = Rule(base=base)
    for printed in range(base, 60, base):
        assert list(rule.behind(printed)) == [c for c in range(rule.threshold, 80) if rule.rounded(c) == printed]
    assert list(rule.behind(0)) == [0]


def test_halves_are_rounded_up() -> None:
    assert Rule(base=10).rounded(15) == 20
    assert Rule(base=2).rounded(7) == 8


def test_the_order_of_wholes_does_not_change_what_is_printed() -> None:
    for made in generated(5, 500):
        release = released(drafts(made))
        turned = replace(release, wholes=release.wholes[::-1])
        assert marks(release, release.counts, RULE) == marks(turned, release.counts, RULE)


def test_what_is_hidden_beside_a_small_count_goes_on_from_row_to_column() -> None:
    #  2  20 | 22        [c] [c]        the 20 leaves its column with one [c] alone: the 30 under it goes too,
    # 40  30 | 70   ->   [c] [c]        and so does the 40 beside that, under the 2
    counts = (2, 20, 22, 40, 30, 70, 42, 50, 92)
    rows = (Whole(2, (0, 1)), Whole(5, (3, 4)), Whole(8, (2, 5)))
    columns = (Whole(6, (0, 3)), Whole(7, (1, 4)), Whole(8, (6, 7)))
    release = Release(tuple("abcdefghi"), counts, (True,) * 9, (*rows, *columns))
    assert marks(release, counts, RULE) == [HIDDEN, HIDDEN, 20, HIDDEN, HIDDEN, 70, 40, 50, 90]


def test_a_whole_with_a_part_that_is_printed_nowhere_hides_nothing_beside_a_small_count() -> None:
    release = Release(("all", "a", "b", "rest"), (60, 3, 30, 27), (True, True, True, False), (Whole(0, (1, 2, 3)),))
    assert marks(release, release.counts, RULE) == [60, HIDDEN, 30, UNSEEN]


def test_a_whole_that_only_bounds_breaks_nothing_down() -> None:
    # 8 visits of 6 people are no group of fewer than 10 that those are part of; nor is a part hidden beside another.
    bounding = Whole(0, (1, 2), only_bounds=True)
    release = Release(("visits", "people", "again"), (8, 6, 2), (True, True, True), (bounding,))
    assert marks(release, release.counts, RULE) == [10, 5, HIDDEN]
    assert marks(replace(release, wholes=(replace(bounding, only_bounds=False),)), release.counts, RULE)[0] == FEW

"""Another world that is printed alike: found where there is one, and never where there is none."""

from __future__ import annotations

from random import Random

import pytest
from tests.returns.attack import Adds, in_print
from tests.returns.tables_to_attack import a_release, drafts, generated, of_counts

from amie_planner.returns.disclosure import RULE, released
from amie_planner.returns.hiding import Release, Whole, marks
from amie_planner.returns.other_worlds import OtherWorlds

NOTHING = frozenset[int]()


def worlds(counts: dict[str, int], sums: tuple[Adds, ...]) -> OtherWorlds:
    return OtherWorlds(released(drafts((counts, sums))), RULE)


def small(found: OtherWorlds) -> list[int]:
    return [place for place, count in enumerate(found.release.counts) if 0 < count < RULE.threshold]


def test_of_8_8_and_1_the_1_could_be_another() -> None:
    assert 3 in worlds(*of_counts(8, 8, 1)).changes(3, NOTHING)


@pytest.mark.parametrize("place", [1, 2])
def test_of_1_1_5_and_5_each_1_is_what_it_is_unless_something_is_withheld(place: int) -> None:
    found = worlds(*of_counts(1, 1, 5, 5))
    assert found.changes(place, NOTHING) == {}
    assert place in found.changes(place, frozenset({0}))


def test_every_place_that_is_found_to_differ_does_so_in_a_world_that_is_printed_alike() -> None:
    for counts, sums in generated(5, 60):
        found = worlds(counts, sums)
        for place in small(found):
            changes = found.changes(place, NOTHING)
            world = [count + changes.get(at, 0) for at, count in enumerate(found.release.counts)]
            assert marks(found.release, world, RULE) == found.said
            named = dict(zip(found.release.keys, world, strict=True))
            assert in_print(named, sums) == in_print(counts, sums), place
            assert all(named[each.total] == sum(named[part] for part in each.parts) for each in sums)


def test_a_count_that_has_a_row_only_because_of_somebody_is_never_0() -> None:
    # Nine schools of nine people, who are “fewer than 10”: each school has a row, so each of them has one.
    counts, whole = (9, *(1,) * 9), Whole(0, tuple(range(1, 10)))
    names, shown = tuple("abcdefghij"), (True,) * 10
    assert OtherWorlds(Release(names, counts, shown, (whole,)), RULE).changes(1, NOTHING)
    sure = Release(names, counts, shown, (whole,), least=(0, *(1,) * 9))
    assert not OtherWorlds(sure, RULE).changes(1, NOTHING)
    assert OtherWorlds(sure, RULE).changes(1, frozenset({0}))


def test_in_forty_tables_about_the_same_people_a_change_is_carried_through_all_of_them() -> None:
    found = worlds(*a_release(Random(60), 60))
    assert all(found.changes(place, NOTHING) for place in small(found))


def test_no_more_are_counted_than_in_what_only_bounds_them() -> None:
    # 28 of three groups: 12 and 12 are printed as 10, the third is “fewer than 10” and made 1 to 4 visits.
    counts, names = (28, 12, 12, 4, 4, 0, 4, 0), ("all", "one", "two", "three", "visits", "again", "new", "old")
    shown = (True, True, True, True, True, False, True, True)
    groups, few, visits = Whole(0, (1, 2, 3)), Whole(3, (6, 7)), Whole(4, (3, 5), only_bounds=True)
    assert OtherWorlds(Release(names, counts, shown, (groups, few)), RULE).changes(3, NOTHING)
    assert not OtherWorlds(Release(names, counts, shown, (groups, few, visits)), RULE).changes(3, NOTHING)

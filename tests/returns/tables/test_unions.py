"""Groups and all of them: what adds up where nobody is in two, and where somebody is."""

from __future__ import annotations

from amie_planner.returns.table import People, Sum
from amie_planner.returns.tables.unions import bounded, union

ALL, ONE, TWO = People("all|new=yes", 9), People("programme:1|new=yes", 5), People("programme:2|new=yes", 4)


def test_groups_without_anybody_in_common_make_up_all() -> None:
    assert union("places", ALL, [ONE, TWO], disjoint=True) == ([Sum(ALL.key, (ONE.key, TWO.key))], [])


def test_where_somebody_is_in_two_the_groups_make_up_more_than_all() -> None:
    more = People("programme:2|new=yes", 6)
    sums, hidden = union("places", ALL, [ONE, more], disjoint=False)
    every, further = People("places|new=yes", 11), People("further places|new=yes", 2)
    assert sums[:2] == [Sum(every.key, (ONE.key, more.key)), Sum(every.key, (ALL.key, further.key))]
    assert hidden[:2] == [every, further]


def test_no_group_is_more_than_all_though_somebody_is_in_two() -> None:
    more = People("programme:2|new=yes", 6)
    rest = [People(f"all|new=yes but {group.key}", 9 - group.count) for group in (ONE, more)]
    bounds = [
        Sum(ALL.key, (group.key, left.key), only_bounds=True) for group, left in zip((ONE, more), rest, strict=True)
    ]
    assert bounded(ALL, [ONE, more, ALL, more]) == (bounds, rest)
    sums, hidden = union("places", ALL, [ONE, more], disjoint=False)
    assert (sums[2:], hidden[2:]) == (bounds, rest)


def test_two_groups_of_the_same_people_are_two_parts() -> None:
    sums, hidden = union("places", ALL, [ALL, ALL], disjoint=False)
    assert sums[0] == Sum("places|new=yes", (ALL.key, "places:2|new=yes"))
    assert People("places:2|new=yes", 9) in hidden


def test_a_group_that_is_everybody_says_nothing_new() -> None:
    assert union("places", ALL, [ALL], disjoint=True) == ([], [])

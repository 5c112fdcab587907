"""Rule 5: what can be worked out is withheld, and no more than that."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.returns.attack import pinned_by_the_rules, what_each_would_print
from tests.returns.tables_to_attack import drafts, every, of_counts

from amie_planner.returns.audit import Audited, audited
from amie_planner.returns.disclosure import RULE, released, shareable
from amie_planner.returns.hiding import Release, Whole

NOTHING = frozenset[int]()


@pytest.mark.parametrize("counts", [(8, 8, 1), (20, 3, 0), (5, 5, 5, 1), (30, 30), (3, 2, 1), (6, 6, 12, 0, 4)])
def test_a_table_in_which_every_small_count_could_be_another_is_left_as_it_is(counts: tuple[int, ...]) -> None:
    found = audited(released(drafts(of_counts(*counts))), RULE)
    assert (found.totals, found.parts) == (NOTHING, NOTHING)


def test_a_table_that_gives_a_count_away_loses_its_total_and_all_its_parts() -> None:
    found = audited(released(drafts(of_counts(1, 1, 5, 5))), RULE)
    assert (found.totals, found.parts) == ({0}, {1, 2, 3, 4})


def test_of_two_breakdowns_only_the_one_that_gives_a_count_away_is_withheld() -> None:
    # Of all 60 people 12 are in a group that is broken down in a telling way.
    counts = (60, 12, 48, 1, 1, 5, 5)
    release = Release(tuple("abcdefg"), counts, (True,) * 7, (Whole(0, (1, 2)), Whole(1, (3, 4, 5, 6))))
    found = audited(release, RULE)
    assert (found.totals, found.parts) == (NOTHING, {3, 4, 5, 6})


def test_a_total_that_stands_in_other_sums_goes_only_where_its_parts_alone_do_not_suffice() -> None:
    # That 12 are in both of two breakdowns is said twice: by the one that gives a count away, and by 6 and 6.
    counts = (12, 1, 1, 5, 5, 6, 6)
    release = Release(tuple("abcdefg"), counts, (True,) * 7, (Whole(0, (1, 2, 3, 4)), Whole(0, (5, 6))))
    found = audited(release, RULE)
    assert (found.totals, found.parts) == (NOTHING, {1, 2, 3, 4})


def test_beside_a_total_that_is_given_a_true_0_stays() -> None:
    counts = (12, 1, 1, 5, 5, 0, 6, 6)
    release = Release(tuple("abcdefgh"), counts, (True,) * 8, (Whole(0, (1, 2, 3, 4, 5)), Whole(0, (6, 7))))
    assert audited(release, RULE) == Audited(parts=frozenset({1, 2, 3, 4}))


def test_one_small_count_that_stands_in_many_sums_does_not_blank_them() -> None:
    # 2 of 24 have not been asked any of ten questions, and everybody else answered yes or no to each.
    parts = [(1 + 3 * n, 2 + 3 * n, 3 + 3 * n) for n in range(10)]
    counts = (24, *(count for _ in parts for count in (12, 10, 2)))
    release = Release(tuple(map(str, counts)), counts, (True,) * len(counts), tuple(Whole(0, each) for each in parts))
    assert audited(release, RULE) == Audited()


def test_where_other_tables_still_give_a_count_away_they_are_withheld_too() -> None:
    # 0  0   0 |  0      Of 10 to 12 people 10 to 12 are in the last column, and at least 1 in each of the others:
    # 1  1  10 | 12      the row says so, and the totals of columns say it again.
    # 1  1  10 | 12
    worlds, sums = every((2, 3), [12])
    (made,) = [w for w in worlds if (w["all|q0=1"], w["all|q1=0"], w["all|q1=1"]) == (12, 1, 1)]
    release = released(drafts((made, sums)))
    found = audited(release, RULE)
    assert {release.keys[place] for place in found.totals} == {"all|q1=2"}


SMALL_WORLDS = [
    pytest.param((4,), range(1, 18), id="1 question of 4"),
    pytest.param((2, 2), range(1, 18), id="2 by 2"),
    pytest.param((2, 3), [10, 11, 12], id="2 by 3", marks=pytest.mark.on_demand),
]


@pytest.mark.parametrize(("boxes", "people"), SMALL_WORLDS)
def test_in_small_worlds_just_that_is_withheld_which_could_be_worked_out(
    boxes: tuple[int, ...], people: Iterable[int]
) -> None:
    worlds, sums = every(boxes, people)
    prints = what_each_would_print(worlds, sums)
    telling = {print_ for print_ in prints if pinned_by_the_rules(dict(zip(worlds[0], print_, strict=True)), prints)}
    withheld = [world for world in worlds if audited(released(drafts((world, sums))), RULE).places]
    assert what_each_would_print(withheld, sums).keys() == telling


def test_of_a_class_and_a_band_in_which_one_has_not_answered_nothing_is_withheld_that_need_not_be() -> None:
    # A general return of 36 people and three questions: a search of our own lost its way, and 49 counts with it.
    held = json.loads((Path(__file__).parent / "36-people.json").read_text("utf-8"))
    wholes = tuple(Whole(of, tuple(parts), bool(one), bool(only)) for of, parts, one, only in held["wholes"])
    printed = tuple(map(bool, held["printed"]))
    names = tuple(map(str, range(len(printed))))
    release = Release(names, tuple(held["counts"]), printed, wholes, tuple(held["least"]))
    assert audited(release, RULE) == Audited()


def test_it_can_be_ended_before_each_small_count() -> None:
    asked = list[int]()

    def go_on() -> None:
        asked.append(1)
        if len(asked) == 2:
            raise InterruptedError

    counts = drafts(of_counts(1, 2, 3, 20))
    with pytest.raises(InterruptedError):
        shareable(counts, RULE, go_on)
    assert len(asked) == 2

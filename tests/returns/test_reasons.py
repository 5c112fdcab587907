"""Limits by which counts stay hidden for the reasons for which they are hidden."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from amie_planner.returns.adding_up import Limit
from amie_planner.returns.disclosure import RULE
from amie_planner.returns.hiding import Beside, Release, Whole
from amie_planner.returns.reasons import answers_alike, hidden_alike


def keeps_to(limits: Sequence[Limit], world: Sequence[int]) -> bool:
    sums = [(sum(weight * world[place] for place, weight in limit.weights.items()), limit) for limit in limits]
    return all(limit.least <= found <= limit.most for found, limit in sums)


@pytest.mark.parametrize(
    ("world", "alike"),
    [((6, 6, 7, 9), True), ((5, 5, 6, 6), True), ((6, 5, 7, 9), False), ((6, 6, 6, 9), False), ((6, 6, 9, 5), False)],
)
def test_beside_what_is_hidden_alone_the_same_stay_the_smallest(world: tuple[int, ...], alike: bool) -> None:
    assert keeps_to(tuple(hidden_alike([Beside((0, 1), (2, 3))])), world) is alike


@pytest.mark.parametrize(
    ("true", "alike", "otherwise"),
    [
        ((20, 18, 2), (20, 19, 1), (20, 17, 3)),
        ((20, 17, 3), (20, 3, 17), (20, 18, 2)),
        ((20, 17, 3), (20, 10, 10), (20, 0, 20)),
        ((20, 0, 0), (20, 0, 0), (20, 1, 0)),
        ((20, 12, 8), (20, 8, 12), (20, 0, 0)),
    ],
)
def test_nearly_all_answers_are_the_same_or_are_not_as_in_truth(
    true: tuple[int, ...], alike: tuple[int, ...], otherwise: tuple[int, ...]
) -> None:
    release = Release(("all", "yes", "no"), true, (True,) * 3, (Whole(0, (1, 2), one_thing=True),))
    limits = tuple(answers_alike(release, RULE))
    assert (keeps_to(limits, true), keeps_to(limits, alike), keeps_to(limits, otherwise)) == (True, True, False)


def test_of_other_questions_answers_are_not_held_to_be_alike() -> None:
    release = Release(("all", "yes", "no"), (20, 18, 2), (True,) * 3, (Whole(0, (1, 2)),))
    assert not tuple(answers_alike(release, RULE))

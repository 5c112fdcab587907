"""Counts of a new return held beside earlier ones, by key: whatever leaves few people is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from amie_planner.domain.records import Figure, ReturnRelease
from amie_planner.returns.differencing import same_visits, told_apart

FIRST, LAST = date(2026, 9, 1), date(2027, 8, 31)


def a_release(id: str, *counts: tuple[str, int], programmes: Sequence[str] = ("u1",), **more: object) -> ReturnRelease:
    """A release of these counts by key."""
    figures = [Figure(table="t", about=about, row=about, column="Count", people=many) for about, many in counts]
    fields = {"made_on": LAST, "profile": "shareable", "first": FIRST, "last": LAST, **more}
    return ReturnRelease.made(id=id, programmes=programmes, figures=figures, **fields)


def warned(new: ReturnRelease, *earlier: ReturnRelease) -> list[str]:
    """The rows of the figures that are told."""
    return [figure.row or "" for figure, _ in told_apart(new, earlier)]


SUBGROUPS = (
    ([("all", 40)], [("all|gender=girl", 38)]),
    ([("all", 40)], [("all|gender=girl", 20), ("all|gender=boy", 17)]),
    ([("all|gender=girl", 20)], [("all|gender=boy", 17), ("all", 40)]),
    ([("all|gender=answered", 40)], [("all|gender=girl", 20), ("all|gender=boy", 17)]),
    ([("all", 40)], [("all|gender=answered", 30), ("all|gender=not known", 8)]),
    ([("all|stage=ks2", 40)], [("all|gender=girl|stage=ks2", 38)]),
    ([("all", 40)], [("delivery:small group", 38)]),
    ([("all|stage=ks2", 40)], [("delivery:small group|stage=ks2", 38)]),
    ([("all", 40)], [("all|school=1", 37)]),
    ([("all", 40)], [("all|school=1", 20), ("all|school=2", 17)]),
    ([("attendances", 400)], [("attendances|register=headcount", 397)]),
)


@pytest.mark.parametrize(("before", "now"), SUBGROUPS)
def test_a_subgroup_beside_its_total_is_warned_of(before: list[tuple[str, int]], now: list[tuple[str, int]]) -> None:
    one, two = a_release("release1", *before), a_release("release2", *now)
    assert warned(two, one)
    assert warned(one, two)


def test_programmes_are_the_same_whatever_place_they_have_in_a_return() -> None:
    earlier = a_release("release1", ("programme:2|stage=ks2", 38), programmes=("u1", "u2"))
    assert warned(a_release("release2", ("all|stage=ks2", 40), programmes=("u2",)), earlier)
    assert warned(a_release("release2", ("programme:1|stage=ks2", 40), programmes=("u2", "u1")), earlier)
    assert not warned(a_release("release2", ("programme:2|stage=ks2", 40), programmes=("u2", "u1")), earlier)


def test_a_school_is_the_same_whatever_place_it_has_in_a_return() -> None:
    earlier, now = (
        ReturnRelease.made(
            id=f"release{n}",
            programmes=["u1"],
            figures=[
                {"table": "schools", "about": f"all|school={n}", "row": row, "column": "Pupils", "people": 38 + n}
            ],
            made_on=LAST,
            profile="shareable",
            first=FIRST,
            last=LAST,
        )
        for n, row in ((1, "Rain Academy"), (2, "Rain Academy"))
    )
    assert warned(now, earlier) == ["Rain Academy"]


def test_visits_to_the_programmes_make_up_all_visits() -> None:
    earlier = a_release("release1", ("attendances|programme=1", 100), ("attendances|programme=2", 200))
    both = earlier.revised(programmes=("u1", "u2"))
    assert warned(a_release("release2", ("attendances", 303), programmes=("u1", "u2", "u3")), both)


NOTHING = (
    ([("all", 40)], [("all", 40)]),
    ([("all", 40)], [("all", 45)]),
    ([("all", 40)], [("all|stage=ks2", 35)]),
    ([("all", 40)], [("attendances", 42)]),
    ([("all|stage=ks1", 40)], [("all|stage=ks2", 38)]),
    ([("all", 3)], [("all|schools=any", 2)]),
)


@pytest.mark.parametrize(("before", "now"), NOTHING)
def test_what_tells_of_nobody_is_not_warned_of(before: list[tuple[str, int]], now: list[tuple[str, int]]) -> None:
    assert not warned(a_release("release2", *now), a_release("release1", *before))


def test_other_days_and_other_programmes_are_not_held_together() -> None:
    now = a_release("release2", ("all", 40))
    other_days = a_release("release1", ("all", 38), first="2025-09-01", last="2026-08-31")
    assert not warned(now, other_days, a_release("release1", ("all", 38), programmes=("u2",)))


LONGER = {"last": date(2027, 12, 31)}
"""Days beyond the year; whether anybody came then is told by the visits."""


def test_the_same_visits_of_more_days_or_programmes_tell_no_more() -> None:
    counts = (("all", 40), ("attendances", 300), ("all|stage=ks2", 38), ("programme:1", 22), ("programme:2", 21))
    one = a_release("release1", *counts, programmes=("u1", "u2"))
    for more in (LONGER, {"programmes": ("u1", "u2", "u3")}):
        other = a_release("release2", *counts, **{"programmes": ("u1", "u2")} | more)
        assert same_visits(one, other) and same_visits(other, one)
        assert not warned(other, one)
        assert not warned(one, other)


def test_a_subgroup_of_the_same_visits_is_held_against_its_total_whatever_the_days() -> None:
    one = a_release("release1", ("all", 40), ("attendances", 300))
    other = a_release("release2", ("all|gender=girl", 38), ("attendances", 300), **LONGER)
    assert warned(other, one)
    assert warned(one, other)


@pytest.mark.parametrize(
    ("counts", "more"),
    [
        ((("all", 40), ("attendances", 301)), LONGER),
        ((("all", 41), ("attendances", 300)), LONGER),
        ((("all", 40),), LONGER),
        ((("all", 40), ("attendances", 300)), {"first": date(2026, 10, 1), "last": date(2027, 12, 31)}),
        ((("all", 40), ("attendances", 300)), {"programmes": ("u2",)}),
    ],
)
def test_visits_that_may_be_others_are_not_the_same(counts: tuple[tuple[str, int], ...], more: dict[str, Any]) -> None:
    one = a_release("release1", ("all", 40), ("attendances", 300))
    assert not same_visits(one, a_release("release2", *counts, **more))


def test_many_parts_are_given_up_in_time() -> None:
    places = [(f"attendances|programme={n}", 20 + 3 * n) for n in range(1, 60)]
    programmes = [f"u{n}" for n in range(1, 60)]
    earlier = [a_release(f"release{n}", *places, programmes=programmes) for n in range(5)]
    total = sum(many for _, many in places) + 2
    now = a_release("release9", ("attendances", total), programmes=[*programmes, "u99"])
    assert warned(now, *earlier)

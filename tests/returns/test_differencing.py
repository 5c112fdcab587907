"""Counts of a new return held beside earlier ones, by key: whatever leaves few people is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from amie_planner.domain.records import Figure, ReturnRelease
from amie_planner.returns.differencing import told_apart
from amie_planner.returns.readings import same_visits

FIRST, LAST = date(2026, 9, 1), date(2027, 8, 31)


def a_release(id: str, *counts: tuple[str, int], programmes: Sequence[str] = ("u1",), **more: object) -> ReturnRelease:
    """A release of these counts by key."""
    figures = [Figure(table="t", about=about, row=about, column="Count", people=many) for about, many in counts]
    fields = {"made_on": LAST, "profile": "shareable", "first": FIRST, "last": LAST, **more}
    return ReturnRelease.made(id=id, programmes=programmes, figures=figures, **fields)


def in_rows(
    id: str, table: str, *counts: tuple[str, str, int], programmes: Sequence[str], **more: object
) -> ReturnRelease:
    """A release of these counts by row and key."""
    figures = [Figure(table=table, about=about, row=row, column="C", people=many) for row, about, many in counts]
    return a_release(id, programmes=programmes, **more).revised(figures=tuple(figures))


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


def test_each_release_that_said_a_count_is_warned_of() -> None:
    earlier = [a_release(id, ("all", 31)) for id in ("r1", "r2", "r3")]
    [(_, beside)] = told_apart(a_release("r4", ("all", 29)), [*earlier, a_release("r5", ("all", 20))])
    assert [release.id for release in beside] == ["r1", "r2", "r3"]


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


def test_a_programme_that_is_all_there_is_is_not_held_beside_itself_of_another_year() -> None:
    now = in_rows("r2", "people", ("All", "all", 26), ("Band", "all", 26), programmes=("u1",))
    year_before = {"first": date(2025, 9, 1), "last": date(2026, 8, 31)}
    before = in_rows("r1", "people", ("All", "all", 24), ("Band", "all", 24), programmes=("u1",), **year_before)
    other = in_rows("r1", "people", ("All", "all", 24), ("Band", "all", 24), programmes=("u2",))
    assert not warned(now, before)
    assert not warned(now, other)


LONGER: dict[str, Any] = {"last": date(2027, 12, 31)}
"""Days beyond the year; whether anybody came then is told by the visits."""


SHIFTED: dict[str, Any] = {"first": date(2026, 9, 2), "last": date(2027, 12, 31)}


def test_the_same_visits_of_more_days_or_programmes_tell_no_more() -> None:
    counts = (("all", 40), ("attendances", 300), ("all|stage=ks2", 38), ("programme:1", 22), ("programme:2", 21))
    one = a_release("release1", *counts, programmes=("u1", "u2"))
    for more in (LONGER, SHIFTED, {"programmes": ("u1", "u2", "u3")}):
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
        ((("all", 40), ("attendances", 300)), {"first": date(2027, 9, 1), "last": date(2027, 12, 31)}),
        ((("all", 40), ("attendances", 300)), {"programmes": ("u2",)}),
    ],
)
def test_visits_that_may_be_others_are_not_the_same(counts: tuple[tuple[str, int], ...], more: dict[str, Any]) -> None:
    one = a_release("release1", ("all", 40), ("attendances", 300))
    assert not same_visits(one, a_release("release2", *counts, **more))


def not_printed(release: ReturnRelease, **totals: int) -> ReturnRelease:
    """A release that notes how many came, and how often, though it does not say so."""
    unseen = (Figure(about=about, people=many) for about, many in totals.items())
    return release.revised(figures=(*unseen, *release.figures))


HALF, WHOLE = (("all|gender-alone=girl", 13), ("all|gender-alone=boy", 11)), (("all", 27),)
"""What leaves three people who are neither."""


@pytest.mark.parametrize("more", [{}, LONGER, SHIFTED, {"programmes": ("u1", "u2")}])
@pytest.mark.parametrize("visits", [100, 120])
def test_parts_and_their_total_are_held_together_where_almost_the_same_people_came(
    more: dict[str, Any], visits: int
) -> None:
    one = not_printed(a_release("release1", *HALF), all=27, attendances=100)
    other = not_printed(a_release("release2", *WHOLE, **more), all=27, attendances=visits)
    assert warned(other, one)
    assert warned(one, other)


def test_parts_are_not_held_beside_the_total_of_a_shorter_time_in_which_others_came() -> None:
    part = not_printed(a_release("release1", ("all|gender=girl", 38)), all=80, attendances=900)
    short = a_release("release2", ("all", 40), last="2026-12-31")
    assert not warned(not_printed(short, all=40, attendances=300), part)


def test_a_part_of_some_of_the_days_is_held_beside_a_total_unless_the_total_of_those_days_is_the_same() -> None:
    total = a_release("release2", ("all|stage=ks2", 40))
    part = ("all|gender=girl|stage=ks2", 38)
    assert warned(total, a_release("release1", part, last="2026-12-31"))
    assert not warned(total, a_release("release1", part, ("all|stage=ks2", 40), last="2026-12-31"))


def test_what_is_not_printed_is_not_told() -> None:
    one, other = (not_printed(a_release(f"release{n}"), all=n, attendances=n) for n in (40, 42))
    assert not warned(other, one)


def test_nobody_is_no_part_that_tells_of_the_others() -> None:
    assert not warned(a_release("release2", ("all|gender=boy", 0)), a_release("release1", ("all|gender=answered", 3)))


ENSEMBLE = "Ensemble, band or choir"


def test_a_kind_of_provision_is_the_same_when_one_programme_is_all_of_it_no_more() -> None:
    before = in_rows(
        "release1",
        "lessons",
        (f"{ENSEMBLE}, Key Stage 3", "programme:2|gender-alone=girl|stage=ks3", 7),
        (f"{ENSEMBLE}, Key Stage 2", "programme:2|stage=ks2", 23),
        programmes=("u1", "u2"),
    )
    now = in_rows(
        "release2",
        "lessons",
        (f"{ENSEMBLE}, Key Stage 3", "delivery:ensemble|gender-alone=girl|stage=ks3", 9),
        (f"{ENSEMBLE}, Key Stage 2", "delivery:ensemble|stage=ks2", 36),
        programmes=("u1", "u2", "u3"),
    )
    for one, other in ((before, now), (now, before)):
        assert warned(other, one) == [f"{ENSEMBLE}, Key Stage 3"]


def test_parts_of_a_kind_of_provision_are_held_beside_its_total_when_there_is_more_of_it() -> None:
    row = f"Key Stage 3, {ENSEMBLE}"
    girls, boys = ((row, f"programme:2|gender-alone={gender}|stage=ks3", 7) for gender in ("girl", "boy"))
    before = in_rows("release1", "lessons", girls, boys, programmes=("u1", "u2"))
    every = (row, "delivery:ensemble|stage=ks3", 17)
    assert warned(in_rows("release2", "lessons", every, programmes=("u1", "u2", "u3")), before)


def test_a_programme_is_the_same_when_it_has_the_people_of_another_no_more() -> None:
    before = in_rows(
        "release1",
        "activities",
        ("Brass", "programme:1", 15),
        ("Strings", "programme:1", 15),
        programmes=("u1", "u2", "u3"),
    )
    now = in_rows("release2", "activities", ("Strings", "programme:2", 17), programmes=("u1", "u2", "u3"))
    assert warned(now, before) == ["Strings"]
    assert warned(before, now) == ["Strings"]


GENDERS = (
    ("gender=girl", "gender-alone=girl"),
    ("gender=answered", "gender-alone=girl"),
    ("gender=asked", "gender-alone=another"),
    ("gender-alone=another", "gender=non-binary"),
    ("gender-alone=not-known", "gender=prefer not to say"),
)


@pytest.mark.parametrize(("whole", "part"), GENDERS)
def test_who_ticked_one_box_alone_is_held_beside_all_who_ticked_it(whole: str, part: str) -> None:
    one, other = a_release("release1", (f"all|{part}", 13)), a_release("release2", (f"all|{whole}", 15))
    assert warned(other, one)
    assert warned(one, other)


def test_girls_alone_and_all_boys_are_held_beside_all_who_answered() -> None:
    earlier = a_release("release1", ("all|gender-alone=girl", 13))
    assert warned(a_release("release2", ("all|gender=boy", 12), ("all|gender=answered", 27)), earlier)


def test_many_parts_are_given_up_in_time() -> None:
    places = [(f"attendances|programme={n}", 20 + 3 * n) for n in range(1, 60)]
    programmes = [f"u{n}" for n in range(1, 60)]
    earlier = [a_release(f"release{n}", *places, programmes=programmes) for n in range(5)]
    total = sum(many for _, many in places) + 2
    now = a_release("release9", ("attendances", total), programmes=[*programmes, "u99"])
    assert warned(now, *earlier)

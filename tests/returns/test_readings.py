"""What a figure counts: every way to read it, and who is some of whom."""

from __future__ import annotations

from datetime import date

import pytest

from amie_planner.domain.records import Figure, ReturnRelease
from amie_planner.returns.readings import About, Cell, almost_the_same_people, cells, place_of, wholes

FIRST, LAST = date(2026, 9, 1), date(2027, 8, 31)
KS2 = ("stage", "ks2")


def a_release(*programmes: str, everybody: int | None = None, first: date = FIRST, last: date = LAST) -> ReturnRelease:
    """A release of a school year, with how many came where that is known."""
    figures = () if everybody is None else (Figure(about="all", people=everybody),)
    return ReturnRelease.made(
        id="r", made_on=LAST, profile="exact", first=first, last=last, programmes=programmes, figures=figures
    )


YEAR = a_release("u1", "u2")


def read(about: str, *, table: str = "people", row: str = "") -> tuple[tuple[frozenset[str], str, About], ...]:
    found = cells(Figure(table=table, about=about, row=row, people=7), YEAR, place_of(YEAR))
    return tuple((cell.place.programmes, cell.what, cell.about) for cell in found)


def test_a_key_says_where_and_of_whom() -> None:
    everywhere = frozenset({"u1", "u2"})
    assert read("all|stage=ks2") == ((everywhere, "people", frozenset({KS2})),)
    assert read("programme:2|stage=ks2") == ((frozenset({"u2"}), "people", frozenset({KS2})),)
    assert read("delivery:ensemble") == ((everywhere, "people", frozenset({("delivery", "ensemble")})),)
    assert read("attendances|programme=1") == ((frozenset({"u1"}), "attendances", frozenset()),)


@pytest.mark.parametrize(
    ("row", "kind"),
    [("Ensemble, band or choir, Key Stage 2", "ensemble"), ("Kind not recorded", ""), ("Whole class", "whole class")],
)
def test_a_row_of_the_lessons_grid_says_its_kind_too(row: str, kind: str) -> None:
    one_programme, kind_of_all = read("programme:2|stage=ks2", table="lessons", row=row)
    assert one_programme == (frozenset({"u2"}), "people", frozenset({KS2}))
    assert kind_of_all == (frozenset({"u1", "u2"}), "people", frozenset({KS2, ("delivery", kind)}))
    assert len(read("all", table="lessons", row="All kinds, All Key Stages")) == 1


def test_a_figure_is_read_for_each_place_that_its_release_may_be_of() -> None:
    longer = place_of(a_release("u1", "u2", last=date(2027, 12, 31)))
    figure = Figure(table="people", about="programme:2", people=7)
    assert [cell.place.last for cell in cells(figure, YEAR, place_of(YEAR), longer)] == [LAST, longer.last]


@pytest.mark.parametrize(
    ("other", "are"),
    [
        (a_release("u1", "u2", everybody=44), True),
        (a_release("u1", everybody=36), True),
        (a_release("u1", "u2", "u3", everybody=40, first=date(2026, 10, 1), last=date(2028, 1, 1)), True),
        (a_release("u1", "u2", everybody=45), False),
        (a_release("u1", "u3", everybody=40), False),
        (a_release("u1", "u2", everybody=40, first=date(2027, 9, 1), last=date(2028, 1, 1)), False),
        (a_release("u1", "u2"), False),
    ],
)
def test_almost_the_same_people_came_where_few_more_did_in_days_and_programmes_that_meet(
    other: ReturnRelease, are: bool
) -> None:
    one = a_release("u1", "u2", everybody=40)
    assert almost_the_same_people(one, other) is are
    assert almost_the_same_people(other, one) is are


def test_girls_alone_are_some_of_all_girls_and_of_all_who_answered() -> None:
    alone, girl = ("gender-alone", "girl"), ("gender", "girl")
    found = set(wholes(frozenset({KS2, alone}), *alone))
    assert {frozenset({KS2}), frozenset({KS2, girl}), frozenset({KS2, ("gender", "answered")})} <= found
    assert frozenset({KS2, alone}) not in set(wholes(frozenset({KS2, girl}), *girl))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (("gender", "girl"), ("gender", "boy"), True),
        (("gender-alone", "girl"), ("gender", "boy"), True),
        (("gender-alone", "girl"), ("gender", "girl"), False),
        (("gender-alone", "not-known"), ("gender", "answered"), True),
        (("gender", "answered"), ("gender", "girl"), False),
        (KS2, ("gender", "girl"), False),
    ],
)
def test_nobody_is_in_two_answers_to_one_question(one: tuple[str, str], other: tuple[str, str], apart: bool) -> None:
    here, there = (Cell(place_of(YEAR), "people", frozenset({each})) for each in (one, other))
    assert here.apart_from(there) is apart

"""Months of birth that cannot be are told: in a form they look like any other."""

from __future__ import annotations

import pytest
from tests.returns.planners import a_session, a_source, came, facts_of

from amie_planner.returns.births import CannotBe, births_in_short, wrong_births
from amie_planner.returns.facts import Source


def a_choir(*people: dict[str, str]) -> Source:
    """Everybody came on 8 September and 6 October 2026."""
    listed = [{"id": f"p{n}", **person} for n, person in enumerate(people)]
    register = came(**{person["id"]: "present" for person in listed})
    sessions = [a_session("s1", register=register), a_session("s2", "2026-10-06", register=register)]
    return a_source(title="Choir", people=listed, sessions=sessions)


@pytest.mark.parametrize(
    ("born", "year", "why"),
    [
        ("2031-07", "Y5", CannotBe.UNBORN),
        ("2026-10", "", CannotBe.UNBORN),
        ("2026-09", "", None),
        ("1925-09", "", CannotBe.TOO_OLD),
        ("1925-10", "", None),
        ("1931-07", "Y5", CannotBe.AND_IN_SCHOOL),
        ("1931-07", "", None),
        ("1931-07", "College", None),
        ("2016-07", "Y5", None),
        ("2012-07", "Y5", None),
    ],
)
def test_it_is_told_by_the_day_on_which_they_first_came(born: str, year: str, why: CannotBe | None) -> None:
    found = wrong_births(facts_of(a_choir({"born": born, "school_year": year})))
    assert [each.why for each in found] == ([why] if why else [])


def test_whoever_came_to_no_session_is_in_no_return_and_not_told() -> None:
    assert not list(wrong_births(facts_of(a_source(people=[{"id": "p", "born": "2031-07"}]))))


def test_in_short_it_is_said_of_how_many_and_of_nobody_by_name() -> None:
    people = [{"alias": f"Zarq{n}", "born": born} for n, born in enumerate(("2031-07", "2032-01", "1900-01"))]
    assert list(births_in_short(facts_of(a_choir(*people)))) == [
        "“Choir”, 2 people: the month of birth is later than the day on which they came.",
        "“Choir”, 1 person: the month of birth makes them more than 100 years old.",
    ]

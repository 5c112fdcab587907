"""How it stands with a person, in a few words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain.profile import access_said, review_said

TODAY = date(2026, 11, 22)
ACTIVE = {"id": "r1", "barrier": "attitudes", "active": True}
PAST = {"id": "r2", "barrier": "attitudes", "active": False}
OTHER = {"id": "p2", "requirements": [{"id": "r9", "active": True, "review_on": "2020-01-01"}]}


def access(**fields: Any) -> str:
    series = a_series(people=[{"id": "p1"} | fields, OTHER])
    return access_said(series.people[0], series)


def review(**fields: Any) -> str:
    series = a_series(people=[{"id": "p1"} | fields, OTHER])
    return review_said(series.people[0], series, TODAY)


@pytest.mark.parametrize("asked", [None, False])
def test_whoever_has_no_requirement_and_no_answer_was_not_asked_yet(asked: bool | None) -> None:
    assert access(asked_about_access=asked) == "not asked yet"


@pytest.mark.parametrize("requirements", [[], [PAST]])
def test_asked_and_nothing_needed_is_an_answer(requirements: list[dict[str, Any]]) -> None:
    assert access(asked_about_access=True, requirements=requirements) == "asked: nothing needed"


@pytest.mark.parametrize("asked", [None, True])
def test_requirements_that_are_still_in_the_way_are_counted(asked: bool | None) -> None:
    assert access(asked_about_access=asked, requirements=[ACTIVE, PAST]) == "1 access requirement"
    assert access(asked_about_access=asked, requirements=[ACTIVE, ACTIVE | {"id": "r3"}]) == "2 access requirements"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (None, ""),
        ("2026-11-22", ""),
        ("2026-11-23", ""),
        ("2026-11-21", "review was due 21 November"),
        ("2025-10-20", "review was due 20 October 2025"),
    ],
)
def test_a_review_was_due_once_its_day_has_passed(day: str | None, said: str) -> None:
    assert review(review_on=day) == said
    assert review(requirements=[ACTIVE | {"review_on": day}]) == said
    assert review(requirements=[PAST | {"review_on": day}]) == ""


def test_the_earliest_review_that_was_due_is_said() -> None:
    later, earlier = {"review_on": "2026-10-20"}, {"review_on": "2026-09-01"}
    assert review(**later, requirements=[ACTIVE | earlier]) == "review was due 1 September"

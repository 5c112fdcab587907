"""The stretches of a programme that can be looked back over, by the names that a leader gives them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.ui.models.periods import Stretch, stretches, to_begin_with

TODAY = date(2026, 11, 22)
AUTUMN = {"label": "Autumn", "from": "2026-09-01", "to": "2026-12-18"}
SPRING = {"from": "2027-01-04", "to": "2027-03-26"}


def offered(today: date = TODAY, *days: str, **programme: Any) -> tuple[Stretch, ...]:
    sessions = [{"id": f"s{n}", "title": "One", "date": day} for n, day in enumerate(days)]
    return stretches(a_series(sessions=sessions, programme={"uid": "u1", "title": "Sound", **programme}), today)


def test_the_whole_programme_comes_first_with_the_days_of_the_programme():
    whole, *_ = offered(**{"from": "2026-09-08", "to": "2027-07-20"})
    assert whole == Stretch("whole", "The whole programme", date(2026, 9, 8), date(2027, 7, 20))
    assert offered()[0].first is offered()[0].last is None


def test_each_term_is_called_by_its_label_or_its_number():
    terms = offered(terms=[AUTUMN, SPRING, {"label": "Without days"}])[1:-1]
    assert [(term.id, term.name) for term in terms] == [("term/1", "Autumn"), ("term/2", "Term 2")]
    assert (terms[1].first, terms[1].last) == (date(2027, 1, 4), date(2027, 3, 26))


def test_a_school_year_goes_from_september_to_august_and_has_a_session_or_today():
    years = offered(TODAY, "2024-08-31", "2024-09-01", "2026-09-08")[1:]
    assert [year.name for year in years] == [
        "School year 2023 to 2024",
        "School year 2024 to 2025",
        "School year 2026 to 2027",
    ]
    assert (years[0].first, years[0].last) == (date(2023, 9, 1), date(2024, 8, 31))
    assert [year.id for year in offered(date(2026, 8, 31))[1:]] == ["year/2025"]


def test_a_day_at_the_edge_of_the_calendar_makes_no_school_year():
    assert [year.id for year in offered(TODAY, "0001-01-01", "9999-12-31")[1:]] == ["year/2026"]


@pytest.mark.parametrize(
    ("today", "id"),
    [(date(2026, 12, 18), "term/1"), (date(2027, 1, 4), "term/2"), (date(2026, 12, 19), "whole")],
)
def test_the_term_of_today_is_where_one_begins_else_the_whole_programme(today: date, id: str):
    assert to_begin_with(offered(today, terms=[AUTUMN, SPRING]), today).id == id


def test_a_term_that_is_open_on_one_side_is_not_begun_with():
    assert to_begin_with(offered(terms=[{"from": "2026-09-01"}]), TODAY).id == "whole"

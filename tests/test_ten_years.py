"""The planner of ten years that the benchmarks fill: as large as it says, whole, and the same each time."""

from __future__ import annotations

from collections.abc import Iterable

from tests.ten_years import one_group, planner, today

from amie_planner.domain.plan import Series
from amie_planner.domain.records import Register
from amie_planner.domain.vocabulary import Status
from amie_planner.exchange import plan_file


def test_a_year_is_five_groups_who_meet_forty_times() -> None:
    made = tuple(planner(1))
    assert len(made) == 5
    assert sum(len(series.sessions) for series in made) == 200
    assert sum(len(lines.adaptations) for series in made for lines in series.sessions) == 2_000
    assert sum(len(series.people) for series in made) == 150


def test_years_after_the_first_bring_ten_new_people_to_each_group() -> None:
    assert [len(_people(planner(count))) for count in (1, 2, 3)] == [150, 200, 250]


def test_every_programme_is_one_that_a_plan_file_holds() -> None:
    assert [plan_file.read(plan_file.write(series)).in_order() for series in planner(2)] == [
        series.in_order() for series in planner(2)
    ]


def test_what_is_over_was_held_and_what_lies_ahead_is_planned() -> None:
    for lines in (lines for series in planner(2) for lines in series.sessions):
        assert lines.session.date
        over = lines.session.date < today(2)
        assert lines.session.status is (Status.DELIVERED if over else Status.PLANNED)
        assert len((lines.session.attendance or Register()).people) == (30 if over else 0)


def test_some_sessions_lie_in_the_week_that_it_is_looked_at() -> None:
    days = [lines.session.date for series in planner(2) for lines in series.sessions if lines.session.date]
    assert sum(0 <= (day - today(2)).days < 7 for day in days) == 5


def test_a_group_can_go_on_for_years_in_one_programme() -> None:
    series = one_group(3)
    assert [len(series.sessions), len(series.people), len(series.voice)] == [120, 30, 120]
    assert series.in_order() == series.sessions
    assert plan_file.read(plan_file.write(series)).in_order() == series.in_order()


def test_the_same_seed_makes_the_same_planner() -> None:
    assert tuple(planner(1, seed=7)) == tuple(planner(1, seed=7))
    assert tuple(planner(1, seed=7)) != tuple(planner(1, seed=8))


def _people(every: Iterable[Series]) -> set[str | None]:
    return {person.alias for series in every for person in series.people}

"""Running: what is now, next and left in each group, and how the session stands against its plan."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from tests.plans import a_plan

from amie_planner.domain.plan import Plan
from amie_planner.domain.running import Phase, Running, is_its_day, running

DAY = "2026-09-08"
THREE = [{"id": "a1", "minutes": 10}, {"id": "a2", "minutes": 20}, {"id": "a3", "minutes": 15}]
GROUPS = [
    {"id": "a1", "minutes": 10},
    {"id": "s1", "minutes": 20, "strand": "Strings"},
    {"id": "d1", "minutes": 5, "strand": "Drums"},
    {"id": "d2", "minutes": 10, "strand": "Drums"},
    {"id": "a2", "minutes": 5},
]


def planned(activities: list[dict[str, Any]] = THREE, **session: Any) -> Plan:
    return a_plan(activities=activities, **({"date": DAY, "start": "10:00", "minutes": 45} | session))


def at(clock: str, day: str = DAY) -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}")


def stands(clock: str, actual: dict[str, Any] | None = None, day: str = DAY, **given: Any) -> Running:
    return running(planned(actual=actual or {}, **given), at(clock, day))


def now_and_next(run: Running) -> list[tuple[str, str | None, list[str]]]:
    return [(g.strand, g.now and g.now.activity.id, [s.activity.id for s in g.next]) for g in run.groups]


def test_nothing_is_begun_until_it_is():
    run = stands("09:50")
    assert run.phase is Phase.NOT_BEGUN
    assert now_and_next(run) == [("", None, ["a1"])]
    assert run.ends is None


def test_now_next_and_minutes_left():
    run = stands("10:07:59", {"a1": {"start": "10:02"}})
    assert now_and_next(run) == [("", "a1", ["a2"])]
    now = run.groups[0].now
    assert now is not None
    assert (run.gone(now), run.left(now)) == (5, 5)


def test_over_its_time_the_minutes_left_are_negative_and_what_is_given_counts():
    late = stands("10:15", {"a1": {"start": "10:02"}})
    given = stands("10:15", {"a1": {"start": "10:02", "added": 5}})
    assert [run.left(run.steps[0]) for run in (late, given)] == [-3, 2]


def test_what_has_no_length_has_no_minutes_left():
    run = stands("10:15", {"a1": {"start": "10:02"}}, activities=[{"id": "a1"}])
    assert (run.left(run.steps[0]), run.gone(run.steps[0])) == (None, 13)


def test_a_clock_that_was_set_back_gives_no_negative_minutes():
    run = stands("09:10", {"a1": {"start": "10:02"}})
    assert (run.phase, run.gone(run.steps[0]), run.left(run.steps[0])) == (Phase.UNDER_WAY, 0, 10)


@pytest.mark.parametrize(
    ("clock", "actual", "ends", "behind"),
    [
        ("10:05", {"a1": {"start": "10:00"}}, 645, 0),
        ("10:05", {"a1": {"start": "10:04"}}, 649, 4),
        ("10:14", {"a1": {"start": "10:00"}}, 649, 4),
        ("10:05", {"a1": {"start": "10:00", "added": 5}}, 650, 5),
        ("10:07", {"a1": {"start": "10:00", "minutes": 7}, "a2": {"start": "10:07"}}, 642, -3),
        ("10:05", {"a1": {"start": "10:00"}, "a2": {"skipped": True}}, 625, -20),
    ],
)
def test_the_end_as_it_looks_now(clock: str, actual: dict[str, Any], ends: int, behind: int):
    run = stands(clock, actual)
    assert (run.ends, run.to_end, run.until, run.behind) == (ends, 645, 645, behind)


def test_a_pinned_start_is_waited_for():
    pinned = [*THREE[:2], {"id": "a3", "minutes": 15, "pinned_start": "10:40"}]
    assert stands("10:05", {"a1": {"start": "10:00"}}, activities=pinned).ends == 655
    assert stands("10:35", {"a1": {"start": "10:00"}}, activities=pinned).ends == 670


def test_each_group_has_its_own_now_and_next():
    actual = {
        "a1": {"start": "10:00", "minutes": 10},
        "s1": {"start": "10:10"},
        "d1": {"start": "10:10", "minutes": 5},
        "d2": {"start": "10:15"},
    }
    run = stands("10:16", actual, activities=GROUPS)
    assert now_and_next(run) == [("Strings", "s1", ["a2"]), ("Drums", "d2", ["a2"])]
    assert [group.own for group in run.groups] == [False, False]
    assert run.ends == 635
    drums = run.group("Drums")
    assert drums is not None and drums.strand == "Drums"


def test_what_a_group_left_behind_is_not_waited_for():
    actual = {"a1": {"start": "10:00", "minutes": 10}, "s1": {"start": "10:10"}}
    done = actual | {"d2": {"start": "10:15", "minutes": 2}}
    assert stands("10:28", done, activities=GROUPS).ends == 635


def test_a_group_that_is_done_waits_for_the_others():
    actual = {"s1": {"start": "10:10"}, "d1": {"start": "10:10", "minutes": 5}, "d2": {"start": "10:15", "minutes": 2}}
    run = stands("10:20", actual, activities=GROUPS)
    assert now_and_next(run) == [("Strings", "s1", ["a2"]), ("Drums", None, ["a2"])]
    assert [group.going for group in run.groups] == [True, False]


def test_groups_begin_together():
    run = stands("10:03", {"a1": {"start": "10:00"}}, activities=GROUPS)
    assert now_and_next(run) == [("", "a1", ["s1", "d1"])]


@pytest.mark.parametrize(
    ("clock", "day", "phase"),
    [
        ("13:45", DAY, Phase.UNDER_WAY),
        ("13:46", DAY, Phase.LEFT_RUNNING),
        ("10:05", "2026-09-09", Phase.LEFT_RUNNING),
        ("09:00", "2026-12-24", Phase.LEFT_RUNNING),
    ],
)
def test_three_hours_beyond_its_length_it_was_left_running(clock: str, day: str, phase: Phase):
    assert stands(clock, {"a1": {"start": "10:00"}}, day).phase is phase


def test_one_left_running_was_to_end_when_planned_or_when_its_last_activity_began():
    late = {"a1": {"start": "10:00", "minutes": 50}, "a2": {"start": "10:50"}}
    assert stands("10:05", {"a1": {"start": "10:00"}}, "2026-09-09").planned_end == 645
    assert stands("10:05", late, "2026-09-09").planned_end == 650
    assert stands("10:05", {"a1": {"start": "10:00"}}, "2026-09-09", minutes=None).planned_end == 645


def test_across_midnight_it_goes_on():
    run = stands("00:10", {"a1": {"start": "23:58"}}, "2026-09-09", start="23:55")
    assert (run.phase, run.left(run.steps[0]), run.behind) == (Phase.UNDER_WAY, -2, 5)


@pytest.mark.parametrize("given", [{"ended": "10:49"}, {"status": "delivered"}])
def test_it_is_over_when_it_ended_or_is_delivered(given: dict[str, Any]):
    done = {"a1": {"start": "10:04", "minutes": 45}}
    assert stands("10:50", done, **given).phase is Phase.OVER


def test_when_it_is_over_it_says_how_far_from_the_plan_it_ended():
    assert stands("12:00", {"a1": {"start": "10:04", "minutes": 45}}, ended="10:49").behind == 4


def test_times_written_down_later_are_no_session_that_runs():
    written = {"a1": {"start": "10:00", "minutes": 10}}
    assert stands("10:05", written, "2026-09-20").phase is Phase.OVER
    assert stands("10:05", {"a1": {"minutes": 10}}, "2026-09-20").phase is Phase.NOT_BEGUN


@pytest.mark.parametrize(
    ("now", "is_it"),
    [
        (at("00:00"), True),
        (at("23:59"), True),
        (at("03:00", "2026-09-09"), False),
        (at("10:00", "2026-09-07"), False),
    ],
)
def test_a_session_is_for_its_day(now: datetime, is_it: bool):
    assert is_its_day(planned().session, now) is is_it


def test_the_night_of_a_late_session_is_its_day_too():
    assert is_its_day(planned(start="23:30").session, at("00:20", "2026-09-09"))
    assert not is_its_day(planned(start=None).session, at("00:20", "2026-09-09"))
    assert not is_its_day(planned(date=None).session, at("10:00"))


@pytest.mark.parametrize(
    "activities",
    [[], [{"id": "b1", "skip": True}]],
)
def test_a_plan_with_nothing_to_do_has_no_groups(activities: list[dict[str, Any]]):
    run = stands("10:00", activities=activities)
    assert (run.groups, run.group(""), run.steps, run.phase) == ((), None, (), Phase.NOT_BEGUN)


@pytest.mark.parametrize("clock", ["00:30", "01:30", "02:30"])
@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25", "2028-02-29"])
def test_on_the_days_when_clocks_change_the_plan_stands(clock: str, day: str):
    run = stands(clock, {"a1": {"start": clock}}, day, date=day, start=clock)
    assert (run.phase, run.left(run.steps[0]), run.behind) == (Phase.UNDER_WAY, 10, 0)

"""While a session runs: each press is one change, whatever is pressed in whatever order, and back is its inverse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plans import a_plan

from amie_planner.domain.changes import inverse
from amie_planner.domain.edits.parts import Changes
from amie_planner.domain.edits.running import (
    add_minutes,
    back_one,
    begin_session,
    end_session,
    next_activity,
    skip_next,
)
from amie_planner.domain.plan import Plan
from amie_planner.domain.records import Actual, Session
from amie_planner.domain.running import Phase, running
from amie_planner.domain.steps import State
from amie_planner.errors import AmieError

START = datetime(2026, 9, 8, 10, 0)
THREE = [{"id": "a1", "minutes": 10}, {"id": "a2", "minutes": 20}, {"id": "a3", "minutes": 15}]
GROUPS = [
    {"id": "a1", "minutes": 10},
    {"id": "s1", "minutes": 20, "strand": "Strings"},
    {"id": "d1", "minutes": 5, "strand": "Drums"},
    {"id": "d2", "minutes": 10, "strand": "Drums"},
    {"id": "a2", "minutes": 5},
]


def planned(activities: list[dict[str, Any]] = THREE, **session: Any) -> Plan:
    return a_plan(activities=activities, **({"date": "2026-09-08", "start": "10:00", "minutes": 45} | session))


def after(plan: Plan, changes: Changes) -> Plan:
    for change in changes:
        assert isinstance(change.after, Session) and change.before == plan.session
        plan = replace(plan, session=change.after)
    return plan


def at(minute: int) -> datetime:
    return START + timedelta(minutes=minute)


def begun(**given: Any) -> Plan:
    plan = planned(**given)
    return after(plan, begin_session(plan, START))


def pressed(plan: Plan, *presses: tuple[int, Callable[..., Changes], str]) -> Plan:
    for minute, press, strand in presses:
        plan = after(plan, press(plan, at(minute), strand=strand))
    return plan


def kept(plan: Plan) -> dict[str, tuple[str, int | None]]:
    return {id: (f"{a.start:%H:%M}" if a.start else "", a.minutes) for id, a in plan.session.actual.items()}


def test_beginning_begins_the_first():
    plan = begun()
    assert kept(plan) == {"a1": ("10:00", None)}
    assert running(plan, START).phase is Phase.UNDER_WAY


def test_next_ends_what_is_under_way_and_begins_the_following():
    assert kept(pressed(begun(), (12, next_activity, ""))) == {"a1": ("10:00", 12), "a2": ("10:12", None)}


def test_plan_b_and_what_was_skipped_are_passed_over():
    with_b = [*THREE[:1], {"id": "b1", "minutes": 5, "skip": True}, *THREE[1:]]
    plan = pressed(begun(activities=with_b), (5, skip_next, ""), (9, next_activity, ""))
    assert plan.session.actual["a2"] == Actual(skipped=True)
    assert kept(plan) == {"a1": ("10:00", 9), "a2": ("", None), "a3": ("10:09", None)}


def test_next_after_the_last_ends_the_session_and_it_is_delivered():
    plan = pressed(begun(), (10, next_activity, ""), (30, next_activity, ""), (44, next_activity, ""))
    assert kept(plan) == {"a1": ("10:00", 10), "a2": ("10:10", 20), "a3": ("10:30", 14)}
    assert (plan.session.ended, plan.session.status) == (time(10, 44), "delivered")
    assert running(plan, at(50)).phase is Phase.OVER


def test_minutes_are_given_to_what_is_under_way():
    plan = begun()
    plan = after(plan, add_minutes(plan, at(3), 5))
    plan = after(plan, add_minutes(plan, at(4), 1))
    assert plan.session.actual == {"a1": Actual(start=time(10), added=6)}
    assert running(plan, at(4)).left(running(plan, at(4)).steps[0]) == 12


def test_next_in_one_group_does_not_end_what_the_other_does():
    plan = pressed(begun(activities=GROUPS), (10, next_activity, ""), (14, next_activity, "Drums"))
    assert kept(plan) == {"a1": ("10:00", 10), "s1": ("10:10", None), "d1": ("10:10", 4), "d2": ("10:14", None)}


def test_after_the_groups_all_go_on_together():
    plan = pressed(begun(activities=GROUPS), (10, next_activity, ""), (14, next_activity, "Drums"))
    plan = pressed(plan, (20, next_activity, "Drums"))
    assert "a2" not in kept(plan)
    assert next_activity(plan, at(21), "Drums") == ()
    plan = pressed(plan, (30, next_activity, "Strings"))
    assert kept(plan)["a2"] == ("10:30", None)
    assert kept(plan)["s1"] == ("10:10", 20)


def test_one_group_cannot_take_back_what_began_the_other_once_it_has_gone_on():
    plan = pressed(begun(activities=GROUPS), (10, next_activity, ""), (14, next_activity, "Drums"))
    assert back_one(plan, at(15), "Strings") == ()
    plan = pressed(plan, (15, back_one, "Drums"), (15, back_one, "Drums"))
    assert kept(plan) == {"a1": ("10:00", None)}


def test_back_from_what_all_do_takes_up_what_ended_last():
    plan = pressed(begun(activities=GROUPS), (10, next_activity, ""), (14, next_activity, "Drums"))
    plan = pressed(plan, (20, next_activity, "Drums"), (20, next_activity, "Strings"), (21, back_one, ""))
    assert kept(plan)["s1"] == ("10:10", None)
    assert kept(plan)["d2"] == ("10:14", 6)


def test_back_from_the_first_is_as_if_it_had_not_begun():
    plan = pressed(begun(), (1, back_one, ""))
    assert (plan.session.actual, running(plan, at(1)).phase) == ({}, Phase.NOT_BEGUN)
    assert back_one(plan, at(2)) == ()


BEFORE: list[dict[str, Any]] = [
    {"date": "2026-09-01", "status": "cancelled"},
    {"date": "2026-09-15", "status": "draft"},
    {"date": None, "status": None},
    {"status": "delivered", "actual": {"a1": {"minutes": 9}, "a2": {"skipped": True}}},
    {"status": "delivered", "actual": {"a1": {"start": "10:00", "minutes": 9}}, "ended": "10:20"},
]
"""Sessions as they can be before they are begun."""


@pytest.mark.parametrize("given", BEFORE)
def test_back_out_of_the_beginning_takes_back_day_status_and_minutes(given: dict[str, Any]):
    plan = planned(**given)
    begin = begin_session(plan, START)
    then = after(plan, begin)
    assert (then.session.date, then.session.status, then.session.ended) == (START.date(), "planned", None)
    then = pressed(then, (10, next_activity, ""), (11, back_one, ""))
    assert after(then, back_one(then, at(12), "", begin[0])).session == plan.session


def test_back_further_on_takes_back_one_step_and_no_more():
    plan = planned(date="2026-09-01", status="cancelled")
    begin = begin_session(plan, START)
    then = pressed(after(plan, begin), (10, next_activity, ""))
    assert after(then, back_one(then, at(12), "", begin[0])).session == after(plan, begin).session


def test_back_leaves_what_was_changed_since_it_was_begun():
    plan = planned(date="2026-09-01", actual={"a2": {"minutes": 4}, "a3": {"minutes": 5}})
    begin = begin_session(plan, START)
    then = after(plan, begin)
    moved = replace(then, session=then.session.revised(date="2026-09-09"), activities=then.activities[:2])
    back = after(moved, back_one(moved, at(3), "", begin[0])).session
    assert (back.date, kept(replace(moved, session=back))) == (date(2026, 9, 9), {"a2": ("", 4)})


def test_back_after_the_end_opens_it_again():
    plan = pressed(begun(), (10, next_activity, ""))
    ended = after(plan, end_session(plan, at(20)))
    assert pressed(ended, (25, back_one, "")).session == plan.session


def test_back_after_an_end_with_nothing_to_tell_when_takes_up_the_last():
    plan = planned(
        actual={"a1": {"start": "10:00", "minutes": 3}, "a2": {"start": "10:03", "minutes": 4}}, ended="10:30"
    )
    assert kept(pressed(plan, (31, back_one, ""))) == {"a1": ("10:00", 3), "a2": ("10:03", None)}


def test_beginning_again_forgets_what_was_kept():
    plan = pressed(begun(), (10, next_activity, ""))
    plan = after(plan, end_session(plan, at(20)))
    plan = after(plan, begin_session(plan, at(21)))
    assert (kept(plan), plan.session.ended, plan.session.status) == ({"a1": ("10:21", None)}, None, "planned")


def test_a_session_without_a_day_is_held_on_the_day_it_is_begun():
    plan = planned(date=None)
    assert after(plan, begin_session(plan, START)).session.date == date(2026, 9, 8)


def test_a_session_of_another_day_moves_and_one_of_the_same_night_does_not():
    plan, late = planned(date="2026-09-01"), planned(start="23:30")
    assert after(plan, begin_session(plan, START)).session.date == date(2026, 9, 8)
    assert after(late, begin_session(late, datetime(2026, 9, 9, 0, 10))).session.date == date(2026, 9, 8)


@pytest.mark.parametrize("activities", [[], [{"id": "b1", "skip": True}]])
def test_there_must_be_something_to_begin(activities: list[dict[str, Any]]):
    with pytest.raises(AmieError, match="no activity to begin"):
        begin_session(planned(activities=activities), START)


@pytest.mark.parametrize("press", [next_activity, back_one, skip_next])
def test_nothing_is_pressed_in_a_plan_with_nothing_to_do(press: Callable[..., Changes]):
    assert press(planned(activities=[]), START) == ()
    assert add_minutes(planned(activities=[]), START, 1) == ()


def test_nothing_but_the_beginning_is_pressed_before_it():
    assert [press(planned(), START) for press in (next_activity, back_one, skip_next)] == [(), (), ()]
    assert add_minutes(planned(), START, 5) == ()


def test_what_several_groups_begin_at_once_is_not_skipped():
    assert skip_next(begun(activities=GROUPS), at(2)) == ()


def test_what_all_do_next_is_skipped_once_the_other_groups_are_done():
    plan = pressed(begun(activities=GROUPS[1:]), (5, next_activity, "Drums"))
    assert skip_next(plan, at(6), "Strings") == ()
    plan = pressed(plan, (6, next_activity, "Strings"), (8, skip_next, "Drums"))
    assert plan.session.actual["a2"].skipped
    assert kept(pressed(plan, (9, back_one, "Strings")))["s1"] == ("10:00", None)
    assert "a2" not in kept(pressed(plan, (9, back_one, "Drums")))


def test_what_was_moved_before_the_running_one_ends_with_it():
    moved = planned(actual={"a2": {"start": "10:00"}, "a1": {"start": "10:00"}})
    assert kept(pressed(moved, (5, next_activity, ""))) == {
        "a1": ("10:00", 5),
        "a2": ("10:00", 5),
        "a3": ("10:05", None),
    }


@pytest.mark.parametrize("way", ["next", "back", "skip", "add"])
def test_one_left_running_is_only_ended(way: str):
    assert WAYS[way](begun(), at(24 * 60), "") == ()


def test_one_left_running_ends_when_it_did():
    plan = after(begun(), end_session(begun(), at(24 * 60), time(10, 40)))
    assert (kept(plan), plan.session.ended) == ({"a1": ("10:00", 40)}, time(10, 40))


@pytest.mark.parametrize(
    ("now", "end"), [(60, time(9, 59)), (60, time(11, 30)), (3000, time(22, 1)), (3000, time(9, 0))]
)
def test_it_did_not_end_before_its_last_activity_began_nor_yet_to_come(now: int, end: time):
    with pytest.raises(AmieError, match="still under way at 10:00"):
        end_session(begun(), at(now), end)


def test_an_end_past_midnight_is_the_same_night():
    plan = planned(start="23:30")
    plan = after(plan, begin_session(plan, datetime(2026, 9, 8, 23, 30)))
    plan = after(plan, end_session(plan, datetime(2026, 9, 9, 9, 0), time(0, 15)))
    assert kept(plan) == {"a1": ("23:30", 45)}


PLANS = st.sampled_from([THREE, GROUPS, GROUPS[1:], [*THREE[:1], *GROUPS[1:4]], GROUPS[1:3], THREE[:1]])
PRESSES = st.lists(
    st.tuples(
        st.integers(0, 9),
        st.sampled_from(["next", "next", "next", "back", "skip", "add", "end"]),
        st.sampled_from(["Strings", "Drums"]),
    ),
    max_size=14,
)
WAYS: dict[str, Callable[[Plan, datetime, str], Changes]] = {
    "next": next_activity,
    "back": back_one,
    "skip": skip_next,
    "add": lambda plan, now, strand: add_minutes(plan, now, 5, strand),
    "end": lambda plan, now, strand: end_session(plan, now) if plan.session.ended is None else (),
}


@given(PLANS, PRESSES)
def test_whatever_is_pressed_no_group_does_two_things_and_each_press_can_be_undone(
    activities: list[dict[str, Any]], presses: list[tuple[int, str, str]]
):
    plan, minute = begun(activities=activities), 0
    for wait, way, strand in presses:
        minute += wait
        changes = WAYS[way](plan, at(minute), strand)
        then = after(plan, changes)
        assert len(changes) <= 1
        assert after(then, inverse(changes)) == plan
        plan = then
        run = running(plan, at(minute))
        going = [s for s in run.steps if s.state is State.UNDER_WAY]
        assert len({s.activity.strand for s in going}) == len(going)
        assert {s.activity.id for s in going} <= {g.now.activity.id for g in run.groups if g.now}
        assert (run.phase is Phase.OVER) == (plan.session.ended is not None)


def test_groups_that_began_together_do_not_go_back_while_one_has_left_something_out():
    plan = begun(activities=[*THREE[:1], *GROUPS[1:4]])
    for way, strand in (("next", "Strings"), ("skip", "Drums")):
        plan = after(plan, WAYS[way](plan, at(1), strand))
    assert back_one(plan, at(2), "Strings") == ()
    plan = after(plan, back_one(plan, at(2), "Drums"))
    assert kept(after(plan, back_one(plan, at(2), "Strings"))).keys() == {"a1"}


@settings(max_examples=200)
@given(PLANS, PRESSES, st.sampled_from(["next", "skip"]), st.sampled_from(["Strings", "Drums"]))
def test_back_after_a_step_is_as_it_was(
    activities: list[dict[str, Any]], presses: list[tuple[int, str, str]], way: str, strand: str
):
    plan, minute = begun(activities=activities), 0
    for wait, before, of in presses:
        minute += wait + 1
        plan = after(plan, WAYS[before](plan, at(minute), of)) if before != "end" else plan
    changes = WAYS[way](plan, at(minute + 1), strand)
    then = after(plan, changes)
    if changes:
        group = running(then, at(minute + 1)).group(strand)
        back = after(then, back_one(then, at(minute + 2), group.strand if group else ""))
        assert back.session.actual == plan.session.actual
        assert back.session.ended is None


@given(st.lists(st.integers(0, 90), min_size=3, max_size=3))
def test_what_was_planned_and_what_it_took_add_up(lasted: list[int]):
    plan, minute = begun(), 0
    for minutes in lasted:
        minute += minutes
        plan = after(plan, next_activity(plan, at(minute)))
    run = running(plan, at(minute))
    assert [step.minutes for step in run.steps] == lasted
    assert run.ended is not None and run.began is not None
    assert sum(lasted) == run.ended - run.began
    assert run.behind == sum(lasted) - sum(step.activity.minutes or 0 for step in run.steps)

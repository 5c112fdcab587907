"""Plans and series: what counts, who is expected, what came before, and what a change leaves untouched."""

from __future__ import annotations

import random
from typing import Any

import pytest
from tests.example_plans import SPACE_SOUNDS
from tests.plans import a_plan, a_series

from amie_planner.domain.changes import Change, add, inverse, remove, revise
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Activity, InSession, Record, Requirement, Session
from amie_planner.exchange.plan_file import read

DAY = [
    {"id": "a1", "kind": "sing"},
    {"id": "a2", "kind": "break"},
    {"id": "a3", "kind": "play", "skip": True},
    {"id": "a4"},
]


def ids(records: Any) -> list[str]:
    return [record.id for record in records]


def test_plan_b_and_breaks_are_not_counted() -> None:
    assert ids(a_plan(activities=DAY).counted) == ["a1", "a4"]


def test_an_adaptation_is_read_unless_all_its_activities_are_uncounted() -> None:
    adaptations = [
        {"id": "d1", "activities": "all"},
        {"id": "d2", "activities": []},
        {"id": "d3", "activities": ["a3", "a4"]},
        {"id": "d4", "activities": ["a2", "a3"]},
    ]
    assert ids(a_plan(activities=DAY, adaptations=adaptations).read_adaptations) == ["d1", "d2", "d3"]
    assert ids(a_plan(activities=[{"id": "a1", "kind": "break"}], adaptations=[
        {"id": "d1", "activities": "all"}, {"id": "d2"}
    ]).read_adaptations) == ["d2"]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (None, ["p1", "p2", "p3", "p4"]),
        ("2026-09-07", ["p1", "p3"]),
        ("2026-09-08", ["p1", "p2", "p3", "p4"]),
        ("2026-10-01", ["p1", "p2", "p3", "p4"]),
        ("2026-10-02", ["p1", "p2"]),
    ],
)
def test_the_people_of_a_plan_are_its_members_on_the_day(day: str | None, expected: list[str]) -> None:
    people = [
        {"id": "p1"},
        {"id": "p2", "joined": "2026-09-08"},
        {"id": "p3", "left": "2026-10-01"},
        {"id": "p4", "joined": "2026-09-08", "left": "2026-10-01"},
    ]
    assert ids(a_plan(parts={"people": people}, date=day).expected) == expected
    assert ids(a_plan(parts={"people": people}, date=day, not_expected=["p1"]).expected) == expected[1:]


@pytest.mark.parametrize("day", [None, "2026-09-08"])
def test_somebody_archived_without_a_day_on_which_they_left_is_in_no_plan(day: str | None) -> None:
    people = [{"id": "p1", "archived": True}, {"id": "p2", "archived": True, "left": "2026-10-01"}, {"id": "p3"}]
    expected = ["p2", "p3"] if day else ["p3"]
    assert ids(a_plan(parts={"people": people}, date=day).expected) == expected


ORDERED: list[dict[str, Any]] = [
    {"date": "2026-09-01", "start": "10:00", "number": 9},
    {"date": "2026-09-01", "start": "11:00", "number": 1},
    {"date": "2026-09-01", "start": "11:00", "number": 2},
    {"date": "2026-09-01", "start": "11:00"},
    {"date": "2026-09-01"},
    {"date": "2026-09-02", "start": "09:00"},
    {"start": "08:00", "number": 1},
    {"start": "08:00", "number": 2},
    {"number": 1},
]


def test_sessions_come_by_date_start_and_number_with_the_undated_last() -> None:
    made = [{"id": f"s{n}", "title": "S", **fields} for n, fields in enumerate(ORDERED)]
    in_order = ids(lines.session for lines in a_series(sessions=made).in_order())
    assert in_order == [f"s{n}" for n in range(len(ORDERED))]
    assert ids(x.session for x in a_series(sessions=made[::-1]).in_order()) == in_order


def test_sessions_that_nothing_tells_apart_come_in_the_order_of_the_file() -> None:
    made = [{"id": id, "title": "S", "date": "2026-09-01"} for id in ("b", "c", "a")]
    assert ids(lines.session for lines in a_series(sessions=made).in_order()) == ["b", "c", "a"]


def test_previous_sessions_pass_over_cancelled_and_draft_ones() -> None:
    earlier: tuple[dict[str, Any], ...] = (
        {"date": "2026-09-01", "status": "delivered"},
        {"date": "2026-09-02", "status": "cancelled"},
        {"date": "2026-09-03", "status": "draft"},
        {"date": "2026-09-04", "status": "planned"},
        {"date": "2026-09-05"},
        {"date": "2026-09-09"},
    )
    plan = a_plan(earlier=earlier, date="2026-09-08")
    assert ids(lines.session for lines in plan.earlier) == ["s1", "s2", "s3", "s4", "s5"]
    assert ids(lines.session for lines in plan.previous) == ["s1", "s4", "s5"]


def test_a_plan_holds_its_session_and_what_the_programme_shares() -> None:
    series = read(SPACE_SOUNDS.read_bytes())
    plan = series.plan("s2")
    assert (plan.session.title, len(plan.people), len(plan.replies)) == ("Moon landing", 3, 1)
    assert plan.activities == series.sessions[1].activities
    assert plan.earlier == series.sessions[:1]


def test_a_session_that_is_not_here_has_no_plan() -> None:
    with pytest.raises(KeyError):
        a_series().plan("s9")


def test_a_series_is_gathered_from_its_records_in_any_order() -> None:
    series = read(SPACE_SOUNDS.read_bytes())
    records = list(series.records())
    assert records[0] == series.programme
    random.Random(4).shuffle(records)
    assert Series.of(records) == series


def test_a_series_needs_its_programme() -> None:
    with pytest.raises(ValueError, match="needs its programme"):
        Series.of([])


def test_records_come_after_what_they_belong_to() -> None:
    seen: set[str] = set()
    for record in read(SPACE_SOUNDS.read_bytes()).records():
        seen.add(record.id)
        belongs_to = {"person": isinstance(record, Requirement), "session": isinstance(record, InSession)}
        assert record.programme in seen
        assert all(getattr(record, owner) in seen for owner, holds in belongs_to.items() if holds)


def changed(series: Series, *changes: Change) -> Series:
    """The series after the changes, once it is shown that they can be taken back."""
    after = series.after(changes)
    assert after.after(inverse(changes)) == series
    return after


def test_changes_add_revise_and_remove_records_wherever_they_stand() -> None:
    series = read(SPACE_SOUNDS.read_bytes())
    first = series.sessions[0]
    place = {"programme": series.programme.id, "session": "s1"}
    after = changed(
        series,
        revise(series.programme, title="Renamed"),
        remove(series.people[2]),
        revise(first.session, title="Landing"),
        add(Activity.made(**place, id="a8", position=2, title="New")),
        remove(first.activities[0]),
        revise(first.activities[1], position=9),
    )
    assert after.programme.title == "Renamed"
    assert ids(after.people) == ["p1", "p2"]
    assert after.sessions[0].session.title == "Landing"
    assert ids(after.sessions[0].activities) == ["a3", "a8", "a4", "a5", "a6", "a7", "a2"]


def test_what_a_change_does_not_touch_is_the_same_object() -> None:
    series = read(SPACE_SOUNDS.read_bytes())
    after = series.after([revise(series.sessions[0].intentions[0], text="Other")])
    assert after.sessions[1] is series.sessions[1]
    assert after.sessions[0].activities is series.sessions[0].activities
    assert after.people is series.people


def test_a_session_comes_and_goes_with_its_lines() -> None:
    series = read(SPACE_SOUNDS.read_bytes())
    gone: list[Record] = list(series.sessions[0].held)
    after = changed(series, *map(remove, reversed(gone)))
    assert ids(lines.session for lines in after.sessions) == ["s2"]


def test_lines_of_a_session_that_is_not_here_are_left_out() -> None:
    lost = Activity.made(programme="u1", session="s9", id="a1")
    assert a_series().after([add(lost)]) == a_series()


def test_removing_the_programme_itself_leaves_its_name_in_place() -> None:
    series = a_series()
    assert series.after([remove(series.programme)]) == series


def test_removing_what_is_not_there_changes_nothing() -> None:
    series = a_series(people=[{"id": "p1"}])
    stranger = series.people[0].revised(id="p9")
    session = Session.made(programme="u1", id="s9", title="S")
    assert series.after([remove(stranger), remove(session)]) == series

"""When a date is lost: the others move on in their rhythm, and what took place stays where it is."""

from __future__ import annotations

import os
import time
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plans import a_series

from amie_planner.domain.changes import inverse
from amie_planner.domain.edits.moving import move
from amie_planner.domain.moving import (
    Move,
    absences,
    after_lost,
    beyond,
    by_weeks,
    can_move,
    holiday_on,
    next_day,
    noted_absent,
    said,
)
from amie_planner.domain.plan import Series
from amie_planner.domain.vocabulary import Status
from amie_planner.errors import AmieError

STATUSES = ("draft", "planned", "delivered", "cancelled", None)
FIRST = date(2026, 9, 1)
SAID = {"number": 3, "start": "01:30", "minutes": 60, "notes": "Bring bells", "activities": [{"id": "a1"}]}
DAYS = st.dates(FIRST, date(2027, 8, 31))


def on(*days: str, holidays: tuple[tuple[str, str], ...] = (), **statuses: str) -> Series:
    """A session on each of these days, s1, s2 …; holidays from a day to a day; and the status of some."""
    sessions = [
        {"id": f"s{n}", "title": f"Week {n}", "date": day, "status": statuses.get(f"s{n}", "planned")}
        for n, day in enumerate(days, 1)
    ]
    held = [{"label": "Away", "from": first, "to": last} for first, last in holidays]
    return a_series(programme={"uid": "u1", "title": "Sound makers", "holidays": held}, sessions=sessions)


def days_of(moves: tuple[Move, ...]) -> dict[str, str]:
    return {one.session.id: one.to.isoformat() for one in moves}


@st.composite
def any_series(draw: st.DrawFn) -> Series:
    days = draw(st.lists(DAYS, min_size=1, max_size=12))
    sessions: list[dict[str, Any]] = [
        {
            "id": f"s{n}",
            "title": f"Week {n}",
            "date": day.isoformat(),
            "status": draw(st.sampled_from(STATUSES)),
            **SAID,
        }
        for n, day in enumerate(days, 1)
    ]
    sessions.append({"id": "undated", "title": "Some day"})
    away = draw(st.lists(st.tuples(DAYS, st.integers(0, 30)), max_size=5))
    holidays = [{"from": day.isoformat(), "to": (day + timedelta(days=many)).isoformat()} for day, many in away]
    return a_series(programme={"uid": "u1", "title": "Sound makers", "holidays": holidays}, sessions=sessions)


def holds_after(series: Series, moves: tuple[Move, ...]) -> None:
    """What is true of every shift."""
    changes = move(moves)
    after = series.after(changes)
    assert after.after(inverse(changes)) == series
    was_lines = {lines.session.id: lines for lines in series.sessions}
    was = {id: lines.session for id, lines in was_lines.items()}
    now = {lines.session.id: lines.session for lines in after.sessions}
    moved = {one.session.id for one in moves}
    for id, session in was.items():
        assert now[id].revised(date=session.date) == session
        assert id in moved or now[id] == session
        assert id not in moved or can_move(was_lines[id], series)
    for id in moved:
        day = now[id].date
        assert day is not None and holiday_on(series.programme, day) is None
        for other, session in now.items():
            if other != id and session.date == day:
                assert was[other].date == was[id].date
    going = [one.id for one in (lines.session for lines in series.in_order()) if one.id in moved]
    assert [lines.session.id for lines in after.in_order() if lines.session.id in moved] == going


@given(any_series(), st.data())
def test_a_lost_date_moves_later_sessions_in_order_onto_free_days_and_undo_brings_all_back(
    series: Series, data: st.DataObject
):
    movable = [lines.session for lines in series.sessions if can_move(lines, series)]
    if not movable:
        return
    lost = data.draw(st.sampled_from(movable))
    moves = after_lost(series, lost.id)
    holds_after(series, moves)
    assert lost.id in {one.session.id for one in moves}
    assert lost.date and all(one.session.date and one.to > one.session.date >= lost.date for one in moves)
    assert lost.date not in {one.to for one in moves}


@given(any_series(), st.integers(-52, 52).filter(bool), st.none() | DAYS)
def test_moving_by_weeks_keeps_the_order_the_weekdays_and_what_took_place(
    series: Series, weeks: int, first: date | None
):
    moves = by_weeks(series, weeks, first)
    holds_after(series, moves)
    assert all(one.session.date and one.to.weekday() == one.session.date.weekday() for one in moves)


def test_each_takes_the_day_of_the_next_and_the_last_goes_on_in_the_rhythm():
    series = on("2026-09-08", "2026-09-15", "2026-09-22", s1="delivered")
    assert days_of(after_lost(series, "s2")) == {"s2": "2026-09-22", "s3": "2026-09-29"}


def test_a_half_term_that_the_dates_leave_out_stays_left_out_though_nobody_wrote_it_down():
    series = on("2026-10-13", "2026-10-20", "2026-11-03")
    assert days_of(after_lost(series, "s2")) == {"s2": "2026-11-03", "s3": "2026-11-10"}


def test_a_holiday_is_skipped_also_one_that_a_session_lies_in():
    series = on("2026-10-20", "2026-10-27", "2026-11-03", holidays=(("2026-10-26", "2026-10-30"),))
    assert days_of(after_lost(series, "s1")) == {"s1": "2026-11-03", "s2": "2026-11-10", "s3": "2026-11-17"}


@pytest.mark.parametrize("alone", ["from", "to"])
def test_a_single_day_is_a_holiday_of_its_own(alone: str):
    programme = {"uid": "u1", "title": "Sound makers", "holidays": [{alone: "2026-09-15"}]}
    series = a_series(programme=programme, sessions=[{"id": "s1", "title": "One", "date": "2026-09-08"}])
    assert days_of(after_lost(series, "s1")) == {"s1": "2026-09-22"}


@pytest.mark.parametrize(
    ("days", "then"),
    [
        (("2026-09-08", "2026-09-22", "2026-10-06"), "2026-10-20"),
        (("2026-09-01", "2026-09-03", "2026-09-08", "2026-09-10"), "2026-09-15"),
        (("2026-10-26", "2026-10-27", "2026-10-28", "2026-11-02", "2026-11-03", "2026-11-04"), "2026-11-09"),
        (("2026-09-08", "2026-09-15", "2026-09-22", "2026-09-26"), "2026-09-29"),
        (("2026-09-08",), "2026-09-15"),
        (("2026-12-22", "2026-12-29"), "2027-01-05"),
        (("2028-02-15", "2028-02-22"), "2028-02-29"),
        (("2026-10-18", "2026-10-25"), "2026-11-01"),
    ],
    ids=[
        "a fortnight",
        "twice a week",
        "three days running",
        "an odd day",
        "alone",
        "New Year",
        "29 February",
        "clocks",
    ],
)
def test_the_rhythm_is_that_of_the_series(days: tuple[str, ...], then: str):
    series = on(*days)
    assert days_of(after_lost(series, f"s{len(days)}")) == {f"s{len(days)}": then}
    assert str(next_day(series)) == then


@pytest.mark.parametrize("zone", ["Europe/London", "Pacific/Kiritimati", "America/St_Johns"])
@pytest.mark.parametrize(
    ("day", "to"),
    [
        ("2026-10-20", "2026-10-27"),
        ("2027-03-24", "2027-03-31"),
        ("2028-02-22", "2028-02-29"),
        ("2026-12-29", "2027-01-05"),
    ],
)
def test_where_the_laptop_is_set_to_moves_no_day(zone: str, day: str, to: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TZ", zone)
    if os.name != "nt":
        time.tzset()
    assert days_of(after_lost(on(day), "s1")) == {"s1": to}
    assert days_of(by_weeks(on(day), 1)) == {"s1": to}
    monkeypatch.undo()
    if os.name != "nt":
        time.tzset()


@pytest.mark.parametrize("status", ["delivered", "cancelled"])
def test_what_took_place_or_was_cancelled_is_not_moved(status: str):
    series = on("2026-09-08", s1=status)
    assert by_weeks(series, 2) == ()
    with pytest.raises(AmieError, match="‘Week 1’ cannot be moved"):
        after_lost(series, "s1")


@pytest.mark.parametrize(
    "began",
    [
        {"actual": {"a1": {"start": "10:00"}}},
        {"register": {"mode": "headcount", "headcount": 4}},
        {"reflection": {"went_well": "Drums"}},
        {"adaptations": [{"id": "d1", "what": "Lights", "verdict": "worked"}]},
    ],
    ids=["begun", "registered", "looked back", "a verdict"],
)
def test_a_session_of_which_something_says_that_it_was_held_is_not_moved(began: dict[str, Any]):
    activities = [{"id": "a1", "title": "Hello"}]
    session = {"id": "s1", "title": "One", "date": "2026-09-08", "activities": activities, **began}
    series = a_series(sessions=[session])
    assert not can_move(series.sessions[0], series)
    assert by_weeks(series, 1) == ()


def test_a_register_in_which_somebody_has_no_line_yet_was_not_taken_and_moves():
    register = {"mode": "people", "people": {"p1": "absent"}}
    session = {"id": "s1", "title": "One", "date": "2026-09-08", "register": register}
    series = a_series(people=[{"id": "p1"}, {"id": "p2"}], sessions=[session])
    assert can_move(series.sessions[0], series)


def test_a_cancelled_day_between_is_left_empty():
    series = on("2026-09-08", "2026-09-15", "2026-09-22", s2="cancelled")
    assert days_of(after_lost(series, "s1")) == {"s1": "2026-09-22", "s3": "2026-09-29"}
    assert series.after(move(after_lost(series, "s1"))).sessions[1].session.status is Status.CANCELLED


def test_two_sessions_of_one_day_stay_together():
    series = on("2026-09-08", "2026-09-08", "2026-09-15")
    assert days_of(after_lost(series, "s2")) == {"s1": "2026-09-15", "s2": "2026-09-15", "s3": "2026-09-22"}


def test_moving_from_a_day_on_leaves_what_is_before():
    series = on("2026-09-08", "2026-09-15", "2026-09-22")
    assert days_of(by_weeks(series, 2, date(2026, 9, 15))) == {"s2": "2026-09-29", "s3": "2026-10-06"}
    assert days_of(by_weeks(series, -1, date(2026, 9, 15))) == {}


def test_where_no_day_is_free_it_is_said_and_nothing_moves():
    with pytest.raises(AmieError, match="No day is free"):
        after_lost(on("2026-09-08", holidays=(("2026-09-09", "9999-12-31"),)), "s1")
    with pytest.raises(AmieError, match="No day is free"):
        after_lost(on("9999-12-28"), "s1")
    with pytest.raises(AmieError, match="No day is free"):
        by_weeks(on("9999-12-28"), 1)
    with pytest.raises(AmieError, match="No day is free"):
        by_weeks(on("0001-01-02"), -1)


@pytest.mark.parametrize("weeks", [0, 53, -53])
def test_no_weeks_and_more_than_a_year_are_refused(weeks: int):
    with pytest.raises(AmieError, match="1 to 52 weeks"):
        by_weeks(on("2026-09-08"), weeks)


def test_a_move_is_said_with_both_days():
    first, second = after_lost(on("2026-12-22", "2026-12-29"), "s1")
    assert said(first) == "Week 1: from Tuesday 22 December to Tuesday 29 December 2026"
    assert said(second) == "Week 2: from Tuesday 29 December 2026 to Tuesday 5 January 2027"


def test_it_is_said_where_a_move_goes_beyond_the_programme():
    programme = {"uid": "u1", "title": "Sound makers", "to": "2026-09-14"}
    series = a_series(programme=programme, sessions=[{"id": "s1", "title": "One", "date": "2026-09-08"}])
    moves = after_lost(series, "s1")
    assert beyond(series, moves) == "1 session is then after the programme’s last day, Monday 14 September 2026."
    assert beyond(on("2026-09-08"), moves) == ""


NOTED = {"people": {"p1": "absent", "p2": "not taken"}, "reasons": {"p1": "Hospital"}}


@pytest.mark.parametrize(
    ("fields", "who"),
    [
        ({"register": NOTED}, ("p1",)),
        ({"register": NOTED | {"mode": "people"}}, ("p1",)),
        ({"register": {"people": {"p1": "absent", "p2": "late"}}}, ()),
        ({"register": None}, ()),
    ],
    ids=["noted", "begun", "somebody came", "no register"],
)
def test_an_absence_is_noted_beforehand_where_nobody_was_there_yet(fields: dict[str, Any], who: tuple[str, ...]):
    people = [{"id": "p1"}, {"id": "p2"}]
    series = a_series(people=people, sessions=[{"id": "s1", "title": "A", "date": "2026-09-08", **fields}])
    assert noted_absent(series.sessions[0].session) == who


def test_whose_absences_do_not_move_along_is_said_so_that_they_can_be_noted_again():
    people = [{"id": "p1", "alias": "Sky"}, {"id": "p2"}, {"id": "p3", "alias": "River"}]
    both = NOTED | {"people": {"p1": "absent", "p2": "absent", "p3": "not taken"}}
    sessions = [
        {"id": f"s{n}", "title": "A", "date": f"2026-09-{day:02}", "register": register}
        for n, (day, register) in enumerate(((8, NOTED), (15, both), (22, None)), 1)
    ]
    series = a_series(people=people, sessions=sessions)
    assert absences(series, after_lost(series, "s1")) == (
        "Absences that are noted for the old days go: Sky (2 sessions) and Person 2 (1 session). "
        "Note them again for the new days."
    )
    assert absences(series, after_lost(series, "s3")) == ""


def test_without_a_dated_session_there_is_no_next_day():
    assert next_day(a_series(sessions=[{"id": "s1", "title": "One"}])) is None

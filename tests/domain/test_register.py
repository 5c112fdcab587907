"""The register as it is read: who is down for a session, how each is marked, and what it comes to in words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plans import a_plan, a_series

from amie_planner.domain.plan import Series
from amie_planner.domain.records import Register
from amie_planner.domain.register import (
    Entry,
    away_from,
    counted,
    counts_by,
    differs,
    entries,
    mark_of,
    to_know,
    with_everyone,
    written,
)
from amie_planner.domain.vocabulary import Mark, RegisterMode

PEOPLE = [{"id": "p1", "alias": "Sky"}, {"id": "p2", "alias": "Moss"}, {"id": "p3", "alias": "River"}]
MARKS = {"p1": "present", "p2": "late", "p3": "absent"}
BY_PERSON, BY_HEADCOUNT = RegisterMode.PEOPLE, RegisterMode.HEADCOUNT


def weekly(*registers: dict[str, Any] | None, people: list[dict[str, Any]] = PEOPLE, **fields: Any) -> Series:
    """A session each Tuesday from 8 September 2026 on, with these registers."""
    days = [date(2026, 9, 8 + 7 * n) if n < 4 else date(2026, 10, 7 * n - 22) for n in range(len(registers))]
    sessions = [
        {"id": f"s{n}", "title": "Together", "date": f"{day}", "register": register, **fields}
        for n, (day, register) in enumerate(zip(days, registers, strict=True), 1)
    ]
    return a_series(people=people, sessions=sessions)


def only(series: Series, person: str = "p1", session: str = "s1") -> Entry:
    return next(entry for entry in entries(series, session) if entry.person == person)


def test_each_person_has_a_line_with_their_mark_and_what_was_said_of_it():
    register = {"people": MARKS, "late": {"p2": 10}, "reasons": {"p3": "Transport"}}
    found = entries(weekly(register), "s1")
    assert [(e.name, e.mark, e.minutes, e.reason) for e in found] == [
        ("Sky", Mark.PRESENT, None, ""),
        ("Moss", Mark.LATE, 10, ""),
        ("River", Mark.ABSENT, None, "Transport"),
    ]


@pytest.mark.parametrize("register", [None, {}, {"people": {"p1": "not taken"}}], ids=["none", "empty", "said"])
def test_who_has_no_mark_is_not_taken_and_never_absent(register: dict[str, Any] | None):
    assert only(weekly(register)).mark is Mark.NOT_TAKEN


def test_those_who_are_not_expected_come_last_and_say_why():
    people = [
        {"id": "p1", "alias": "Away"},
        {"id": "p2", "alias": "Left", "left": "2026-09-01"},
        {"id": "p3", "alias": "Old", "archived": True},
        {"id": "p4", "alias": "Soon", "joined": "2026-10-01"},
        {"id": "p5", "alias": "Here"},
    ]
    found = entries(weekly(None, people=people, not_expected=["p1"]), "s1")
    assert [(e.name, e.unexpected) for e in found] == [
        ("Here", ""),
        ("Away", "not expected today"),
        ("Left", "has left the group"),
        ("Old", "has left the group"),
        ("Soon", "joins later"),
    ]


def test_in_a_session_without_a_date_nobody_has_left_by_their_dates():
    series = a_series(people=[{"id": "p1", "left": "2020-01-01"}], sessions=[{"id": "s1", "title": "Some day"}])
    assert only(series).unexpected == ""


@pytest.mark.parametrize(
    ("mine", "another", "said"),
    [
        ("no", None, "not to be recorded"),
        ("not asked", None, "not asked about recording"),
        ("yes", "no", ""),
        (None, "yes", "not asked about recording"),
        (None, None, ""),
    ],
)
def test_what_is_known_of_recording_is_said_where_it_matters(mine: str | None, another: str | None, said: str):
    people = [{"id": "p1", "recording_ok": mine}, {"id": "p2", "recording_ok": another}]
    assert only(weekly(None, people=people)).recording == said


def test_an_emergency_note_stands_in_the_line_of_its_person():
    people = [{"id": "p1", "emergency": "Call Sam"}, {"id": "p2"}]
    assert [e.emergency for e in entries(weekly(None, people=people), "s1")] == ["Call Sam", ""]


def test_where_heads_are_counted_it_is_said_of_those_who_are_expected_what_has_to_be_known():
    people = [
        {"id": "p1", "alias": "Sky", "emergency": "Call Sam", "recording_ok": "no"},
        {"id": "p2", "alias": "Moss", "recording_ok": "yes"},
        {"id": "p3", "alias": "River", "emergency": "Call Ada"},
        {"id": "p4", "alias": "Gone", "emergency": "Call Ada", "left": "2020-01-01"},
    ]
    said = to_know(entries(weekly(None, people=people), "s1"))
    assert said == (
        "Not to be recorded: Sky.",
        "Emergency note: Sky and River. What to do stands under ‘By person’ and in People.",
    )
    assert to_know(entries(weekly(None), "s1")) == ()


AWAY = {"people": {"p1": "absent"}, "reasons": {"p1": "Hospital"}}
HERE = {"people": {"p1": "present"}}
ELSE = {"people": {"p1": "absent"}, "reasons": {"p1": "Transport"}}


@pytest.mark.parametrize(
    ("registers", "until"),
    [
        ((AWAY, AWAY, AWAY), date(2026, 9, 22)),
        ((AWAY, AWAY, None), date(2026, 9, 15)),
        ((AWAY, None, AWAY), None),
        ((AWAY, ELSE), None),
        ((AWAY,), None),
        ((HERE, AWAY, AWAY), None),
        ((None, AWAY, AWAY), None),
    ],
    ids=["to the end", "until it ends", "not in a row", "another reason", "once", "here now", "not taken now"],
)
def test_a_long_absence_says_until_when(registers: tuple[dict[str, Any] | None, ...], until: date | None):
    assert only(weekly(*registers)).away_until == until


def test_a_long_absence_goes_on_over_sessions_that_are_cancelled_or_have_no_date():
    sessions = [
        {"id": "s1", "title": "A", "date": "2026-09-08", "register": AWAY},
        {"id": "s2", "title": "B", "date": "2026-09-15", "status": "cancelled"},
        {"id": "s3", "title": "C", "date": "2026-09-22", "register": AWAY},
        {"id": "s4", "title": "D", "register": AWAY},
    ]
    series = a_series(people=PEOPLE, sessions=sessions)
    assert only(series).away_until == date(2026, 9, 22)
    assert [s.id for s in away_from(series, "s1", "p1")] == ["s1", "s3"]


def test_in_a_session_that_is_itself_cancelled_a_line_is_read_all_the_same():
    assert only(weekly(AWAY, AWAY, status="cancelled")).away_until is None


def test_who_is_here_is_away_from_no_session():
    assert away_from(weekly(HERE, AWAY), "s1", "p1") == ()


@pytest.mark.parametrize(
    ("before", "mode"),
    [
        (({"headcount": 3}, {"headcount": 4}), BY_HEADCOUNT),
        (({"headcount": 3}, {"headcount": 4}, None), BY_HEADCOUNT),
        (({"mode": "people"}, {"headcount": 4}), BY_PERSON),
        (({"headcount": 4},), BY_PERSON),
    ],
    ids=["twice", "twice, and one not taken", "once", "the first"],
)
def test_a_new_register_counts_heads_where_the_last_two_did(before: tuple[Any, ...], mode: RegisterMode):
    assert counts_by(weekly(*before, None).plan(f"s{len(before) + 1}")) is mode


def test_what_the_register_itself_says_comes_before_the_last_time():
    assert counts_by(weekly({"headcount": 3}, {"mode": "people"}).plan("s2")) is BY_PERSON


@pytest.mark.parametrize(("people", "mode"), [(PEOPLE, BY_PERSON), ([], BY_HEADCOUNT)], ids=["a group", "nobody"])
def test_a_first_register_counts_by_person_where_somebody_is_expected(people: list[Any], mode: RegisterMode):
    assert counts_by(weekly(None, people=people).plan("s1")) is mode


def plan_with(register: dict[str, Any] | None, people: list[dict[str, Any]] = PEOPLE) -> Any:
    return a_plan(parts={"people": people}, register=register)


@pytest.mark.parametrize(
    ("register", "said"),
    [
        (None, "3 not taken."),
        ({"people": MARKS}, "1 here, 1 late, 1 absent, none not taken."),
        ({"people": {"p1": "absent"}, "mode": "people"}, "1 absent, 2 not taken."),
        (
            {"people": dict.fromkeys(MARKS, "absent")},
            "3 absent, none not taken, as noted beforehand. The register is not taken yet.",
        ),
        ({"people": dict.fromkeys(MARKS, "absent"), "mode": "people"}, "3 absent, none not taken."),
        ({"people": {"p1": "present"}, "walk_ins": 1}, "1 here, 2 not taken, 1 walk-in."),
        ({"people": {"p1": "present"}, "guests": ["Bo", "Cy"]}, "1 here, 2 not taken, 2 walk-ins."),
        ({"mode": "headcount"}, "No headcount yet."),
        ({"mode": "headcount", "walk_ins": 2}, "No headcount yet, 2 walk-ins."),
        ({"mode": "headcount", "headcount": 12}, "12 here by headcount."),
        ({"headcount": 12, "walk_ins": 1}, "12 here by headcount, with 1 walk-in among them."),
        ({"mode": "headcount", "headcount": 2, "people": MARKS}, "2 here by headcount."),
    ],
)
def test_what_was_counted_is_said_in_words(register: dict[str, Any] | None, said: str):
    assert counted(plan_with(register)) == said


@pytest.mark.parametrize(
    ("register", "said"),
    [
        ({"mode": "people"}, "Nobody is marked yet."),
        ({"mode": "people", "walk_ins": 2}, "None not taken, 2 walk-ins."),
    ],
)
def test_where_nobody_is_expected_only_walk_ins_are_counted(register: dict[str, Any], said: str):
    assert counted(plan_with(register, [])) == said


def test_everyone_who_is_expected_has_a_line_and_nobody_else_is_waited_for():
    register = Register(people={"p1": Mark.LATE, "p3": Mark.NOT_TAKEN, "p9": Mark.PRESENT})
    expected = plan_with(None).expected[:2]
    assert with_everyone(register, expected).people == {"p1": "late", "p2": "not taken", "p9": "present"}


def test_who_is_not_expected_and_comes_is_counted_and_nobody_misses_them_otherwise():
    plan = a_plan(parts={"people": PEOPLE}, not_expected=["p3"], register={"people": {"p3": "present"}})
    assert counted(plan) == "1 here, 2 not taken."


@pytest.mark.parametrize(
    ("register", "said"),
    [
        ({}, ""),
        ({"headcount": 12, "bands": {"0-4": 5, "5-10": 7}}, ""),
        ({"headcount": 12, "bands": {"0-4": 5, "5-10": 6}}, "The ages come to 11, and the headcount is 12."),
        ({"bands": {"0-4": 5}}, "The ages come to 5, and there is no headcount."),
        ({"headcount": 1, "walk_ins": 1}, ""),
        ({"headcount": 0, "walk_ins": 1}, "1 walk-in is more than the headcount of 0."),
        (
            {"headcount": 1, "bands": {"0-4": 2}, "guests": ["Bo", "Cy"]},
            "The ages come to 2, and the headcount is 1. 2 walk-ins are more than the headcount of 1.",
        ),
    ],
)
def test_where_the_figures_of_a_headcount_differ_that_is_said(register: dict[str, Any], said: str):
    assert differs(written(a_plan(register=register).session)) == said


def test_a_mark_is_found_by_person():
    assert mark_of(Register(people={"p1": Mark.LATE}), "p1") is Mark.LATE

"""Marks, minutes, reasons, counts, walk-ins and long absences, and that nothing else changes with them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plans import a_plan, a_series

from amie_planner.domain.attendance import attendance, came
from amie_planner.domain.changes import inverse
from amie_planner.domain.edits.parts import Changes
from amie_planner.domain.edits.register import (
    add_to_group,
    away,
    back_again,
    band,
    because,
    count_by,
    count_heads,
    everyone_here,
    forget_walk_in,
    late_by,
    mark,
    name_walk_in,
    walked_in,
)
from amie_planner.domain.plan import Plan, Series
from amie_planner.domain.records import Person, Register, Session
from amie_planner.domain.register import counts_by
from amie_planner.domain.vocabulary import Mark, RegisterMode
from amie_planner.errors import AmieError, InvalidRecord

PEOPLE = [{"id": "p1", "alias": "Sky"}, {"id": "p2", "alias": "Moss"}, {"id": "p3", "alias": "River"}]
FULL = {
    "mode": "people",
    "people": {"p1": "present", "p2": "late", "p3": "absent"},
    "late": {"p2": 10},
    "reasons": {"p3": "Transport"},
    "headcount": 9,
    "bands": {"0-4": 4},
    "walk_ins": 2,
    "guests": ["Bo"],
}
BY_PERSON, BY_HEADCOUNT = RegisterMode.PEOPLE, RegisterMode.HEADCOUNT


def plan(register: dict[str, Any] | None = None) -> Plan:
    return a_plan(parts={"people": PEOPLE}, register=register)


GROUP = plan().expected


def session(register: dict[str, Any] | None = None) -> Session:
    return plan(register).session


def all_but(**marks: str) -> dict[str, str]:
    """These marks, and nobody else is marked yet."""
    return {person["id"]: "not taken" for person in PEOPLE} | marks


def after(changes: Changes) -> Register:
    made = changes[-1].after
    assert isinstance(made, Session)
    assert made.attendance is not None
    return made.attendance


def said(register: Register | None) -> dict[str, Any]:
    return register.model_dump(exclude_defaults=True) if register else {}


@pytest.mark.parametrize("made", [Mark.PRESENT, Mark.LATE, Mark.ABSENT])
def test_a_mark_makes_it_a_register_by_person_in_which_nobody_else_is_taken(made: Mark):
    assert said(after(mark(plan(), "p1", made))) == {"mode": "people", "people": all_but(p1=made)}


@pytest.mark.parametrize(
    "changes",
    [mark(plan(), "p1", Mark.ABSENT), because(plan(), "p1", "Transport")],
    ids=["marked", "with a reason"],
)
def test_one_who_is_absent_is_not_nobody_who_came(changes: Changes):
    assert (attendance(after(changes), GROUP), came(after(changes), GROUP)) == (None, "")


def test_only_when_everybody_is_marked_absent_nobody_came():
    marked = plan()
    for person in ("p1", "p2", "p3"):
        assert attendance(marked.session.attendance, GROUP) is None
        marked = plan(said(after(mark(marked, person, Mark.ABSENT))))
    assert attendance(marked.session.attendance, GROUP) == 0


def test_those_who_are_not_marked_are_said_beside_those_who_came():
    assert came(after(late_by(plan(), "p1", 5)), GROUP) == "1 came, 2 not taken"
    assert came(after(walked_in(plan(), 2)), GROUP) == "2 came, 3 not taken"


def test_who_is_not_expected_any_more_is_not_waited_for_and_who_is_now_is():
    held = a_plan(
        parts={"people": PEOPLE},
        not_expected=["p3"],
        register={"people": {"p1": "present", "p3": "not taken"}},
    )
    assert after(mark(held, "p1", Mark.LATE)).people == {"p1": "late", "p2": "not taken"}


def test_not_taken_says_so_and_takes_away_what_was_said_of_the_mark():
    first = after(mark(plan(FULL), "p2", Mark.NOT_TAKEN))
    assert (first.people, first.late) == ({"p1": "present", "p2": "not taken", "p3": "absent"}, {})
    assert after(mark(plan(FULL), "p3", Mark.NOT_TAKEN)).reasons == {}


def test_minutes_and_a_reason_stay_only_with_a_mark_they_belong_to():
    late = {**FULL, "late": {"p2": 10, "p1": 5}}
    assert after(mark(plan(late), "p2", Mark.PRESENT)).late == {"p1": 5}
    assert after(mark(plan(FULL), "p3", Mark.LATE)).reasons == {}
    assert mark(plan(FULL), "p2", Mark.LATE) == mark(plan(FULL), "p3", Mark.ABSENT) == ()


def test_a_mark_leaves_every_other_figure_as_it_is():
    made = said(after(mark(plan(FULL), "p1", Mark.ABSENT)))
    assert made == {**FULL, "guests": ("Bo",), "people": FULL["people"] | {"p1": "absent"}}


@pytest.mark.parametrize(("minutes", "held"), [(7, {"p1": 7}), (0, {"p1": 0}), (None, {})])
def test_who_is_late_is_so_by_minutes_if_they_are_known(minutes: int | None, held: dict[str, int]):
    made = after(late_by(plan(), "p1", minutes))
    assert (made.people, made.late) == (all_but(p1="late"), held)


def test_nobody_is_late_by_more_than_a_day():
    with pytest.raises(InvalidRecord):
        late_by(plan(), "p1", 1441)


@pytest.mark.parametrize(("reason", "held"), [("Transport", {"p1": "Transport"}), (" ", {}), (None, {})])
def test_who_is_absent_is_so_for_a_reason_if_one_is_given(reason: str | None, held: dict[str, str]):
    made = after(because(plan(), "p1", reason))
    assert (made.people, made.reasons) == (all_but(p1="absent"), held)


def test_everyone_here_marks_those_who_are_expected_and_not_marked():
    people = [*PEOPLE, {"id": "p4", "left": "2020-01-01"}, {"id": "p5"}]
    register = {"people": {"p1": "absent", "p2": "late", "p3": "not taken"}, "late": {"p2": 3}}
    plan = a_plan(parts={"people": people}, date="2026-09-08", register=register)
    made = after(everyone_here(plan))
    assert made.people == {"p1": "absent", "p2": "late", "p3": "present", "p5": "present"}
    assert made.late == {"p2": 3}


def test_everyone_here_is_nothing_to_do_where_everyone_is_marked():
    assert everyone_here(a_plan(parts={"people": PEOPLE}, register=FULL)) == ()


def test_another_way_to_count_and_back_loses_nothing():
    there = count_by(session(FULL), BY_HEADCOUNT)
    assert attendance(after(there), GROUP) == 9
    turned = there[0].after
    assert isinstance(turned, Session)
    assert after(count_by(turned, BY_PERSON)) == session(FULL).attendance


def test_a_headcount_and_its_ages_count_from_then_on_and_do_not_change_one_another():
    made = after(count_heads(session(FULL), headcount=12))
    assert (made.mode, made.headcount, made.bands, made.people) == (
        BY_HEADCOUNT,
        12,
        {"0-4": 4},
        FULL["people"],
    )
    made = after(band(session(FULL), "5-10", 3))
    assert (made.mode, made.headcount, made.bands) == (BY_HEADCOUNT, 9, {"0-4": 4, "5-10": 3})
    assert after(band(session(FULL), "0-4", None)).bands == {}


@pytest.mark.parametrize(
    ("mode", "people"), [(BY_PERSON, {"people": all_but()}), (BY_HEADCOUNT, {})], ids=["by person", "headcount"]
)
def test_walk_ins_are_counted_and_named_in_either_way_to_count(mode: RegisterMode, people: dict[str, Any]):
    counted = plan({"mode": mode})
    assert said(after(walked_in(counted, 3))) == {"mode": mode, "walk_ins": 3, **people}
    assert said(after(name_walk_in(counted, " Bo "))) == {"mode": mode, "guests": ("Bo",), **people}


def test_two_who_walk_in_may_have_the_same_name_and_one_goes_by_its_place():
    register = {"guests": ["Bo", "Cy", "Bo"], "walk_ins": 3}
    made = after(forget_walk_in(session(register), 2))
    assert (made.guests, made.walk_ins) == (("Bo", "Cy"), 3)


@pytest.mark.parametrize(("counted", "left"), [(3, 2), (0, 0), (None, None)])
def test_who_walked_in_becomes_a_person_who_is_present_and_joined_that_day(counted: int | None, left: int | None):
    register = {"mode": "people", "guests": ["Bo", "Cy"], "walk_ins": counted}
    series = a_series(people=PEOPLE, sessions=[{"id": "s1", "title": "T", "date": "2026-09-08", "register": register}])
    id, changes = add_to_group(series, "s1", 0)
    made = changes[0].after
    assert isinstance(made, Person)
    assert (id, made.alias, made.joined) == ("p4", "Bo", date(2026, 9, 8))
    register_after = after(changes)
    assert (register_after.guests, register_after.walk_ins) == (("Cy",), left)
    assert register_after.people == all_but(p4="present")
    assert series.after(changes).after(inverse(changes)) == series


def test_a_person_who_walked_in_does_not_change_a_headcount():
    register = {"headcount": 5, "guests": ["Bo"]}
    series = a_series(sessions=[{"id": "s1", "title": "T", "register": register}])
    made = after(add_to_group(series, "s1", 0)[1])
    assert (made.mode, attendance(made, ())) == (BY_HEADCOUNT, 5)


def test_with_nothing_else_written_who_joins_makes_it_a_register_by_person():
    series = a_series(sessions=[{"id": "s1", "title": "T", "register": {"guests": ["Bo"]}}])
    assert attendance(after(add_to_group(series, "s1", 0)[1]), ()) == 1


def weekly(**fields: dict[str, Any]) -> Series:
    """Four sessions, a week apart from 8 September 2026 on, with these fields of theirs."""
    days = ("2026-09-08", "2026-09-15", "2026-09-22", "2026-09-29")
    sessions = [{"id": f"s{n}", "title": "T", "date": day, **fields.get(f"s{n}", {})} for n, day in enumerate(days, 1)]
    return a_series(people=PEOPLE, sessions=[*sessions, {"id": "s5", "title": "Some day"}])


def marks(series: Series, person: str = "p1") -> list[str | None]:
    registers = [lines.session.attendance for lines in series.in_order()]
    return [register.people.get(person) if register else None for register in registers]


def test_a_long_absence_is_marked_in_every_session_of_its_days():
    series = weekly()
    made = series.after(away(series, "p1", date(2026, 9, 15), date(2026, 9, 22), "Hospital"))
    assert marks(made) == [None, "absent", "absent", None, None]
    assert said(made.plan("s2").session.attendance) == {
        "people": all_but(p1="absent"),
        "reasons": {"p1": "Hospital"},
    }


@pytest.mark.parametrize("register", [None, {"mode": "people"}, {"mode": "people", "people": {"p1": "not taken"}}])
def test_long_absences_of_everybody_take_no_register_until_one_is_marked_in_the_session(register: Any):
    series = weekly(s2={"register": register})
    for person in ("p1", "p2", "p3"):
        series = series.after(away(series, person, date(2026, 9, 15), date(2026, 9, 15), "Hospital"))
        assert attendance(series.plan("s2").session.attendance, GROUP) is None
    assert attendance(after(mark(series.plan("s2"), "p1", Mark.ABSENT)), GROUP) == 0


def test_a_mark_from_afar_takes_no_register_in_which_somebody_had_no_line_yet():
    register = {"mode": "people", "people": {"p1": "absent", "p2": "absent"}}
    made = weekly(s2={"register": register})
    made = made.after(away(made, "p3", date(2026, 9, 15), date(2026, 9, 15), None)).plan("s2")
    assert made.session.attendance is not None and made.session.attendance.people["p3"] == "absent"
    assert came(made.session.attendance, made.expected) == ""


def test_a_mark_from_afar_does_not_bring_back_a_headcount_that_did_not_count():
    people = {"p1": "absent", "p2": "absent", "p3": "not taken"}
    series = weekly(s2={"register": {"mode": "people", "people": people, "headcount": 12, "bands": {"0-4": 12}}})
    made = series.after(away(series, "p3", date(2026, 9, 15), date(2026, 9, 15), None)).plan("s2")
    assert made.session.attendance is not None and made.session.attendance.people["p3"] == "absent"
    assert came(made.session.attendance, made.expected) == ""


def test_a_long_absence_completes_a_register_that_was_taken_and_takes_nothing_of_it_away():
    register = {"mode": "people", "people": {"p1": "not taken", "p2": "present", "p3": "late"}}
    series = weekly(s2={"register": register})
    made = series.after(away(series, "p1", date(2026, 9, 15), date(2026, 9, 15), None))
    assert came(made.plan("s2").session.attendance, GROUP) == "2 came"


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_a_long_absence_needs_no_reason(reason: str | None):
    series = weekly()
    made = series.after(away(series, "p1", date(2026, 9, 8), date(2026, 9, 8), reason))
    assert said(made.plan("s1").session.attendance) == {"people": all_but(p1="absent")}


def test_a_long_absence_is_marked_only_where_they_are_expected_and_not_marked_yet():
    series = weekly(
        s1={"register": {"people": {"p1": "present"}}},
        s2={"status": "cancelled"},
        s3={"not_expected": ["p1"]},
        s4={"register": {"people": {"p1": "not taken", "p2": "late"}}},
    )
    made = series.after(away(series, "p1", date(2026, 9, 1), date(2026, 9, 30), None))
    assert marks(made) == ["present", None, None, "absent", None]
    assert marks(made, "p2") == [None, None, None, "late", None]


def test_a_long_absence_does_not_change_which_figures_count():
    series = weekly(s1={"register": {"headcount": 4}})
    made = series.after(away(series, "p1", date(2026, 9, 8), date(2026, 9, 8), None))
    assert attendance(made.plan("s1").session.attendance, GROUP) == 4


def test_a_long_absence_leaves_the_next_register_to_be_counted_as_the_last_was():
    series = weekly(s1={"register": {"headcount": 4}}, s2={"register": {"headcount": 5}})
    third = series.plan("s3").session.date
    assert third is not None
    made = series.after(away(series, "p1", third, third, None))
    assert counts_by(made.plan("s3")) is BY_HEADCOUNT


def test_a_last_day_before_the_first_is_told():
    with pytest.raises(AmieError, match="before the first"):
        away(weekly(), "p1", date(2026, 9, 8), date(2026, 9, 7), None)


def test_days_in_which_nothing_is_to_be_marked_are_told():
    with pytest.raises(AmieError, match="No session from 1 October to 3 October is without a mark"):
        away(weekly(), "p1", date(2026, 10, 1), date(2026, 10, 3), None)


def test_who_comes_back_is_not_taken_from_that_session_on():
    series = weekly()
    gone = series.after(away(series, "p1", date(2026, 9, 8), date(2026, 9, 29), "Hospital"))
    back = gone.after(back_again(gone, "s2", "p1"))
    assert marks(back) == ["absent", "not taken", "not taken", "not taken", None]
    assert said(back.plan("s2").session.attendance) == {"people": all_but()}


@pytest.mark.parametrize("status", ["draft", "planned", "cancelled", None])
def test_a_draft_at_which_somebody_was_counted_is_a_draft_no_more(status: str | None):
    plan = weekly(s1={"status": status} if status else {}).plan("s1")
    for changes in (everyone_here(plan), count_heads(plan.session, headcount=4)):
        (change,) = changes
        assert isinstance(change.after, Session)
        assert change.after.status == ("planned" if status == "draft" else status)
    noted = because(plan, "p1", "Hospital")
    assert all(isinstance(c.after, Session) and c.after.status == status for c in noted)

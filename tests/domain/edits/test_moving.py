"""A session moves to another day or is cancelled; absences stay with the day; terms and holidays come and go."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain.changes import inverse
from amie_planner.domain.edits.moving import add_stretch, alter_stretch, cancel, keep_terms, move, remove_stretch
from amie_planner.domain.edits.parts import Changes
from amie_planner.domain.edits.register import away
from amie_planner.domain.moving import Move, after_lost
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Programme, Session, Term
from amie_planner.domain.vocabulary import Status
from amie_planner.errors import AmieError

PEOPLE = [{"id": "p1", "alias": "Sky"}, {"id": "p2", "alias": "Moss"}]
FIRST, LATER = date(2026, 9, 8), date(2026, 9, 15)
AUTUMN = Term(label="Autumn", starts=date(2026, 9, 1), ends=date(2026, 12, 18))
SPRING = Term(label="Spring")


def weekly(**session: Any) -> Series:
    """Two Tuesdays, the first with these fields."""
    sessions = [
        {"id": "s1", "title": "One", "date": f"{FIRST}", "notes": "Bells", **session},
        {"id": "s2", "title": "Two", "date": f"{LATER}"},
    ]
    return a_series(people=PEOPLE, sessions=sessions)


def moved(**session: Any) -> Session:
    [change] = move([Move(weekly(**session).sessions[0].session, LATER)])
    assert isinstance(change.after, Session)
    return change.after


def programme(**fields: Any) -> Programme:
    return Programme.made(programme="g1", uid="u1", title="Sound makers").revised(**fields)


def after(changes: Changes) -> Programme:
    [change] = changes
    assert isinstance(change.after, Programme)
    return change.after


@pytest.mark.parametrize(
    "register",
    [
        None,
        {"walk_ins": 2},
        {"mode": "people", "people": {"p1": "not taken"}},
        {"people": {"p1": "absent", "p2": "present"}, "reasons": {"p1": "Hospital"}},
    ],
    ids=["none", "walk-ins", "nobody marked", "somebody came"],
)
def test_a_session_gets_its_new_day_and_nothing_else_of_it_changes(register: dict[str, Any] | None):
    was = weekly(register=register).sessions[0].session
    assert moved(register=register) == was.revised(date=LATER)


def test_absences_that_were_noted_for_the_old_day_do_not_move_along():
    register = {"people": {"p1": "absent", "p2": "not taken"}, "reasons": {"p1": "Hospital"}}
    assert moved(register=register).attendance is None
    kept = moved(register={**register, "mode": "headcount", "guests": ["Bo"]}).attendance
    assert kept is not None
    assert (kept.people, kept.reasons, kept.mode, kept.guests) == ({}, {}, "headcount", ("Bo",))


def test_after_a_lost_date_an_absence_is_noted_for_no_day_that_it_was_not_meant_for_and_undo_brings_it_back():
    series = weekly()
    noted = series.after(away(series, "p1", FIRST, FIRST, "Hospital"))
    changes = move(after_lost(noted, "s1"))
    made = noted.after(changes)
    assert [(lines.session.date, lines.session.attendance) for lines in made.in_order()] == [
        (LATER, None),
        (date(2026, 9, 22), None),
    ]
    assert made.after(inverse(changes)) == noted


def test_a_session_that_is_cancelled_stays_on_its_day():
    series = weekly()
    made = series.after(cancel(series, "s1"))
    assert [(x.session.date, x.session.status) for x in made.in_order()] == [(FIRST, Status.CANCELLED), (LATER, None)]
    assert cancel(made, "s1") == ()


def test_a_term_or_holiday_comes_after_the_others_with_nothing_said_of_it():
    held = programme(terms=(AUTUMN,))
    assert after(add_stretch(held, "terms")).terms == (AUTUMN, Term())
    assert after(add_stretch(held, "holidays")).holidays == (Term(),)


def test_one_of_the_terms_is_altered_and_goes_by_its_place():
    held = programme(terms=(AUTUMN, SPRING))
    assert after(alter_stretch(held, "terms", 1, {"label": "New year"})).terms == (AUTUMN, Term(label="New year"))
    assert after(remove_stretch(held, "terms", 0)).terms == (SPRING,)


def test_a_term_that_stays_as_it_is_is_no_change():
    assert alter_stretch(programme(terms=(AUTUMN,)), "terms", 0, {"label": "Autumn"}) == ()
    assert keep_terms(programme(terms=(AUTUMN,)), [AUTUMN]) == ()


def test_a_term_that_would_end_before_it_begins_is_refused():
    with pytest.raises(AmieError, match="Its last day is before its first"):
        alter_stretch(programme(terms=(AUTUMN,)), "terms", 0, {"ends": date(2026, 8, 31)})


def test_the_terms_are_kept_as_they_are_given():
    assert after(keep_terms(programme(terms=(AUTUMN,)), [SPRING, AUTUMN])).terms == (SPRING, AUTUMN)

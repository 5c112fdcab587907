"""The term grid in words: what would move, and what lies in the holidays."""

from __future__ import annotations

from datetime import date

from tests.plans import a_series

from amie_planner.documents.session_rows import session_rows
from amie_planner.domain.moving import after_lost, by_weeks
from amie_planner.domain.plan import Series
from amie_planner.ui.models.term_grid import going_further, marked, move_rows, what_moves

DAYS = ("2026-10-20", "2026-10-27", "2026-11-03")


def a_term(**programme: object) -> Series:
    sessions = [{"id": f"s{n}", "title": f"Week {n}", "date": day} for n, day in enumerate(DAYS, 1)]
    return a_series(programme={"uid": "u1", "title": "Sound makers", **programme}, sessions=sessions)


def test_each_that_moves_says_both_its_days():
    moves = after_lost(a_term(), "s2")
    assert [row.spoken for row in move_rows(moves)] == [
        "Week 2: from Tuesday 27 October to Tuesday 3 November 2026",
        "Week 3: from Tuesday 3 November to Tuesday 10 November 2026",
    ]


def test_how_many_move_and_whether_the_programme_is_long_enough():
    series = a_term(to="2026-11-03")
    late = "1 session is then after the programme’s last day, Tuesday 3 November 2026."
    assert what_moves(series, after_lost(series, "s2")) == f"2 sessions move. {late}"
    assert what_moves(series, after_lost(series, "s3")) == f"1 session moves. {late}"
    assert what_moves(series, ()).startswith("No session can move")


def test_absences_that_do_not_move_along_are_told_before_anything_is_done():
    register = {"people": {"p1": "absent"}}
    session = {"id": "s1", "title": "Week 1", "date": DAYS[0], "register": register}
    series = a_series(people=[{"id": "p1", "alias": "Sky"}], sessions=[session])
    assert what_moves(series, after_lost(series, "s1")) == (
        "1 session moves. Absences that are noted for the old days go: Sky (1 session). "
        "Note them again for the new days."
    )


def test_only_what_lies_in_the_holidays_says_so():
    series = a_term(holidays=[{"label": "Half term", "from": "2026-10-26", "to": "2026-10-30"}])
    rows = session_rows(series, date(2026, 9, 1), None)
    assert [row.about for row in marked(series, rows)] == ["Planned", "Planned, in the holidays: Half term", "Planned"]
    assert marked(a_term(), rows) == rows


def test_those_that_do_not_move_by_just_so_many_weeks_are_counted_and_it_is_said_why():
    assert going_further(by_weeks(a_term(), 1), 1) == ""
    holidays = [{"label": "Half term", "from": "2026-11-02", "to": "2026-11-06"}]
    why = "to a later week: a day is taken or lies in the holidays, and none overtakes another."
    assert going_further(by_weeks(a_term(holidays=holidays), 1), 1) == f"2 go {why}"
    only_last = a_term(holidays=[{"from": "2026-11-10"}])
    assert going_further(by_weeks(only_last, 1), 1) == f"1 goes {why}"

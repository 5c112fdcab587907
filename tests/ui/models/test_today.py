"""What comes and what waits, as rows that say so in plain words."""

from __future__ import annotations

from datetime import date

from tests.plans import a_series

from amie_planner.domain.coming import coming
from amie_planner.domain.plan import Series
from amie_planner.domain.records import Programme, Session
from amie_planner.domain.waiting import Wait, Waiting
from amie_planner.ui.models.today import SHOWN_FIRST, coming_row, heading_of, wait_rows

TODAY = date(2026, 9, 14)
ONE = {"u1": "Sound makers"}


def told(n: int, programme: str = "u1") -> Waiting:
    return Waiting(Wait.TO_TELL, programme, f"v{n}", f"Idea {n}", date(2026, 9, 8))


def held(series: Series) -> list[tuple[Programme, Session]]:
    return [(series.programme, lines.session) for lines in series.sessions]


def test_a_session_says_when_what_and_where():
    programme = {"uid": "u1", "title": "Sound makers", "place": "Music room"}
    session = {"id": "s1", "title": "Lift-off", "date": "2026-09-15", "start": "10:00", "minutes": 45}
    row = coming_row(coming(held(a_series(programme=programme, sessions=[session])), TODAY)[0], TODAY)
    assert row.spoken == "Tomorrow, 10:00 to 10:45, Lift-off, Sound makers · Music room"
    assert (row.programme, row.session) == ("u1", "s1")


def test_a_session_without_times_says_its_day_alone():
    sessions = [
        {"id": "s1", "title": "One", "date": "2026-09-14"},
        {"id": "s2", "title": "Two", "date": "2026-09-15", "start": "10:00"},
    ]
    rows = [coming_row(one, TODAY).when for one in coming(held(a_series(sessions=sessions)), TODAY)]
    assert rows == ["Today", "Tomorrow, 10:00"]


def test_rows_stand_under_a_heading_of_their_kind_and_say_since_when():
    waits = [
        Waiting(Wait.CHANGE, "u1", "d1", "Slow down", date(2026, 8, 1), session="s2"),
        told(1),
        Waiting(Wait.REQUIREMENT_REVIEW, "u1", "r1", "Sky: Give me time", date(2025, 9, 1), person="p1"),
        Waiting(Wait.TO_DECIDE, "u1", "v2", "More drums"),
        Waiting(Wait.PERSON_REVIEW, "u1", "p1", "Sky", date(2026, 9, 1), person="p1"),
        Waiting(Wait.TEAM_REVIEW, "u1", "t1", "Class support", date(2026, 9, 1), session="s2"),
        Waiting(Wait.LOOKING_BACK, "u1", "s1", "Lift-off", date(2026, 9, 8), session="s1"),
    ]
    rows = wait_rows(waits, ONE, TODAY, frozenset())
    assert [(row.kind, row.spoken) for row in rows] == [
        ("heading", "To look back on"),
        ("wait", "Lift-off. 8 September, and nothing is written about it yet"),
        ("heading", "To look at again together"),
        ("wait", "Sky: Give me time. Access requirement, review was due 1 September 2025"),
        ("wait", "Sky. Profile, review was due 1 September"),
        ("wait", "Class support. What they need to work well, review was due 1 September"),
        ("heading", "To tell: what became of an idea"),
        ("wait", "Idea 1. From 8 September"),
        ("heading", "To decide: what becomes of an idea"),
        ("wait", "More drums"),
        ("heading", "To take, park or decline: changes from earlier"),
        ("wait", "Slow down. From 1 August, and two sessions have passed"),
    ]
    assert [row.waiting for row in rows if row.kind == "wait" and row.waiting is None] == []


def test_a_row_names_its_programme_where_there_is_more_than_one():
    rows = wait_rows([told(1), told(1, "u2")], ONE | {"u2": "Writers"}, TODAY, frozenset())
    assert [row.below for row in rows[1:]] == ["From 8 September · Sound makers", "From 8 September · Writers"]
    assert len({row.id for row in rows}) == len(rows)


def test_a_long_list_folds_to_its_first_rows_and_offers_the_others():
    waits = [told(n) for n in range(SHOWN_FIRST + 2)]
    folded = wait_rows(waits, ONE, TODAY, frozenset())
    assert [row.kind for row in folded] == ["heading", *["wait"] * SHOWN_FIRST, "more"]
    whole = wait_rows(waits, ONE, TODAY, frozenset({heading_of(folded[-1])}))
    assert [row.kind for row in whole] == ["heading", *["wait"] * len(waits)]


def test_one_row_more_is_shown_instead_of_folded():
    rows = wait_rows([told(n) for n in range(SHOWN_FIRST + 1)], ONE, TODAY, frozenset())
    assert [row.kind for row in rows] == ["heading", *["wait"] * (SHOWN_FIRST + 1)]


def test_nothing_that_waits_is_counted_in_words_or_figures():
    rows = wait_rows([told(n) for n in range(9)], ONE, TODAY, frozenset())
    assert not any(str(number) in row.text for row in rows if row.kind != "wait" for number in range(10))


def test_where_nothing_waits_there_is_no_heading():
    assert wait_rows([], ONE, TODAY, frozenset()) == ()

"""What comes next: the sessions of the coming days over all programmes, or the first one later."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.plans import a_document, in_bytes

from amie_planner.domain.coming import coming
from amie_planner.domain.plan import Series
from amie_planner.exchange.plan_file import read

TODAY = date(2026, 9, 8)


def a_programme(uid: str, *sessions: dict[str, Any]) -> Series:
    held = [{"id": f"s{n}", "title": f"Session {n}", **fields} for n, fields in enumerate(sessions, 1)]
    return read(in_bytes(a_document(programme={"uid": uid, "title": uid}, sessions=held)))


def ids(*programmes: Series) -> list[str]:
    sessions = [(series.programme, lines.session) for series in programmes for lines in series.sessions]
    return [f"{one.programme.id}/{one.session.id}" for one in coming(sessions, TODAY)]


def test_sessions_of_all_programmes_stand_in_the_order_of_the_days_and_hours():
    one = a_programme("one", {"date": "2026-09-10"}, {"date": "2026-09-08", "start": "14:00"})
    other = a_programme("other", {"date": "2026-09-08", "start": "09:00"}, {"date": "2026-09-08"})
    assert ids(one, other) == ["other/s1", "one/s2", "other/s2", "one/s1"]


def test_the_seventh_day_is_the_last_that_is_soon():
    days = ("2026-09-10", "2026-09-15", "2026-09-16")
    assert ids(a_programme("one", *({"date": day} for day in days))) == ["one/s1", "one/s2"]


def test_where_nothing_is_soon_the_first_one_later_comes():
    assert ids(a_programme("one", {"date": "2026-12-01"}, {"date": "2026-11-01"})) == ["one/s2"]


def test_what_is_over_cancelled_delivered_or_has_no_day_does_not_come():
    over = {"date": "2026-09-07"}
    cancelled, delivered = ({"date": "2026-09-08", "status": status} for status in ("cancelled", "delivered"))
    draft = {"date": "2026-09-08", "status": "draft"}
    assert ids(a_programme("one", over, cancelled, delivered, {}, draft)) == ["one/s5"]


def test_one_that_is_under_way_comes_first_until_it_has_ended():
    going = {"actual": {"a1": {"start": "14:02", "minutes": 5}, "a2": {"start": "14:07"}}}
    lines = [{"id": "a1"}, {"id": "a2"}]
    early = {"date": "2026-09-08", "start": "09:00"}
    late = {"date": "2026-09-08", "start": "14:00", "activities": lines, **going}
    assert ids(a_programme("one", early, late)) == ["one/s2", "one/s1"]
    assert ids(a_programme("one", early, late | {"ended": "14:50"})) == ["one/s1", "one/s2"]


def test_of_no_programme_nothing_comes():
    assert ids() == []

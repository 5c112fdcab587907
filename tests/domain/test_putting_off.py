"""What is put off misses only the session in which that was said; where nothing says which, the first after its own."""

from __future__ import annotations

import pytest
from tests.plans import a_series

from amie_planner.domain.plan import Series
from amie_planner.domain.pointing import named_by
from amie_planner.domain.putting_off import LAST_TIME, PutOff, line_of
from amie_planner.domain.records import Reply

LINE = line_of("note", "s1", "n1")


def weekly(missed: str | None = None, *, cancelled: str = "") -> Series:
    days = [{"id": f"s{n}", "title": "One", "date": f"2026-09-{7 * n - 6:02}"} for n in range(1, 5)]
    sessions = [day | ({"status": "cancelled"} if day["id"] == cancelled else {}) for day in days]
    said = [{"check": LAST_TIME, "lines": [LINE], "session": missed, "reply": "parked"}] if missed else []
    return a_series(sessions=sessions, replies=said)


@pytest.mark.parametrize(
    ("missed", "cancelled", "back"),
    [
        ("s2", "", [None, 1, 1]),
        ("s3", "", [0, None, 2]),
        ("s3", "s3", [0, None, 2]),
        ("s4", "", [0, 0, None]),
        (None, "", [None, 1, 1]),
        (None, "s2", [None, None, 2]),
    ],
)
def test_it_waits_again_after_the_session_that_it_misses(missed: str | None, cancelled: str, back: list[int | None]):
    series = weekly(missed, cancelled=cancelled)
    held = series.in_order()
    asked = [PutOff(series, held[:n], held[n].session.id).back(LINE, "s1") for n in range(1, 4)]
    assert asked == back


def test_where_no_session_asks_it_is_answered_until_the_one_that_it_misses_is_over():
    held = weekly("s3").in_order()
    assert [PutOff(weekly("s3"), held[:n], None).back(LINE, "s1") for n in range(1, 5)] == [None, None, 2, 2]


def test_what_came_from_after_the_session_that_it_misses_waits_since_it_came():
    series = weekly("s1")
    assert PutOff(series, series.in_order()[:3], "s4").back(LINE, "s2") == 1


def test_a_line_names_its_session_and_never_something_of_another_session_alone():
    named = named_by(Reply.made(id="y1", programme="u1", lines=(LINE,)))
    assert "s1" in named and "n1" not in named
    assert len({line_of("note", "a", "b/c"), line_of("note", "b/a", "c"), line_of("change", "a", "b/c")}) == 3

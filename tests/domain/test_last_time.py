"""Notes and ideas of earlier sessions wait for an answer in the next one, and what was parked misses one session."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain.last_time import IDEA, ideas, notes, whence, why_it_waits
from amie_planner.domain.plan import Series


def weekly(*sessions: dict[str, Any], **parts: Any) -> Series:
    """A programme whose sessions s1, s2 … are a week apart from 1 September."""
    made = [{"id": f"s{n}", "title": f"Session {n}", "date": f"2026-09-{7 * n - 6:02}"} for n in range(1, 5)]
    return a_series(sessions=[one | more for one, more in zip(made, sessions, strict=False)], **parts)


def noting(answer: str | None = None, **fields: Any) -> dict[str, Any]:
    return {"next_time": [{"id": "n1", "text": "Lamp", "answer": answer}], **fields}


def waiting(series: Series, session: str) -> list[str]:
    return [offer.id for offer in notes(series, session)]


def said(**fields: Any) -> list[dict[str, Any]]:
    return [{"id": "v1", "text": "More drums", **fields}]


def answered(reply: str, session: str) -> list[dict[str, Any]]:
    return [{"check": IDEA, "lines": ["v1"], "session": session, "reply": reply}]


def offered(series: Series, session: str) -> list[str]:
    return [entry.id for entry in ideas(series, session)]


@pytest.mark.parametrize(
    ("answer", "next_one", "one_after"),
    [(None, True, True), ("parked", False, True), ("taken", False, False), ("declined", False, False)],
)
def test_a_note_waits_until_it_is_answered(answer: str | None, next_one: bool, one_after: bool):
    series = weekly(noting(answer), {}, {})
    assert [bool(waiting(series, f"s{n}")) for n in (1, 2, 3)] == [False, next_one, one_after]


def test_the_notes_of_the_session_just_before_come_first_and_those_of_a_cancelled_one_do_not_come():
    series = weekly(noting(), noting(status="cancelled"), noting(), {})
    assert waiting(series, "s4") == ["2/s3/n1", "2/s1/n1"]


def test_a_cancelled_session_is_none_that_a_parked_note_can_miss():
    assert waiting(weekly(noting("parked"), {"status": "cancelled"}, {}), "s3") == []


def test_a_note_without_words_is_not_offered():
    assert waiting(weekly({"next_time": [{"id": "n1"}]}, {}), "s2") == []


def test_a_note_says_where_it_comes_from():
    (offer,) = notes(weekly(noting(), {}), "s2")
    assert whence(offer, date(2026, 9, 8)) == "Session 1, 1 September"
    (undated,) = notes(
        a_series(sessions=[{"id": "s1", "title": "One", **noting()}, {"id": "s2", "title": "Two"}]), "s2"
    )
    assert (whence(undated, None), undated.parked) == ("One", False)


@pytest.mark.parametrize(
    ("fields", "waits"),
    [
        ({}, True),
        ({"session": "s1"}, True),
        ({"session": "s2"}, False),
        ({"session": "s3"}, False),
        ({"date": "2026-09-07"}, True),
        ({"date": "2026-09-08"}, False),
        ({"outcome": "adopted"}, True),
        ({"outcome": "not possible"}, True),
        ({"outcome": "adopted", "told_on": "2026-09-02"}, False),
        ({"touches": [{"session": "s2"}]}, False),
        ({"touches": [{"session": "s1"}]}, True),
    ],
)
def test_an_idea_from_before_waits_while_it_is_undecided_or_untold(fields: dict[str, Any], waits: bool):
    assert bool(offered(weekly({}, {}, {}, voice=said(**fields)), "s2")) is waits


def test_to_a_session_without_a_day_every_idea_comes_from_before():
    sessions = [{"id": "s1", "title": "One"}]
    assert offered(a_series(sessions=sessions, voice=said(date="2026-09-07")), "s1") == ["v1"]


@pytest.mark.parametrize(
    ("reply", "waits_in"), [("parked", ["s3", "s4"]), ("not this time", [])], ids=["parked", "declined"]
)
def test_a_parked_idea_misses_one_session_and_a_declined_one_comes_no_more(reply: str, waits_in: list[str]):
    series = weekly({}, {}, {}, {}, voice=said(session="s1"), replies=answered(reply, "s2"))
    assert [f"s{n}" for n in (2, 3, 4) if offered(series, f"s{n}")] == waits_in


def test_an_idea_says_what_it_waits_for():
    series = weekly({}, {}, voice=[*said(session="s1"), {"id": "v2", "outcome": "adopted"}])
    assert [why_it_waits(entry) for entry in ideas(series, "s2")] == ["Not decided yet.", "Nobody has been told yet."]

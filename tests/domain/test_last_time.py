"""Notes and ideas of earlier sessions wait for an answer in the next one, and what was parked misses one session."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.domain.last_time import (
    WOULD_CHANGE,
    Awaits,
    ideas,
    ideas_waiting,
    notes,
    notes_so_far,
    whence,
    would_change,
)
from amie_planner.domain.plan import Series
from amie_planner.domain.putting_off import LAST_TIME
from amie_planner.domain.reflection import prompts


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
    return [{"check": LAST_TIME, "lines": ["v1"], "session": session, "reply": reply}]


def offered(series: Series, session: str) -> list[str]:
    return [entry.id for entry, _ in ideas(series, session)]


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
    assert whence(offer.session, date(2026, 9, 8)) == "Session 1, 1 September"
    (undated,) = notes(
        a_series(sessions=[{"id": "s1", "title": "One", **noting()}, {"id": "s2", "title": "Two"}]), "s2"
    )
    assert (whence(undated.session, None), undated.parked) == ("One", False)


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
        ({"session": "s1", "touches": [{"session": "s1"}]}, True),
        ({"touches": [{"session": "s1"}]}, False),
        ({"touches": [{"session": "s3"}]}, False),
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
    assert [waits for _, waits in ideas(series, "s2")] == [Awaits.TO_DECIDE, Awaits.TO_TELL]


TAKEN = said(session="s1", touches=[{"session": "s1"}, {"session": "s2"}])


@pytest.mark.parametrize(
    ("second", "third", "offered_in"),
    [
        ({}, {}, []),
        ({"status": "draft"}, {}, []),
        ({"status": "delivered"}, {}, ["s3", "s4"]),
        ({"ended": "10:40"}, {}, ["s3", "s4"]),
        ({"register": {"headcount": 4}}, {}, ["s3", "s4"]),
        ({}, {"status": "delivered"}, ["s3", "s4"]),
        ({"status": "cancelled"}, {}, ["s3", "s4"]),
        ({"status": "draft"}, {"status": "delivered"}, []),
    ],
)
def test_an_idea_that_was_taken_waits_no_more_until_that_session_was_held(
    second: dict[str, Any], third: dict[str, Any], offered_in: list[str]
):
    series = weekly({}, second, third, {}, voice=TAKEN)
    assert [f"s{n}" for n in (2, 3, 4) if offered(series, f"s{n}")] == offered_in


def test_once_it_was_held_the_idea_is_to_be_told():
    series = weekly({}, {"status": "delivered"}, {}, voice=TAKEN)
    assert ideas(series, "s3") == ((series.voice[0], Awaits.TO_TELL),)


@pytest.mark.parametrize(
    ("day", "waits"),
    [(date(2026, 9, 7), None), (date(2026, 9, 8), None), (date(2026, 9, 9), Awaits.TO_TELL)],
)
def test_what_was_taken_is_to_be_told_once_its_session_has_passed(day: date, waits: Awaits | None):
    series = weekly({}, {}, voice=TAKEN)
    assert [found for _, found in ideas_waiting(series, day)] == [waits] * bool(waits)


@pytest.mark.parametrize(
    ("session", "waits"),
    [
        ({"status": "cancelled"}, [Awaits.TO_DECIDE]),
        ({"status": "draft"}, [Awaits.TO_DECIDE]),
        ({"date": None}, []),
        ({"date": None, "status": "delivered"}, [Awaits.TO_TELL]),
    ],
)
def test_a_session_that_did_not_come_about_decides_nothing(session: dict[str, Any], waits: list[Awaits]):
    series = weekly({}, session, voice=TAKEN)
    assert [found for _, found in ideas_waiting(series, date(2026, 10, 1))] == waits


@pytest.mark.parametrize(
    ("fields", "waits"),
    [
        ({}, [Awaits.TO_DECIDE]),
        ({"outcome": "adopted"}, [Awaits.TO_TELL]),
        ({"outcome": "adopted", "told_on": "2026-09-02"}, []),
        ({"told_on": "2026-09-02"}, [Awaits.TO_DECIDE]),
        ({"told_on": "2026-09-10", "touches": [{"session": "s2"}]}, []),
        ({"outcome": "adopted", "touches": [{"session": "s2"}]}, [Awaits.TO_TELL]),
    ],
)
def test_an_idea_waits_once(fields: dict[str, Any], waits: list[Awaits]):
    series = weekly({}, {}, voice=said(session="s1", **fields))
    assert [found for _, found in ideas_waiting(series, date(2026, 10, 1))] == waits


QUIET = {"reflection": {WOULD_CHANGE: "A quieter start"}}


def changing(series: Series, session: str) -> list[str]:
    return [offer.session.id for offer in would_change(series, session)]


def replied(reply: str, session: str) -> list[dict[str, Any]]:
    (offer,) = would_change(weekly(QUIET, {}), "s2")
    return [{"check": LAST_TIME, "lines": [offer.line], "session": session, "reply": reply}]


def test_what_one_would_change_is_asked_by_a_prompt():
    assert WOULD_CHANGE in [prompt.key for prompt in prompts()]


def test_what_the_last_session_that_was_held_would_change_is_offered_and_older_answers_are_not():
    series = weekly(QUIET, QUIET, {}, {"status": "cancelled", **QUIET})
    assert [changing(series, f"s{n}") for n in (1, 2, 3, 4)] == [[], ["s1"], ["s2"], ["s2"]]
    assert would_change(series, "s3")[0].text == "A quieter start"


@pytest.mark.parametrize(("reply", "offered_in"), [("parked", ["s3", "s4"]), ("not this time", []), ("acted on", [])])
def test_what_one_would_change_is_answered_once_and_parked_for_one_session(reply: str, offered_in: list[str]):
    series = weekly(QUIET, {}, {"status": "delivered"}, {}, replies=replied(reply, "s2"))
    assert [f"s{n}" for n in (2, 3, 4) if changing(series, f"s{n}")] == offered_in
    assert all(offer.parked for n in (3, 4) for offer in would_change(series, f"s{n}"))


def test_the_same_words_as_a_note_come_back_as_the_note_alone():
    series = weekly(QUIET | {"next_time": [{"id": "n1", "text": "a quieter start."}]}, {})
    assert (changing(series, "s2"), waiting(series, "s2")) == ([], ["2/s1/n1"])


def taken_into(session: str, line: str) -> list[dict[str, Any]]:
    return [{"check": LAST_TIME, "lines": [line], "session": session, "reply": "acted on"}]


@pytest.mark.parametrize(("status", "offered_in"), [("planned", []), ("delivered", []), ("cancelled", ["s3", "s4"])])
def test_what_was_taken_into_a_session_that_was_cancelled_is_offered_again(status: str, offered_in: list[str]):
    """A note, what one would change, and an idea alike; not in the cancelled session itself."""
    first = noting("taken") | QUIET
    lines = ["note#2#n1/s1", "reflection#2#change/s1"]
    replies = [reply for line in lines for reply in taken_into("s2", line)]
    taken = {"touches": [{"session": "s2"}], "told_on": "2026-09-09", "session": "s1"}
    series = weekly(first, {"status": status}, {}, {}, replies=replies, voice=said(**taken))
    for coming_back in (notes, would_change, ideas):
        assert [f"s{n}" for n in (2, 3, 4) if coming_back(series, f"s{n}")] == offered_in


@pytest.mark.parametrize("parked_in", ["s2", "s3", None])
@pytest.mark.parametrize("answer", [None, "parked", "taken"])
def test_what_waits_is_seen_from_the_plan_alone(parked_in: str | None, answer: str | None):
    replies = [{**taken_into(parked_in, "note#2#n1/s1")[0], "reply": "parked"}] if parked_in else []
    series = weekly(noting(answer), {}, {"date": None}, {"date": None}, replies=replies)
    for n in (1, 2, 3, 4):
        assert notes_so_far(series.plan(f"s{n}")) == notes(series, f"s{n}")


def test_a_note_that_was_taken_in_vain_waits_in_the_plan_too():
    series = weekly(noting("taken"), {"status": "cancelled"}, {}, replies=taken_into("s2", "note#2#n1/s1"))
    assert [offer.id for offer in notes_so_far(series.plan("s3"))] == ["2/s1/n1"]

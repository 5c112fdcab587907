"""The calendar file: when and where as the plan says it, nobody in it, and a newer one in the place of an older."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from icalendar import Calendar, Event
from tests.plans import a_series

from amie_planner.errors import AmieError
from amie_planner.exchange.calendar import content

NOW = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)
CANARIES = ("Zarquonia", "Slartibart", "Vogonbarb", "Trillibeeb")
NAME, ALIAS, NEED, ADULT = CANARIES


def events(*sessions: dict[str, Any], now: datetime = NOW, **parts: Any) -> list[Event]:
    """What a calendar program reads in the file of these sessions."""
    numbered = [{"id": f"s{n}", "title": "Sounds"} | session for n, session in enumerate(sessions, 1)]
    return Calendar.from_ical(content(a_series(sessions=numbered, **parts), now)).events


def an_event(now: datetime = NOW, **session: Any) -> Event:
    (event,) = events({"date": "2026-09-08"} | session, now=now)
    return event


@pytest.mark.parametrize(
    ("day", "start", "minutes", "begins", "ends"),
    [
        ("2026-03-29", "00:30", 120, datetime(2026, 3, 29, 0, 30), datetime(2026, 3, 29, 2, 30)),
        ("2026-03-29", "01:30", 60, datetime(2026, 3, 29, 1, 30), datetime(2026, 3, 29, 2, 30)),
        ("2026-10-25", "00:30", 120, datetime(2026, 10, 25, 0, 30), datetime(2026, 10, 25, 2, 30)),
        ("2026-10-25", "01:30", 60, datetime(2026, 10, 25, 1, 30), datetime(2026, 10, 25, 2, 30)),
        ("2028-02-29", "10:00", 45, datetime(2028, 2, 29, 10), datetime(2028, 2, 29, 10, 45)),
        ("2026-12-31", "23:00", 90, datetime(2026, 12, 31, 23), datetime(2027, 1, 1, 0, 30)),
        ("2026-08-31", "23:30", 60, datetime(2026, 8, 31, 23, 30), datetime(2026, 9, 1, 0, 30)),
        ("0001-01-01", "09:00", 60, datetime(1, 1, 1, 9), datetime(1, 1, 1, 10)),
    ],
)
@pytest.mark.parametrize("hours", [-11, 0, 1, 14])
def test_a_session_begins_and_ends_by_the_clock_in_the_room_in_any_zone(
    day: str, start: str, minutes: int, begins: datetime, ends: datetime, hours: int
) -> None:
    exported = NOW.astimezone(timezone(timedelta(hours=hours)))
    event = an_event(exported, date=day, start=start, minutes=minutes)
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (begins, ends)
    assert event.decoded("dtstart").tzinfo is None
    assert event.decoded("dtstamp") == NOW


def test_no_zone_is_named_in_the_file() -> None:
    made = content(a_series(sessions=[{"id": "s1", "title": "A", "date": "2026-10-25", "start": "10:00"}]), NOW)
    assert b"DTSTART:20261025T100000\r\n" in made
    assert b"TZ" not in made


def test_a_session_without_a_start_fills_its_day() -> None:
    event = an_event(date="2028-02-29", minutes=60)
    assert event.decoded("dtstart") == date(2028, 2, 29)
    assert "dtend" not in event


def test_without_a_length_it_ends_with_its_running_order() -> None:
    order = [{"id": "a1", "minutes": 10}, {"id": "a2", "minutes": 25}, {"id": "a3", "minutes": 50, "skip": True}]
    assert an_event(start="10:00", activities=order).decoded("dtend") == datetime(2026, 9, 8, 10, 35)


@pytest.mark.parametrize("session", [{"start": "10:00"}, {"start": "10:00", "minutes": 0}])
def test_where_nothing_says_how_long_there_is_no_end(session: dict[str, Any]) -> None:
    assert "dtend" not in an_event(**session)


def test_what_would_end_after_the_last_day_there_is_has_no_end() -> None:
    assert "dtend" not in an_event(date="9999-12-31", start="23:30", minutes=60)


@pytest.mark.parametrize(
    ("status", "said"),
    [("draft", "TENTATIVE"), ("planned", "CONFIRMED"), ("delivered", "CONFIRMED"), ("cancelled", "CANCELLED")],
)
def test_where_a_session_stands_is_said(status: str, said: str) -> None:
    assert an_event(status=status)["status"] == said


def test_a_cancelled_session_says_so_in_its_words_and_keeps_no_time_busy() -> None:
    event = an_event(status="cancelled")
    assert event["summary"] == "Cancelled: Sound makers: Sounds"
    assert event["transp"] == "TRANSPARENT"


def test_a_session_says_its_programme_its_title_and_the_place() -> None:
    programme = {"uid": "u1", "title": "Sound makers", "place": "Music room, Hall Lane"}
    (event,) = events({"date": "2026-09-08", "title": "Moon landing"}, programme=programme)
    assert (event["summary"], event["location"]) == ("Sound makers: Moon landing", "Music room, Hall Lane")


def test_sessions_stand_in_the_order_of_their_dates_and_those_without_one_are_left_out() -> None:
    found = events({"title": "B", "date": "2026-09-15"}, {"title": "None"}, {"title": "A", "date": "2026-09-08"})
    assert [event["summary"] for event in found] == ["Sound makers: A", "Sound makers: B"]


def test_with_no_dated_session_there_is_no_file() -> None:
    with pytest.raises(AmieError, match="date"):
        events({"title": "One day"})


def test_a_newer_file_takes_the_place_of_an_older_one() -> None:
    older = an_event(title="Old", date="2026-09-08")
    newer = an_event(NOW + timedelta(seconds=1), title="New", date="2026-09-09", start="09:00")
    assert older["uid"] == newer["uid"]
    assert 0 < older["sequence"] < newer["sequence"] < 2**31
    assert older.decoded("last-modified") < newer.decoded("last-modified")
    assert newer.decoded("dtstamp") == NOW + timedelta(seconds=1)


def test_a_laptop_whose_clock_was_never_set_makes_a_file_that_can_be_read() -> None:
    assert an_event(datetime(1980, 1, 1, tzinfo=UTC))["sequence"] == 0


def test_each_session_of_each_programme_has_an_id_of_its_own() -> None:
    day = {"date": "2026-09-08"}
    found = [*events(day, day), *events(day, programme={"uid": "u2", "title": "Other"})]
    assert len({event["uid"] for event in found}) == 3


PEOPLE: dict[str, Any] = {
    "people": [
        {
            "id": f"{ALIAS}-1",
            "alias": ALIAS,
            "name": f"{NAME} Smith",
            "what_helps": NEED,
            "requirements": [{"id": "r1", "barrier": "sound-light-sensory", "words": NEED}],
        }
    ],
    "team": [{"id": "t1", "name": f"{ADULT} Jones", "role": "Leader"}],
}


def test_no_name_and_no_need_is_in_the_bytes() -> None:
    programme = {"uid": f"{NAME}-1", "title": f"One to one with {NAME}", "place": f"{ADULT}’s house", "aims": NEED}
    titles = (f"{ALIAS} sings", f"For {NAME.upper()}", f"with {ADULT} Jones", "Moon landing", f"\x07{ALIAS}\x07")
    sessions = [
        {"id": f"{NAME}{n}", "title": title, "date": f"2026-09-0{n}", "notes": NEED}
        for n, title in enumerate(titles, 1)
    ]
    made = content(a_series(programme=programme, sessions=sessions, **PEOPLE), NOW)
    assert not [word for word in (*CANARIES, "Smith", "Jones") if word.casefold() in _unfolded(made).casefold()]
    said = [str(event["summary"]) for event in Calendar.from_ical(made).events]
    assert said == ["Session 1", "Session 2", "Session 3", "Moon landing", "Session 5"]
    assert not [event for event in Calendar.from_ical(made).events if "location" in event]


def _unfolded(made: bytes) -> str:
    return made.decode().replace("\r\n ", "")


def test_a_session_that_hides_its_title_goes_by_its_own_number() -> None:
    (event,) = events({"date": "2026-09-08", "title": f"{ALIAS} sings", "number": 12}, **PEOPLE)
    assert event["summary"] == "Sound makers: Session 12"


def test_a_word_that_is_not_the_person_may_stand_there() -> None:
    sessions = [{"id": "s1", "title": "Blue sky", "date": "2026-09-08"}]
    series = a_series(people=[{"id": "p1", "alias": "Sky"}], sessions=sessions)
    (event,) = Calendar.from_ical(content(series, NOW, frozenset({"sky"}))).events
    assert event["summary"] == "Sound makers: Blue sky"


HOSTILE = (
    "Sounds\r\nEND:VEVENT\r\nBEGIN:VEVENT",
    "a\nBEGIN:VALARM\nACTION:AUDIO",
    'semi; comma, colon: back\\slash \\n and "quotes"',
    "\x00\x07\x0b\x0c\x1c\x85\u2028\u2029x",
    "🎵👩🏽‍🎤" * 60,
    "é" * 500,
    "أغنية 歌 गीत",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_title_is_one_line_of_one_event(text: str) -> None:
    programme = {"uid": "u1", "title": text, "place": text}
    made = content(a_series(programme=programme, sessions=[{"id": text[:9], "title": text, "date": "2026-09-08"}]), NOW)
    (event,) = Calendar.from_ical(made).events
    words = " ".join("".join(sign if ord(sign) > 31 and not 127 <= ord(sign) < 160 else " " for sign in text).split())
    assert event["summary"] == f"{words}: {words}"
    assert event["location"] == words
    assert made.count(b"\r\nBEGIN:") == made.count(b"\r\nEND:VEVENT\r\n") == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_every_line_is_at_most_75_bytes_of_whole_signs(text: str) -> None:
    lines = content(a_series(sessions=[{"id": "s1", "title": text, "date": "2026-09-08"}]), NOW).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not [line for line in lines if "\ufffd" in line.decode(errors="replace") or b"\n" in line]

"""Each session of a programme, with what is asked to be seen of it: in words, and nobody in them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.plans import a_series

from amie_planner.checks import HEARD
from amie_planner.documents.session_rows import Part, SessionRow, counted, session_rows
from amie_planner.domain.plan import Series

HELD: dict[str, Any] = {
    "id": "s1", "title": "Lift-off", "date": "2026-09-08", "start": "10:00", "minutes": 45, "status": "delivered",
    "intentions": [{"id": "i1", "area": "musical", "text": "Keep a  pulse"}, {"id": "i2"}],
    "activities": [
        {"id": "a1", "title": "Hello", "minutes": 10, "music": [{"title": "Hey", "genres": ["pop"]}]},
        {"id": "a2", "kind": "play", "minutes": 20},
        {"id": "a3", "title": "Wind down", "minutes": 5},
        {"id": "a4", "title": "Goodbye"},
        {"id": "a5", "title": "Extra", "minutes": 5, "skip": True, "music": [{"title": "Left"}]},
    ],
    "register": {"mode": "people", "people": {"p1": "present", "p2": "late"}, "walk_ins": 1},
    "actual": {"a1": {"start": "10:00", "minutes": 12}, "a2": {"start": "10:12"}, "a3": {"skipped": True}},
}  # fmt: skip
PEOPLE = [
    {"id": "p1", "alias": "Sky", "requirements": [{"id": "r1", "barrier": "feeling-safe", "words": "Too many"}]},
    {"id": "p2", "alias": "Moss", "requirements": [{"id": "r2"}]},
]


def held(**fields: Any) -> Series:
    return a_series(sessions=[HELD | fields], people=PEOPLE)


def seen(part: Part, **fields: Any) -> tuple[str, ...]:
    (row,) = session_rows(held(**fields), None, None, [part])
    return dict(row.parts).get(part, ())


@pytest.mark.parametrize(
    ("part", "lines"),
    [
        (Part.ACTIVITIES, ("Hello, 10 minutes", "Play, 20 minutes", "Wind down, 5 minutes", "Goodbye",
                           "Plan B: Extra, 5 minutes")),
        (Part.INTENTIONS, ("Musical: Keep a pulse", "To be described")),
        (Part.MUSIC, ("Hey (Pop)",)),
        (Part.ATTENDANCE, ("3 came",)),
        (Part.ACTUAL, ("Hello: 10 minutes planned, 12 minutes in the room", "Play: 20 minutes planned, begun",
                       "Wind down: 5 minutes planned, left out in the room", "Goodbye: no length planned, not begun",
                       "All that was timed: 12 minutes")),
    ],
    ids=lambda value: value if isinstance(value, Part) else "",
)  # fmt: skip
def test_each_part_says_what_the_session_holds(part: Part, lines: tuple[str, ...]):
    assert seen(part) == lines


def test_groups_side_by_side_count_once_in_all_that_was_timed():
    groups = [{"id": "a1", "strand": "x"}, {"id": "a2", "strand": "y"}, {"id": "a3"}]
    took = {"a1": {"minutes": 20}, "a2": {"minutes": 15}, "a3": {"minutes": 5}}
    assert seen(Part.ACTUAL, activities=groups, actual=took)[-1] == "All that was timed: 25 minutes"


def test_a_gap_is_said_by_barrier_and_never_by_whose_it_is():
    gaps = seen(Part.ACCESS)
    assert gaps == (
        "Feeling safe: nothing yet in Hello, Play, Wind down and Goodbye",
        "Something in the way, not said what: nothing yet in Hello, Play, Wind down and Goodbye",
    )


def test_whoever_was_not_asked_is_no_gap_that_is_not_there():
    people = [{"id": "p1"}, {"id": "p2"}, {"id": "p3", "asked_about_access": True}, {"id": "p4", "left": "2026-01-01"}]
    (row,) = session_rows(a_series(sessions=[HELD | {"register": None}], people=people), None, None, [Part.ACCESS])
    assert dict(row.parts)[Part.ACCESS] == ("2 people not asked yet what would be in the way",)
    (row,) = session_rows(a_series(sessions=[HELD | {"register": None}], people=people[2:]), None, None, [Part.ACCESS])
    assert dict(row.parts)[Part.ACCESS] == ("No gap.",)


def test_heard_says_what_is_worth_a_look_and_what_is_a_strength_and_asks_what_the_hub_asks():
    found = seen(Part.FINDINGS)
    assert found and all(line.startswith(("Worth a look: ", "A strength: ")) for line in found)
    (row,) = session_rows(held(), None, None, [Part.FINDINGS], HEARD.plan_checks[:1])
    assert len(row.parts[0][1]) <= 1 < len(found)


@pytest.mark.parametrize(
    ("fields", "part", "lines"),
    [
        ({"register": None}, Part.ATTENDANCE, ("Register not taken.",)),
        ({"register": {"mode": "people", "people": {"p1": "not taken"}}}, Part.ATTENDANCE, ("Register not taken.",)),
        (
            {"register": {"mode": "people", "people": {"p1": "absent", "p2": "absent"}}},
            Part.ATTENDANCE,
            ("Nobody came",),
        ),
        ({"register": {"mode": "people", "people": {"p1": "absent"}}}, Part.ATTENDANCE, ("Register not taken.",)),
        ({"register": {"people": {"p1": "absent"}}}, Part.ATTENDANCE, ("Register not taken.",)),
        (
            {"register": {"people": {"p1": "present", "p2": "not taken"}}},
            Part.ATTENDANCE,
            ("1 came, 1 not taken",),
        ),
        ({"actual": {}}, Part.ACTUAL, ("Nothing kept from the room.",)),
        ({"intentions": []}, Part.INTENTIONS, ("None written yet.",)),
    ],
    ids=[
        "no register",
        "not taken",
        "all absent",
        "one absent",
        "noted beforehand",
        "not all taken",
        "no times",
        "no intention",
    ],
)
def test_nothing_written_is_said_as_that(fields: dict[str, Any], part: Part, lines: tuple[str, ...]):
    assert seen(part, **fields) == lines


@pytest.mark.parametrize("status", ["planned", "cancelled"])
def test_of_a_session_that_was_not_held_nobody_says_who_came_or_how_long_it_took(status: str):
    for part in (Part.ATTENDANCE, Part.ACTUAL):
        assert seen(part, status=status, register=None, actual={}) == ()


def test_of_a_session_that_was_looked_back_on_it_is_said_that_no_register_was_taken():
    said = {"status": None, "register": None, "actual": {}, "reflection": {"went_well": "Drums"}}
    assert seen(Part.ATTENDANCE, **said) == ("Register not taken.",)
    assert seen(Part.ACTUAL, **said) == ("Nothing kept from the room.",)


def test_a_cancelled_session_keeps_its_place_and_has_no_gaps():
    assert seen(Part.ACCESS, status="cancelled") == seen(Part.FINDINGS, status="cancelled") == ()
    assert seen(Part.ACTIVITIES, status="cancelled")


def several() -> Series:
    days = ("2026-09-15", "2026-09-08", None, "2026-09-22", "2026-09-29")
    statuses = ("cancelled", "delivered", "draft", None, "planned")
    return a_series(
        sessions=[
            {"id": f"s{n}", "title": f"Week {n}", "date": day, "status": status}
            for n, (day, status) in enumerate(zip(days, statuses, strict=True), 1)
        ]
    )


def test_every_session_of_the_days_stands_there_in_order_and_undated_ones_where_no_day_is_asked():
    rows = session_rows(several(), None, None)
    assert [row.id for row in rows] == ["s2", "s1", "s4", "s5", "s3"]
    assert [row.about for row in rows] == ["Delivered", "Cancelled", "Planned", "Planned", "Draft"]
    some = session_rows(several(), date(2026, 9, 15), date(2026, 9, 22))
    assert [row.id for row in some] == ["s1", "s4"]


def test_how_many_there_are_of_each_counts_the_cancelled():
    assert counted(several(), None, None) == "1 delivered, 2 planned, 1 draft and 1 cancelled"
    assert counted(several(), date(2026, 9, 15), date(2026, 9, 15)) == "1 cancelled"
    assert counted(several(), date(2030, 1, 1), None) == ""


def test_a_row_is_spoken_whole():
    row = SessionRow("s1", date(2026, 9, 8), "Lift-off", "planned, 10:00", ((Part.MUSIC, ("Hey", "Ho")),))
    assert row.spoken == "Tuesday 8 September 2026: Lift-off, planned, 10:00. Music: Hey; Ho"
    assert SessionRow("s2", None, "Some day", "draft").spoken == "No date yet: Some day, draft"

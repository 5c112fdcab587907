"""Start times: how they follow from lengths, pins and strands, and what is left."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from tests.plans import a_plan

from amie_planner.domain.timing import (
    Slot,
    Timing,
    length,
    minute_of,
    minutes_taken,
    minutes_with_planned,
    read,
    shown,
    timing,
)
from amie_planner.errors import AmieError


def timed(*activities: dict[str, Any], **session: Any) -> Timing:
    named = [{"id": f"a{n}", **fields} for n, fields in enumerate(activities, 1)]
    return timing(a_plan(activities=named, **{"start": "10:00", "minutes": 60} | session))


def times(found: Timing) -> list[tuple[str, str] | None]:
    return [
        None if slot.start is None or slot.end is None else (shown(slot.start), shown(slot.end)) for slot in found.slots
    ]


def test_list_order_is_the_order_of_the_day() -> None:
    found = timed({"minutes": 5}, {"minutes": 10}, {"minutes": 15})
    assert times(found) == [("10:00", "10:05"), ("10:05", "10:15"), ("10:15", "10:30")]
    assert (found.start, found.end, found.planned_end, found.left, found.clock) == (600, 630, 660, 30, True)


def test_a_skipped_activity_takes_no_time_and_a_missing_length_counts_as_none() -> None:
    found = timed({"minutes": 5}, {"minutes": 10, "skip": True}, {}, {"minutes": 10})
    assert times(found) == [("10:00", "10:05"), None, ("10:05", "10:05"), ("10:05", "10:15")]


def test_minutes_over_are_less_than_nothing_left() -> None:
    assert timed({"minutes": 50}, minutes=45).left == -5


def test_without_a_length_of_the_session_nothing_is_left_or_over() -> None:
    found = timed({"minutes": 50}, minutes=None)
    assert (found.planned_end, found.left) == (None, None)


def test_without_a_start_the_clock_begins_at_nought() -> None:
    found = timed({"minutes": 5}, {"minutes": 5}, start=None)
    assert times(found) == [("0:00", "0:05"), ("0:05", "0:10")]
    assert (found.clock, found.left) == (False, 50)


def test_an_empty_running_order_leaves_the_whole_session() -> None:
    assert (timed().slots, timed().end, timed().left) == ((), 600, 60)
    assert timed({"minutes": 5, "skip": True}).left == 60


def test_a_pin_fixes_a_start_with_a_gap_before_it_and_what_follows_flows_on() -> None:
    found = timed({"minutes": 5}, {"minutes": 10, "pinned_start": "10:20"}, {"minutes": 5})
    assert times(found) == [("10:00", "10:05"), ("10:20", "10:30"), ("10:30", "10:35")]
    assert [(slot.gap, slot.overlap) for slot in found.slots] == [(0, 0), (15, 0), (0, 0)]


def test_a_pin_before_the_last_end_is_an_overlap_and_the_last_end_is_the_latest() -> None:
    found = timed({"minutes": 30}, {"minutes": 5, "pinned_start": "10:10"})
    assert times(found) == [("10:00", "10:30"), ("10:10", "10:15")]
    assert [(slot.gap, slot.overlap) for slot in found.slots] == [(0, 0), (0, 20)]
    assert (found.end, found.left) == (630, 30)


def test_neighbours_of_different_strands_run_side_by_side_until_the_longest_ends() -> None:
    found = timed(
        {"minutes": 5},
        {"minutes": 10, "strand": "hall"},
        {"minutes": 20, "strand": "studio"},
        {"minutes": 5, "strand": "hall"},
        {"minutes": 5},
    )
    expected = [("10:00", "10:05"), ("10:05", "10:15"), ("10:05", "10:25"), ("10:15", "10:20"), ("10:25", "10:30")]
    assert times(found) == expected


def test_one_strand_alone_runs_one_after_another() -> None:
    found = timed({"minutes": 10, "strand": "hall"}, {"minutes": 20, "strand": "hall"})
    assert times(found) == [("10:00", "10:10"), ("10:10", "10:30")]


def test_strands_parted_by_an_activity_for_all_are_two_meetings() -> None:
    found = timed({"minutes": 10, "strand": "hall"}, {"minutes": 5}, {"minutes": 10, "strand": "studio"})
    assert times(found) == [("10:00", "10:10"), ("10:10", "10:15"), ("10:15", "10:25")]


def test_a_skipped_activity_does_not_part_strands() -> None:
    found = timed({"minutes": 10, "strand": "hall"}, {"skip": True}, {"minutes": 20, "strand": "studio"})
    assert times(found) == [("10:00", "10:10"), None, ("10:00", "10:20")]


def test_a_pin_inside_a_strand_moves_that_strand_alone() -> None:
    found = timed(
        {"minutes": 10, "strand": "hall", "pinned_start": "10:10"}, {"minutes": 5, "strand": "studio"}, {"minutes": 5}
    )
    assert times(found) == [("10:10", "10:20"), ("10:00", "10:05"), ("10:20", "10:25")]


@pytest.mark.parametrize(
    ("minute", "words"), [(0, "0:00"), (545, "9:05"), (1110, "18:30"), (1440, "0:00"), (1505, "1:05")]
)
def test_a_minute_of_the_day_is_shown_as_a_clock_shows_it(minute: int, words: str) -> None:
    assert shown(minute) == words


def test_minutes_are_counted_from_midnight() -> None:
    assert minute_of(time(9, 5)) == 545


def test_a_slot_without_a_pin_has_neither_gap_nor_overlap() -> None:
    slot = timed({"minutes": 5}).slots[0]
    assert slot == Slot(slot.activity, 600, 605)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("9:05", time(9, 5)),
        ("09.05", time(9, 5)),
        ("1830", time(18, 30)),
        ("900", time(9)),
        (" 0:00 ", time()),
        ("12:15", time(12, 15)),
        ("16.30", time(16, 30)),
        ("4.30pm", time(16, 30)),
        ("4:30 p.m.", time(16, 30)),
        ("4 PM", time(16)),
        ("10am", time(10)),
        ("4.30 am", time(4, 30)),
        ("12.30am", time(0, 30)),
        ("12pm", time(12)),
        ("16:30pm", time(16, 30)),
    ],
)
def test_a_time_is_read_in_the_ways_it_is_written(text: str, clock: time):
    assert read(text) == clock


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("4:30", time(16, 30)),
        ("430", time(16, 30)),
        ("1.00", time(13)),
        ("6:59", time(18, 59)),
        ("04:30", time(4, 30)),
        ("0100", time(1)),
        ("8:15", time(8, 15)),
        ("07:30", time(7, 30)),
    ],
)
def test_the_small_hours_are_in_the_afternoon_unless_they_are_written_with_a_nought(text: str, clock: time):
    assert read(text) == clock


def test_seven_may_be_in_the_morning_or_in_the_evening_and_is_not_guessed():
    with pytest.raises(AmieError, match="morning or in the evening") as refused:
        read("7:05")
    assert refused.value.hint == "Write 7.05am or 7.05pm."


@pytest.mark.parametrize(
    "text",
    ["", "24:00", "9:60", "9", "18", "9:5", "noon", "half four", "9:05:30", "٩:٠٥", "-9:05", "16:30am", "0pm", "25pm"],
)
def test_what_is_no_time_is_refused_with_an_example(text: str):
    with pytest.raises(AmieError, match="not a time") as refused:
        read(text)
    assert "10:00" in refused.value.hint


def test_every_minute_of_the_day_is_read_as_a_field_shows_it():
    clocks = [time(minute // 60, minute % 60) for minute in range(24 * 60)]
    assert [read(f"{clock:%H:%M}") for clock in clocks] == clocks


def test_a_running_order_lasts_from_its_first_start_to_its_last_end():
    activities = [{"id": "a1", "minutes": 10}, {"id": "a2", "minutes": 5, "pinned_start": "10:30"}]
    assert length(a_plan(start="10:00", activities=activities)) == 35


@pytest.mark.parametrize(
    ("actual", "minutes"),
    [
        ({"a1": {"minutes": 20}, "a2": {"minutes": 15}, "a3": {"minutes": 5}}, 25),
        ({"a2": {"minutes": 15}}, 15),
        ({"a1": {"minutes": 20}, "a4": {"minutes": 3}}, 23),
        ({"a1": {"minutes": 20, "skipped": True}, "a3": {"minutes": 5}}, 5),
        ({"a1": {"start": "10:00"}, "a3": {"skipped": True}}, None),
        ({}, None),
    ],
)
def test_what_was_really_taken_counts_side_by_side_once_and_nothing_of_what_was_left_out(
    actual: dict[str, Any], minutes: int | None
):
    side_by_side = [{"id": "a1", "strand": "x", "minutes": 9}, {"id": "a2", "strand": "y", "minutes": 9}]
    after = [{"id": "a3", "minutes": 9, "pinned_start": "12:00"}, {"id": "a4", "skip": True}]
    assert minutes_taken(a_plan(start="10:00", activities=[*side_by_side, *after], actual=actual)) == minutes


@pytest.mark.parametrize(
    ("actual", "minutes"),
    [
        ({"a1": {"minutes": 20}}, 30),
        ({"a1": {"minutes": 20}, "a2": {"skipped": True}}, 20),
        ({"a1": {"minutes": 20}, "a2": {"minutes": 5}}, 25),
        ({"a1": {"minutes": 20}, "a3": {"minutes": 5}}, 35),
        ({"a1": {"start": "10:00"}}, None),
        ({}, None),
    ],
)
def test_what_has_no_minutes_recorded_lasts_as_planned_once_something_has(actual: dict[str, Any], minutes: int | None):
    activities = [{"id": "a1", "minutes": 9}, {"id": "a2", "minutes": 10}, {"id": "a3", "minutes": 7, "skip": True}]
    assert minutes_with_planned(a_plan(activities=activities, actual=actual)) == minutes


def test_what_was_done_without_any_length_leaves_the_whole_unknown():
    activities = [{"id": "a1", "minutes": 9}, {"id": "a2"}]
    assert minutes_with_planned(a_plan(activities=activities, actual={"a1": {"minutes": 20}})) is None

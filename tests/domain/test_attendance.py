"""How many came: people, headcounts, and registers that were not taken."""

from __future__ import annotations

from typing import Any

import pytest

from amie_planner.domain.attendance import attendance
from amie_planner.domain.records import Register

MARKS = {"a": "present", "b": "late", "c": "absent", "d": "not taken"}


@pytest.mark.parametrize(
    ("register", "came"),
    [
        ({"mode": "people", "people": MARKS}, 2),
        ({"mode": "people", "people": MARKS, "walk_ins": 3, "headcount": 99}, 5),
        ({"mode": "people", "people": MARKS, "walk_ins": 1, "guests": ["Ash", "Bo"]}, 4),
        ({"mode": "people", "people": MARKS, "walk_ins": 3, "guests": ["Ash", "Bo"]}, 5),
        ({"mode": "people", "people": {"a": "absent"}}, 0),
        ({"mode": "people", "people": {"a": "absent", "b": "not taken"}}, None),
        ({"mode": "people", "people": {"a": "absent", "b": "not taken"}, "walk_ins": 1}, 1),
        ({"mode": "people", "people": {"a": "absent"}, "walk_ins": 0}, 0),
        ({"mode": "people", "people": {"a": "not taken"}}, None),
        ({"mode": "people", "walk_ins": 2}, 2),
        ({"mode": "people", "walk_ins": 0}, None),
        ({"mode": "people", "headcount": 12}, None),
        ({"mode": "headcount", "headcount": 12, "walk_ins": 2, "people": MARKS}, 12),
        ({"mode": "headcount", "headcount": 0}, 0),
        ({"mode": "headcount", "walk_ins": 2, "people": MARKS}, None),
        ({"people": MARKS, "headcount": 12}, 2),
        ({"people": {"a": "not taken"}, "headcount": 12}, 12),
        ({}, None),
    ],
)
def test_attendance_counts_what_the_mode_says_and_is_blank_when_not_taken(
    register: dict[str, Any], came: int | None
) -> None:
    assert attendance(Register.made(**register)) == came


def test_a_session_without_a_register_has_no_attendance() -> None:
    assert attendance(None) is None

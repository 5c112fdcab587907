"""How many came: people, headcounts, and registers that were not taken."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from amie_planner.domain.attendance import attendance, came, mode_said, unmarked, walk_ins
from amie_planner.domain.records import Person, Register
from amie_planner.domain.vocabulary import Mark, RegisterMode

BY_PERSON, BY_HEADCOUNT = RegisterMode.PEOPLE, RegisterMode.HEADCOUNT
MARKS = {"a": "present", "b": "late", "c": "absent", "d": "not taken"}


def group(ids: Iterable[str]) -> list[Person]:
    return [Person.made(id=id, programme="u1") for id in ids]


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
        ({"people": {"a": "absent"}}, None),
        ({"people": {"a": "absent"}, "headcount": 12}, 12),
        ({}, None),
    ],
)
def test_attendance_counts_what_the_mode_says_and_is_blank_when_not_taken(
    register: dict[str, Any], came: int | None
) -> None:
    assert attendance(Register.made(**register), group(register.get("people", ()))) == came


@pytest.mark.parametrize(
    ("expected", "came"),
    [((), 0), (("a",), 0), (("a", "b"), None)],
    ids=["nobody known", "marked", "one without a line"],
)
def test_nobody_came_only_where_everybody_who_was_expected_is_marked(expected: tuple[str, ...], came: int | None):
    assert attendance(Register(mode=BY_PERSON, people={"a": Mark.ABSENT}), group(expected)) == came
    assert attendance(Register(mode=BY_PERSON, people={"a": Mark.PRESENT}), group(expected)) == 1
    assert attendance(Register(mode=BY_HEADCOUNT, headcount=0), group(expected)) == 0


def test_one_who_is_not_expected_any_more_is_not_waited_for_and_alone_is_nobody_who_was_absent():
    open_ = {"c": Mark.ABSENT, "d": Mark.NOT_TAKEN}
    assert attendance(Register(mode=BY_PERSON, people=open_), group("c")) == 0
    assert attendance(Register(mode=BY_PERSON, people={"d": Mark.NOT_TAKEN}), ()) is None


def test_a_session_without_a_register_has_no_attendance() -> None:
    assert attendance(None, group("a")) is None


@pytest.mark.parametrize(
    ("register", "said"),
    [
        (None, ""),
        (Register(mode=BY_PERSON, people=MARKS), "2 came, 1 not taken"),
        (Register(mode=BY_PERSON, people={"a": Mark.PRESENT, "b": Mark.ABSENT}), "1 came"),
        (Register(mode=BY_PERSON, people={"a": Mark.ABSENT}), "Nobody came"),
        (Register(mode=BY_PERSON, people={"a": Mark.ABSENT, "b": Mark.NOT_TAKEN}), ""),
        (Register(people={"a": Mark.ABSENT}), ""),
        (Register(mode=BY_HEADCOUNT, headcount=1200, people=MARKS), "1,200 came"),
        (Register(mode=BY_HEADCOUNT, headcount=0, people={"a": Mark.NOT_TAKEN}), "Nobody came"),
    ],
)
def test_who_was_not_marked_is_said_beside_who_came_and_alone_is_no_nought(register: Register | None, said: str):
    assert came(register, group(register.people) if register else ()) == said


@pytest.mark.parametrize(
    ("register", "mode"),
    [
        (Register(), None),
        (Register(people={"p1": Mark.NOT_TAKEN}), None),
        (Register(people={"p1": Mark.ABSENT}), None),
        (Register(people={"p1": Mark.LATE}, headcount=3), BY_PERSON),
        (Register(people={"p1": Mark.ABSENT}, headcount=3), BY_HEADCOUNT),
        (Register(headcount=0), BY_HEADCOUNT),
        (Register(bands={"0-4": 2}), BY_HEADCOUNT),
        (Register(mode=BY_HEADCOUNT, people={"p1": Mark.PRESENT}), BY_HEADCOUNT),
        (Register(mode=BY_PERSON, headcount=3), BY_PERSON),
    ],
)
def test_a_register_says_which_figures_count_or_shows_it(register: Register, mode: RegisterMode | None):
    assert mode_said(register) is mode


def test_who_is_expected_and_has_no_mark_is_not_taken_with_a_line_or_without():
    assert unmarked(Register(people=MARKS), group("abcde")) == 2
    assert came(Register(mode=BY_PERSON, people=MARKS), group("abcde")) == "2 came, 2 not taken"


@pytest.mark.parametrize(("counted", "many"), [(None, 2), (1, 2), (3, 3)])
def test_walk_ins_are_as_counted_and_no_fewer_than_have_a_name(counted: int | None, many: int):
    assert walk_ins(Register(walk_ins=counted, guests=("Ash", "Bo"))) == many

"""Small values: what they hold, what they refuse, and what is said then."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from amie_planner.domain import values
from amie_planner.domain.values import problem, where


def held(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).validate_python(value)


def said(kind: Any, value: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        held(kind, value)
    first = caught.value.errors()[0]
    return f"{where(('x', *first['loc']))} {problem(first['type'], first['msg'], first.get('ctx', {}))}"


@pytest.mark.parametrize(
    ("kind", "value", "becomes"),
    [
        (values.Text, " kept as typed ", " kept as typed "),
        (values.Text, " \n", None),
        (values.Text, None, None),
        (values.Text, "x" * 20_000, "x" * 20_000),
        (values.Words, ["drum", "", "  ", "bells"], ("drum", "bells")),
        (values.Ids, ["a"], ("a",)),
        (values.Minutes, 0, 0),
        (values.Minutes, 1440, 1440),
        (values.Count, 1_000_000, 1_000_000),
        (values.Flag, False, False),
        (values.Day, "2026-09-08", date(2026, 9, 8)),
        (values.Day, date(2026, 9, 8), date(2026, 9, 8)),
        (values.Clock, "09:05", time(9, 5)),
        (values.Clock, time(23, 59), time(23, 59)),
        (values.ById[values.Text], {"a": "b", "c": None, "d": " "}, {"a": "b"}),
        (values.ById[int], {"a": None, "b": 0}, {"b": 0}),
    ],
)
def test_a_value_is_held_as(kind: Any, value: Any, becomes: Any) -> None:
    assert held(kind, value) == becomes


@pytest.mark.parametrize(
    ("kind", "value", "sentence"),
    [
        (values.Text, 3, "x must be text"),
        (values.Text, "x" * 20_001, "x is longer than 20,000 characters"),
        (values.Text, "\ud800", "x holds half a character"),
        (values.Title, "", "x is empty"),
        (values.Title, " \t", "x is empty"),
        (values.Id, "", "x is empty"),
        (values.Id, "x" * 65, "x is longer than 64 characters"),
        (values.Ids, "a", "x must be a list"),
        (values.Words, ["a", " ", 3], "x[2] must be text"),
        (values.Minutes, -1, "x must be 0 or more"),
        (values.Minutes, 1441, "x must be 1440 or less"),
        (values.Minutes, True, "x must be a whole number"),
        (values.Minutes, "5", "x must be a whole number"),
        (values.Minutes, 5.0, "x must be a whole number"),
        (values.Flag, "yes", "x must be true or false"),
        (values.Day, "8 September", "x is not a date written YYYY-MM-DD"),
        (values.Day, "2026-9-8", "x is not a date written YYYY-MM-DD"),
        (values.Day, "2026-09-08\n", "x is not a date written YYYY-MM-DD"),
        (values.Day, "２０２６-09-08", "x is not a date written YYYY-MM-DD"),
        (values.Day, "2026-02-29", "x is not a day of the calendar"),
        (values.Day, 20260908, "x is not a date written YYYY-MM-DD"),
        (values.Day, datetime(2026, 9, 8), "x is not a date written YYYY-MM-DD"),
        (values.Clock, "9:05", "x is not a time written HH:MM"),
        (values.Clock, "24:00", "x is not a time written HH:MM"),
        (values.Clock, "09:05:00", "x is not a time written HH:MM"),
        (values.Clock, 905, "x is not a time written HH:MM"),
        (values.Clock, time(9, 5, 1), "x is not a time written HH:MM"),
        (values.Clock, time(9, 5, tzinfo=UTC), "x is not a time written HH:MM"),
        (values.ById[values.Text], [], "x must be an object of keys and values"),
        (values.ById[values.Text], {"": "a"}, 'x."" is empty'),
        (values.ById[values.Text], {"x" * 65: "a"}, f"x.{'x' * 60}… is longer than 64 characters"),
    ],
)
def test_what_does_not_hold_is_said_in_plain_words(kind: Any, value: Any, sentence: str) -> None:
    assert said(kind, value) == sentence


def test_a_time_is_written_as_hours_and_minutes() -> None:
    assert TypeAdapter(values.Clock).dump_python(time(9, 5), mode="json") == "09:05"


@pytest.mark.parametrize("value", ["all", ["a", "b"], ("a",), []])
def test_a_list_of_ids_or_its_one_word_is_held(value: Any) -> None:
    assert values.ids_or("all").func(value) == value


@pytest.mark.parametrize("value", ["some", "", ["a", ""], ["a", 3], ["x" * 65], ["\ud800"], {"a": 1}, 3, None])
def test_neither_ids_nor_the_word_is_refused_in_one_sentence(value: Any) -> None:
    with pytest.raises(ValueError, match=r'^must be a list of ids or the word "all"$'):
        values.ids_or("all").func(value)


@pytest.mark.parametrize(
    ("location", "place"),
    [
        (("sessions", 0, "minutes"), "sessions[0].minutes"),
        ((), ""),
        (("people", "p1", "[key]"), "people.p1"),
        (("a\nb\u202e",), "a\ufffdb\ufffd"),
        (("x" * 61,), "x" * 60 + "…"),
        ((".hidden",), ".hidden"),
    ],
)
def test_a_place_in_a_document_is_named_safely(location: tuple[str | int, ...], place: str) -> None:
    assert where(location) == place


def test_an_error_that_has_no_words_of_ours_keeps_its_own() -> None:
    assert problem("something_new", "Input is odd", {}) == "input is odd"

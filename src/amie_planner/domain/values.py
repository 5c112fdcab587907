"""The small kinds of value that records are made of, with their limits, and what is said when one is out of range.

Source of the limits: the plan file's format (README, "The plan file").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, StrictBool, WithJsonSchema

LONGEST_TEXT = 20_000
"""Characters."""
LONGEST_ID = 64
"""Characters."""
MINUTES_IN_A_DAY = 1440


def _blank_is_not_recorded(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


def _calendar_date(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        raise ValueError("is not a date written YYYY-MM-DD")
    if isinstance(value, int | float):
        raise ValueError("is not a date written YYYY-MM-DD")
    return value


def _clock_time(value: Any) -> Any:
    if isinstance(value, time):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value, re.ASCII):
        raise ValueError("is not a time written HH:MM")
    return time.fromisoformat(value)


_Bounded = Annotated[str, Field(max_length=LONGEST_TEXT, strict=True)]

Id = Annotated[str, Field(min_length=1, max_length=LONGEST_ID, strict=True)]
Title = Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT, strict=True, pattern=r"\S")]
Text = Annotated[_Bounded | None, BeforeValidator(_blank_is_not_recorded)]
Words = tuple[_Bounded, ...]
Ids = tuple[Id, ...]
Flag = StrictBool
Minutes = Annotated[int, Field(strict=True, ge=0, le=MINUTES_IN_A_DAY)]
Count = Annotated[int, Field(strict=True, ge=0, le=1_000_000)]
Day = Annotated[date, BeforeValidator(_calendar_date)]
Clock = Annotated[
    time,
    BeforeValidator(_clock_time),
    PlainSerializer(lambda value: value.strftime("%H:%M"), return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d$"}),
]


def where(location: Sequence[str | int]) -> str:
    """A place inside a document: ("sessions", 0, "minutes") reads sessions[0].minutes."""
    steps = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in location]
    return "".join(steps).lstrip(".")


def problem(kind: str, message: str, context: dict[str, Any]) -> str:
    """One validation error in plain words, to stand after the name of the place. Source: pydantic's error types."""
    said = {
        "missing": "is missing",
        "extra_forbidden": "is not a key that this version knows",
        "enum": f"must be one of: {context.get('expected', '')}",
        "literal_error": f"must be {context.get('expected', '')}",
        "string_too_long": f"is longer than {context.get('max_length', 0):,} characters",
        "string_too_short": "is empty",
        "string_pattern_mismatch": "is empty",
        "string_type": "must be text",
        "string_unicode": "holds half a character",
        "int_type": "must be a whole number",
        "int_from_float": "must be a whole number",
        "bool_type": "must be true or false",
        "tuple_type": "must be a list",
        "dict_type": "must be an object of keys and values",
        "model_type": "must be an object of keys and values",
        "too_long": f"has more than {context.get('max_length', 0):,} entries",
        "greater_than_equal": f"must be {context.get('ge')} or more",
        "less_than_equal": f"must be {context.get('le')} or less",
        "value_error": str(context.get("error", "")),
    }
    return said.get(kind) or message[:1].lower() + message[1:]

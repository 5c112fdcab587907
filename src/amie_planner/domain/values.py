"""The small kinds of value that records are made of, with their limits, and what is said when one is out of range.

Source of the limits: the plan file's format (README, "The plan file").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, StrictBool, WithJsonSchema

T = TypeVar("T")

LONGEST_TEXT = 20_000
"""Characters."""
LONGEST_ID = 64
"""Characters."""
LARGEST_IMAGE = 700_000
"""Characters of base64: half a million bytes, a photo of card size."""
MINUTES_IN_A_DAY = 1440
MOST_SESSIONS = 2_000
"""A programme."""
MOST_ACTIVITIES = 100
"""A session."""

_DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_CLOCK = "^([01][0-9]|2[0-3]):[0-5][0-9]$"
_LONGEST_KEY_SHOWN = 60


def _blank_is_not_recorded(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


def _no_blanks(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word.strip())


def _only_recorded(value: Any) -> Any:
    return {key: held for key, held in value.items() if held is not None} if isinstance(value, dict) else value


def _calendar_date(value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and re.fullmatch(_DATE, value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError("is not a day of the calendar") from None
    raise ValueError("is not a date written YYYY-MM-DD")


def _clock_time(value: Any) -> time:
    if isinstance(value, time) and not (value.second or value.microsecond or value.tzinfo):
        return value
    if isinstance(value, str) and re.fullmatch(_CLOCK, value):
        return time.fromisoformat(value)
    raise ValueError("is not a time written HH:MM")


def _is_id(value: Any) -> bool:
    halved = isinstance(value, str) and re.search(r"[\ud800-\udfff]", value)
    return isinstance(value, str) and 0 < len(value) <= LONGEST_ID and not halved


def ids_or(word: str) -> BeforeValidator:
    """Holds a list of ids, or one bare word in its place, and says so in one sentence."""

    def checked(value: Any) -> Any:
        if value == word or (isinstance(value, list | tuple) and all(map(_is_id, value))):
            return value
        raise ValueError(f'must be a list of ids or the word "{word}"')

    return BeforeValidator(checked)


_Bounded = Annotated[str, Field(max_length=LONGEST_TEXT, strict=True)]

Id = Annotated[str, Field(min_length=1, max_length=LONGEST_ID, strict=True)]
Title = Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT, strict=True, pattern=r"\S")]
Text = Annotated[_Bounded | None, BeforeValidator(_blank_is_not_recorded)]
Words = Annotated[tuple[_Bounded, ...], AfterValidator(_no_blanks)]
Ids = tuple[Id, ...]
ById = Annotated[dict[Id, T], BeforeValidator(_only_recorded), AfterValidator(_only_recorded)]
"""What is recorded for each id; an id with nothing beside it is not recorded."""
Image = Annotated[str, Field(min_length=1, max_length=LARGEST_IMAGE, strict=True, pattern="^[A-Za-z0-9+/]+={0,2}$")]
"""A PNG or JPEG file in base64."""
Flag = StrictBool
Minutes = Annotated[int, Field(strict=True, ge=0, le=MINUTES_IN_A_DAY)]
Count = Annotated[int, Field(strict=True, ge=0, le=1_000_000)]
Day = Annotated[
    date,
    BeforeValidator(_calendar_date),
    WithJsonSchema({"type": "string", "format": "date", "pattern": _DATE}),
]
Month = Annotated[str, Field(strict=True, pattern="^[0-9]{4}-(0[1-9]|1[0-2])$")]
"""A month of a year, written YYYY-MM."""
Clock = Annotated[
    time,
    BeforeValidator(_clock_time),
    PlainSerializer(lambda value: value.strftime("%H:%M"), return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": _CLOCK}),
]


def where(location: Sequence[str | int]) -> str:
    """A place inside a document: ("sessions", 0, "minutes") reads sessions[0].minutes. A long key is cut short."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{_key(step)}" for step in location if step != "[key]")
    return "".join(steps).removeprefix(".")


def _key(key: str) -> str:
    plain = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in key[:_LONGEST_KEY_SHOWN])
    return plain + "…" * (len(key) > _LONGEST_KEY_SHOWN) if plain else '""'


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

"""Bytes → JSON values, strictly: a fault is named with its place, and nothing is guessed or lost.

Python's reader takes NaN, lets the last of two equal keys win and gives up on long numbers; plan files must not.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from amie_planner.domain.values import where
from amie_planner.errors import AmieError

LARGEST_FILE = 20_000_000
"""Bytes: 20 MB."""
_LONGEST_NUMBER = 20
_OUT_OF_RANGE: int = 10**_LONGEST_NUMBER
_ASK_AGAIN = "Ask for the file again, or mend it there in a text editor."


@dataclass(frozen=True, slots=True)
class _Flaw:
    """Stands in the document where something cannot be read."""

    problem: str
    key: tuple[str, ...] = ()


def parsed(data: bytes) -> Any:
    """The JSON value of a file's bytes (UTF-8, with or without a byte order mark). Raises AmieError."""
    text = _decoded(data)
    flaws: list[_Flaw] = []
    try:
        value = _decoder(flaws).decode(text)
        if flaws:
            place, flaw = next(_flaws(value, ()))
            raise AmieError(f"{where((*place, *flaw.key)) or 'This file'} {flaw.problem}.", _ASK_AGAIN)
    except json.JSONDecodeError as error:
        raise _not_json(text, error) from None
    except RecursionError:
        raise AmieError("This file is nested too deeply.", _ASK_AGAIN) from None
    return value


def written(document: dict[str, Any]) -> bytes:
    """The document in UTF-8, a line for each value unless that makes it too large. Raises AmieError."""
    data = f"{json.dumps(document, ensure_ascii=False, indent=1)}\n".encode()
    if len(data) > LARGEST_FILE:
        data = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    _check_size(data)
    return data


def _check_size(data: bytes) -> None:
    if len(data) > LARGEST_FILE:
        raise AmieError(
            f"This file is larger than {LARGEST_FILE // 1_000_000} MB, the most that a plan file can be.",
            "Take sessions out of it, or split it into two programmes.",
        )


def _decoded(data: bytes) -> str:
    _check_size(data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise _cut("in the middle of a letter") from None
        text = "\0"
    if "\0" in text:
        raise AmieError("This file is not text in UTF-8.", "Save it again as UTF-8, or ask for the file again.")
    if not text.strip():
        raise AmieError("This file is empty.", "Ask for the file again.")
    return text


def _cut(place: str) -> AmieError:
    return AmieError(f"This file is cut off {place}.", "Part of it is missing: copy it again from where it came.")


def _not_json(text: str, error: json.JSONDecodeError) -> AmieError:
    place = f"at line {error.lineno}, column {error.colno}"
    whole = text.rstrip()
    ends_early = whole.startswith("{") and not whole.endswith("}") and error.msg != "Extra data"
    if ends_early or error.pos >= len(whole):
        return _cut(place)
    return AmieError(f"This file is not JSON {place}.", _ASK_AGAIN)


def _decoder(flaws: list[_Flaw]) -> json.JSONDecoder:
    """A reader that puts a flaw where something is wrong, so that its place can be found afterwards."""

    def flawed(problem: str, *key: str) -> _Flaw:
        flaws.append(_Flaw(problem, key))
        return flaws[-1]

    def without_repeats(pairs: list[tuple[str, Any]]) -> Any:
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        times = Counter(key for key, _ in pairs)
        return flawed("is written twice", next(key for key, count in times.items() if count > 1))

    return json.JSONDecoder(
        object_pairs_hook=without_repeats,
        parse_int=_whole_number,
        parse_constant=lambda name: flawed(f"is {name}, which is not a number"),
    )


def _whole_number(digits: str) -> int:
    if len(digits) <= _LONGEST_NUMBER:
        return int(digits)
    return -_OUT_OF_RANGE if digits.startswith("-") else _OUT_OF_RANGE


def _flaws(value: Any, place: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], _Flaw]]:
    if isinstance(value, _Flaw):
        yield place, value
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, held in inside:
        yield from _flaws(held, (*place, step))

"""TOML with the line of each key, so that what is wrong with a file can be said where it stands.

Python's reader knows the line of a fault in the writing alone. Work is bounded by the size that is taken at all.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from amie_planner.domain.values import LONGEST_TEXT
from amie_planner.errors import AmieError

MOST_LINES = 1_000
LONGEST_LINE = 1_500
"""Characters."""
_LONGEST_STATEMENT = 60
"""Lines that one entry may run over, for its line to be known."""
_LONGEST_SHOWN = 60
_MEND = "Mend it in a text editor and try again."
_SAID_TWICE = ("Cannot overwrite a value", "Duplicate inline table key", "Cannot declare", "Cannot mutate")
_IN_PLAIN_WORDS = {
    "illegal character '\\n'": "a text that begins with a quotation mark ends with one on the same line",
    "illegal character": "it holds a character that cannot be seen",
    "invalid value": "after = comes a text in straight quotation marks, a number, or a list in square brackets",
    "invalid statement": "a line is a key, = and its value, or a name in square brackets",
    "expected '=' after a key": "after the key comes =",
    "expected newline or end of document": "there is more on the line than its value",
    "unterminated string": "a text has no quotation marks at its end",
    "unclosed array": "a list has no square bracket at its end",
    "unescaped '\\'": "a backslash in a text is written twice",
}
"""What Python's reader says at the beginning of its message, and what a person can do something with."""


class Toml:
    """A document and where its keys stand. Raises AmieError if the text is too large or no TOML."""

    def __init__(self, text: str) -> None:
        self._lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
        _check_size(text, self._lines)
        try:
            self.document = self._parsed(len(self._lines))
        except tomllib.TOMLDecodeError as error:
            raise self._refusal(str(error)) from None
        except RecursionError:
            deepest = max(range(len(self._lines)), key=lambda n: sum(map(self._lines[n].count, "[{")))
            raise AmieError(f"Line {deepest + 1} is nested too deeply.", _MEND) from None

    def line(self, place: Sequence[str | int]) -> int | None:
        """The line, from 1, of a key, or else of what it should stand in; None if that is not known either."""
        try:
            return self._line(place)
        except RecursionError:
            return None

    def _line(self, place: Sequence[str | int]) -> int | None:
        for length in range(len(place), 0, -1):
            if _holds(self.document, place[:length]):
                ends = self._ends
                at = bisect_left(ends, True, key=lambda end: _holds(self._parsed(end), place[:length]))
                return self._begins(ends[at - 1] if at else 0) if at < len(ends) else None
        return None

    @cached_property
    def _ends(self) -> list[int]:
        """After how many lines an entry is at its end. What is before each of these is a document too."""
        found: list[int] = []
        begun = 0
        for end in range(1, len(self._lines) + 1):
            if end - begun > _LONGEST_STATEMENT:
                break
            if _is_whole("\n".join(self._lines[begun:end])):
                found.append(end)
                begun = end
        return found

    def _begins(self, line: int) -> int:
        """The number of the first line after this one that says anything."""
        said = (
            n
            for n, text in enumerate(self._lines[line:], line + 1)
            if text.strip() and not text.strip().startswith("#")
        )
        return next(said, line + 1)

    def _parsed(self, lines: int) -> dict[str, Any]:
        return tomllib.loads("\n".join(self._lines[:lines]))

    def _refusal(self, message: str) -> AmieError:
        said, _, at = message.rpartition(" (at ")
        found = re.match(r"line (\d+)", at)
        line = int(found[1]) if found else max((n for n, text in enumerate(self._lines, 1) if text.strip()), default=1)
        key = _plain(self._lines[line - 1].partition("=")[0].strip())
        if said.startswith(_SAID_TWICE):
            return _said_twice(line, key)
        at_key = f" ({key})" if "=" in self._lines[line - 1] and key else ""
        return AmieError(f"Line {line}{at_key} is not written as TOML: {_in_plain_words(said)}.", _MEND)


def _said_twice(line: int, key: str) -> AmieError:
    if key.startswith("[["):
        hint = "Begin each table with [[tables]]; [tables.columns] comes below it."
        return AmieError(f"Line {line}: {key} stands in this file before, in another way.", hint)
    return AmieError(f"Line {line}: {key} stands in this file before.", "Take one of the two away.")


def _in_plain_words(said: str) -> str:
    said = said[:1].lower() + said[1:]
    return next((plain for words, plain in _IN_PLAIN_WORDS.items() if said.startswith(words)), _plain(said))


def _check_size(text: str, lines: Sequence[str]) -> None:
    if len(lines) > MOST_LINES:
        raise AmieError(f"This file has more than {MOST_LINES:,} lines.", "A return needs a few dozen: shorten it.")
    if len(text) > LONGEST_TEXT:
        raise AmieError(f"This file has more than {LONGEST_TEXT:,} characters.", "A return needs a few thousand.")
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            raise AmieError(f"Line {number} is longer than {LONGEST_LINE:,} characters.", "Shorten it.")


def _is_whole(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _holds(document: Any, place: Sequence[str | int]) -> bool:
    for step in place:
        if isinstance(document, Mapping) and step in document:
            document = document[str(step)]
        elif isinstance(document, list) and isinstance(step, int) and step < len(document):
            document = document[step]
        else:
            return False
    return True


def _plain(text: str) -> str:
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text[:_LONGEST_SHOWN])
    return shown + "…" * (len(text) > _LONGEST_SHOWN)

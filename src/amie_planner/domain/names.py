"""Whole words of a text that are somebody's name or alias, in any script.

What is written without spaces between words (Chinese, Japanese, Korean) is compared sign by sign.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from amie_planner.domain.plan import Shared

Names = Mapping[str, tuple[tuple[str, ...], ...]]
"""Folded names as words, by their first word."""


@dataclass(frozen=True, slots=True)
class Found:
    """A known name in a text: the words as they stand there, from `start` up to `end`."""

    word: str
    start: int
    end: int


def known_names(shared: Shared) -> Names:
    """Aliases, full names and each word of a full name (initials aside) of everybody in the group."""
    names: dict[str, set[tuple[str, ...]]] = {}
    for person in shared.people:
        whole = [tuple(word for word, _, _ in _words(text)) for text in (person.alias or "", person.name or "")]
        parts = [(word,) for word in whole[1] if len(word) > 1]
        for name in (*whole, *parts):
            if name:
                names.setdefault(name[0], set()).add(name)
    return {first: tuple(sorted(found, key=lambda n: (-len(n), n))) for first, found in names.items()}


def hits(text: str, names: Names) -> tuple[Found, ...]:
    """Every known name in a text, the longest that fits at each place, in the order of the text."""
    words = tuple(_words(text))
    folded = tuple(word for word, _, _ in words)
    found = []
    at = 0
    while at < len(words):
        name = next((n for n in names.get(folded[at], ()) if folded[at : at + len(n)] == n), None)
        if name:
            start, end = words[at][1], words[at + len(name) - 1][2]
            found.append(Found(text[start:end], start, end))
        at += len(name) if name else 1
    return tuple(found)


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    start = None
    for at, sign in enumerate(text):
        alone = unicodedata.east_asian_width(sign) == "W" and sign.isalnum()
        if start is not None and (alone or not _in_word(sign)):
            yield _folded(text[start:at]), start, at
            start = None
        if alone:
            yield _folded(sign), at, at + 1
        elif start is None and _in_word(sign):
            start = at
    if start is not None:
        yield _folded(text[start:]), start, len(text)


def _in_word(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign).startswith("M")


def _folded(word: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", word).casefold())

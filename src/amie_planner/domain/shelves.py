"""What every shelf of the library has in common: whose entry stands where, and a search by the words a leader uses."""

from __future__ import annotations

import json
import re
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Generic, Protocol, Self, TypeVar

from amie_planner.domain.stems import stem, stems
from amie_planner.places import resource

_WORD = re.compile(r"[^\W_]+")
_A_STEM = "="
"""Before a stem, so that it is not taken for a word."""
_LEAST_OF_A_PART = 4
"""Letters of what may be a part of a word."""


class OnShelf(Protocol):
    """What stands on a shelf: it has an id, and a place among the leader's own."""

    @property
    def id(self) -> str: ...

    @property
    def position(self) -> int: ...


E = TypeVar("E", bound=OnShelf)


def in_order(kept: Iterable[E], came: Sequence[E]) -> tuple[E, ...]:
    """What the leader wrote, the newest first, then what came with the program, as they altered it."""
    by_id = {entry.id: entry for entry in kept}
    starter = {entry.id for entry in came}
    own = (entry for entry in by_id.values() if entry.id not in starter)
    newest_first = sorted(own, key=lambda entry: (-entry.position, entry.id))
    return (*newest_first, *(by_id.get(entry.id, entry) for entry in came))


class Folded(ABC, Generic[E]):
    """Entries ready to be searched: what they say is folded once, when it is first asked for."""

    def __init__(self, entries: Iterable[E], before: Folded[E] | None = None) -> None:
        """Of a shelf as it was `before`, what did not change need not be folded again."""
        self.entries = tuple(entries)
        self._folded: tuple[tuple[E, str], ...] = ()
        self._before: tuple[tuple[E, str], ...] = (before._folded or before._before) if before else ()

    @staticmethod
    @abstractmethod
    def said(entry: E) -> str:
        """All that an entry says, to be searched: its title in the first line."""

    def now(self, entries: Iterable[E]) -> Self:
        """The shelf with these entries on it."""
        return type(self)(entries, self)

    def holding(self, words: str) -> tuple[E, ...]:
        """The entries that hold every word: first those that hold each as it was typed, in their title before anywhere
        else, then those that say it otherwise, the nearest first; in the order of the shelf where they are as near."""
        typed = _WORD.findall(folded(words))
        if not typed:
            return self.entries
        left = [(0, entry, text) for entry, text in self._searched()]
        for word in typed:
            ways = (f" {word}", _any_form(word), *_said_otherwise().get(stem(word), ()))
            left = _holding(left, ways) or _holding(left, _ways_of_a_part(word))
        return tuple(entry for _, entry, _ in sorted(left, key=lambda held: held[0]))

    def _searched(self) -> tuple[tuple[E, str], ...]:
        if not self._folded:
            known = {id(entry): text for entry, text in self._before}
            self._folded = tuple((each, known.get(id(each)) or _searched(self.said(each))) for each in self.entries)
            self._before = ()
        return self._folded


_Held = list[tuple[int, E, str]]
"""How far what an entry holds is from what was typed, the entry, and what is searched of it."""


def _holding(held: _Held[E], ways: Sequence[str]) -> _Held[E]:
    found = (
        (next((n for n, way in enumerate(ways) if way in text), None), far, each, text) for far, each, text in held
    )
    return [(far + 2 * n + (ways[n] not in _title(text)), each, text) for n, far, each, text in found if n is not None]


def _title(searched: str) -> str:
    return searched.partition("\n")[0]


def _ways_of_a_part(word: str) -> tuple[str, ...]:
    """What is said otherwise of words that begin so, as while the last of them is being typed; and words that hold it.

    A few letters are a part of almost anything, but in a script that is written without spaces.
    """
    if word.isascii() and len(word) < _LEAST_OF_A_PART:
        return ()
    return (*(way for typed, ways in _said_otherwise().items() if typed.startswith(word) for way in ways), word)


@cache
def _said_otherwise() -> Mapping[str, tuple[str, ...]]:
    """What the library calls what leaders may type, as it stands in what is searched, by the stem of what is typed.

    Source: resources/library/words.json.
    """
    held = json.loads(resource("library", "words.json").read_text(encoding="utf-8"))["words"]
    return {stem(folded(typed)): tuple(map(_way, said)) for typed, said in held.items()}


def _way(said: str) -> str:
    words = _WORD.findall(folded(said))
    return _any_form(words[0]) if len(words) == 1 else f" {' '.join(words)}"


def _any_form(word: str) -> str:
    """How any form of a word stands in what is searched."""
    return f"{_A_STEM}{stem(word)} "


def _searched(text: str) -> str:
    """The words of a text, its first line apart: each after a space, then each in the form that all its forms have."""
    title, *rest = (_WORD.findall(line) for line in folded(text).split("\n", 1))
    return "\n".join(_line(words) for words in (title, [*title, *(word for line in rest for word in line)]))


def _line(words: Sequence[str]) -> str:
    return f" {' '.join((*words, *(f'{_A_STEM}{each}' for each in stems(words))))} "


def folded(text: str) -> str:
    """Text as it is compared: in one form, without case."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()

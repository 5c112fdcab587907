"""Whole words of a text that are a young person's name or alias, in any script.

What is written without spaces between words (Chinese, Japanese, Korean) is compared sign by sign.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from amie_planner.domain.plan import Lines, Plan, Series, Shared
from amie_planner.errors import AmieError

_PLACES_SAID = 3

Names = Mapping[str, tuple[tuple[str, ...], ...]]
"""Folded names as words, by their first word."""


@dataclass(frozen=True, slots=True)
class Found:
    """A known name in a text: the words as they stand there, from `start` up to `end`."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A word that is also a name or alias of a young person, and where it stands."""

    word: str
    place: str


class NamesFound(AmieError):
    """Something without names that would still show what may be one. `hits` says every word and place."""

    def __init__(self, message: str, hint: str, hits: tuple[Hit, ...], *, at: str = "in {}") -> None:
        """Names the first places behind the message; `at` says how to name one."""
        said = [f"“{word}” {at.format(place)}" for word, places in _by_word(hits).items() for place in places]
        more = len(said) - _PLACES_SAID
        named = ", ".join(said[:_PLACES_SAID]) + (f" and {more} more" if more > 0 else "")
        super().__init__(f"{message}: {named}.", hint)
        self.hits = hits

    @property
    def words(self) -> dict[str, tuple[str, ...]]:
        """Each word as it stands there, once, with every place where it does."""
        return _by_word(self.hits)


def _by_word(hits: Iterable[Hit]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for hit in hits:
        found.setdefault(hit.word, {})[hit.place] = None
    return {word: tuple(places) for word, places in found.items()}


def known_names(shared: Shared) -> Names:
    """Aliases and names, whole and word by word (initials aside), of the group, its guests and its young leaders."""
    texts = [text for p in shared.people for text in (p.alias, p.name, p.name_at_home) if text]
    texts += [member.name for member in shared.team if member.young_leader and member.name]
    texts += [guest for lines in _lines(shared) if (of := lines.session.attendance) for guest in of.guests]
    names: dict[str, set[tuple[str, ...]]] = {}
    for text in texts:
        whole = _folded_words(text)
        for name in filter(None, (whole, *((word,) for word in whole if len(word) > 1))):
            names.setdefault(name[0], set()).add(name)
    return {first: tuple(sorted(found, key=lambda n: (-len(n), n))) for first, found in names.items()}


def _lines(shared: Shared) -> tuple[Lines, ...]:
    if isinstance(shared, Series):
        return shared.sessions
    return (shared, *shared.earlier) if isinstance(shared, Plan) else ()


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


def named(text: str, names: Names, not_names: Iterable[str] = ()) -> list[str]:
    """The known names in a text as they stand there, but for the words that are not the person."""
    allowed = {_folded_words(word) for word in not_names}
    return [found.word for found in hits(text, names) if _folded_words(found.word) not in allowed]


def _folded_words(text: str) -> tuple[str, ...]:
    return tuple(word for word, _, _ in _words(text))


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

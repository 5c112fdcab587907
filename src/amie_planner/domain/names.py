"""Whole words of a text that are somebody's name or alias, in any script, with their accents or without.

What is written without spaces between words (Chinese, Japanese, Korean) is compared sign by sign.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from amie_planner.domain.plan import Lines, Plan, Series, Shared
from amie_planner.domain.records import TeamMember
from amie_planner.errors import AmieError

_PLACES_SAID = 3
_NOT_ALONE = frozenset({
    "the", "a", "s", "t", "and", "of", "in", "on", "at", "for", "from", "with", "by", "is", "next", "de", "la", "der",
    "von", "young", "person", "people", "child", "boy", "girl", "guest", "student", "pupil", "mr", "mrs", "ms", "mx",
    "miss", "dr", "leader", "teacher", "helper", "support", "staff", "worker", "assistant", "volunteer", "class",
    "group", "school", "music", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
})  # fmt: skip
"""Words that say nobody, as a part of a name; a number says nobody either."""
_WITHOUT_MARKS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i"}
)
"""Letters that are often written without their stroke, and have no accent to take away."""

_PLAIN_WORDS = re.compile("[a-z0-9]+")

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
    """A word that is also somebody's name or alias, and where it stands."""

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


def known_names(shared: Shared, *, adults: bool = False) -> Names:
    """Names and aliases of the group, its guests and its young leaders, and of all who work with it if `adults`.

    Each is known whole and word by word; initials, numbers and words that say nobody ("the", "young") only as a whole.
    An adult who goes by a role, as in “Class support”, has no name.
    """
    texts = [text for p in shared.people for text in (p.alias, p.name, p.name_at_home) if text]
    texts += [m.name for m in shared.team if m.name and (m.young_leader or (adults and not _is_a_role(m)))]
    texts += [guest for lines in _lines(shared) if (of := lines.session.attendance) for guest in of.guests]
    names: dict[str, set[tuple[str, ...]]] = {}
    for text in texts:
        whole = folded_words(text)
        for name in filter(None, (whole, *((word,) for word in whole if _says_somebody(word)))):
            names.setdefault(name[0], set()).add(name)
    return {first: tuple(sorted(found, key=lambda n: (-len(n), n))) for first, found in names.items()}


def _is_a_role(member: TeamMember) -> bool:
    name = folded_words(member.name or "")
    return _NOT_ALONE.issuperset(name) or name == folded_words(member.role or "")


def _says_somebody(word: str) -> bool:
    return len(word) > 1 and not word.isnumeric() and word not in _NOT_ALONE


def _lines(shared: Shared) -> tuple[Lines, ...]:
    if isinstance(shared, Series):
        return shared.sessions
    return (shared, *shared.earlier) if isinstance(shared, Plan) else ()


def hits(text: str, names: Names, not_names: Iterable[str] = ()) -> tuple[Found, ...]:
    """Every known name in a text, the longest that fits at each place, in the order of the text.

    Left out are the words that are not the person: as they are written there, in any case.
    """
    if _nobody_can_be_in(text, names):
        return ()
    allowed = {_as_written(word) for word in not_names}
    found = (Found(text[start:end], start, end) for start, end in _places(text, names))
    return tuple(one for one in found if _as_written(one.word) not in allowed)


def _nobody_can_be_in(text: str, names: Names) -> bool:
    """Told without looking at each sign; most texts name nobody."""
    whole = _folded(text)
    if text.isascii():
        return names.keys().isdisjoint(_PLAIN_WORDS.findall(whole))
    return not any(first in whole for first in names)


def _places(text: str, names: Names) -> Iterator[tuple[int, int]]:
    words = tuple(_words(text))
    folded = tuple(_folded(text[start:end]) for start, end in words)
    at = 0
    while at < len(words):
        known = () if _is_an_ending(text, *words[at]) else names.get(folded[at], ())
        name = next((n for n in known if folded[at : at + len(n)] == n), None)
        if name:
            yield words[at][0], words[at + len(name) - 1][1]
        at += len(name) if name else 1


def _is_an_ending(text: str, start: int, end: int) -> bool:
    """Whether this is the letter behind the apostrophe of “let’s”."""
    return start > 1 and end == start + 1 and text[start - 1] in "'’" and text[start - 2].isalpha()


def named(text: str, names: Names, not_names: Iterable[str] = ()) -> list[str]:
    """The known names in a text as they stand there, but for the words that are not the person."""
    return [found.word for found in hits(text, names, not_names)]


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text as names are compared: in one case, without accents."""
    return tuple(_folded(text[start:end]) for start, end in _words(text))


def _as_written(text: str) -> tuple[str, ...]:
    """The words of a text in one case, with their accents: Zoe may be only a word where Zoë is not."""
    return tuple(_composed(_composed(text[start:end]).casefold()) for start, end in _words(text))


def _composed(word: str) -> str:
    return unicodedata.normalize("NFKC", word)


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Where each word starts and ends."""
    start = None
    for at, sign in enumerate(text):
        alone = unicodedata.east_asian_width(sign) == "W" and sign.isalnum()
        if start is not None and (alone or not _in_word(sign)):
            yield start, at
            start = None
        if alone:
            yield at, at + 1
        elif start is None and _in_word(sign):
            start = at
    if start is not None:
        yield start, len(text)


def _in_word(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign).startswith("M")


def _folded(text: str) -> str:
    if text.isascii():
        return text.casefold()
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(sign for sign in folded if not _is_accent(sign)).translate(_WITHOUT_MARKS)


def _is_accent(sign: str) -> bool:
    """Whether it is an accent, a stroke, or a Hebrew or Arabic vowel: not one of the signs that Indic words need."""
    of = unicodedata.combining(sign)
    return of == 1 or 10 <= of <= 35 or of >= 200

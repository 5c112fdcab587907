"""Whole words of a text that are somebody's name or alias, in any script, with their accents or without.

A name is found in one word or apart (O’Brien, OBrien), with an -s behind it, and with signs in it that nobody sees.
What is written without spaces between words (Chinese, Japanese, Korean) is compared sign by sign.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

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
_SEAM = re.compile(r"\d(?=[^\W\d_])|[^\W\d_](?=\d)|\b[A-Z](?=[A-Z][a-z])")
"""Where a name in one word would be written apart: HL001, OBrien."""
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
"""Soft hyphens, joiners, directions and other signs that take no room."""
_LONG_NUMBER = 4
"""Digits of a number that may be a code in one word; 12 is not the code 1-2."""
_ONLY_WORDS = frozenset({"arts", "chaos", "lens", "mars", "minus", "plus", "this", "thus"})
"""Words that are no name with an -s."""

Names = Mapping[str, tuple[tuple[str, ...], ...]]
"""Folded names as words, by their first word."""


@dataclass(frozen=True, slots=True)
class Found:
    """A known name in a text: the words as they stand there, from `start` up to `end`, and the name as it is known."""

    word: str
    start: int
    end: int
    name: tuple[str, ...] = field(default=(), compare=False)


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
    What has an apostrophe, a hyphen or a digit in it is known in one word and apart. An adult who goes by a role, as in
    “Class support”, has no name.
    """
    texts = [text for p in shared.people for text in (p.alias, p.name, p.name_at_home) if text]
    texts += [m.name for m in shared.team if m.name and (m.young_leader or (adults and not _is_a_role(m)))]
    texts += [guest for lines in _lines(shared) if (of := lines.session.attendance) for guest in of.guests]
    return _by_first_word(name for text in texts for name in _known_by(text))


def whole_names(texts: Iterable[str]) -> Names:
    """Texts, such as codes, that are known only as a whole, in one word and apart."""
    return _by_first_word(name for text in texts for name in _ways(text, folded_words(text)))


def _by_first_word(known: Iterable[tuple[str, ...]]) -> Names:
    names: dict[str, set[tuple[str, ...]]] = {}
    for name in filter(None, known):
        names.setdefault(name[0], set()).add(name)
    return {first: tuple(sorted(found, key=lambda n: (-len(n), n))) for first, found in names.items()}


def _known_by(text: str) -> Iterator[tuple[str, ...]]:
    words = folded_words(text)
    yield from _ways(text, words)
    yield from ((word,) for word in words if _says_somebody(word))
    for part in text.split():
        if part != text and (not part.isalpha() or _SEAM.search(part)):
            words = folded_words(part)
            yield from (way for way in _ways(part, words) if len(way) > 1 or way != words)


def _ways(text: str, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A whole name as it may be written: its words; apart where a digit or an O’ begins; all of it in one word.

    Words with a space between them and no digit stay apart: “Sam E” is not “same”.
    """
    yield words
    if _SEAM.search(text):
        yield folded_words(_SEAM.sub(r"\g<0> ", text))
    joined = "".join(words)
    one_word = len(words) > 1 and len(words[-1]) > 1 and len(text.split()) == 1
    if (one_word or any(sign.isdigit() for sign in joined)) and not (joined.isdigit() and len(joined) < _LONG_NUMBER):
        yield (joined,)


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
    return tuple(one for one in _found(text, names) if allowed.isdisjoint(_said_as(one)))


def _said_as(found: Found) -> Iterator[tuple[str, ...]]:
    """The words that say it is only a word: itself, and without its -s if the name has none."""
    written = _as_written(found.word)
    yield written
    if folded_words(found.word) != found.name:
        yield *written[:-1], written[-1].removesuffix("s")


def _nobody_can_be_in(text: str, names: Names) -> bool:
    """Told without looking at each sign; most texts name nobody."""
    whole = _folded(text)
    if text.isascii():
        words = _PLAIN_WORDS.findall(whole)
        known = names.keys()
        return known.isdisjoint(words) and known.isdisjoint(word[:-1] for word in words if word[-1] == "s")
    return not any(first in whole for first in names)


def _found(text: str, names: Names) -> Iterator[Found]:
    """Names in the text as it is, and as it looks without the signs that nobody sees; the first at each place."""
    found = list(_places(text, names))
    if _UNSEEN.search(text):
        at = [place for place, sign in enumerate(text) if not _UNSEEN.match(sign)]
        seen = "".join(text[place] for place in at)
        found += [(at[start], at[end - 1] + 1, name) for start, end, name in _places(seen, names)]
    until = 0
    for start, end, name in sorted(found, key=lambda place: (place[0], -place[1])):
        if start >= until:
            until = end
            yield Found(text[start:end], start, end, name)


def _places(text: str, names: Names) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    words = tuple(_words(text))
    folded = tuple(_folded(text[start:end]) for start, end in words)
    at = 0
    while at < len(words):
        name = None if _is_an_ending(text, *words[at]) else _name_at(folded[at:], names)
        if name is None and text[words[at][0]].isupper() and (one := _without_s(folded[at])):
            name = one if one in names.get(one[0], ()) else None
        if name:
            yield words[at][0], words[at + len(name) - 1][1], name
        at += len(name) if name else 1


def _name_at(words: tuple[str, ...], names: Names) -> tuple[str, ...] | None:
    """The longest name with which the words begin, its last with an -s or without if there are more."""
    for name in names.get(words[0], ()):
        found = words[: len(name)]
        if found == name or (
            len(name) == len(found) > 1 and (found[:-1], _without_s(found[-1])) == (name[:-1], name[-1:])
        ):
            return name
    return None


def _without_s(word: str) -> tuple[str, ...]:
    """A word that may be a name of three letters or more with an -s behind it, without that; else nothing."""
    may_be = len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _ONLY_WORDS
    return (word[:-1],) if may_be else ()


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
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", _UNSEEN.sub("", text)).casefold())
    return "".join(sign for sign in folded if not _is_accent(sign)).translate(_WITHOUT_MARKS)


def _is_accent(sign: str) -> bool:
    """Whether it is an accent, a stroke, or a Hebrew or Arabic vowel: not one of the signs that Indic words need."""
    of = unicodedata.combining(sign)
    return of == 1 or 10 <= of <= 35 or of >= 200

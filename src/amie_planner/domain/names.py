"""Whole words of a text that are somebody's name or alias, in any script, with their accents or without.

A name is found in one word or apart (O’Brien, OBrien, TheoMusic), with an -s behind it, and with signs in it that
nobody sees.
What is written without spaces between words (Chinese, Japanese, Korean) is compared sign by sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from amie_planner.domain.name_words import (
    APOSTROPHES,
    SEAMS,
    UNSEEN,
    apart,
    as_written,
    folded,
    folded_words,
    may_be_put_together,
    places,
)
from amie_planner.domain.plan import Lines, Plan, Series, Shared
from amie_planner.domain.records import TeamMember
from amie_planner.domain.words_in_s import IN_PROGRAMMES, NEVER_A_NAME, ORDINARY
from amie_planner.errors import AmieError

_PLACES_SAID = 3
_NOT_ALONE = frozenset({
    "the", "a", "s", "t", "and", "of", "in", "on", "at", "for", "from", "with", "by", "is", "next", "de", "la", "der",
    "von", "young", "person", "people", "child", "boy", "girl", "guest", "student", "pupil", "mr", "mrs", "ms", "mx",
    "miss", "dr", "leader", "teacher", "helper", "support", "staff", "worker", "assistant", "volunteer", "class",
    "group", "school", "music", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
})  # fmt: skip
"""Words that say nobody, as a part of a name; a number says nobody either."""
_PLAIN_WORDS = re.compile("[a-z0-9]+")
_SEAM = re.compile(r"\d(?=[^\W\d_])|[^\W\d_](?=\d)|\b[A-Z](?=[A-Z][a-z])")
"""Where a name in one word would be written apart: HL001, OBrien."""
_LONG_NUMBER = 4
"""Digits of a number that may be a code in one word; 12 is not the code 1-2."""
_IN_NUMBER = 3
"""Letters of a name from which it is one beside a digit too; beside a letter, one fewer."""
_IN_ONE_WORD = 7
"""Letters from which a first and a last name are known in one word too: theojones, but Sun Day is no Sunday."""

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
    aliases = [p.alias for p in shared.people if p.alias]
    texts = [text for p in shared.people for text in (p.name, p.name_at_home) if text]
    texts += [m.name for m in shared.team if m.name and (m.young_leader or (adults and not _is_a_role(m)))]
    texts += [guest for lines in _lines(shared) if (of := lines.session.attendance) for guest in of.guests]
    known = [*(_known_by(alias, is_alias=True) for alias in aliases), *map(_known_by, texts)]
    return _by_first_word(name for names in known for name in names)


def whole_names(texts: Iterable[str]) -> Names:
    """Texts, such as codes, that are known only as a whole, in one word and apart."""
    return _by_first_word(name for text in texts for name in _ways(text, folded_words(text)))


class _OfFamily(tuple[str, ...]):
    """The last word of a full name: with an -s it may be a word that says nobody, as in Songs."""

    __slots__ = ()


def _by_first_word(known: Iterable[tuple[str, ...]]) -> Names:
    names: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = {}
    for name in filter(None, known):
        held = names.setdefault(name[0], {})
        if isinstance(held.setdefault(name, name), _OfFamily):
            held[name] = name
    return {first: tuple(sorted(found.values(), key=lambda n: (-len(n), n))) for first, found in names.items()}


def _known_by(text: str, *, is_alias: bool = False) -> Iterator[tuple[str, ...]]:
    words = folded_words(text)
    yield from _ways(text, words)
    for left, word in enumerate(words, 1 - len(words)):
        if _says_somebody(word):
            yield (word,) if is_alias or left or len(words) == 1 else _OfFamily((word,))
    for part in text.split():
        words = folded_words(part)
        if part != text and (len(words) > 1 or not part.isalpha() or _SEAM.search(part)):
            yield from (way for way in _ways(part, words) if len(way) > 1 or way != words)


def _ways(text: str, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A whole name as it may be written: its words; apart where a digit or an O’ begins; all of it in one word.

    Short words with a space between them and no digit stay apart: “Sam E” is not “same”.
    """
    yield words
    if _SEAM.search(text):
        yield folded_words(_SEAM.sub(r"\g<0> ", text))
    joined = "".join(words)
    one_word = len(words) > 1 and len(words[-1]) > 1 and len(text.split()) == 1
    if (one_word or any(sign.isdigit() for sign in joined)) and not (joined.isdigit() and len(joined) < _LONG_NUMBER):
        yield (joined,)
    long = [part for part in map("".join, map(folded_words, text.split())) if len(part) > 1]
    if len(long) > 1 and len("".join(long)) >= _IN_ONE_WORD:
        yield ("".join(long),)


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
    allowed = {as_written(word) for word in not_names}
    return tuple(one for one in _found(text, names) if allowed.isdisjoint(_said_as(one)))


def _said_as(found: Found) -> Iterator[tuple[str, ...]]:
    """The words that say it is only a word: itself, and without its -s if the name has none."""
    written = as_written(found.word)
    yield written
    if folded_words(found.word) != found.name:
        yield *written[:-1], written[-1].removesuffix("s")


def _nobody_can_be_in(text: str, names: Names) -> bool:
    """Told without looking at each sign; most texts name nobody."""
    whole = folded(text)
    if text.isascii():
        words = _PLAIN_WORDS.findall(whole)
        if may_be_put_together(text):
            words += _PLAIN_WORDS.findall(SEAMS.sub(" ", text).casefold())
        known = names.keys()
        return known.isdisjoint(words) and known.isdisjoint(word[:-1] for word in words if word[-1] == "s")
    return not any(first in whole for first in names)


def _found(text: str, names: Names) -> Iterator[Found]:
    """Names in the text as it is, and as it looks without the signs that nobody sees; the first at each place."""
    found = [*_places(text, names), *_in_put_together(text, names)]
    if UNSEEN.search(text):
        at = [place for place, sign in enumerate(text) if not UNSEEN.match(sign)]
        seen = "".join(text[place] for place in at)
        looked = (*_places(seen, names), *_in_put_together(seen, names))
        found += [(at[start], at[end - 1] + 1, name) for start, end, name in looked]
    until = 0
    for start, end, name in sorted(found, key=lambda place: (place[0], -place[1])):
        if start >= until:
            until = end
            yield Found(text[start:end], start, end, name)


_Place = tuple[int, int, tuple[str, ...]]


def _places(text: str, names: Names) -> Iterator[_Place]:
    return _among(text, tuple(places(text)), names)


def _among(text: str, words: tuple[tuple[int, int], ...], names: Names) -> Iterator[_Place]:
    said = tuple(folded(text[start:end]) for start, end in words)
    at = 0
    while at < len(words):
        name = None if _is_an_ending(text, *words[at]) else _name_at(said[at:], names)
        before = said[at - 1] if at else ""
        name = name or _name_in_s(said[at], before, names, capital=text[words[at][0]].isupper())
        if name:
            yield words[at][0], words[at + len(name) - 1][1], name
        at += len(name) if name else 1


def _in_put_together(text: str, names: Names) -> Iterator[_Place]:
    """Names of letters alone that begin or end where words were put together: JoMusic, but No2 is no No."""
    words = tuple(places(text)) if may_be_put_together(text) else ()
    parts = tuple(part for start, end in words for part in apart(text, start, end))
    if len(parts) > len(words):
        for start, end, name in _among(text, parts, names):
            in_number = text[start - 1 : start].isdigit() or text[end : end + 1].isdigit()
            if all(word.isalpha() for word in name) and len("".join(name)) >= _IN_NUMBER - (not in_number):
                yield start, end, name


def _name_at(words: tuple[str, ...], names: Names) -> tuple[str, ...] | None:
    """The longest name with which the words begin, its last with an -s or without if there are more."""
    for name in names.get(words[0], ()):
        found = words[: len(name)]
        if found == name or (
            len(name) == len(found) > 1 and (found[:-1], _without_s(found[-1])) == (name[:-1], name[-1:])
        ):
            return name
    return None


def _name_in_s(word: str, before: str, names: Names, *, capital: bool) -> tuple[str, ...] | None:
    """A name of one word with an -s behind it; where that is a word too, only as that is not written."""
    one = _without_s(word)
    name = next((name for name in names.get(one[0], ()) if name == one), None) if one else None
    if isinstance(name, _OfFamily) and word in IN_PROGRAMMES and before != "the":
        return None
    return name if capital or word not in ORDINARY else None


def _without_s(word: str) -> tuple[str, ...]:
    """A word that may be a name of three letters or more with an -s behind it, without that; else nothing."""
    may_be = len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in NEVER_A_NAME
    return (word[:-1],) if may_be else ()


def _is_an_ending(text: str, start: int, end: int) -> bool:
    """Whether this is the letter behind the apostrophe of “let’s”."""
    return start > 1 and end == start + 1 and text[start - 1] in APOSTROPHES and text[start - 2].isalpha()


def named(text: str, names: Names, not_names: Iterable[str] = ()) -> list[str]:
    """The known names in a text as they stand there, but for the words that are not the person."""
    return [found.word for found in hits(text, names, not_names)]

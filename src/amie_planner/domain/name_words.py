"""How a text falls into words, and how these are compared with names: in any script, with accents or without."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from amie_planner.domain.one_words import IN_ONE_WORD

_WITHOUT_MARKS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i"}
)
"""Letters that are often written without their stroke, and have no accent to take away."""
SEAMS = re.compile(
    r"(?<=\d)(?=[A-Za-z])|(?<=[A-Za-z])(?=\d)|(?<=[a-z])(?=[A-Z])"
    r"|(?<=[A-Z])(?=[A-Z][a-z])(?![A-Z]s(?![A-Za-z]))"
)
"""Where words were put together in a text without accents: TheoMusic, Theo2, DJTheo, but not in LEDs."""
_CAPITAL_OR_DIGIT_INSIDE = re.compile(r"[A-Z0-9](?:(?<=[A-Za-z0-9].)|(?<=[0-9])(?=[A-Za-z]))")
APOSTROPHES = frozenset("'’‘‛`´′‵＇\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca\u02cb\ua78b\ua78c")
"""Some of them count as letters where they are typed."""
UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
"""Soft hyphens, joiners, directions and other signs that take no room."""


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text as names are compared: in one case, without accents."""
    return tuple(folded(text[start:end]) for start, end in places(text))


def as_written(text: str) -> tuple[str, ...]:
    """The words of a text in one case, with their accents: Zoe may be only a word where Zoë is not."""
    return tuple(_composed(_composed(text[start:end]).casefold()) for start, end in places(text))


def _composed(word: str) -> str:
    return unicodedata.normalize("NFKC", word)


def places(text: str) -> Iterator[tuple[int, int]]:
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
    return (sign.isalnum() and sign not in APOSTROPHES) or unicodedata.category(sign).startswith("M")


def folded(text: str) -> str:
    """A text in one case, without accents and signs that nobody sees."""
    if text.isascii():
        return text.casefold()
    in_one_case = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", UNSEEN.sub("", text)).casefold())
    return "".join(sign for sign in in_one_case if not _is_accent(sign)).translate(_WITHOUT_MARKS)


def _is_accent(sign: str) -> bool:
    """Whether it is an accent, a stroke, or a Hebrew or Arabic vowel: not one of the signs that Indic words need."""
    of = unicodedata.combining(sign)
    return of == 1 or 10 <= of <= 35 or of >= 200


def may_be_put_together(text: str) -> bool:
    """Told quickly: whether any of its words may have a seam."""
    return not text.isascii() or _CAPITAL_OR_DIGIT_INSIDE.search(text) is not None


def apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each part of a word starts and ends that it was put together of; PowerPoint is one word."""
    shape = _shape(text[start:end])
    seams = [seam.start() for seam in SEAMS.finditer(shape)]
    whole = tuple(one.span() for one in IN_ONE_WORD.finditer(shape)) if seams else ()
    apart = [start + seam for seam in seams if not any(first < seam < last for first, last in whole)]
    yield from pairwise((start, *apart, end))


def _shape(word: str) -> str:
    """A word in any script as SEAMS reads it; an accent is as the letter that it stands on."""
    if word.isascii():
        return word
    shape = ""
    for sign in word:
        if sign.isdigit():
            shape += "1"
        elif sign.isascii():
            shape += sign
        elif sign.isupper():
            shape += "A"
        else:
            shape += "a" if sign.isalpha() or not shape else shape[-1]
    return shape

"""The form that an English word has in common with its other forms, so that rapping finds a rap and verses a verse."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

_VOWELS = frozenset("aeiouy")
_NOUNS = ("ation", "ition", "ance")
_LEAST = 4
"""Letters that an ending leaves: a station is none of a st, and a note none of a not. Words of three are known by how
they take an ending."""
_NEVER_DOUBLE = frozenset("wx")
_KEPT_DOUBLE = frozenset("flsz")
_WORDS_KEPT = 20_000
_HOLD_TOGETHER = (
    "a an the and or but nor so as if than then that this these those there here where when while who whom whose which "
    "what how why i me my mine we us our ours you your yours he him his she her hers it its they them their theirs is "
    "are was were be been being am do does did has have had having can could may might must shall should will would "
    "not no of in on at by to from for with without into onto over under about after before between through during "
    "until since because even ever some any"
)
_WITHOUT_A_STEM = frozenset(_HOLD_TOGETHER.split())


def stems(words: Iterable[str]) -> list[str]:
    """The stems of words, each once, in their order; but of those that only hold a sentence together: a theme is none
    of them."""
    return sorted({stem(word) for word in words if word not in _WITHOUT_A_STEM})


@lru_cache(maxsize=_WORDS_KEPT)
def stem(word: str) -> str:
    """A word in one case without its common endings. Numbers, and words of other scripts, stay as they are."""
    if not (word.isascii() and word.isalpha()) or len(word) < _LEAST:
        return word
    one = word[:-1] if word.endswith("s") and word[-2] not in "sui" else word
    for ending in (*_NOUNS, "ing", "ed", "e"):
        rest = one.removesuffix(ending)
        if rest != one and not _VOWELS.isdisjoint(rest):
            if len(rest) >= _LEAST:
                return _in_one_spelling(rest if ending == "e" else _single(rest))
            if len(rest) == _LEAST - 1 and (three := _of_three(rest, ending)):
                return three
    return _in_one_spelling(one)


def _of_three(rest: str, ending: str) -> str:
    """Hope of hoping, act of acted, box of boxe, try of tri; nothing where the ending is a part of the word."""
    if ending in _NOUNS or (ending == "e" and rest[-1] not in "ix") or (ending == "ed" and rest.endswith("e")):
        return ""
    if rest.endswith("i"):
        return f"{rest[:-1]}y"
    first, second, third = (letter in _VOWELS for letter in rest)
    without_e = not first and second and not third and rest[-1] not in _NEVER_DOUBLE
    return f"{rest}e" if without_e else rest


def _single(rest: str) -> str:
    """Drumm as drum."""
    return rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in _VOWELS | _KEPT_DOUBLE else rest


def _in_one_spelling(rest: str) -> str:
    """Story as stori of stories."""
    return f"{rest[:-1]}i" if rest.endswith("y") and len(rest) >= _LEAST and rest[-2] not in _VOWELS else rest

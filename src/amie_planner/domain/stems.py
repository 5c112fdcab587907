"""The form that an English word has in common with its other forms, so that rapping finds a rap and verses a verse."""

from __future__ import annotations

from functools import lru_cache

_VOWELS = frozenset("aeiouy")
_NOUNS = ("ation", "ition", "ance")
"""Endings that leave at least four letters: a station is none of a st."""
_LEAST, _LEAST_OF_NOUN = 3, 4
_KEPT_DOUBLE = frozenset("lsz")
_WORDS_KEPT = 20_000


@lru_cache(maxsize=_WORDS_KEPT)
def stem(word: str) -> str:
    """A word in one case without its common endings. Numbers, and words of other scripts, stay as they are."""
    if not (word.isascii() and word.isalpha()) or len(word) <= _LEAST:
        return word
    one = word[:-1] if word.endswith("s") and word[-2] not in "sui" else word
    for ending in (*_NOUNS, "ing", "ed", "e"):
        least = _LEAST_OF_NOUN if ending in _NOUNS else _LEAST
        rest = one.removesuffix(ending)
        if rest != one and len(rest) >= least and not _VOWELS.isdisjoint(rest):
            return _in_one_spelling(rest)
    return _in_one_spelling(one)


def _in_one_spelling(rest: str) -> str:
    """Drumm as drum, and story as stori of stories."""
    if rest.endswith("y") and len(rest) > _LEAST and rest[-2] not in _VOWELS:
        return f"{rest[:-1]}i"
    doubled = len(rest) > _LEAST and rest[-1] == rest[-2] and rest[-1] not in _VOWELS | _KEPT_DOUBLE
    return rest[:-1] if doubled else rest

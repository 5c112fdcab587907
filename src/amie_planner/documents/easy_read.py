"""What easy read asks of words: short sentences. A leader is told of long ones and decides; nothing is held back."""

from __future__ import annotations

import re
from collections.abc import Iterable

MOST_WORDS = 15
"""How many words a sentence has at most in easy read."""

_ENDS = re.compile(r"(?<=[.!?…:;])\s+|\n+")
_NAMED = 3  # how many sentences a warning quotes
_SHOWN = 60  # characters of each


def long_sentences(texts: Iterable[str]) -> tuple[str, ...]:
    """The sentences of more than 15 words, each once, in the order met. A label with its colon is one of its own."""
    sentences = (sentence.strip() for text in texts for sentence in _ENDS.split(text))
    return tuple(dict.fromkeys(one for one in sentences if len(one.split()) > MOST_WORDS))


def too_long(sentences: tuple[str, ...]) -> str:
    """A sentence about those that are long; nothing for nothing."""
    if not sentences:
        return ""
    named = "; ".join(f"“{_shortened(one)}”" for one in sentences[:_NAMED])
    more = f" and {len(sentences) - _NAMED} more" if len(sentences) > _NAMED else ""
    have = "1 sentence has" if len(sentences) == 1 else f"{len(sentences)} sentences have"
    return f"{have} more than {MOST_WORDS} words; in easy read shorter ones are easier: {named}{more}."


def _shortened(sentence: str) -> str:
    return sentence if len(sentence) <= _SHOWN else f"{sentence[:_SHOWN].rstrip()}…"

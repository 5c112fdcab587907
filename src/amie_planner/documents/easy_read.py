"""What easy read asks of words: short sentences. A leader is told of long ones and decides; nothing is held back."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amie_planner.documents.house_style import EASY_READ, PrintStyle

MOST_WORDS = 15
"""How many words a sentence has at most in easy read."""

_PLAINER = {
    "Adapted": "What changes",
    "Adapted, as a choice": "A change to choose",
    "Adapted, for everyone": "A change for everyone",
    "By design": "It works as it is",
    "by design": "it works as it is",
    "Serves": "This helps with",
    "Adaptations": "See these changes",
    "Adaptations, by what is in the way": "What changes, by what is in the way",
}
_ENDS = re.compile(r"(?<=[.!?…:;])\s+|\s+·\s+|\n+")
_NAMED = 3  # how many sentences a warning quotes
_SHOWN = 60  # characters of each


def plainer(style: PrintStyle, ours: str) -> str:
    """Words of ours as easy read has them; in any other style as they are."""
    return _PLAINER.get(ours, ours) if style.id == EASY_READ.id else ours


def source_apart(style: PrintStyle, why: str) -> str:
    """A reason that names its source behind it, in brackets: in easy read the source is a sentence of its own."""
    reason, opens, source = why.rstrip(".").rpartition(" (")
    if style.id != EASY_READ.id or not opens or not source.endswith(")"):
        return why
    return f"{reason}. ({source[:1].upper()}{source[1:]}."


def long_sentences(texts: Iterable[str]) -> tuple[str, ...]:
    """The sentences of more than 15 words, each once, in the order met.

    A label with its colon is one of its own, and so is each of several facts with a dot between them.
    """
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

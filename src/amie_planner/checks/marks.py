"""Words that turn a conversation into a mark. Ours must not use them, and a hub is told where its own do."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache

from amie_planner.places import resource


@cache
def marking_words() -> tuple[str, ...]:
    """In lower case, each form written out. Source: resources/judging-words.json."""
    return tuple(json.loads(resource("judging-words.json").read_text(encoding="utf-8"))["words"])


def marks_in(text: str) -> tuple[str, ...]:
    """Which of them stand in a text as whole words, in lower case, each once and in their order there."""
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return tuple(dict.fromkeys(_pattern().findall(plain)))


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(marking_words(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

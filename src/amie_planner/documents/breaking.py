"""Breaks words of a chart into lines with whatever measure the screen or the paper hands in; nothing is cut away."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)


def broken(text: str, room: float, measure: Callable[[str], float]) -> list[str]:
    """Lines no wider than the room, at spaces; a word that is wider goes on in the next line, sign by sign."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".lstrip()
        if measure(longer) <= room:
            line = longer
            continue
        *whole, rest = _cut(word, room, measure)
        lines += [line, *whole] if line else whole
        line = rest
    return [*lines, line] if line else lines


def _cut(word: str, room: float, measure: Callable[[str], float]) -> Iterator[str]:
    """The word in parts that fit; the last may be shorter."""
    part = ""
    for sign in _signs(word):
        if part and measure(part + sign) > room:
            yield part
            part = ""
        part += sign
    yield part


def _signs(word: str) -> Iterator[str]:
    """What a reader sees as one: a letter with its marks, an emoji with all that it is joined of."""
    sign = ""
    for character in word:
        if sign and not (_goes_on(character) or sign.endswith(_JOINER)):
            yield sign
            sign = ""
        sign += character
    yield sign


def _goes_on(character: str) -> bool:
    return character == _JOINER or unicodedata.category(character)[0] == "M" or ord(character) in _SKIN_TONES

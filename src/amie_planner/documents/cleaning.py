"""The one door through which a leader's words reach paper: text stays text, and nothing prints as a silent box.

A paragraph is laid out from characters, never from markup, so `<b>`, `&` and `<img>` are only characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from amie_planner.documents.fonts import faces

# Scripts that are set letter by letter, left to right. Any other needs shaping that we cannot do yet.
_SET_AS_TYPED = (
    (0x0020, 0x058F),  # Latin, Greek, Cyrillic, Armenian, combining marks
    (0x10A0, 0x10FF),  # Georgian
    (0x1C80, 0x1CBF),
    (0x1D00, 0x2DFF),  # more Latin and Greek, punctuation, arrows, signs
    (0xA640, 0xA7FF),
    (0xAB30, 0xAB6F),
    (0xFB00, 0xFB17),
    (0xFFFC, 0xFFFD),
    (0x1D000, 0x1FAFF),  # music, mathematics, pictures
)
_NAMED_OTHERWISE = {
    "CJK": "Chinese or Japanese script",
    "IDEOGRAPHIC": "Chinese or Japanese script",
    "KANGXI": "Chinese or Japanese script",
    "BOPOMOFO": "Chinese script",
    "HIRAGANA": "Japanese script",
    "KATAKANA": "Japanese script",
    "KATAKANA-HIRAGANA": "Japanese script",
    "HANGUL": "Korean script",
    "ARABIC-INDIC": "Arabic script",
    "EXTENDED": "Arabic script",
    "NKO": "N’Ko script",
    "OL": "Ol Chiki script",
    "TAI": "Tai script",
    "CANADIAN": "Canadian syllabics",
    "REGIONAL": "flag",
}
_NOT_A_SCRIPT = {"COMBINING", "MODIFIER", "LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN", "MATHEMATICAL"}
_FOLDED: tuple[Literal["NFKC", "NFKD"], ...] = ("NFKC", "NFKD")  # "！" is as good as "!"
_UNKNOWN = "unknown character"
_LINE_ENDS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_SPACES = re.compile("[\t\x0b\x0c]")
# Keycaps, variants and skin tones, which change a neighbour; and what Unicode says is never a character.
_SAYS_NOTHING = re.compile("[\u20e3\ufe00-\ufe0f\U000e0100-\U000e01ef\U0001f3fb-\U0001f3ff\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True)
class _Shown:
    text: str
    label: str = ""


def plain(text: str) -> str:
    """The text as typed, in composed characters, without control characters or half characters; lines end in \\n."""
    text = _SAYS_NOTHING.sub("", _SPACES.sub(" ", _LINE_ENDS.sub("\n", text)))
    kept = "".join(one for one in text if one == "\n" or unicodedata.category(one) not in ("Cc", "Cf", "Cs"))
    return unicodedata.normalize("NFC", kept)


def clean(text: str) -> str:
    """The text as it can be printed: `plain`, with what no bundled face can set written as words in brackets.

    Arabic becomes "[Arabic script]", a musical note that no face has "[musical note]". Cleaning twice changes nothing.
    """
    written: list[str] = []
    for part in _parts(text):
        if part.label and written and written[-1].endswith("]"):
            written.append(" ")
        written.append(part.text)
    return "".join(written)


def scripts_not_shown(text: str) -> tuple[str, ...]:
    """What `clean` wrote as words, each once, in the order met: ("Arabic script", "musical note")."""
    return tuple(dict.fromkeys(part.label for part in _parts(text) if part.label))


def _parts(text: str) -> Iterator[_Shown]:
    """The pieces of a text; one label stands for a whole run of its script, the spaces inside it too."""
    last, spaces = "", ""
    for character in plain(text):
        if character == " " and last:
            spaces += character
            continue
        shown = _shown(character)
        if shown.label and shown.label == last:
            spaces = ""
            continue
        if spaces:
            yield _Shown(spaces)
        last, spaces = shown.label, ""
        yield shown
    if spaces:
        yield _Shown(spaces)


def _shown(character: str) -> _Shown:
    if character in "\n " or can_be_set(character):
        return _Shown(character)
    for form in _FOLDED:
        folded = unicodedata.normalize(form, character)
        if all(can_be_set(one) for one in folded):
            return _Shown(folded)
    label = _in_words(character)
    return _Shown(f"[{label}]", label)


@lru_cache(maxsize=4096)
def can_be_set(character: str) -> bool:
    """Whether a bundled face sets this character as typed."""
    point = ord(character)
    in_reach = any(first <= point <= last for first, last in _SET_AS_TYPED)
    return in_reach and any(face.has(character) for bold in (False, True) for face in faces(bold))


def _in_words(character: str) -> str:
    name = unicodedata.name(character, "")
    first = name.partition(" ")[0]
    if first in _NAMED_OTHERWISE:
        return _NAMED_OTHERWISE[first]
    if not name:
        return _UNKNOWN
    if unicodedata.category(character)[0] in "LMNP" and first not in _NOT_A_SCRIPT:
        return f"{first.title()} script"
    return name.lower()

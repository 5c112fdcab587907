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

from amie_planner.documents.emoji import ADDED, PATTERN
from amie_planner.documents.fonts import Face, faces, shaped_faces
from amie_planner.documents.shaping import ShapedFace

_NAMED_OTHERWISE = {
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
_NUMBERED = {"CJK", "TANGUT", "NUSHU", "EGYPTIAN", "ANATOLIAN"}  # their names are only numbers
_NOT_A_SCRIPT = {"COMBINING", "MODIFIER", "LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN", "MATHEMATICAL"}
_FOLDED: tuple[Literal["NFKC", "NFKD"], ...] = ("NFKC", "NFKD")  # "！" is as good as "!"
_LINE_ENDS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_SPACES = re.compile("[\t\x0b\x0c]")
_JOINING = "\u0600-\u07bf\u0840-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\ufb50-\ufdff\ufe70-\ufefc"
# What joins, parts or changes a neighbour says something only in an emoji, or between letters that join;
# and what Unicode says is never a character says nothing anywhere.
_SAYS_NOTHING = re.compile(
    f"(?P<emoji>{PATTERN})|(?<=[{_JOINING}])(?P<between>[\u200c\u200d])|"
    "[\u200c\u200d\u20e3\ufe00-\ufe0f\U000e0100-\U000e01ef\U000e0020-\U000e007f\ufdd0-\ufdef\ufffe\uffff]"
)
_KEPT = re.compile(f"[{ADDED}\u200c]")
_UNITS = re.compile(f"{PATTERN}|.", re.DOTALL)


@dataclass(frozen=True)
class _Shown:
    text: str
    label: str = ""


def plain(text: str) -> str:
    """The text as typed, in composed characters, without control characters or half characters; lines end in \\n."""
    if text.isascii() and text.isprintable():
        return text
    text = _SPACES.sub(" ", _LINE_ENDS.sub("\n", text))
    text = _SAYS_NOTHING.sub(lambda found: found[0] if found.lastgroup else "", text)
    kept = "".join(one for one in text if one == "\n" or _KEPT.match(one) or not _is_control(one))
    return unicodedata.normalize("NFC", kept)


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs")


def clean(text: str) -> str:
    """The text as it can be printed: `plain`, with what no bundled face can set written as words in brackets.

    Tibetan becomes "[Tibetan script]", a crotchet that no face has "[musical symbol quarter note]". Cleaning twice
    changes nothing.
    """
    text = plain(text)
    if all(one == "\n" or can_be_set(one) for one in set(text)):
        return text
    written: list[str] = []
    for part in _parts(text):
        if part.label and written and written[-1].endswith("]"):
            written.append(" ")
        written.append(part.text)
    return "".join(written)


def scripts_not_shown(text: str) -> tuple[str, ...]:
    """What `clean` wrote as words, each once, in the order met: ("Tibetan script", "musical symbol g clef")."""
    return tuple(dict.fromkeys(part.label for part in _parts(plain(text)) if part.label))


def _parts(text: str) -> Iterator[_Shown]:
    """The pieces of a plain text; one label stands for a whole run of its script, the spaces inside it too."""
    last, spaces = "", ""
    for shown in (one for unit in _UNITS.findall(text) for one in _units(unit)):
        if shown.text == " " and last:
            spaces += " "
            continue
        if shown.label and shown.label == last:
            spaces = ""
            continue
        if spaces:
            yield _Shown(spaces)
        last, spaces = shown.label, ""
        yield shown
    if spaces:
        yield _Shown(spaces)


def _units(unit: str) -> Iterator[_Shown]:
    """A character, or an emoji: whole where every part can be set, else each of its pictures on its own."""
    if all(map(can_be_set, unit)):
        yield _Shown(unit)
    else:
        yield from (_shown(one) for one in unit if len(unit) == 1 or not _KEPT.match(one))


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
    """Whether a bundled face sets this character as typed, or it only joins or changes its neighbours."""
    if unicodedata.category(character) == "Co":
        return False
    return bool(_KEPT.match(character)) or any(face.has(character) for bold in (False, True) for face in _faces(bold))


def _faces(bold: bool) -> Iterator[Face | ShapedFace]:
    yield from faces(bold)
    yield from shaped_faces(bold)


def _in_words(character: str) -> str:
    name = unicodedata.name(character, "")
    first = name.partition(" ")[0]
    if not name or first in _NUMBERED:
        return f"character U+{ord(character):04X}"
    if first in _NAMED_OTHERWISE:
        return _NAMED_OTHERWISE[first]
    if unicodedata.category(character)[0] in "LMNP" and first not in _NOT_A_SCRIPT:
        return f"{first.title()} script"
    return name.lower()

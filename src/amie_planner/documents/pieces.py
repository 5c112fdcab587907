"""Decides which face sets each character of a word, so that a word is in as few faces as it needs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from amie_planner.documents.emoji import ADDED, EMOJI
from amie_planner.documents.fonts import PICTURES, Face, faces, shaped_faces
from amie_planner.documents.shaping import ShapedFace

_STACKED = ("Mn", "Me", "Cf")
# Latin, Greek, Cyrillic, Armenian, Georgian, punctuation and signs stand one after another; all else needs HarfBuzz.
_LETTER_BY_LETTER = re.compile(
    "[\u0020-\u02ff\u0370-\u0482\u048a-\u058f\u10a0-\u10ff\u1c80-\u1cbf\u1d00-\u1dbf\u1e00-\u200a\u2010-\u20cf"
    "\u2100-\u2cee\u2cf2-\u2dff\ua640-\ua66e\ua680-\ua69d\ua6a0-\ua6ef\ua700-\ua7ff\uab30-\uab6f\ufb00-\ufb17\ufffc\ufffd"
    "\U0001d000-\U0001faff]*"
)
_ADDED = re.compile(f"[{ADDED}\u200c]")
_KANA = re.compile("[\u3041-\u30ff]")
_IDEOGRAPH = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True)
class Piece:
    """Characters of one face, ready to set. At an odd level they run from right to left."""

    face: Face | ShapedFace
    text: str
    level: int = 0

    def width(self, size: float) -> float:
        """How wide the piece is, in points, at a size in points."""
        return self.face.width(self.text, size, bool(self.level % 2))

    def parts(self, size: float) -> Iterator[tuple[str, float]]:
        """What of the piece cannot be parted, a letter with its marks, and how wide each is."""
        if isinstance(self.face, ShapedFace):
            yield from self.face.parts(self.text, size, bool(self.level % 2))
        else:
            yield from ((one, self.face.width(one, size)) for one in self.text)


def pieces(word: str, bold: bool, levels: Sequence[int] = (), ideographs: str = "SC") -> Iterator[Piece]:
    """The word in pieces; `levels` says which way each character runs, all to the right where it says nothing.

    Every character has to be one that some face has, as `cleaning` sees to.
    """
    if word.isascii() and not any(levels):
        yield Piece(faces(bold)[0], word)
        return
    start = 0
    for level, run in groupby(levels or [0] * len(word)):
        end = start + len(list(run))
        yield from _of_one_level(word[start:end], bold, level, ideographs)
        start = end


def writing_of(text: str) -> str:
    """Whose ideographs a text is written with: JP where kana stand with them, TC for those only Taiwan has, else SC."""
    own = "".join(_IDEOGRAPH.findall(text))
    if not own:
        return "SC"
    if _KANA.search(text):
        return "JP"
    return "TC" if not _encodes(own, "gb2312") and _encodes(own, "big5hkscs") else "SC"


def _encodes(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _of_one_level(text: str, bold: bool, level: int, ideographs: str) -> Iterator[Piece]:
    at = 0
    for found in EMOJI.finditer(text):
        if _drawn_as_picture(found[0]):
            yield from _of_letters(text[at : found.start()], bold, level, ideographs)
            yield Piece(PICTURES, found[0], level)
            at = found.end()
    yield from _of_letters(text[at:], bold, level, ideographs)


def _drawn_as_picture(emoji: str) -> bool:
    return all(PICTURES.has(one) for one in _ADDED.sub("", emoji))


def _of_letters(text: str, bold: bool, level: int, ideographs: str) -> Iterator[Piece]:
    if not text:
        return
    in_order = _asked(bold, ideographs, not level % 2 and bool(_LETTER_BY_LETTER.fullmatch(text)))
    letters = [one for one in text if unicodedata.category(one)[0] in "LM"]
    own = next((face for face in in_order if all(face.has(one) for one in letters)), in_order[0])
    face = own
    start = 0
    for at, character in enumerate(text):
        now = _face_for(character, own, face, in_order)
        if now is not face and at > start:
            yield Piece(face, text[start:at], level)
            start = at
        face = now
    yield Piece(face, text[start:], level)


@cache
def _asked(bold: bool, ideographs: str, letter_by_letter: bool) -> tuple[Face | ShapedFace, ...]:
    """The faces in the order in which they are asked for a character."""
    shaped = (*shaped_faces(bold, ideographs), *shaped_faces(not bold, ideographs))
    simple = {face.name: face for face in (*faces(bold), *faces(not bold))} if letter_by_letter else {}
    return tuple(simple.get(face.name, face) for face in shaped)


def _face_for(
    character: str, own: Face | ShapedFace, last: Face | ShapedFace, in_order: Sequence[Face | ShapedFace]
) -> Face | ShapedFace:
    """The word's own face, that of what a mark stands on, or the first that has the character."""
    if own.has(character):
        return own
    if unicodedata.category(character) in _STACKED and (last.has(character) or _ADDED.match(character)):
        return last
    return next((face for face in in_order if face.has(character)), in_order[0])

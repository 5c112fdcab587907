"""Breaks text into lines: at spaces and between ideographs, without hyphens; what is too wide is cut, never lost.

Words stay in the order in which they are read, which is the order in which a file says them; a line that runs from
right to left somewhere says where on it each of them stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from amie_planner.documents.bidi import level_on_paper, levels, runs_right_to_left, visual_order
from amie_planner.documents.cleaning import clean
from amie_planner.documents.fonts import faces
from amie_planner.documents.pieces import Piece, pieces, writing_of
from amie_planner.documents.shaping import ShapedFace

_TOKENS = re.compile(r"\n| +|[^ \n]+")
_IDEOGRAPHS = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3105-\u312f\u31a0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
_OPENS = "([{‘“«‹〈《「『【〔〖（［｛｟｢¥£$"
_GOES_ON = "ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ゛゜ﾞﾟ\u3099\u309a"
_CLOSES = ")]}’”»›〉》」』】〕〗）］｝｠｣、。，．：；！？!?,.:;…‥・％%" + _GOES_ON
_MAY_PART = re.compile(  # between two characters of which one is an ideograph, unless one holds on to the other
    f"(?<=[{_IDEOGRAPHS}、。，．：；！？」』】〕）…])(?<![{re.escape(_OPENS)}])(?![{re.escape(_CLOSES)}])(?=.)"
    f"|(?<![{re.escape(_OPENS)}])(?=[{_IDEOGRAPHS}「『【〔（《〈])(?![{re.escape(_CLOSES)}])(?<=.)"
)
_ANY_IDEOGRAPH = re.compile(f"[{_IDEOGRAPHS}]")


@dataclass(frozen=True)
class Run:
    """Words in one weight. What they say is cleaned when they are laid out, so a run can hold anything."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class Line:
    """One line ready to set; it ends in a space unless a word goes on, so that read aloud no words run together.

    `indent` is how far right it starts. `places` are where its pieces stand from there, where they do not stand one
    after another. `leftward` says that its paragraph is read from right to left.
    """

    pieces: tuple[Piece, ...]
    width: float
    indent: float = 0.0
    places: tuple[float, ...] = ()
    leftward: bool = False

    def draw(self, words: Any, x: float, baseline: float, size: float) -> None:
        """Adds the line to a ReportLab text object, from `x` and on this baseline."""
        for at, piece in enumerate(self.pieces):
            if self.places or not at:
                start = x + self.indent + (self.places[at] if self.places else 0.0)
                words._code.append(f"1 0 0 1 {start:.2f} {baseline:.2f} Tm")
            piece.face.draw(words, piece.text, size, bool(piece.level % 2))


@dataclass(frozen=True)
class _Word:
    """What stays together on a line. `base` is its paragraph's level, `space` that of a space before it, if any."""

    pieces: tuple[Piece, ...]
    base: int = 0
    space: int | None = None


@lru_cache(maxsize=16_384)
def break_lines(runs: tuple[Run, ...], size: float, width: float) -> tuple[Line, ...]:
    """Lines of text no wider than `width` points at a size in points. Text without a visible character has no line."""
    if not any(run.text.strip() and clean(run.text).strip() for run in runs):
        return ()
    broken = [line for paragraph in _paragraphs(runs) for line in _lines(paragraph, size, width)]
    visible = [at for at, (words, _) in enumerate(broken) if words]
    kept = broken[visible[0] : visible[-1] + 1]
    lines = [_finished(words, size, goes_on) for words, goes_on in kept]
    return _aligned(lines) if any(line.places for line in lines) else tuple(lines)


def forget() -> None:
    """Keeps no text any longer, of those that were kept to be set again."""
    break_lines.cache_clear()
    _paragraphs.cache_clear()


def _lines(words: Sequence[_Word], size: float, width: float) -> Iterator[tuple[list[_Word], bool]]:
    """The lines of a paragraph as words, each with whether a word goes on in the next."""
    line: list[_Word] = []
    reached = 0.0
    for word in words:
        before = _space_between(line[-1], word).width(size) if line and word.space is not None else 0.0
        own = _width(word.pieces, size)
        if line and reached + before + own > width:
            yield line, word.space is None
            line, reached, before = [], 0.0, 0.0
        *cut, rest = _cut(word, size, width) if own > width else (word,)
        for part in cut:
            yield [part], True
        line.append(rest)
        reached += before + (_width(rest.pieces, size) if cut else own)
    yield line, False


@lru_cache(maxsize=4096)
def _paragraphs(runs: tuple[Run, ...]) -> tuple[tuple[_Word, ...], ...]:
    """The words of each typed line; they may change weight within. A text is often set in several sizes and widths."""
    typed: list[list[tuple[str, bool]]] = [[]]
    for run in runs:
        first, *rest = clean(run.text).split("\n")
        typed[-1].append((first, run.bold))
        typed.extend([(line, run.bold)] for line in rest)
    ideographs = writing_of("".join(text for line in typed for text, _ in line))
    return tuple(tuple(_words(line, ideographs)) for line in typed)


def _words(typed: Sequence[tuple[str, bool]], ideographs: str) -> Iterator[_Word]:
    whole = "".join(text for text, _ in typed)
    base = level_on_paper(whole) if runs_right_to_left(whole) else 0
    way = levels(whole, base) if runs_right_to_left(whole) else ()
    word: list[Piece] = []
    space: int | None = None
    at = 0
    for text, bold in typed:
        for token in _TOKENS.findall(text):
            for unit in _parted(token):
                if word and (unit is not token or unit[0] == " "):
                    yield _Word(tuple(word), base, space)
                    word, space = [], None
                if unit[0] == " ":
                    space = way[at] if way else 0
                else:
                    word.extend(pieces(unit, bold, way[at : at + len(unit)], ideographs))
                at += len(unit)
    if word:
        yield _Word(tuple(word), base, space)


def _parted(token: str) -> Sequence[str]:
    """A word in parts between which a line may end."""
    return _MAY_PART.split(token) if _ANY_IDEOGRAPH.search(token) else (token,)


def _cut(word: _Word, size: float, width: float) -> Iterator[_Word]:
    """The word in parts that fit the width; a mark stays with its letter. The last part may be shorter."""
    held: list[Piece] = []
    room = width
    space = word.space
    for piece in word.pieces:
        parts = list(piece.parts(size))
        at = 0
        while at < len(parts):
            fitting = _fitting(piece, parts, at, room, size) or int(not held)
            if fitting:
                held.append(_of(piece, parts, at, fitting))
                room -= held[-1].width(size)
                at += fitting
            if at < len(parts):
                yield _Word(tuple(held), word.base, space)
                held, room, space = [], width, None
    yield _Word(tuple(held), word.base, space)


def _fitting(piece: Piece, parts: Sequence[tuple[str, float]], start: int, room: float, size: float) -> int:
    """How many parts of a piece, from `start`, find room together; joined they may be wider than each on its own."""
    end = start
    while end < len(parts) and parts[end][1] <= room:
        room -= parts[end][1]
        end += 1
    over = sum(wide for _, wide in parts[start:end]) + room
    while end > start and _of(piece, parts, start, end - start).width(size) > over + 1e-6:
        end -= 1
    return end - start


def _of(piece: Piece, parts: Sequence[tuple[str, float]], start: int, count: int) -> Piece:
    return replace(piece, text="".join(text for text, _ in parts[start : start + count]))


def _finished(words: Sequence[_Word], size: float, goes_on: bool) -> Line:
    """The line with neighbours of one face joined, and the space that ends its last word."""
    own: list[Piece] = []
    for at, word in enumerate(words):
        own += (*((_space_between(words[at - 1], word),) if at and word.space is not None else ()), *word.pieces)
    wide = _width(own, size)
    base = words[0].base if words else 0
    if not goes_on:
        own.append(Piece(own[-1].face if own and not base else _space(base).face, " ", base))
    if any(piece.level for piece in own):
        return Line(tuple(own), wide, places=_places(own, size), leftward=bool(base))
    return Line(tuple(_joined(own)), wide)


def _aligned(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, of which those that are read from the right end where the widest of them ends."""
    widest = max(line.width for line in lines)
    return tuple(replace(line, indent=widest - line.width) if line.leftward else line for line in lines)


def _space_between(before: _Word, word: _Word) -> Piece:
    """The space before a word, in the face of what is before it where HarfBuzz sets that: both are one string then."""
    last = before.pieces[-1]
    shaped = isinstance(last.face, ShapedFace) and not last.face.pictures and last.face.has(" ")
    return Piece(last.face, " ") if shaped and not last.level and not word.space else _space(word.space or 0)


@cache
def _space(level: int) -> Piece:
    return Piece(faces(False)[0], " ", level)


def _joined(line: Sequence[Piece]) -> list[Piece]:
    """The same in fewer pieces."""
    same = (list(own) for _, own in groupby(line, key=lambda piece: id(piece.face)))
    return [Piece(own[-1].face, "".join(piece.text for piece in own), own[-1].level) for own in same]


def _places(line: Sequence[Piece], size: float) -> tuple[float, ...]:
    """How far from the start of the line each piece stands; the space that ends it may stand before that."""
    widths = [piece.width(size) for piece in line]
    order = visual_order([piece.level for piece in line])
    reached = -widths[-1] if order[0] == len(line) - 1 and line[-1].text == " " else 0.0
    places = [0.0] * len(line)
    for at in order:
        places[at] = reached
        reached += widths[at]
    return tuple(places)


def _width(line: Sequence[Piece], size: float) -> float:
    return sum(piece.width(size) for piece in line)

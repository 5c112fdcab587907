"""Breaks text into lines: left-aligned, at spaces, without hyphens; a word wider than its line is cut, never lost."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from amie_planner.documents.cleaning import clean
from amie_planner.documents.fonts import Face, faces

_TOKENS = re.compile(r"\n| +|[^ \n]+")


@dataclass(frozen=True)
class Run:
    """Words in one weight. What they say is cleaned when they are laid out, so a run can hold anything."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class Piece:
    """Characters of one face, ready to set."""

    face: Face
    text: str


@dataclass(frozen=True)
class Line:
    """One line ready to set; it ends in a space unless a word goes on, so that read aloud no words run together."""

    pieces: tuple[Piece, ...]
    width: float


@lru_cache(maxsize=1024)
def break_lines(runs: tuple[Run, ...], size: float, width: float) -> tuple[Line, ...]:
    """Lines of text no wider than `width` points at a size in points. Text without a visible character has no line."""
    if not any(run.text.strip() and clean(run.text).strip() for run in runs):
        return ()
    lines: list[Line] = []
    line: list[Piece] = []
    reached = 0.0
    for word in _words(runs):
        if word is None:
            lines.append(_finished(line, size))
            line, reached = [], 0.0
            continue
        space = faces(False)[0].width(" ", size) if line else 0.0
        if line and reached + space + _width(word, size) > width:
            lines.append(_finished(line, size))
            line, reached, space = [], 0.0, 0.0
        if space:
            line.append(Piece(faces(False)[0], " "))
        *cut, rest = _cut(word, size, width)
        lines.extend(Line(part, _width(part, size)) for part in cut)
        line.extend(rest)
        reached += space + _width(rest, size)
    lines.append(_finished(line, size))
    visible = [at for at, line_ in enumerate(lines) if line_.width]
    return tuple(lines[visible[0] : visible[-1] + 1])


def _words(runs: tuple[Run, ...]) -> Iterator[tuple[Piece, ...] | None]:
    """Words, which may change weight within; None where a new line was typed."""
    word: list[Piece] = []
    for run in runs:
        for token in _TOKENS.findall(clean(run.text)):
            if token.strip(" \n"):
                word.extend(_pieces(token, run.bold))
                continue
            if word:
                yield tuple(word)
                word = []
            if token == "\n":
                yield None
    if word:
        yield tuple(word)


def _pieces(token: str, bold: bool) -> Iterator[Piece]:
    """A word in as few faces as it needs: one face for all its letters, and another only for signs that it lacks."""
    in_order = (*faces(bold), *faces(not bold))
    letters = [one for one in token if unicodedata.category(one)[0] in "LM"]
    own = next((face for face in in_order if all(face.has(one) for one in letters)), in_order[0])
    start = 0
    previous: Face | None = None
    for at, character in enumerate(token):
        face = own if own.has(character) else next(face for face in in_order if face.has(character))
        if previous is not None and face is not previous:
            yield Piece(previous, token[start:at])
            start = at
        previous = face
    if previous is not None:
        yield Piece(previous, token[start:])


def _cut(word: tuple[Piece, ...], size: float, width: float) -> Iterator[tuple[Piece, ...]]:
    """The word in parts that fit the width; a mark stays with its letter. The last part may be shorter."""
    if _width(word, size) <= width:
        yield word
        return
    part: list[Piece] = []
    reached = 0.0
    for piece in word:
        start = 0
        for at, character in enumerate(piece.text):
            step = piece.face.width(character, size)
            if reached and reached + step > width and not unicodedata.combining(character):
                yield (*part, *([Piece(piece.face, piece.text[start:at])] if at > start else []))
                part, reached, start = [], 0.0, at
            reached += step
        part.append(Piece(piece.face, piece.text[start:]))
    yield tuple(part)


def _finished(line: list[Piece], size: float) -> Line:
    """The line with neighbours of one face joined, and the space that ends its last word."""
    joined: list[Piece] = []
    for piece in (*line, Piece(line[-1].face if line else faces(False)[0], " ")):
        if joined and joined[-1].face is piece.face:
            joined[-1] = Piece(piece.face, joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return Line(tuple(joined), _width(tuple(line), size))


def _width(pieces: tuple[Piece, ...] | list[Piece], size: float) -> float:
    return sum(piece.face.width(piece.text, size) for piece in pieces)

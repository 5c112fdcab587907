"""Sets what cannot be set letter by letter: joined and stacked scripts, marks, emoji, and text from right to left.

HarfBuzz says which glyphs stand where. What it makes of one character, or of characters that cannot be parted, is
written as one glyph of our own (`embedding`), so that each code in the file says what was typed and needs no moving.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any
from weakref import WeakKeyDictionary

import uharfbuzz

from amie_planner.documents.bidi import mirrored
from amie_planner.places import resource

_WHOLE = uharfbuzz.BufferClusterLevel.MONOTONE_GRAPHEMES
_BY_CHARACTER = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
_HEAVIER = 0.035  # how much wider a stroke makes a face that has no bold, as a share of its size


@dataclass(frozen=True)
class Glyph:
    """What is drawn for `text`: glyphs of the font, each with its shift, and the way to the next, in font units."""

    parts: tuple[tuple[int, int, int], ...]
    advance: int
    text: str


@dataclass(frozen=True)
class ShapedFace:
    """One font file that HarfBuzz sets; `thickened` draws it bold where there is no bold file."""

    name: str
    pictures: bool = False
    thickened: bool = False

    @cached_property
    def file(self) -> Any:
        """The font as HarfBuzz reads it; the file is opened when it is first used."""
        return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(resource("fonts", f"{self.name}.ttf"))))

    @cached_property
    def _font(self) -> Any:
        return uharfbuzz.Font(self.file)

    def has(self, character: str) -> bool:
        """Whether the face draws this character itself, rather than an empty box."""
        return bool(self._font.get_nominal_glyph(ord(character)))

    def width(self, text: str, size: float, leftward: bool = False) -> float:
        """How wide the text is, in points, at a size in points."""
        return sum(glyph.advance for glyph in shape(self, text, leftward)) * size / float(self.file.upem)

    def parts(self, text: str, size: float, leftward: bool) -> Iterator[tuple[str, float]]:
        """The text as what cannot be parted, each as wide as it is at most, in the order in which it is read."""
        glyphs = shape(self, text, leftward)
        held = ""
        for glyph in (*(reversed(glyphs) if leftward else glyphs), None):
            if held and (glyph is None or not _belongs(glyph)):
                yield held, self.width(held, size, leftward)
                held = ""
            held += as_read(glyph.text, leftward) if glyph else ""

    def draw(self, words: Any, text: str, size: float, leftward: bool = False) -> None:
        """Adds the text to a ReportLab text object, at its cursor; text to the left is said to stand backwards."""
        codes = drawn_in(words._canvas._doc).setdefault(self, {})
        drawn = "".join(f"{codes.setdefault(glyph, len(codes) + 1):04X}" for glyph in shape(self, text, leftward))
        code = f"/{resource_name(self)} {size:g} Tf <{drawn}> Tj"
        if self.thickened:
            code = f"{size * _HEAVIER:.3f} w 2 Tr {code} 0 Tr"
        words._code.append(f"/ReversedChars BMC {code} EMC" if leftward else code)


_DRAWN: WeakKeyDictionary[Any, dict[ShapedFace, dict[Glyph, int]]] = WeakKeyDictionary()


def drawn_in(document: Any) -> dict[ShapedFace, dict[Glyph, int]]:
    """The faces that a ReportLab document draws with, in the order met; the codes of each, counted from 1."""
    return _DRAWN.setdefault(document, {})


def resource_name(face: ShapedFace) -> str:
    """What a page calls the font."""
    return f"{face.name}{'-Thick' if face.thickened else ''}-Shaped"


def as_read(text: str, leftward: bool) -> str:
    """What a glyph says in the order of reading. In a file, text to the left says it backwards, as it stands."""
    return "".join(map(mirrored, reversed(text))) if leftward else text


@lru_cache(maxsize=8192)
def shape(face: ShapedFace, text: str, leftward: bool) -> tuple[Glyph, ...]:
    """The glyphs of a text, from left to right."""
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = _WHOLE if face.pictures else _BY_CHARACTER
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if leftward else "ltr"
    buffer.language = "und"
    uharfbuzz.shape(face._font, buffer)
    placed: dict[int, list[tuple[int, int, int]]] = {}
    wide: dict[int, int] = {}
    for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        own = placed.setdefault(glyph.cluster, [])
        reached = wide.setdefault(glyph.cluster, 0)
        own.append((glyph.codepoint, reached + place.x_offset, place.y_offset))
        wide[glyph.cluster] = reached + place.x_advance
    ends = dict(zip(starts := sorted(placed), [*starts[1:], len(text)], strict=True))
    return tuple(Glyph(tuple(parts), wide[at], as_read(text[at : ends[at]], leftward)) for at, parts in placed.items())


def _belongs(glyph: Glyph) -> bool:
    """Whether the glyph is a mark on what is before it, or joins it to what follows."""
    return all(unicodedata.category(one) in ("Mn", "Me", "Cf") for one in glyph.text)

"""The bundled faces that paper is set in, which characters each has, and an honest text layer for each.

Atkinson Hyperlegible Next sets the text; Noto Sans the letters it lacks; DejaVu Sans the signs; other Noto faces set
the other scripts and pictures (`shaping`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from amie_planner.documents.embedding import character_map, embed
from amie_planner.documents.shaping import ShapedFace, drawn_in
from amie_planner.places import resource

_SCRIPTS = ("Arabic", "Hebrew", "Gurmukhi", "Bengali", "Gujarati", "Tamil", "Malayalam", "Ethiopic", "Thai")
PICTURES = ShapedFace("NotoEmoji-Regular", pictures=True)


@dataclass(frozen=True)
class Face:
    """One font file that is set letter by letter; `name` is the file's name without its ending."""

    name: str

    @cached_property
    def _font(self) -> Any:
        font = TTFont(self.name, str(resource("fonts", f"{self.name}.ttf")))
        pdfmetrics.registerFont(font)
        return font

    def registered_name(self) -> str:
        """The name to set text with; the file is read when the face is first used."""
        return str(self._font.fontName)

    def has(self, character: str) -> bool:
        """Whether the face draws this character itself, rather than an empty box."""
        return ord(character) in self._font.face.charToGlyph

    def width(self, text: str, size: float, leftward: bool = False) -> float:
        """How wide the text is, in points, at a size in points."""
        return _thousandths(self, text) * size / 1000

    def draw(self, words: Any, text: str, size: float, leftward: bool = False) -> None:
        """Adds the text to a ReportLab text object, at its cursor."""
        document = words._canvas._doc
        for subset, coded in self._font.splitString(text, document):
            name = self._font.getSubsetInternalName(subset, document)
            words._code.append(f"{name} {size:g} Tf <{coded.hex()}> Tj")


@lru_cache(maxsize=16_384)
def _thousandths(face: Face, text: str) -> float:
    """How wide a text is, in thousandths of its size. Words come again and again."""
    own = face._font.face
    return float(sum([own.charWidths.get(ord(character), own.defaultWidth) for character in text]))


@cache
def faces(bold: bool) -> tuple[Face, Face, Face]:
    """The faces that set letter by letter, in the order in which they are asked for a character."""
    weight = "Bold" if bold else "Regular"
    signs = "DejaVuSans-Bold" if bold else "DejaVuSans"
    return Face(f"AtkinsonHyperlegibleNext-{weight}"), Face(f"NotoSans-{weight}"), Face(signs)


@cache
def shaped_faces(bold: bool, ideographs: str = "SC") -> tuple[ShapedFace, ...]:
    """Every face that HarfBuzz sets, in the order in which they are asked; first of its kind the one for `ideographs`.

    `ideographs` is SC, TC or JP: the same character is written differently in China, in Taiwan and Hong Kong, and in
    Japan.
    """
    weight = "Bold" if bold else "Regular"
    text, letters, signs = (ShapedFace(face.name) for face in faces(bold))
    scripts = (ShapedFace(f"NotoSans{script}-{weight}") for script in _SCRIPTS)
    regions = sorted(("SC", "TC", "JP"), key=lambda region: region != ideographs)
    eastern = (ShapedFace(f"NotoSans{region}-Regular", thickened=bold) for region in (*regions, "KR"))
    return text, letters, *scripts, signs, *eastern, PICTURES


def embed_fonts(document: Any) -> None:
    """Embeds the used part of each face in a ReportLab document, with a map from what is drawn to its characters.

    ReportLab's own map gives unused codes the character NUL, which PDF/UA-1 refuses (7.21.7),
    and writes characters past U+FFFF as five digits, which no reader understands.
    """
    for font in document.delayedFonts:
        subsets = font.state[document].subsets
        names = [font.getSubsetInternalName(number, document)[1:] for number in range(len(subsets))]
        font.addObjects(document)
        for name, subset in zip(names, subsets, strict=True):
            reference = document.idToObject["BasicFonts"].dict[name].ToUnicode
            said = ((code, chr(point)) for code, point in enumerate(subset) if point)
            document.idToObject[reference.name].content = character_map(said, 1).decode()
    document.delayedFonts = []
    for face, codes in drawn_in(document).items():
        embed(document, face, codes)

"""The bundled faces that paper is set in, which characters each has, and an honest text layer for each.

Atkinson Hyperlegible Next sets the text; Noto Sans the letters it lacks; DejaVu Sans the signs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from amie_planner.places import resource

_MAPPED_AT_ONCE = 100  # the most that one block of a character map may list (PDF 1.7, 9.10.3)


@dataclass(frozen=True)
class Face:
    """One font file; `name` is the file's name without its ending."""

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

    def width(self, text: str, size: float) -> float:
        """How wide the text is, in points, at a size in points."""
        face = self._font.face
        return float(sum(face.charWidths.get(ord(character), face.defaultWidth) for character in text)) * size / 1000


@cache
def faces(bold: bool) -> tuple[Face, Face, Face]:
    """The faces, in the order in which they are asked for a character."""
    weight = "Bold" if bold else "Regular"
    signs = "DejaVuSans-Bold" if bold else "DejaVuSans"
    return Face(f"AtkinsonHyperlegibleNext-{weight}"), Face(f"NotoSans-{weight}"), Face(signs)


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
            document.idToObject[reference.name].content = _character_map(subset)
    document.delayedFonts = []


def _character_map(subset: Sequence[int]) -> str:
    drawn = [f"<{code:02X}> <{_utf16(point)}>" for code, point in enumerate(subset) if point]
    blocks = [drawn[at : at + _MAPPED_AT_ONCE] for at in range(0, len(drawn), _MAPPED_AT_ONCE)]
    mapped = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <00> <FF> endcodespacerange",
            *mapped,
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        )
    )


def _utf16(point: int) -> str:
    return chr(point).encode("utf-16-be").hex().upper()

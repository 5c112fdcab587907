"""Writes the faces that HarfBuzz set into a PDF: a TrueType file of only what is drawn, and what each code says.

A glyph that stands where its font has it is taken as it is. One that is moved, or made of several, becomes a glyph of
its own that refers to its parts, so that a page is a plain row of codes and every code has its own text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from struct import pack, unpack_from
from typing import Any

import uharfbuzz
from reportlab.pdfbase import pdfdoc

from amie_planner.documents.shaping import Glyph, ShapedFace, resource_name

_ONLY_WHAT_IS_DRAWN = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
_TABLES = ("glyf", "head", "hhea", "hmtx", "loca", "maxp")
_SHIFT_IN_WORDS, _MORE = 0x0003, 0x0020  # a composite's flags: two 16-bit shifts; another part follows
_MOST_OF_A_COMPOSITE = pack(">HH", 0xFFFF, 0xFFFF)  # points and contours
_MOST_PARTS = pack(">HH", 64, 8)  # and how deep they refer to one another
_NO_STEM = 80  # how wide stems are is only for readers that replace fonts
_SYMBOLIC = 4


@dataclass(frozen=True)
class _Outlines:
    """The glyphs of a font file: the outline and the advance of each."""

    outlines: tuple[bytes, ...]
    advances: tuple[int, ...]
    tables: Mapping[str, bytes]


def embed(document: Any, face: ShapedFace, codes: Mapping[Glyph, int]) -> None:
    """Adds a face to a ReportLab document, of which pages already show these codes."""
    font, places = _font_file(face, tuple(codes))
    name = f"{_tag(len(codes), resource_name(face))}+{resource_name(face)}"
    to_thousandths = 1000 / face.file.upem
    widths = [round(glyph.advance * to_thousandths, 2) for glyph in codes]
    stream = _stream(font, Length1=len(font))
    system = pdfdoc.PDFDictionary(
        {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0}
    )
    own = _dictionary(
        Type="Font",
        Subtype="CIDFontType2",
        BaseFont=name,
        CIDSystemInfo=system,
        FontDescriptor=document.Reference(
            _descriptor(face, name, document.Reference(stream, f"{name}-file")), f"{name}-descriptor"
        ),
        DW=1000,
        W=pdfdoc.PDFArray([1, pdfdoc.PDFArray(widths)]),
        CIDToGIDMap=document.Reference(_stream(places), f"{name}-places"),
    )
    document.idToObject["BasicFonts"].dict[resource_name(face)] = document.Reference(
        _dictionary(
            Type="Font",
            Subtype="Type0",
            BaseFont=name,
            Encoding="Identity-H",
            DescendantFonts=pdfdoc.PDFArray([document.Reference(own, f"{name}-glyphs")]),
            ToUnicode=document.Reference(
                _stream(character_map(((code, glyph.text) for glyph, code in codes.items()), 2)), f"{name}-text"
            ),
        ),
        f"{name}-font",
    )


def character_map(said: Iterator[tuple[int, str]], code_bytes: int) -> bytes:
    """A map from codes of so many bytes to what each says."""
    lines = [f"<{code:0{2 * code_bytes}X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in said]
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]  # no more at once (PDF 1.7, 9.10.3)
    mapped = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            f"1 begincodespacerange <{'00' * code_bytes}> <{'FF' * code_bytes}> endcodespacerange",
            *mapped,
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        )
    ).encode()


def _tag(count: int, name: str) -> str:
    """Six capitals that set this part of a font apart from other parts of it."""
    number = sum(ord(one) * 31**at for at, one in enumerate(name)) + count
    return "".join(chr(65 + number // 26**at % 26) for at in range(6))


def _font_file(face: ShapedFace, drawn: Sequence[Glyph]) -> tuple[bytes, bytes]:
    """A TrueType file with an outline for each glyph, and two bytes a code that say which outline it has."""
    wanted = uharfbuzz.SubsetInput()
    for number in sorted({number for glyph in drawn for number, _, _ in glyph.parts}):
        wanted.glyph_set.add(number)
    wanted.flags = _ONLY_WHAT_IS_DRAWN
    plan = uharfbuzz.SubsetPlan(face.file, wanted)
    renumbered = plan.old_to_new_glyph_mapping
    cut = _read(plan.execute().blob.data)
    outlines, advances, places = list(cut.outlines), list(cut.advances), [0]
    for glyph in drawn:
        parts = [(renumbered[number], x, y) for number, x, y in glyph.parts if cut.outlines[renumbered[number]]]
        if len(parts) == 1 and parts[0][1:] == (0, 0) and advances[parts[0][0]] == glyph.advance:
            places.append(parts[0][0])
            continue
        places.append(len(outlines))
        outlines.append(_composite(parts, cut.outlines))
        advances.append(glyph.advance)
    return _written(cut.tables, outlines, advances), pack(f">{len(places)}H", *places)


def _read(data: bytes) -> _Outlines:
    count = unpack_from(">H", data, 4)[0]
    entries = (unpack_from(">4sLLL", data, 12 + 16 * at) for at in range(count))
    tables = {tag.decode(): data[start : start + length] for tag, _, start, length in entries}
    glyphs = unpack_from(">H", tables["maxp"], 4)[0]
    is_long = unpack_from(">h", tables["head"], 50)[0]
    starts = unpack_from(f">{glyphs + 1}{'L' if is_long else 'H'}", tables["loca"])
    offsets = starts if is_long else [2 * start for start in starts]
    outlines = tuple(tables["glyf"][offsets[at] : offsets[at + 1]] for at in range(glyphs))
    measured = unpack_from(">H", tables["hhea"], 34)[0]
    own = [unpack_from(">H", tables["hmtx"], 4 * at)[0] for at in range(measured)]
    return _Outlines(outlines, (*own, *[own[-1]] * (glyphs - measured)), tables)


def _composite(parts: Sequence[tuple[int, int, int]], outlines: Sequence[bytes]) -> bytes:
    """An outline that refers to others, each with its shift; nothing for nothing."""
    if not parts:
        return b""
    boxes = [(unpack_from(">4h", outlines[number], 2), x, y) for number, x, y in parts]
    left, right = min(box[0] + x for box, x, _ in boxes), max(box[2] + x for box, x, _ in boxes)
    bottom, top = min(box[1] + y for box, _, y in boxes), max(box[3] + y for box, _, y in boxes)
    written = pack(">5h", -1, left, bottom, right, top)
    for at, (number, x, y) in enumerate(parts, start=1):
        written += pack(">HHhh", _SHIFT_IN_WORDS | (_MORE if at < len(parts) else 0), number, x, y)
    return written


def _written(tables: Mapping[str, bytes], outlines: Sequence[bytes], advances: Sequence[int]) -> bytes:
    padded = [outline + b"\0" * (-len(outline) % 4) for outline in outlines]
    offsets = [0]
    for outline in padded:
        offsets.append(offsets[-1] + len(outline))
    lefts = [unpack_from(">h", outline, 2)[0] if outline else 0 for outline in outlines]
    maxp = tables["maxp"]
    own = {
        "glyf": b"".join(padded),
        "loca": pack(f">{len(offsets)}L", *offsets),
        "hmtx": b"".join(pack(">Hh", *each) for each in zip(advances, lefts, strict=True)),
        "head": tables["head"][:8] + bytes(4) + tables["head"][12:50] + pack(">h", 1) + tables["head"][52:],
        "hhea": tables["hhea"][:34] + pack(">H", len(outlines)),
        "maxp": maxp[:4] + pack(">H", len(outlines)) + maxp[6:10] + _MOST_OF_A_COMPOSITE + maxp[14:28] + _MOST_PARTS,
    }
    return _assembled(own)


def _assembled(tables: Mapping[str, bytes]) -> bytes:
    at = 12 + 16 * len(tables)
    directory, body = b"", b""
    for tag, table in sorted(tables.items()):
        padded = table + b"\0" * (-len(table) % 4)
        total = sum(unpack_from(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF
        directory += pack(">4sLLL", tag.encode(), total, at + len(body), len(table))
        body += padded
    fitting = 1 << (len(tables).bit_length() - 1)
    header = pack(
        ">LHHHH", 0x00010000, len(tables), 16 * fitting, fitting.bit_length() - 1, 16 * (len(tables) - fitting)
    )
    return header + directory + body


def _descriptor(face: ShapedFace, name: str, file: Any) -> Any:
    to_thousandths = 1000 / face.file.upem
    tables = {tag: face.file.reference_table(tag).data for tag in ("head", "hhea")}
    box = [round(side * to_thousandths) for side in unpack_from(">4h", tables["head"], 36)]
    ascent, descent = (round(of * to_thousandths) for of in unpack_from(">2h", tables["hhea"], 4))
    described = _dictionary(
        Type="FontDescriptor",
        FontName=name,
        Flags=_SYMBOLIC,
        FontBBox=pdfdoc.PDFArray(box),
        ItalicAngle=0,
        Ascent=ascent,
        Descent=descent,
        CapHeight=ascent,
        StemV=_NO_STEM,
    )
    described["FontFile2"] = file
    return described


def _stream(content: bytes, **entries: Any) -> Any:
    stream = pdfdoc.PDFStream(_dictionary(**entries), content)
    stream.filters = [pdfdoc.PDFZCompress]
    return stream


def _dictionary(**entries: Any) -> Any:
    """A PDF dictionary; words become names."""
    return pdfdoc.PDFDictionary({key: pdfdoc.PDFName(of) if isinstance(of, str) else of for key, of in entries.items()})

from io import BytesIO
from struct import unpack_from

import pikepdf
from tests.documents.reading import faults, pages

from amie_planner.documents.embedding import character_map
from amie_planner.documents.fonts import shaped_faces
from amie_planner.documents.house_style import CLEAR, paragraph, strong
from amie_planner.documents.pages import build
from amie_planner.documents.shaping import shape

ARABIC = shaped_faces(False)[2]
TYPED = "مُحَمَّد پچگژ 李 👩🏾\u200d🎤 नमस्ते x\u0323"


def _printed(*parts) -> bytes:
    return build([paragraph(CLEAR, *parts)], style=CLEAR, title="Scripts", footer="")


def _shaped(pdf: bytes):
    with pikepdf.open(BytesIO(pdf)) as opened:
        fonts = opened.pages[0].Resources.Font
        yield from (font for name, font in fonts.items() if name.endswith("-Shaped"))


def test_every_shaped_face_is_embedded_as_a_part_of_its_font(tmp_path):
    pdf = _printed(TYPED, strong("李 محمد"))
    assert faults(pdf, tmp_path) == []
    for font in _shaped(pdf):
        (own,) = font.DescendantFonts
        assert str(own.BaseFont)[7] == "+"
        assert own.FontDescriptor.FontFile2.Length1 == len(own.FontDescriptor.FontFile2.read_bytes())
        assert len(own.FontDescriptor.FontFile2.read_bytes()) < 20_000


def test_the_width_of_each_code_is_that_of_its_outline():
    for font in _shaped(_printed(TYPED)):
        (own,) = font.DescendantFonts
        tables = _tables(own.FontDescriptor.FontFile2.read_bytes())
        em = unpack_from(">H", tables["head"], 18)[0]
        glyphs = unpack_from(f">{len(own.CIDToGIDMap.read_bytes()) // 2}H", own.CIDToGIDMap.read_bytes())
        advances = [unpack_from(">H", tables["hmtx"], 4 * glyph)[0] * 1000 / em for glyph in glyphs[1:]]
        assert [round(float(width), 1) for width in own.W[1]] == [round(advance, 1) for advance in advances]


def test_the_font_file_is_whole():
    for font in _shaped(_printed(TYPED)):
        data = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
        tables = _tables(data)
        count = unpack_from(">H", tables["maxp"], 4)[0]
        ends = unpack_from(f">{count + 1}L", tables["loca"])
        assert list(ends) == sorted(ends) and ends[-1] == len(tables["glyf"])
        assert unpack_from(">H", tables["hhea"], 34)[0] == count == len(tables["hmtx"]) // 4


def test_a_letter_of_several_parts_is_one_code_that_says_it():
    assert len(shape(ARABIC, "پ", True)[0].parts) == 2
    said = [font.ToUnicode.read_bytes().decode() for font in _shaped(_printed("پ"))]
    assert ["<0001> <067E>" in each and "<0002>" not in each for each in said] == [True]


def test_more_codes_than_one_block_of_a_map_may_list_are_listed_in_blocks():
    written = character_map(((code, "a") for code in range(1, 252)), 2).decode()
    assert [line for line in written.split("\n") if line.endswith("beginbfchar")] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "51 beginbfchar",
    ]


def test_a_character_past_the_first_plane_is_written_as_two_halves():
    assert "<01> <D83DDE00>" in character_map(iter([(1, "😀")]), 1).decode()


def test_the_same_words_give_the_same_bytes():
    assert _printed(TYPED) == _printed(TYPED)


def test_two_documents_do_not_share_codes():
    _printed("محمد")
    assert pages(_printed("علي"))[0].startswith("علي")


def _tables(data: bytes) -> dict[str, bytes]:
    entries = [unpack_from(">4sLLL", data, 12 + 16 * at) for at in range(unpack_from(">H", data, 4)[0])]
    return {tag.decode(): data[start : start + length] for tag, _, start, length in entries}

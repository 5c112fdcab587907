from io import BytesIO

import pikepdf
import pytest
from tests.documents.reading import pages
from tests.documents.stories import full_document

from amie_planner.documents.fonts import faces
from amie_planner.documents.house_style import CLEAR, paragraph
from amie_planner.documents.pages import build

MIXED = "Łukasz Nguyễn Наталья Ελένη ŵ ŷ ✓ ☐ → ♭ ♯"


def _fonts(pdf: bytes):
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            for font in page.Resources.Font.values():
                yield font.BaseFont, font.FontDescriptor.get("/FontFile2"), font.ToUnicode.read_bytes().decode()


@pytest.mark.parametrize("bold", [False, True])
def test_the_three_faces_together_cover_what_names_and_music_need(bold):
    lacking = [one for one in MIXED if not any(face.has(one) for face in faces(bold))]
    assert lacking == []


def test_the_text_face_has_welsh_letters_and_signs_come_from_another():
    text, letters, signs = faces(False)
    assert text.has("ŵ") and text.has("ŷ")
    assert letters.has("ễ") and not text.has("ễ")
    assert signs.has("♭") and not letters.has("♭")


def test_width_grows_with_the_size():
    face = faces(False)[0]
    assert face.width("ab", 20) == pytest.approx(2 * face.width("ab", 10))
    assert face.width("", 20) == 0


def test_every_face_used_is_embedded():
    assert all(file is not None for _, file, _ in _fonts(full_document()))


def test_no_code_maps_to_the_character_nul():
    assert not any("<0000>" in of for _, _, of in _fonts(full_document()))


def test_more_characters_than_one_subset_holds_extract_as_typed():
    many = "".join(chr(point) for point in range(0x400, 0x530)) + "😀"
    printed = pages(build([paragraph(CLEAR, many)], style=CLEAR, title="Many", footer=""))[0]
    assert "".join(printed.split()).startswith(many)


def test_names_in_three_alphabets_extract_as_typed():
    printed = pages(build([paragraph(CLEAR, MIXED)], style=CLEAR, title="Names", footer=""))[0]
    assert printed.startswith(MIXED)

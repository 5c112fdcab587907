import unicodedata
from io import BytesIO
from random import Random

import pikepdf
import pytest
from tests.documents.as_written import paragraphs
from tests.documents.reading import faults, pages, structure
from tests.documents.stories import HOSTILE, full_document

from amie_planner.documents.cleaning import clean
from amie_planner.documents.fonts import faces, shaped_faces
from amie_planner.documents.house_style import CLEAR, paragraph
from amie_planner.documents.lines import Run
from amie_planner.documents.pages import build

MIXED = "Łukasz Nguyễn Наталья Ελένη ŵ ŷ ✓ ☐ → ♭ ♯"


def _fonts(pdf: bytes):
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            for font in page.Resources.Font.values():
                own = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            yield font.BaseFont, own.FontDescriptor.get("/FontFile2"), font.ToUnicode.read_bytes().decode()


@pytest.mark.parametrize("bold", [False, True])
def test_the_three_faces_together_cover_what_names_and_music_need(bold):
    lacking = [one for one in MIXED if not any(face.has(one) for face in faces(bold))]
    assert lacking == []


def test_the_text_face_has_welsh_letters_and_signs_come_from_another():
    text, letters, signs = faces(False)
    assert text.has("ŵ") and text.has("ŷ")
    assert letters.has("ễ") and not text.has("ễ")
    assert signs.has("♭") and not letters.has("♭")


@pytest.mark.parametrize("bold", [False, True])
def test_every_shaped_face_is_bundled_and_draws_what_it_is_for(bold):
    assert all(face.file.upem for face in shaped_faces(bold))
    lacking = [one for one in "ễمש♭李陳さ김👍किਸঅઅஅഅመฉ" if not any(face.has(one) for face in shaped_faces(bold))]
    assert lacking == []


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


EVERY_SCRIPT = (
    "Łukasz Nguyễn Наталья محمد 李",
    "مُحَمَّد يَعزِفُ الطَّبلَ",
    "שָׁלוֹם! שמי נועה (ואני בת 12)",
    "小明喜欢打鼓，也喜欢唱歌。老师说：“慢慢来！”",
    "さくらちゃんは太鼓が好きです。「いっしょに歌おう！」",
    "陳小姐同學生一齊唱歌",
    "김민준은 노래를 좋아합니다.",
    "नमस्ते, मुझे संगीत पसंद है। क्षत्रिय",
    "ਸਤ ਸ੍ਰੀ ਅਕਾਲ, ਮੈਨੂੰ ਸੰਗੀਤ ਪਸੰਦ ਹੈ",
    "আমি গান গাইতে ভালোবাসি",
    "મને સંગીત ગમે છે, શ્રી",
    "எனக்கு இசை பிடிக்கும்",
    "എനിക്ക് സംഗീതം ഇഷ്ടമാണ്",
    "ሙዚቃ እወዳለሁ። ደስ ይለኛል።",
    "ฉันชอบดนตรี น้ำใจ",
    "👍👍🏽 🇬🇧🇵🇱 1\ufe0f\u20e3 👩🏾\u200d🎤 ❤\ufe0f\u200d🔥 🥁",
    "x\u0323 ẹ\u0301 Yorùbá Ọlọ\u0301run ɛ\u0301",
)


@pytest.mark.parametrize("typed", EVERY_SCRIPT)
@pytest.mark.parametrize("bold", [False, True])
def test_every_script_extracts_as_typed_and_is_accessible(typed, bold, tmp_path):
    pdf = build([paragraph(CLEAR, Run(typed, bold))], style=CLEAR, title="Names", footer="")
    typed = unicodedata.normalize("NFC", typed)
    assert unicodedata.normalize("NFC", structure(pdf).all("P")[0].words) == typed
    assert [unicodedata.normalize("NFC", words) for words in paragraphs(pdf)] == [typed]
    assert faults(pdf, tmp_path) == []


HOSTILE_PARTS = (
    *HOSTILE[:-1],
    "שלום (עולם) 12.",
    "قليلاً، £5 (هنا) 10:30",
    "می\u200cخواهم",
    "李「小」明，さくら。",
    "김민준",
    "कि क्ष",
    "👩🏾\u200d🎤🇬🇧",
    "1\ufe0f\u20e3",
    "\u202eturned\u2066",
    "བོད 𝄞 \ue000",
    "nul\0\a\ud83c",
    "a\u0301\u0323\u0302",
    "{{7*7}} %n $(ls) `id` \\u0041",
    "=1+1;@SUM('x'!A1)",
    "../../etc/passwd file:///c:/",
    "'; DROP TABLE people; --",
)


def test_five_hundred_hostile_strings_read_as_typed_whatever_runs_whichever_way(tmp_path):
    chosen = Random(5)
    typed = [" ".join(chosen.choices(HOSTILE_PARTS, k=chosen.randint(1, 4))) for _ in range(500)]
    pdf = build([paragraph(CLEAR, text) for text in typed], style=CLEAR, title="Hostile", footer="")
    read = " ".join(words for words in paragraphs(pdf) if words)
    assert unicodedata.normalize("NFC", read) == " ".join(" ".join(clean(text) for text in typed).split())
    assert faults(pdf, tmp_path) == []
    assert b"/Link" not in pdf and b"/URI" not in pdf and b"/JavaScript" not in pdf


def test_names_in_three_alphabets_extract_as_typed():
    printed = pages(build([paragraph(CLEAR, MIXED)], style=CLEAR, title="Names", footer=""))[0]
    assert printed.startswith(MIXED)

import pytest
from reportlab.pdfgen.canvas import Canvas

from amie_planner.documents.fonts import PICTURES, shaped_faces
from amie_planner.documents.shaping import as_read, drawn_in, shape

TEXT, LETTERS, ARABIC, HEBREW, *_ = shaped_faces(False)


def _face(name: str):
    return next(face for face in shaped_faces(False) if face.name.startswith(name))


def _stand(glyphs):
    """Each glyph's number, with where it stands from the start, as the program hb-shape prints it."""
    reached, placed = 0, []
    for glyph in glyphs:
        placed += [(number, reached + x, y) for number, x, y in glyph.parts]
        reached += glyph.advance
    return placed


@pytest.mark.parametrize(
    ("face", "text", "by_hb_shape"),
    [
        (ARABIC, "محمد", [(29, 0, 0), (78, 532, 0), (26, 1110, 0), (79, 1747, 0)]),
        (ARABIC, "د", [(28, 0, 0)]),
        (
            ARABIC,
            "مُحَمَّد",
            [
                (29, 0, 0),
                (361, 652, 104),
                (358, 660, -96),
                (78, 532, 0),
                (361, 1104, -106),
                (26, 1110, 0),
                (362, 1877, -100),
                (79, 1747, 0),
            ],
        ),
    ],
)
def test_arabic_letters_join_and_stand_where_hb_shape_puts_them(face, text, by_hb_shape):
    assert _stand(shape(face, text, True)) == by_hb_shape


def test_what_runs_to_the_left_stands_backwards_and_reads_as_typed():
    typed = "(שָׁל)"
    said = "".join(glyph.text for glyph in shape(HEBREW, typed, True))
    assert said == "(ל\u05c1\u05b8ש)"
    assert as_read(said, True) == typed


def test_a_mark_stands_at_its_letter_and_takes_no_room():
    wide, narrow = (shape(LETTERS, f"{letter}\u032a", False) for letter in "mi")
    assert [(glyph.text, glyph.advance > 0) for glyph in wide] == [("m", True), ("\u032a", False)]
    left = wide[1].parts[0][1] - narrow[1].parts[0][1]
    assert left == pytest.approx((narrow[0].advance - wide[0].advance) / 2, abs=25)


@pytest.mark.parametrize(
    "emoji", ["👩🏾\u200d🎤", "🇬🇧", "1\ufe0f\u20e3", "❤\ufe0f\u200d🔥", "👨\u200d👩\u200d👧\u200d👦"]
)
def test_an_emoji_of_many_characters_is_one_glyph_that_says_them_all(emoji):
    (glyph,) = shape(PICTURES, emoji, False)
    assert glyph.text == emoji


def test_letters_of_devanagari_stack_and_change_places():
    assert [glyph.text for glyph in shape(LETTERS, "कि", False)] == ["कि"]
    assert len(shape(LETTERS, "क्ष", False)) == 1


def test_text_is_parted_between_letters_and_never_before_a_mark():
    assert [part for part, _ in ARABIC.parts("حَمّ", 10, True)] == ["حَ", "مّ"]
    assert [part for part, _ in PICTURES.parts("👍🏽🇬🇧", 10, False)] == ["👍🏽", "🇬🇧"]


def test_width_is_that_of_the_joined_letters_and_grows_with_the_size():
    assert ARABIC.width("محمد", 10, True) == pytest.approx(5.32 + 5.78 + 6.37 + 5.25)
    assert ARABIC.width("محمد", 20, True) == pytest.approx(2 * ARABIC.width("محمد", 10, True))


def test_codes_are_counted_as_glyphs_are_met_and_met_again():
    canvas = Canvas("never-saved.pdf")
    words = canvas.beginText()
    HEBREW.draw(words, "אב", 10, True)
    HEBREW.draw(words, "ב", 10, True)
    assert words._code[-2:] == [
        "/ReversedChars BMC /NotoSansHebrew-Regular-Shaped 10 Tf <00010002> Tj EMC",
        "/ReversedChars BMC /NotoSansHebrew-Regular-Shaped 10 Tf <0001> Tj EMC",
    ]
    assert [glyph.text for glyph in drawn_in(canvas._doc)[HEBREW]] == ["ב", "א"]


def test_a_face_without_a_bold_file_is_thickened():
    words = Canvas("never-saved.pdf").beginText()
    bold = next(face for face in shaped_faces(True) if face.name == "NotoSansSC-Regular")
    bold.draw(words, "李", 10)
    assert words._code[-1] == "0.350 w 2 Tr /NotoSansSC-Regular-Thick-Shaped 10 Tf <0001> Tj 0 Tr"
    assert not _face("NotoSansSC").thickened

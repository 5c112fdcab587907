import pytest

from amie_planner.documents.pieces import pieces, writing_of
from amie_planner.documents.shaping import ShapedFace


def _set(word: str, bold: bool = False, levels=(), ideographs: str = "SC"):
    return [(piece.face.name.partition("-")[0], piece.text) for piece in pieces(word, bold, levels, ideographs)]


@pytest.mark.parametrize(
    ("word", "set_in"),
    [
        ("Hello", [("AtkinsonHyperlegibleNext", "Hello")]),
        ("Łukasz", [("AtkinsonHyperlegibleNext", "Łukasz")]),
        ("Nguyễn", [("NotoSans", "Nguyễn")]),
        ("B♭", [("AtkinsonHyperlegibleNext", "B"), ("DejaVuSans", "♭")]),
        ("محمد", [("NotoSansArabic", "محمد")]),
        ("(محمد)،", [("NotoSansArabic", "(محمد)،")]),
        ("שָׁלוֹם", [("NotoSansHebrew", "שָׁלוֹם")]),
        ("李、", [("NotoSansSC", "李、")]),
        ("김민준", [("NotoSansKR", "김민준")]),
        ("नमस्ते", [("NotoSans", "नमस्ते")]),
        ("ok👍🏽!", [("AtkinsonHyperlegibleNext", "ok"), ("NotoEmoji", "👍🏽"), ("AtkinsonHyperlegibleNext", "!")]),
        ("♥", [("DejaVuSans", "♥")]),
        ("♥\ufe0f", [("NotoEmoji", "♥\ufe0f")]),
        ("Sky李", [("AtkinsonHyperlegibleNext", "Sky"), ("NotoSansSC", "李")]),
    ],
)
def test_a_word_is_set_in_as_few_faces_as_it_needs(word, set_in):
    assert _set(word) == set_in


@pytest.mark.parametrize(("word", "shaped"), [("Łukasz", False), ("x\u0323", True), ("कि", True), ("→", False)])
def test_only_what_has_to_be_shaped_is(word, shaped):
    assert [isinstance(piece.face, ShapedFace) for piece in pieces(word, False)] == [shaped]


def test_a_word_that_runs_both_ways_is_parted_where_it_turns():
    assert [(piece.text, piece.level) for piece in pieces("א12b", False, (1, 2, 2, 0))] == [
        ("א", 1),
        ("12", 2),
        ("b", 0),
    ]


def test_punctuation_that_runs_to_the_left_is_shaped_too():
    (piece,) = pieces("(a)", False, (1, 1, 1))
    assert isinstance(piece.face, ShapedFace)


@pytest.mark.parametrize(
    ("text", "writing"),
    [
        ("plain", "SC"),
        ("李", "SC"),
        ("小明喜欢", "SC"),
        ("陳小姐鍾意", "TC"),
        ("廣東話嘅", "TC"),
        ("直すさくら", "JP"),
        ("カ", "SC"),
        ("㐀", "SC"),
    ],
)
def test_ideographs_are_written_as_where_they_are_from(text, writing):
    assert writing_of(text) == writing


def test_the_face_of_a_region_is_asked_first_and_another_has_what_it_lacks():
    assert _set("直", ideographs="JP") == [("NotoSansJP", "直")]
    assert _set("陳", ideographs="TC") == [("NotoSansTC", "陳")]
    assert _set("喺", ideographs="TC") == [("NotoSansSC", "喺")]


def test_bold_is_the_bold_file_or_thicker():
    (arabic,), (chinese,) = tuple(pieces("محمد", True)), tuple(pieces("李", True))
    assert arabic.face.name.endswith("Bold") and not arabic.face.thickened
    assert chinese.face.thickened

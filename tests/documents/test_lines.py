import pytest
from hypothesis import given
from hypothesis import strategies as st

from amie_planner.documents.cleaning import clean
from amie_planner.documents.lines import Run, break_lines


def _said(lines) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


def test_lines_break_at_spaces_and_end_in_one():
    assert _said(break_lines((Run("one two three"),), 10, 45)) == ["one two ", "three "]


def test_a_typed_line_end_begins_a_line_and_blank_ends_are_dropped():
    assert _said(break_lines((Run("\n\none\n\ntwo\n"),), 10, 500)) == ["one ", " ", "two "]


@pytest.mark.parametrize("nothing", ["", "  ", "\n", "\0", "\u200b"])
def test_text_without_a_visible_character_has_no_line(nothing):
    assert break_lines((Run(nothing),), 10, 100) == ()


def test_a_word_wider_than_its_line_is_cut_and_only_its_end_has_a_space():
    lines = _said(break_lines((Run("w" * 40),), 10, 100))
    assert "".join(lines) == "w" * 40 + " "
    assert [line.endswith(" ") for line in lines] == [False] * (len(lines) - 1) + [True]


def test_a_mark_stays_with_its_letter_where_a_word_is_cut():
    lines = _said(break_lines((Run("x\u0323" * 80),), 10, 60))
    assert len(lines) > 1
    assert not any(line.startswith("\u0323") for line in lines)


def test_a_word_may_change_weight_within():
    (line,) = break_lines((Run("Sky", bold=True), Run(": plays")), 10, 500)
    assert [(piece.face.name[-4:], piece.text) for piece in line.pieces] == [("Bold", "Sky"), ("ular", ": plays ")]


def test_a_name_with_one_letter_that_the_text_face_lacks_is_set_in_one_face():
    (line,) = break_lines((Run("Nguyễn"),), 10, 500)
    assert [(piece.face.name, piece.text) for piece in line.pieces if piece.text.strip()] == [
        ("NotoSans-Regular", "Nguyễn ")
    ]


def test_a_sign_that_the_text_face_lacks_does_not_change_the_letters_beside_it():
    (line,) = break_lines((Run("B♭"),), 10, 500)
    assert [piece.face.name for piece in line.pieces if piece.text.strip()] == [
        "AtkinsonHyperlegibleNext-Regular",
        "DejaVuSans",
    ]


HEBREW, SPEECH = "שלום עולם", "السلام عليكم"
BOTH_WAYS = (
    f"Noa says: {HEBREW}, and Mo says: {SPEECH} (hello) in 2 languages.",
    "שמי נועה ואני בת 12. אני אוהבת Music Club (כל יום שלישי) בשעה 10:30.",
    "نغني معًا (بصوت عالٍ) في الساعة 10:30 صباحًا، ثم نستريح قليلاً. We sing, then rest.",
    "میں ٹھیک ہوں۔ مجھے Lift-off پسند ہے، می\u200cخواهم £5",
)


def _seen(line) -> str:
    """What stands on a line from left to right, each piece as it is read."""
    return "".join(line.pieces[at].text for at in sorted(range(len(line.pieces)), key=line.places.__getitem__))


@pytest.mark.parametrize("width", [60, 90, 140, 250, 700])
@pytest.mark.parametrize("typed", BOTH_WAYS)
def test_lines_that_run_both_ways_hold_their_words_in_the_order_of_reading(typed, width):
    lines = break_lines((Run(typed),), 12, width)
    assert "".join(_said(lines)).split() == typed.split()
    assert all(line.width <= width for line in lines)


@pytest.mark.parametrize("width", [60, 90, 140, 250, 700])
@pytest.mark.parametrize("typed", BOTH_WAYS)
def test_the_pieces_of_a_line_stand_side_by_side_without_a_gap(typed, width):
    for line in break_lines((Run(typed),), 12, width):
        if line.places:
            standing = sorted(zip(line.places, line.pieces, strict=True), key=lambda one: one[0])
            ends = [place + piece.width(12) for place, piece in standing]
            assert [place for place, _ in standing[1:]] == pytest.approx(ends[:-1])


def test_words_to_the_left_stand_in_their_own_order_within_a_sentence():
    (line,) = break_lines((Run(f"says {HEBREW}, well"),), 10, 500)
    first, second = HEBREW.split()
    assert _seen(line) == f"says {second} {first}, well "


def test_a_paragraph_to_the_left_begins_where_its_widest_line_ends():
    lines = break_lines((Run(f"{SPEECH} {SPEECH} {SPEECH}"),), 12, 100)
    assert len(lines) > 1
    assert {round(line.indent + line.width, 6) for line in lines} == {round(max(line.width for line in lines), 6)}
    assert all(line.places[0] + line.pieces[0].width(12) == pytest.approx(line.width) for line in lines)


def test_one_line_to_the_left_and_lines_to_the_right_begin_at_the_left():
    assert [line.indent for line in break_lines((Run(HEBREW),), 12, 500)] == [0]
    assert {line.indent for line in break_lines((Run(f"a {HEBREW} " * 5),), 12, 100)} == {0}


def test_a_run_in_bold_does_not_change_the_order():
    (line,) = break_lines((Run("שלום", bold=True), Run(": נועה")), 10, 500)
    assert _said([line]) == ["שלום: נועה "]
    assert _seen(line) == " נועה :שלום"


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("今日は歌う。", ["今日は", "歌う。 "]),
        ("歌歌「小星」", ["歌歌", "「小", "星」 "]),
        ("歌う、歌った", ["歌う、", "歌った "]),
        ("唱 歌歌歌歌", ["唱 歌歌", "歌歌 "]),
        ("김민준 노래", ["김민준 ", "노래 "]),
        ("Music喜欢", ["Music喜", "欢 "]),
        ("慢慢来！！好", ["慢慢", "来！！", "好 "]),
    ],
)
def test_lines_end_between_ideographs_and_never_before_what_closes_or_after_what_opens(typed, lines):
    assert _said(break_lines((Run(typed),), 10, 36)) == lines


@pytest.mark.parametrize(
    "typed", ["م" * 400, "אבג" * 100, "कि" * 200, "李" * 300, "👩🏾\u200d🎤" * 60, "김" * 300, "حَ" * 200]
)
def test_a_word_of_any_script_wider_than_its_line_is_cut_whole(typed):
    lines = break_lines((Run(typed),), 10, 60)
    assert "".join(_said(lines)).strip() == typed
    assert all(line.width <= 60 for line in lines)


@given(st.text(st.characters(exclude_categories=()), max_size=80), st.booleans(), st.integers(30, 200))
def test_no_word_is_lost_and_no_line_is_wider_than_asked(typed, bold, width):
    lines = break_lines((Run(typed, bold),), 10, width)
    assert "".join("".join(_said(lines)).split()) == "".join(clean(typed).replace("\u00a0", "").split())
    assert all(line.width <= width + 0.01 or len(line.pieces) <= 2 for line in lines)


def test_a_word_of_two_hundred_thousand_letters_is_broken_whole():
    lines = break_lines((Run("w" * 200_000),), 14, 500)
    assert sum(len(line.strip()) for line in _said(lines)) == 200_000
